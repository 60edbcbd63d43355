#pragma once

#include "core/journal/casekeys.h"
#include "core/journal/envelope.h"
#include "core/journal/journal.h"

namespace journal {

/// Whose events this program writes (table writer).
struct Writer {
    qint64 id = 0;
    QString device;
    int incarnation = 1;
};

/// The end of two chains: of everything that a writer wrote, and of one case.
struct Tail {
    qint64 seq = 0; ///< of the writer's last event; 0: none yet
    Hash last = Hash(hashSize, '\0'); ///< of that event
    QString caseId;
    Hash head; ///< of the case's last event; empty: none yet
};

/// The events themselves (table event): written once, read back only when hash, seal and columns agree.
class EventStore final
{
public:
    EventStore(Database &database, CaseKeys &keys) : m_database(database), m_keys(keys) { }

    /// Where the next event of \a writer on a case comes.
    base::Result<Tail> tailOf(const Writer &writer, const QString &caseId);
    /// Writes \a events behind \a tail; the new tail. Inside a transaction.
    base::Result<Tail> append(const Writer &writer, Tail tail, const base::Secret &key, const QString &guideVersion,
                              const QList<domain::Event> &events);

    /// All events of a case in order.
    base::Result<QList<domain::Event>> eventsOf(const QString &caseId);
    /// As Journal::casesWith(); reads nothing that is sealed.
    base::Result<CaseTrail> casesWith(const QString &type, const QDateTime &since, qint64 before, int most);
    /// Hands every event to \a visit, case by case, until that fails.
    [[nodiscard]] base::Result<> eachByCase(const std::function<base::Result<>(const Envelope &, const Hash &)> &visit);

    /// Checks every event and the chain of each writer; the count, or Error::Damaged naming the first bad sequence number.
    base::Result<qint64> verify();

private:
    using Visit = std::function<base::Result<>(const Envelope &, const Hash &)>;

    base::Result<> each(const char *sql, const Values &values, const Visit &visit);
    base::Result<Envelope> open(const QSqlQuery &row) const;
    base::Result<> write(const Writer &writer, const Envelope &envelope, const QByteArray &bytes, const Hash &hash,
                         const base::Secret &key);
    base::Result<> compareHeads(const QHash<QString, Hash> &heads, qint64 lastSeq);
    base::Fail damaged(qint64 seq, const QString &why) const;

    Database &m_database;
    CaseKeys &m_keys;
};

}
