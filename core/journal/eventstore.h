#pragma once

#include "core/journal/casekeys.h"
#include "core/journal/envelope.h"

namespace journal {

/// Whose events this program writes (table writer).
struct Writer {
    qint64 id = 0;
    QString device;
    int incarnation = 1;
};

/// The events themselves (table event): written once, read back only when hash, seal and columns agree.
class EventStore final
{
public:
    EventStore(Database &database, CaseKeys &keys) : m_database(database), m_keys(keys) { }

    /// Writes \a events behind the writer's last one; the hash of the last of them. Inside a transaction.
    base::Result<Hash> append(const Writer &writer, const QString &caseId, const base::Secret &key,
                              const QString &guideVersion, const QList<domain::Event> &events);

    /// All events of a case in order.
    base::Result<QList<domain::Event>> eventsOf(const QString &caseId);
    /// Hands every event to \a visit, case by case, until that fails.
    [[nodiscard]] base::Result<> eachByCase(const std::function<base::Result<>(const Envelope &, const Hash &)> &visit);

    /// Checks every event and the chain of each writer; the count, or Error::Damaged naming the first bad sequence number.
    base::Result<qint64> verify();

private:
    using Visit = std::function<base::Result<>(const Envelope &, const Hash &)>;

    base::Result<> each(const char *sql, const QVariantList &values, const Visit &visit);
    base::Result<Envelope> open(const QSqlQuery &row) const;
    base::Result<> write(const Writer &writer, const Envelope &envelope, const QByteArray &bytes, const Hash &hash,
                         const base::Secret &key);
    base::Result<> compareHeads(const QHash<QString, Hash> &heads, qint64 lastSeq);
    base::Fail damaged(qint64 seq, const QString &why) const;

    Database &m_database;
    CaseKeys &m_keys;
};

}
