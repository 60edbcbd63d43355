#pragma once

#include "core/hub/eventhead.h"
#include "core/hub/feed.h"
#include "core/hub/history.h"

#include <span>

namespace hub {

/// An event on its way into the store.
struct Incoming {
    EventHead head;
    QByteArray bytes;
};

/// Puts events of one stream into their cases and into the feeds of their halls, inside one transaction.
class Batch final
{
public:
    Batch(Transaction &rows, const Engine &engine, const QDateTime &now)
        : m_rows(rows), m_feed(rows.records()), m_engine(engine), m_now(now)
    {
    }

    /// Takes \a events, which continue \a stream; cases that nobody knows begin in \a hall. Error::Busy when a case went to another
    /// hall meanwhile: to be done again. Once.
    [[nodiscard]] base::Result<> take(const Stream &stream, std::span<const Incoming> events, const QString &hall);

    const QList<EventLine> &events() const { return m_events; } ///< that were taken, in order
    /// Ids of the cases that belong to another hall than \a hall.
    QStringList casesOutside(const QString &hall) const;
    Growth growth() const { return m_feed.growth(); }

private:
    /// A case that is being written to.
    struct Open {
        CaseLine line;
        base::Secret key; ///< empty: erased
        bool isLost = false; ///< its key cannot be read any more
        bool isWoven = true; ///< every event was written by somebody who had seen all of the case
        bool hasBegun = false; ///< its opening is there
        QList<qsizetype> fresh; ///< its events, as indices
        QList<domain::Placed> countsNow; ///< that were there before what they follow from
    };

    base::Result<> openCases(const QString &hall);
    base::Result<> openCase(Open &open);
    base::Result<> tellOfDispute(const Open &open, qsizetype index);
    base::Result<> tellOfDamage(const Open &open, const base::Error &error);
    void place(Open &open, qsizetype index, const Stream &stream, qint64 hubSeq);
    base::Result<> weave(Open &open);
    base::Result<> note(Open &open, const domain::Event &event, const QString &device);
    base::Result<> tell(const Open &open, const domain::Event &event, const QByteArray &cause);
    base::Result<> noteFresh(Open &open, qsizetype index);
    base::Result<> write();

    Transaction &m_rows;
    Feed m_feed;
    const Engine &m_engine;
    const QDateTime m_now;
    std::span<const Incoming> m_incoming;
    QHash<QString, Open> m_cases;
    QList<EventLine> m_events;
};

}
