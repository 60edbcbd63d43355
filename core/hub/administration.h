#pragma once

#include "core/hub/bookshelf.h"
#include "core/hub/counters.h"

namespace hub {

/// What an administrator does to a hub, at the console or its pages. Everything that changes something stands in the book as done by
/// \c by, in the same transaction. Errors as of the store; Error::Missing for what is not there. Cases are moved and erased by moving.h.
class Administration final
{
public:
    /// \a engine must live as long as this.
    explicit Administration(const Engine &engine) : m_engine(engine) { }

    /// A code by which one device enrols as the window \a windowCode (three digits) of \a regionCode (GB/T 2260) in the scope
    /// \a hall, within \a hours; shown once, in groups, and kept nowhere. Error::Document when one of them cannot be right.
    base::Result<QString> makeCode(const QString &hall, const QString &regionCode, const QString &windowCode, int hours = 24,
                                   const QString &by = atConsole()) const;
    base::Result<QList<Device>> devices() const;
    base::Result<QList<Stream>> streams() const; ///< of all writers: how far they have come and when they were heard
    /// From now on it may pull nothing, and what it sends is kept aside.
    [[nodiscard]] base::Result<> revoke(const QString &device, const QString &by = atConsole()) const;

    base::Result<QList<AsideLine>> aside(int most) const; ///< the newest first
    /// What was kept aside, as it was written.
    base::Result<QByteArray> open(const AsideLine &line) const;
    /// Notes that \a by had the content of what is aside, which names persons. To be called before it is shown.
    [[nodiscard]] base::Result<> noteAsideRead(qsizetype lines, const QString &by = atConsole()) const;
    /// Gives up what was kept aside before \a before, which must be thirty days ago or more; how many.
    base::Result<int> clearAside(const QDateTime &before, const QString &by = atConsole()) const;
    base::Result<QList<Alarm>> alarms(bool unseenOnly, int most) const; ///< the newest first
    [[nodiscard]] base::Result<> seen(Alarm alarm, const QString &by = atConsole()) const;

    /// Says that this store was put back from a copy: windows send again what it lacks, and every series
    /// of legal numbers goes on Counters::passedOverByCopy further. The new epoch.
    base::Result<QString> newEpoch(const QString &by = atConsole()) const;
    /// Gives up pictures that nobody went on sending for a week; how many. To be called now and then.
    base::Result<int> sweep() const;

    Bookshelf library() const { return Bookshelf(m_engine); }
    Counters counters() const { return Counters(m_engine); }

private:
    const Engine &m_engine;
};

}
