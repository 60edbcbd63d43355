#pragma once

#include "core/base/result.h"

#include <QList>
#include <QUtf8StringView>

#include <vector>

namespace guides {

/// A walk through one document: it knows where it stands and writes down every fault with that place.
class Inspection
{
public:
    /// Leaves the place again when it is given up.
    class [[nodiscard]] Step
    {
    public:
        explicit Step(Inspection &inspection) : m_inspection(inspection) { }
        ~Step() { m_inspection.m_trail.pop_back(); }
        Q_DISABLE_COPY_MOVE(Step)

    private:
        Inspection &m_inspection;
    };

    /// Most faults that are kept: nobody reads more, and a hostile file cannot fill the memory with them.
    static constexpr qsizetype mostFaults = 500;

    explicit Inspection(QString file);

    /// Goes to \a key of the object or entry \a index of the list at hand. The text of \a key must outlive the step.
    Step into(QUtf8StringView key);
    Step into(QLatin1StringView key) { return into(QUtf8StringView(key.data(), key.size())); }
    Step into(qsizetype index);
    qsizetype depth() const { return qsizetype(m_trail.size()); }

    /// \a reason is wrong with what stands here, or with \a key of what stands here.
    void fault(const QString &reason);
    void faultAt(QUtf8StringView key, const QString &reason);
    void faultAt(QLatin1StringView key, const QString &reason)
    {
        faultAt(QUtf8StringView(key.data(), key.size()), reason);
    }
    void faultAtLine(qsizetype line, const QString &reason);

    const QList<base::Error> &faults() const { return m_faults; }
    bool isFull() const { return m_faults.size() >= mostFaults; }

private:
    struct Part {
        QUtf8StringView key;
        qsizetype index = -1; ///< -1: a key
    };
    QString path() const;
    void add(const QString &place, const QString &reason);

    QString m_file;
    std::vector<Part> m_trail;
    QList<base::Error> m_faults;
};

/// \a text as it may stand in a reason: one line, not endless, in quotation marks.
QString quoted(const QString &text);

}
