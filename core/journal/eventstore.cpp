#include "core/journal/eventstore.h"

#include <QHash>

#include <limits>

namespace journal {

using namespace Qt::StringLiterals;

namespace {

// Columns of every statement that reads events, in the order of Column. Outer joins, so that an event whose writer or key is
// gone shows up as damaged instead of not at all.
#define EVENT_COLUMNS                                                                                                  \
    "SELECT e.seq, e.case_id, e.type, e.at, e.utc_offset, e.guide_version, e.prev, e.hash, e.suite, e.sealed,"         \
    " w.device, w.incarnation, k.suite, k.sealed"                                                                      \
    " FROM event e LEFT JOIN writer w ON w.id = e.writer LEFT JOIN case_key k ON k.case_id = e.case_id "
enum Column {
    Seq,
    CaseId,
    Type,
    At,
    Offset,
    GuideVersion,
    Prev,
    HashOf,
    SuiteOf,
    SealedBytes,
    Device,
    Incarnation,
    KeySuite,
    Key
};

QByteArray placeOf(const QString &device, int incarnation, qint64 seq, const QString &caseId)
{
    return u"event|%1|%2|%3|%4"_s.arg(device, QString::number(incarnation), QString::number(seq), caseId).toUtf8();
}

}

base::Result<Tail> EventStore::tailOf(const Writer &writer, const QString &caseId)
{
    const auto last = m_database.row("SELECT seq, hash FROM event WHERE writer = :writer ORDER BY seq DESC LIMIT 1",
                                     {{u":writer"_s, writer.id}});
    if (!last)
        return base::Fail(last.error());
    const auto head = m_database.row("SELECT hash FROM event WHERE case_id = :case ORDER BY id DESC LIMIT 1",
                                     {{u":case"_s, caseId}});
    if (!head)
        return base::Fail(head.error());
    Tail tail{.caseId = caseId, .head = *head ? (*head)->constFirst().toByteArray() : Hash()};
    if (*last) {
        tail.seq = (*last)->at(0).toLongLong();
        tail.last = (*last)->at(1).toByteArray();
    }
    return tail;
}

base::Result<Tail> EventStore::append(const Writer &writer, Tail tail, const base::Secret &key,
                                      const QString &guideVersion, const QList<domain::Event> &events)
{
    for (const domain::Event &event : events) {
        const Envelope envelope{.caseId = tail.caseId,
                                .device = writer.device,
                                .incarnation = writer.incarnation,
                                .seq = tail.seq + 1,
                                .prev = tail.last,
                                .parents = tail.head.isEmpty() ? QList<Hash>() : QList<Hash>{tail.head},
                                .guideVersion = guideVersion,
                                .event = event};
        const QByteArray bytes = canonicalBytes(envelope);
        const Hash hash = hashOf(bytes);
        if (const base::Result<> written = write(writer, envelope, bytes, hash, key); !written)
            return base::Fail(written.error());
        tail.seq = envelope.seq;
        tail.last = tail.head = hash;
    }
    return tail;
}

base::Result<> EventStore::write(const Writer &writer, const Envelope &envelope, const QByteArray &bytes,
                                 const Hash &hash, const base::Secret &key)
{
    const QDateTime &at = envelope.event.at;
    const Sealed sealed
        = seal(bytes, key, placeOf(envelope.device, envelope.incarnation, envelope.seq, envelope.caseId));
    return m_database.run(
        "INSERT INTO event (writer, seq, case_id, type, at, utc_offset, guide_version, prev, hash, suite,"
        " sealed) VALUES (:writer, :seq, :case, :type, :at, :offset, :guide, :prev, :hash, :suite, :sealed)",
        {{u":writer"_s, writer.id},
         {u":seq"_s, envelope.seq},
         {u":case"_s, envelope.caseId},
         {u":type"_s, domain::typeName(envelope.event.fact)},
         {u":at"_s, at.toMSecsSinceEpoch()},
         {u":offset"_s, at.offsetFromUtc()},
         {u":guide"_s, envelope.guideVersion},
         {u":prev"_s, envelope.prev},
         {u":hash"_s, hash},
         {u":suite"_s, sealed.suite},
         {u":sealed"_s, sealed.bytes}});
}

base::Result<QList<domain::Event>> EventStore::eventsOf(const QString &caseId)
{
    QList<domain::Event> events;
    return each(EVENT_COLUMNS "WHERE e.case_id = :case ORDER BY e.id", {{u":case"_s, caseId}},
                [&](const Envelope &envelope, const Hash &) -> base::Result<> {
                    events.append(envelope.event);
                    return {};
                })
        .map([&] { return events; });
}

base::Result<CaseTrail> EventStore::casesWith(const QString &type, const QDateTime &since, qint64 before, int most)
{
    CaseTrail trail;
    bool isOver = true; // nothing, or nothing but what is older
    int count = 0;
    return m_database
        .each("SELECT id, case_id, type, at FROM event WHERE id < :before ORDER BY id DESC LIMIT :most",
              {{u":before"_s, before > 0 ? before : std::numeric_limits<qint64>::max()}, {u":most"_s, qMax(1, most)}},
              [&](const QSqlQuery &row) -> base::Result<> {
                  ++count;
                  trail.next = row.value(0).toLongLong();
                  if (row.value(3).toLongLong() < since.toMSecsSinceEpoch())
                      return {};
                  isOver = false;
                  const QString caseId = row.value(1).toString();
                  if (row.value(2).toString() == type && !trail.cases.contains(caseId))
                      trail.cases << caseId;
                  return {};
              })
        .map([&] {
            if (isOver || count < most)
                trail.next = 0;
            return trail;
        });
}

base::Result<> EventStore::eachByCase(const Visit &visit)
{
    return each(EVENT_COLUMNS "ORDER BY e.case_id, e.id", {}, visit);
}

base::Result<qint64> EventStore::verify()
{
    struct Last {
        qint64 seq = 0;
        Hash hash = Hash(hashSize, '\0');
    };
    QHash<QString, Last> lastOfWriter;
    QHash<QString, Hash> heads;
    qint64 count = 0;
    qint64 lastSeq = 0;
    base::Result<> checked
        = each(EVENT_COLUMNS "ORDER BY e.id", {}, [&](const Envelope &envelope, const Hash &hash) -> base::Result<> {
              Last &last = lastOfWriter[envelope.device + u'/' + QString::number(envelope.incarnation)];
              if (envelope.seq != last.seq + 1)
                  return damaged(last.seq + 1, u"missing, or not in its place"_s);
              if (envelope.prev != last.hash)
                  return damaged(envelope.seq, u"does not follow the event before"_s);
              if (envelope.parents.isEmpty() ? heads.contains(envelope.caseId)
                                             : !envelope.parents.contains(heads.value(envelope.caseId)))
                  return damaged(envelope.seq, u"does not follow the case's last event"_s);
              last = {envelope.seq, hash};
              heads[envelope.caseId] = hash;
              lastSeq = envelope.seq;
              ++count;
              return {};
          });
    if (checked)
        checked = compareHeads(heads, lastSeq);
    return checked.map([&] { return count; });
}

/// A journal cut off behind some event is a perfect shorter chain; the case list still knows how far each case went.
base::Result<> EventStore::compareHeads(const QHash<QString, Hash> &heads, qint64 lastSeq)
{
    return m_database.each("SELECT case_id, head FROM case_file", {}, [&](const QSqlQuery &row) -> base::Result<> {
        if (heads.value(row.value(0).toString()) != row.value(1).toByteArray())
            return damaged(lastSeq + 1, u"missing: case %1 went further"_s.arg(row.value(0).toString()));
        return {};
    });
}

base::Result<> EventStore::each(const char *sql, const Values &values, const Visit &visit)
{
    return m_database.each(sql, values, [&](const QSqlQuery &row) -> base::Result<> {
        const base::Result<Envelope> envelope = open(row);
        if (!envelope)
            return damaged(row.value(Seq).toLongLong(), envelope.error().detail);
        return visit(*envelope, row.value(HashOf).toByteArray());
    });
}

base::Result<Envelope> EventStore::open(const QSqlQuery &row) const
{
    const QString caseId = row.value(CaseId).toString();
    const QString device = row.value(Device).toString();
    const int incarnation = row.value(Incarnation).toInt();
    const qint64 seq = row.value(Seq).toLongLong();
    const base::Result<base::Secret> key
        = m_keys.open(caseId, {row.value(KeySuite).toInt(), row.value(Key).toByteArray()});
    if (!key)
        return base::Fail(key.error());
    const base::Result<QByteArray> bytes = unseal({row.value(SuiteOf).toInt(), row.value(SealedBytes).toByteArray()},
                                                  *key, placeOf(device, incarnation, seq, caseId));
    if (!bytes)
        return base::Fail(bytes.error());
    base::Result<Envelope> envelope = readEnvelope(*bytes);
    if (!envelope)
        return envelope;
    const domain::Event &event = envelope->event;
    const bool columnsAgree = hashOf(*bytes) == row.value(HashOf).toByteArray() && envelope->caseId == caseId
        && envelope->device == device && envelope->incarnation == incarnation && envelope->seq == seq
        && envelope->prev == row.value(Prev).toByteArray()
        && envelope->guideVersion == row.value(GuideVersion).toString()
        && domain::typeName(event.fact) == row.value(Type).toString()
        && event.at.toMSecsSinceEpoch() == row.value(At).toLongLong()
        && event.at.offsetFromUtc() == row.value(Offset).toInt();
    if (!columnsAgree)
        return base::Fail({base::Error::Kind::Damaged, u"row and sealed content differ"_s, {}});
    return envelope;
}

base::Fail EventStore::damaged(qint64 seq, const QString &why) const
{
    return base::Fail(
        {base::Error::Kind::Damaged, u"event %1: %2"_s.arg(QString::number(seq), why), m_database.file()});
}

}
