#pragma once

#include "core/base/result.h"
#include "core/papers/numbering.h"
#include "core/papers/paper.h"

#include <QJsonObject>
#include <QMap>

#include <functional>

namespace papers {

/// A form as data (forms/<id>/form.json): blocks whose texts are Mustache templates. A hall changes words, order, columns and
/// captions there; no compiler is needed.
class Form
{
public:
    /// Reads and checks; the place of an error names file and path inside it.
    static base::Result<Form> read(const QByteArray &json, const QString &file);

    QString id() const { return m_json.value(QLatin1String("form")).toString(); }
    /// How many of it are printed at once (一式几份), 1–9.
    int copies() const { return m_json.value(QLatin1String("copies")).toInt(1); }
    /// How its legal number reads (see serialText()); empty: it has none.
    QString serialPattern() const { return m_json.value(QLatin1String("serial")).toString(); }
    /// This form filled with \a facts. A word in the form that \a facts does not have is an error, not a blank.
    base::Result<Paper> fill(const QJsonObject &facts) const;

private:
    QJsonObject m_json;
    QString m_file;
};

/// Whether a form that a hall wrote can be filled: the error names file and place.
using FormTrial = std::function<base::Result<>(const Form &form)>;

/// The forms of a window, and by which numbers its papers go.
class FormFolder
{
public:
    /// Every */form.json below \a folder; the first broken one is the error.
    static base::Result<FormFolder> load(const QString &folder);
    /// These forms with what a hall has of its own in \a folder: FORM/form.json in the place of the shipped one when it passes
    /// \a trial, and numbers.json. A broken one is in faults() and the shipped one stays. Without a numbers.json that can be read
    /// no number is given.
    FormFolder withOwn(const QString &folder, const FormTrial &trial) const;

    /// \a form alone.
    static FormFolder of(const Form &form);

    const Form *form(const QString &id) const;
    const Numbering &numbering() const { return m_numbering; }
    /// What is wrong with the hall's own forms.
    const QList<base::Error> &faults() const { return m_faults; }

private:
    QMap<QString, Form> m_forms;
    Numbering m_numbering;
    QList<base::Error> m_faults;
};

}
