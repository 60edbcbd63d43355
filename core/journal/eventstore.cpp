#include "core/journal/eventstore.h"

#include <QHash>

#include <limits>
#include <utility>

namespace journal {

using namespace Qt::StringLiterals;

namespace {

// Columns of every statement that reads events, in the order of Column. Outer joins, so that an event whose writer or key is
// gone shows up as damaged instead of not at all.
#define EVENT_COLUMNS EVENT_COLUMNS_AND("0")
#define EVENT_COLUMNS_AND(more)                                                                                        \
    "SELECT e.seq, e.case_id, e.type, e.at, e.utc_offset, e.guide_version, e.prev, e.hash, e.suite, e.sealed,"         \
    " w.device, w.incarnation, k.suite, k.sealed, e.origin, " more                                                     \
    " FROM event e LEFT JOIN writer w ON w.id = e.writer LEFT JOIN case_key k ON k.case_id = e.case_id "
// What the hub has given no place comes at the end, in the order in which it was written here.
#define COMMON_ORDER "p.hub_seq IS NULL, p.hub_seq, e.id"
#define WITH_PLACE "LEFT JOIN place p ON p.event = e.id "
#define COUNTS "e.origin < 2 "
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
    Key,
    OriginOf,
    EventId
};

const QString againPrefix = u"again "_s;

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
    base::Result<Tail> heads = headsOf(caseId);
    if (!heads)
        return heads;
    Tail &tail = *heads;
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
                                .parents = tail.heads,
                                .guideVersion = guideVersion,
                                .event = event};
        const QByteArray bytes = canonicalBytes(envelope);
        const Hash hash = hashOf(bytes);
        if (const base::Result<> written = write(writer, envelope, bytes, hash, key, Origin::Here); !written)
            return base::Fail(written.error());
        tail.seq = envelope.seq;
        tail.last = hash;
        if (std::exchange(tail.isNoted, false)) {
            if (const base::Result<> joined = setHeads(tail.caseId, {hash}); !joined)
                return base::Fail(joined.error());
        }
        tail.heads = {hash};
    }
    return tail;
}

base::Result<> EventStore::write(const Writer &writer, const Envelope &envelope, const QByteArray &bytes,
                                 const Hash &hash, const base::Secret &key, Origin origin)
{
    const QDateTime &at = envelope.event.at;
    const Sealed sealed
        = seal(bytes, key, placeOf(envelope.device, envelope.incarnation, envelope.seq, envelope.caseId));
    return m_database.run(
        "INSERT INTO event (writer, seq, case_id, type, at, utc_offset, guide_version, prev, hash, suite,"
        " sealed, origin) VALUES (:writer, :seq, :case, :type, :at, :offset, :guide, :prev, :hash, :suite, :sealed, :origin)",
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
         {u":sealed"_s, sealed.bytes},
         {u":origin"_s, int(origin)}});
}

base::Result<> EventStore::take(const Writer &writer, const Envelope &envelope, const QByteArray &bytes, const Hash &hash,
                                const base::Secret &key, qint64 hubSeq, const domain::Judgement &judgement)
{
    return write(writer, envelope, bytes, hash, key, Origin::Feed).and_then([&] {
        return m_database.run("INSERT INTO place (event, hub_seq, standing, code) VALUES (last_insert_rowid(), :seq, :standing, :code)",
                              {{u":seq"_s, hubSeq}, {u":standing"_s, int(judgement.standing)}, {u":code"_s, judgement.code}});
    });
}

base::Result<std::optional<KnownEvent>> EventStore::find(const Writer &writer, qint64 seq)
{
    return m_database
        .row("SELECT e.id, e.hash, e.origin, p.hub_seq FROM event e LEFT JOIN place p ON p.event = e.id"
             " WHERE e.writer = :writer AND e.seq = :seq",
             {{u":writer"_s, writer.id}, {u":seq"_s, seq}})
        .map([](const std::optional<QVariantList> &row) -> std::optional<KnownEvent> {
            if (!row)
                return {};
            return KnownEvent{.id = row->at(0).toLongLong(),
                              .hash = row->at(1).toByteArray(),
                              .isForgotten = row->at(2).toInt() >= int(Origin::Forgotten),
                              .hubSeq = row->at(3).toLongLong()};
        });
}

base::Result<> EventStore::place(qint64 event, qint64 hubSeq, const domain::Judgement &judgement)
{
    return m_database.run("INSERT INTO place (event, hub_seq, standing, code) VALUES (:event, :seq, :standing, :code)"
                          " ON CONFLICT (event) DO UPDATE SET hub_seq = excluded.hub_seq, standing = excluded.standing, code = excluded.code",
                          {{u":event"_s, event},
                           {u":seq"_s, hubSeq},
                           {u":standing"_s, int(judgement.standing)},
                           {u":code"_s, judgement.code}});
}

base::Result<> EventStore::placeRun(const Writer &writer, qint64 first, qint64 last, qint64 ahead, const domain::Judgement &judgement)
{
    return m_database.run("INSERT INTO place (event, hub_seq, standing, code) SELECT e.id, e.seq + :ahead, :standing, :code FROM event e"
                          " WHERE e.writer = :writer AND e.seq BETWEEN :first AND :last"
                          " ON CONFLICT (event) DO UPDATE SET hub_seq = excluded.hub_seq, standing = excluded.standing, code = excluded.code"
                          " WHERE place.hub_seq <> excluded.hub_seq",
                          {{u":writer"_s, writer.id},
                           {u":first"_s, first},
                           {u":last"_s, last},
                           {u":ahead"_s, ahead},
                           {u":standing"_s, int(judgement.standing)},
                           {u":code"_s, judgement.code}});
}

base::Result<> EventStore::remember(const KnownEvent &event, const Envelope &envelope, const QByteArray &bytes, const base::Secret &key)
{
    const Sealed sealed
        = seal(bytes, key, placeOf(envelope.device, envelope.incarnation, envelope.seq, envelope.caseId));
    return m_database.run("UPDATE event SET suite = :suite, sealed = :sealed, origin = origin & 3 WHERE id = :event",
                          {{u":suite"_s, sealed.suite}, {u":sealed"_s, sealed.bytes}, {u":event"_s, event.id}});
}

base::Result<> EventStore::forget(const QString &caseId)
{
    return m_database.run("UPDATE event SET origin = origin | 4 WHERE case_id = :case", {{u":case"_s, caseId}})
        .and_then([&] { return setHeads(caseId, {}); });
}

base::Result<Tail> EventStore::headsOf(const QString &caseId)
{
    Tail tail{.caseId = caseId, .heads = {}};
    const base::Result<> read = m_database.each("SELECT hash FROM tip WHERE case_id = :case ORDER BY hash", {{u":case"_s, caseId}},
                                                [&](const QSqlQuery &row) -> base::Result<> {
                                                    tail.heads.append(row.value(0).toByteArray());
                                                    return {};
                                                });
    if (!read)
        return base::Fail(read.error());
    tail.isNoted = !tail.heads.isEmpty();
    if (tail.isNoted)
        return tail;
    return lastOf(caseId).map([&](const Hash &last) {
        if (!last.isEmpty())
            tail.heads = {last};
        return tail;
    });
}

base::Result<> EventStore::setHeads(const QString &caseId, const QList<Hash> &heads)
{
    base::Result<> set = m_database.run("DELETE FROM tip WHERE case_id = :case", {{u":case"_s, caseId}});
    const base::Result<Hash> last = lastOf(caseId);
    if (!set || !last)
        return set ? base::Fail(last.error()) : set;
    if (heads.isEmpty() || heads == QList<Hash>{*last})
        return set;
    for (const Hash &head : heads) {
        if (set)
            set = m_database.run("INSERT OR IGNORE INTO tip (case_id, hash) VALUES (:case, :hash)",
                                 {{u":case"_s, caseId}, {u":hash"_s, head}});
    }
    return set;
}

base::Result<Writer> EventStore::asideOf(const Writer &writer)
{
    const Values name{{u":device"_s, againPrefix + writer.device}, {u":incarnation"_s, writer.incarnation}};
    return m_database.run("INSERT OR IGNORE INTO writer (device, incarnation, mark) VALUES (:device, :incarnation, '')", name)
        .and_then([&] { return m_database.row("SELECT id FROM writer WHERE device = :device AND incarnation = :incarnation", name); })
        .map([&](const std::optional<QVariantList> &row) {
            return Writer{row ? row->constFirst().toLongLong() : 0, againPrefix + writer.device, writer.incarnation};
        });
}

/// Under its own number the hub's event will stand.
base::Result<> EventStore::setAside(const Writer &from, const Writer &aside, const Envelope &envelope, const Hash &hash,
                                    const base::Secret &key)
{
    const auto row = m_database.row("SELECT e.id, e.suite, e.sealed FROM event e WHERE e.writer = :writer AND e.hash = :hash",
                                    {{u":writer"_s, from.id}, {u":hash"_s, hash}});
    if (!row || !*row)
        return base::Fail(row ? base::Error{base::Error::Kind::Damaged, u"an event is gone"_s, m_database.file()} : row.error());
    const base::Result<QByteArray> bytes
        = unseal({(*row)->at(1).toInt(), (*row)->at(2).toByteArray()}, key,
                 placeOf(from.device, from.incarnation, envelope.seq, envelope.caseId));
    if (!bytes)
        return base::Fail(bytes.error());
    const Sealed sealed = seal(*bytes, key, placeOf(aside.device, aside.incarnation, envelope.seq, envelope.caseId));
    return m_database.run("UPDATE event SET origin = 2, writer = :aside, suite = :suite, sealed = :sealed WHERE id = :event",
                          {{u":aside"_s, aside.id},
                           {u":suite"_s, sealed.suite},
                           {u":sealed"_s, sealed.bytes},
                           {u":event"_s, (*row)->at(0)}});
}

base::Result<QStringList> EventStore::tellAgain(const Writer &from, qint64 after, const Writer &to)
{
    const base::Result<Writer> aside = asideOf(from);
    if (!aside)
        return base::Fail(aside.error());
    QList<std::pair<Envelope, Hash>> again;
    const base::Result<> read
        = each(EVENT_COLUMNS WITH_PLACE "WHERE e.writer = :writer AND e.seq > :after AND e.origin = 0 AND p.hub_seq IS NULL ORDER BY e.seq",
               {{u":writer"_s, from.id}, {u":after"_s, after}}, [&](const Envelope &envelope, const Hash &hash) -> base::Result<> {
                   again.append({envelope, hash});
                   return {};
               });
    if (!read)
        return base::Fail(read.error());
    QHash<Hash, Hash> told; ///< old → new
    QMap<QString, QList<Hash>> heads;
    const base::Result<Tail> end = tailOf(to, {});
    if (!end)
        return base::Fail(end.error());
    Hash last = end->last;
    qint64 seq = end->seq;
    for (auto &[original, old] : again) {
        Envelope envelope = original;
        if (!heads.contains(envelope.caseId)) {
            const base::Result<Tail> tail = headsOf(envelope.caseId);
            if (!tail)
                return base::Fail(tail.error());
            heads.insert(envelope.caseId, tail->heads);
        }
        envelope.device = to.device;
        envelope.incarnation = to.incarnation;
        envelope.seq = ++seq;
        envelope.prev = last;
        for (Hash &parent : envelope.parents)
            parent = told.value(parent, parent);
        const base::Result<std::optional<base::Secret>> key = m_keys.find(envelope.caseId);
        if (!key || !*key)
            return base::Fail(key ? base::Error{base::Error::Kind::Damaged, u"no key of its case"_s, m_database.file()} : key.error());
        const QByteArray bytes = canonicalBytes(envelope);
        last = hashOf(bytes);
        told.insert(old, last);
        const base::Result<> written = write(to, envelope, bytes, last, **key, Origin::Here).and_then([&] {
            return setAside(from, *aside, original, old, **key);
        });
        if (!written)
            return base::Fail(written.error());
        for (Hash &head : heads[envelope.caseId])
            head = head == old ? last : head;
    }
    for (auto each = heads.begin(); each != heads.end(); ++each) {
        if (const base::Result<> set = setHeads(each.key(), each.value()); !set)
            return base::Fail(set.error());
    }
    return heads.keys();
}

base::Result<Hash> EventStore::lastOf(const QString &caseId)
{
    return m_database
        .row("SELECT hash FROM event WHERE case_id = :case AND origin <> 2 ORDER BY id DESC LIMIT 1", {{u":case"_s, caseId}})
        .map([](const std::optional<QVariantList> &row) { return row ? row->constFirst().toByteArray() : Hash(); });
}

base::Result<bool> EventStore::isOfSeveralWriters(const QString &caseId)
{
    return m_database.row("SELECT count(DISTINCT e.writer) > 1 FROM event e WHERE e.case_id = :case AND " COUNTS, {{u":case"_s, caseId}})
        .map([](const std::optional<QVariantList> &row) { return row && row->constFirst().toBool(); });
}

domain::Placed placedOf(const Envelope &envelope, const Hash &hash)
{
    return {.event = envelope.event,
            .id = hash,
            .seen = envelope.parents,
            .writer = domain::writerOf(envelope.device, envelope.incarnation)};
}

base::Result<QList<domain::Placed>> EventStore::historyOf(const QString &caseId)
{
    QList<domain::Placed> history;
    return each(EVENT_COLUMNS WITH_PLACE "WHERE e.case_id = :case AND " COUNTS "ORDER BY " COMMON_ORDER, {{u":case"_s, caseId}},
                [&](const Envelope &envelope, const Hash &hash) -> base::Result<> {
                    history.append(placedOf(envelope, hash));
                    return {};
                })
        .map([&] { return history; });
}

base::Result<> EventStore::eachWritten(const Writer &writer, qint64 after, int most,
                                       const std::function<base::Result<>(qint64, const QByteArray &, const Hash &)> &visit)
{
    return m_database.each(EVENT_COLUMNS "WHERE e.writer = :writer AND e.seq > :after AND e.origin = 0 ORDER BY e.seq LIMIT :most",
                           {{u":writer"_s, writer.id}, {u":after"_s, after}, {u":most"_s, most}},
                           [&](const QSqlQuery &row) -> base::Result<> {
                               const qint64 seq = row.value(Seq).toLongLong();
                               const base::Result<QByteArray> bytes = bytesOf(row);
                               if (!bytes)
                                   return damaged(seq, bytes.error().detail);
                               const Hash hash = row.value(HashOf).toByteArray();
                               return hashOf(*bytes) == hash ? visit(seq, *bytes, hash) : damaged(seq, u"its hash is another"_s);
                           });
}

base::Result<> EventStore::eachPicture(
    qint64 from, qint64 to,
    const std::function<base::Result<>(qint64, const QString &, const domain::ScanAttached &, bool)> &visit)
{
    return m_database.each(EVENT_COLUMNS_AND("e.id") "WHERE e.id > :from AND e.id <= :to AND e.type = 'scan.attached' AND e.origin < 4",
                           {{u":from"_s, from}, {u":to"_s, to}}, [&](const QSqlQuery &row) -> base::Result<> {
                               const base::Result<Envelope> envelope = open(row);
                               const auto *life = envelope ? std::get_if<domain::LifeFact>(&envelope->event.fact) : nullptr;
                               const auto *scan = life ? std::get_if<domain::ScanAttached>(life) : nullptr;
                               if (!scan)
                                   return {};
                               return visit(row.value(EventId).toLongLong(), envelope->caseId, *scan,
                                            row.value(OriginOf).toInt() != int(Origin::Feed));
                           });
}

base::Result<> EventStore::eachPrint(qint64 from, qint64 to, const std::function<base::Result<>(const Envelope &)> &visit)
{
    return m_database.each(EVENT_COLUMNS "WHERE e.id > :from AND e.id <= :to AND e.type IN ('print.requested', 'print.printed',"
                                         " 'print.confirmed') AND e.origin < 4 ORDER BY e.id",
                           {{u":from"_s, from}, {u":to"_s, to}}, [&](const QSqlQuery &row) -> base::Result<> {
                               const base::Result<Envelope> envelope = open(row);
                               return envelope ? visit(*envelope) : base::Result<>();
                           });
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
    return each(EVENT_COLUMNS WITH_PLACE "WHERE " COUNTS "ORDER BY e.case_id, " COMMON_ORDER, {}, visit);
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

base::Result<QByteArray> EventStore::bytesOf(const QSqlQuery &row) const
{
    const QString caseId = row.value(CaseId).toString();
    const base::Result<base::Secret> key
        = m_keys.open(caseId, {row.value(KeySuite).toInt(), row.value(Key).toByteArray()});
    if (!key)
        return base::Fail(key.error());
    return unseal({row.value(SuiteOf).toInt(), row.value(SealedBytes).toByteArray()}, *key,
                  placeOf(row.value(Device).toString(), row.value(Incarnation).toInt(), row.value(Seq).toLongLong(), caseId));
}

base::Result<Envelope> EventStore::open(const QSqlQuery &row) const
{
    const QString caseId = row.value(CaseId).toString();
    const QString device = row.value(Device).toString();
    const int incarnation = row.value(Incarnation).toInt();
    const qint64 seq = row.value(Seq).toLongLong();
    const base::Result<QByteArray> bytes = bytesOf(row);
    if (!bytes)
        return base::Fail(bytes.error());
    const bool isToldAgain = row.value(OriginOf).toInt() % int(Origin::Forgotten) == int(Origin::ToldAgain);
    const bool isReceived = row.value(OriginOf).toInt() == int(Origin::Feed);
    base::Result<Envelope> envelope = isReceived ? readReceived(*bytes) : readEnvelope(*bytes);
    if (!envelope)
        return envelope;
    const domain::Event &event = envelope->event;
    const bool columnsAgree = hashOf(*bytes) == row.value(HashOf).toByteArray() && envelope->caseId == caseId
        && (isToldAgain ? againPrefix : QString()) + envelope->device == device && envelope->incarnation == incarnation && envelope->seq == seq
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
