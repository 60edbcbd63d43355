#pragma once

#include "core/journal/eventstore.h"
#include "core/journal/outbox.h"

namespace journal {

/// What stands in the journal because there is a hub (tables sync_state, feed_fault, purge, picture, and the columns of writer):
/// used by the journal and, over a connection of its own, by the outbox.
class SyncStore final
{
public:
    SyncStore(Database &database, CaseKeys &keys, base::Secret profileKey)
        : m_database(database), m_keys(keys), m_profileKey(std::move(profileKey)) { }

    base::Result<SyncState> state();
    [[nodiscard]] base::Result<> setState(const SyncState &state);
    [[nodiscard]] base::Result<> setCursor(const FeedCursor &cursor);

    /// The row of a writer; made for one that is not known yet. Inside a transaction.
    base::Result<Writer> writerNamed(const QString &device, int incarnation);
    /// Those of this window, the earliest first, with what the hub acknowledged of each.
    base::Result<QList<std::pair<Writer, qint64>>> ownWriters();
    [[nodiscard]] base::Result<> setAcknowledged(qint64 writer, qint64 upTo);

    /// Keeps \a bytes, sealed, beside the reason. Inside a transaction.
    [[nodiscard]] base::Result<> keepFault(const FeedFault &fault, const QByteArray &bytes);

    /// The case is shown no more; its key is to be destroyed. Inside a transaction.
    [[nodiscard]] base::Result<> orderPurge(const QString &caseId, const QDateTime &at);
    [[nodiscard]] base::Result<> revokePurge(const QString &caseId);
    base::Result<bool> isPurged(const QString &caseId);
    /// Cases whose key may go now: nothing of them is unsent, and of our own events the hub had \c keptDays to be put back from a copy.
    base::Result<QStringList> ripePurges(const QDateTime &now);

    /// The places of all events are not known any more; what becomes of the order of cases is to be looked at. Inside a transaction.
    [[nodiscard]] base::Result<> forgetPlaces();
    /// Cases of which events were given places since then: their lists may follow an order that is no more.
    base::Result<QStringList> casesToRelist();
    /// The lists follow the order of \a caseId as it stands now. Inside a transaction.
    [[nodiscard]] base::Result<> relisted(const QString &caseId);

    /// Looks for pictures in events that were written since the last time; at most \a most events.
    [[nodiscard]] base::Result<bool> findPictures(EventStore &events, int most);

private:
    Database &m_database;
    CaseKeys &m_keys;
    base::Secret m_profileKey;
};

/// Days that our own events are kept readable after a case has left the hall.
inline constexpr int keptDays = 30;

}
