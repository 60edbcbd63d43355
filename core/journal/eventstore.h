#pragma once

#include "core/journal/casekeys.h"
#include "core/journal/envelope.h"
#include "core/domain/merging.h"
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
    QList<Hash> heads; ///< events of the case that no other event names yet; none: it has no event
    bool isNoted = false; ///< they stand in a table of their own; else the head is the last event
};

/// Where an event comes from (event.origin): what its writer's chain demands of it, and whether it counts.
enum class Origin {
    Here = 0,
    Feed = 1, ///< written elsewhere, or given back to an older copy of this profile
    ToldAgain = 2, ///< written here under a number that the hub gave to another event; a later incarnation tells it
    Forgotten = 4, ///< added to one of these: the key of its case was destroyed
};

/// An event that is in the table already.
struct KnownEvent {
    qint64 id = 0;
    Hash hash;
    bool isForgotten = false;
    qint64 hubSeq = 0; ///< 0: no place yet
};

/// An event as merging asks for it.
domain::Placed placedOf(const Envelope &envelope, const Hash &hash);

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

    /// Writes an event that came from the feed, with its place. Inside a transaction.
    [[nodiscard]] base::Result<> take(const Writer &writer, const Envelope &envelope, const QByteArray &bytes, const Hash &hash,
                                      const base::Secret &key, qint64 hubSeq, const domain::Judgement &judgement);
    base::Result<std::optional<KnownEvent>> find(const Writer &writer, qint64 seq);
    /// Gives an event its place. Inside a transaction.
    [[nodiscard]] base::Result<> place(qint64 event, qint64 hubSeq, const domain::Judgement &judgement);
    /// The same for events of \a writer from \a first to \a last, whose places are \a ahead of their numbers. Inside a transaction.
    [[nodiscard]] base::Result<> placeRun(const Writer &writer, qint64 first, qint64 last, qint64 ahead, const domain::Judgement &judgement);
    /// Seals what was forgotten anew, for a case that came back. Inside a transaction.
    [[nodiscard]] base::Result<> remember(const KnownEvent &event, const Envelope &envelope, const QByteArray &bytes,
                                          const base::Secret &key);
    /// The case's events cannot be read any more. Inside a transaction.
    [[nodiscard]] base::Result<> forget(const QString &caseId);

    /// The last events of a case, as Tail has them; the rest of the tail is empty.
    base::Result<Tail> headsOf(const QString &caseId);
    /// Notes them. Inside a transaction.
    [[nodiscard]] base::Result<> setHeads(const QString &caseId, const QList<Hash> &heads);
    /// Writes what \a from wrote behind \a after and the hub has no place for once more as events of \a to, in the same order and
    /// with what their writer knew then; from then on only these count. The cases. Inside a transaction.
    base::Result<QStringList> tellAgain(const Writer &from, qint64 after, const Writer &to);
    /// The hash of the event of a case that was written here last, whoever did it.
    base::Result<Hash> lastOf(const QString &caseId);

    /// Whether events of a case that count were written under more than one name: only then can their order become another.
    base::Result<bool> isOfSeveralWriters(const QString &caseId);
    /// All events of a case that count, in the common order.
    base::Result<QList<domain::Placed>> historyOf(const QString &caseId);
    /// Events of \a writer behind \a seq that were written here, with the bytes as they were written.
    [[nodiscard]] base::Result<> eachWritten(const Writer &writer, qint64 after, int most,
                                             const std::function<base::Result<>(qint64 seq, const QByteArray &bytes, const Hash &)> &visit);
    /// Pictures that came to a case by the events behind \a from up to \a to (places in the table). What cannot be read is left out:
    /// whoever opens its case is told.
    [[nodiscard]] base::Result<> eachPicture(
        qint64 from, qint64 to,
        const std::function<base::Result<>(qint64 event, const QString &caseId, const domain::ScanAttached &, bool isOurs)> &visit);
    /// What was printed, handed to printers and confirmed by the events behind \a from up to \a to (places in the table), whoever wrote
    /// it. What cannot be read is left out.
    [[nodiscard]] base::Result<> eachPrint(qint64 from, qint64 to, const std::function<base::Result<>(const Envelope &)> &visit);
    /// As Journal::casesWith(); reads nothing that is sealed.
    base::Result<CaseTrail> casesWith(const QString &type, const QDateTime &since, qint64 before, int most);
    /// Hands every event that counts to \a visit, case by case, in the common order of each, until that fails.
    [[nodiscard]] base::Result<> eachByCase(const std::function<base::Result<>(const Envelope &, const Hash &)> &visit);

    /// Checks every event and the chain of each writer; the count, or Error::Damaged naming the first bad sequence number. Gapless is
    /// what was written here; of others there may be gaps, and what was forgotten is only counted.
    base::Result<qint64> verify();

private:
    friend class ChainCheck;
    using Visit = std::function<base::Result<>(const Envelope &, const Hash &)>;

    base::Result<> each(const char *sql, const Values &values, const Visit &visit);
    base::Result<Writer> asideOf(const Writer &writer);
    base::Result<> setAside(const Writer &from, const Writer &aside, const Envelope &envelope, const Hash &hash,
                            const base::Secret &key);
    base::Result<QByteArray> bytesOf(const QSqlQuery &row) const;
    base::Result<Envelope> open(const QSqlQuery &row) const;
    base::Result<> write(const Writer &writer, const Envelope &envelope, const QByteArray &bytes, const Hash &hash,
                         const base::Secret &key, Origin origin);
    base::Fail damaged(qint64 seq, const QString &why) const;

    Database &m_database;
    CaseKeys &m_keys;
};

}
