#pragma once

#include "core/base/result.h"
#include "core/papers/paper.h"

#include <QJsonObject>
#include <QMap>

namespace papers {

/// A form as data (forms/<id>/form.json): blocks whose texts are Mustache templates. A hall changes words, order, columns and
/// captions there; no compiler is needed.
class Form
{
public:
    /// Reads and checks; the place of an error names file and path inside it.
    static base::Result<Form> read(const QByteArray &json, const QString &file);

    QString id() const { return m_json.value(QLatin1String("form")).toString(); }
    /// This form filled with \a facts. A word in the form that \a facts does not have is an error, not a blank.
    base::Result<Paper> fill(const QJsonObject &facts) const;

private:
    QJsonObject m_json;
    QString m_file;
};

/// The forms of a window.
class FormFolder
{
public:
    /// Every */form.json below \a folder; the first broken one is the error.
    static base::Result<FormFolder> load(const QString &folder);
    const Form *form(const QString &id) const;

private:
    QMap<QString, Form> m_forms;
};

}
