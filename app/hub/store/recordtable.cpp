#include "app/hub/store/recordtable.h"

#include "app/hub/store/dialect.h"
#include "app/hub/store/values.h"

namespace hub {

using namespace Qt::StringLiterals;

namespace {

const TableShape eventTable{"event",
                            {u"hub_seq"_s, u"case_line"_s, u"stream"_s, u"seq"_s, u"hash"_s, u"standing"_s, u"code"_s, u"received"_s,
                             u"suite"_s, u"sealed"_s}};

#define CASE_COLUMNS "SELECT id, uuid, hall, suite, sealed, tips, number, filed FROM case_line "

CaseLine caseIn(const QSqlQuery &row)
{
    CaseLine line{.id = row.value(0).toLongLong(),
                  .uuid = row.value(1).toString(),
                  .hall = row.value(2).toString(),
                  .key = sealedIn(row.value(3), row.value(4)),
                  .tips = {},
                  .number = row.value(6).toString(),
                  .filed = row.value(7).toBool()};
    const QByteArray tips = row.value(5).toByteArray();
    for (qsizetype at = 0; at + journal::hashSize <= tips.size(); at += journal::hashSize)
        line.tips.append(tips.mid(at, journal::hashSize));
    return line;
}

EventLine eventIn(const QSqlQuery &row, int first)
{
    return {.hubSeq = row.value(first).toLongLong(),
            .caseRow = row.value(first + 1).toLongLong(),
            .stream = row.value(first + 2).toLongLong(),
            .seq = row.value(first + 3).toLongLong(),
            .hash = row.value(first + 4).toByteArray(),
            .judgement = {domain::Standing(row.value(first + 5).toInt()), row.value(first + 6).toString()},
            .received = momentIn(row.value(first + 7)),
            .sealed = sealedIn(row.value(first + 8), row.value(first + 9))};
}

}

base::Result<> RecordTable::holdFeeds(QStringList halls)
{
    // SQLite has one writer. PostgreSQL gives places when they are asked for and shows them when they are committed, so a later
    // place could be seen, and passed by a cursor, before an earlier one. Sorted, so that two never wait for each other.
    if (m_connection.dialect() == Dialect::Sqlite || m_order == FeedOrder::LeftToChance)
        return {};
    halls.sort();
    halls.removeDuplicates();
    for (const QString &hall : std::as_const(halls)) {
        if (const base::Result<> held
            = m_connection.run("SELECT pg_advisory_xact_lock(20261122, hashtext(:hall))", {{u":hall"_s, hall}});
            !held)
            return held;
    }
    return {};
}

base::Result<std::optional<Stream>> RecordTable::find(const wire::Writer &writer)
{
    std::optional<Stream> found;
    return m_connection
        .each("SELECT id, last, hash, stopped, heard FROM stream WHERE device = :device AND incarnation = :incarnation $held",
              {{u":device"_s, writer.device}, {u":incarnation"_s, writer.incarnation}},
              [&](const QSqlQuery &row) {
                  found = Stream{row.value(0).toLongLong(),      writer, row.value(1).toLongLong(), row.value(2).toByteArray(),
                                 row.value(3).toBool(), momentIn(row.value(4))};
                  return true;
              })
        .map([&] { return found; });
}

base::Result<Stream> RecordTable::stream(const wire::Writer &writer)
{
    const base::Result<std::optional<Stream>> known = find(writer);
    if (!known)
        return base::Fail(known.error());
    if (*known)
        return **known;
    const Stream fresh{.writer = writer};
    const base::Result<> made = m_connection.run("INSERT INTO stream (device, incarnation, last, hash, stopped) VALUES (:device,"
                                                 " :incarnation, 0, :hash, 0) ON CONFLICT (device, incarnation) DO NOTHING",
                                                 {{u":device"_s, writer.device},
                                                  {u":incarnation"_s, writer.incarnation},
                                                  {u":hash"_s, fresh.hash}});
    if (!made)
        return base::Fail(made.error());
    const base::Result<std::optional<Stream>> found = find(writer);
    if (!found)
        return base::Fail(found.error());
    return found->value_or(fresh);
}

base::Result<> RecordTable::put(const Stream &stream)
{
    return m_connection.run("UPDATE stream SET last = :last, hash = :hash, stopped = :stopped, heard = :heard WHERE id = :id",
                            {{u":last"_s, stream.last},
                             {u":hash"_s, stream.hash},
                             {u":stopped"_s, stored(stream.stopped)},
                             {u":heard"_s, stored(stream.heard)},
                             {u":id"_s, stream.id}});
}

base::Result<QList<Stream>> RecordTable::streams()
{
    QList<Stream> streams;
    return m_connection
        .each("SELECT id, last, hash, stopped, heard, device, incarnation FROM stream ORDER BY device, incarnation", {},
              [&](const QSqlQuery &row) {
                  streams.append({row.value(0).toLongLong(),
                                  {row.value(5).toString(), row.value(6).toInt()},
                                  row.value(1).toLongLong(),
                                  row.value(2).toByteArray(),
                                  row.value(3).toBool(),
                                  momentIn(row.value(4))});
                  return true;
              })
        .map([&] { return streams; });
}

base::Result<int> RecordTable::lastIncarnation(const QString &device)
{
    return m_connection
        .row("SELECT coalesce(max(incarnation), 0) FROM stream WHERE device = :device AND last > 0", {{u":device"_s, device}})
        .map([](const std::optional<QVariantList> &row) { return row ? row->constFirst().toInt() : 0; });
}

base::Result<QHash<QString, CaseLine>> RecordTable::cases(const QStringList &uuids)
{
    QHash<QString, CaseLine> lines;
    return m_connection
        .each(CASE_COLUMNS "WHERE uuid $among", {{u":among"_s, among(uuids, m_connection.dialect())}},
              [&](const QSqlQuery &row) {
                  const CaseLine line = caseIn(row);
                  lines.insert(line.uuid, line);
                  return true;
              })
        .map([&] { return lines; });
}

base::Result<QList<CaseLine>> RecordTable::casesStillSince(const QDateTime &before, qint64 after, int most)
{
    QList<CaseLine> lines;
    return m_connection
        .each(CASE_COLUMNS "WHERE id > :after AND length(sealed) > 0 AND NOT EXISTS (SELECT 1 FROM event WHERE event.case_line = case_line.id"
                           " AND event.received >= :before) ORDER BY id LIMIT :most",
              {{u":after"_s, after}, {u":before"_s, stored(before)}, {u":most"_s, most}},
              [&](const QSqlQuery &row) {
                  lines.append(caseIn(row));
                  return true;
              })
        .map([&] { return lines; });
}

base::Result<std::optional<CaseLine>> RecordTable::caseWithNumber(const QString &number)
{
    std::optional<CaseLine> line;
    return m_connection
        .each(CASE_COLUMNS "WHERE number = :number AND number <> '' ORDER BY id", {{u":number"_s, number}},
              [&](const QSqlQuery &row) {
                  line = caseIn(row);
                  return false;
              })
        .map([&] { return line; });
}

base::Result<qint64> RecordTable::put(const CaseLine &line)
{
    Values values{{u":hall"_s, line.hall},      {u":suite"_s, line.key.suite},      {u":sealed"_s, line.key.bytes},
                  {u":tips"_s, line.tips.join()}, {u":number"_s, line.number}, {u":filed"_s, stored(line.filed)}};
    if (line.id != 0) {
        values.append({u":id"_s, line.id});
        return m_connection
            .run("UPDATE case_line SET hall = :hall, suite = :suite, sealed = :sealed, tips = :tips, number = :number, filed = :filed"
                 " WHERE id = :id",
                 values)
            .map([&] { return line.id; });
    }
    values.append({u":uuid"_s, line.uuid});
    const auto row = m_connection.row("INSERT INTO case_line (uuid, hall, suite, sealed, tips, number, filed) VALUES (:uuid, :hall,"
                                      " :suite, :sealed, :tips, :number, :filed) ON CONFLICT (uuid) DO NOTHING RETURNING id",
                                      values);
    if (!row)
        return base::Fail(row.error());
    if (!*row)
        return base::Fail({base::Error::Kind::Busy, u"somebody else has just begun this case"_s, {}});
    return (*row)->constFirst().toLongLong();
}

base::Result<QList<qint64>> RecordTable::nextPlaces(qsizetype count)
{
    QList<qint64> places;
    if (count == 0)
        return places;
    const Values values{{u":count"_s, qlonglong(count)}};
    if (m_connection.dialect() == Dialect::Postgres) {
        return m_connection
            .each("SELECT nextval('place') FROM generate_series(1, :count)", values,
                  [&](const QSqlQuery &row) {
                      places.append(row.value(0).toLongLong());
                      return true;
                  })
            .map([&] { return places; });
    }
    const auto row = m_connection.row("UPDATE self SET place = place + :count RETURNING place", values);
    if (!row)
        return base::Fail(row.error());
    m_lastPlace = *row ? (*row)->constFirst().toLongLong() : 0;
    for (qsizetype i = 0; i < count; ++i)
        places.append(m_lastPlace - count + 1 + i);
    return places;
}

base::Result<> RecordTable::add(const QList<EventLine> &events)
{
    QList<QVariantList> rows;
    rows.reserve(events.size());
    for (const EventLine &event : events) {
        rows.append({event.hubSeq, event.caseRow, event.stream, event.seq, event.hash, int(event.judgement.standing),
                     event.judgement.code, event.received.toMSecsSinceEpoch(), event.sealed.suite, event.sealed.bytes});
    }
    return m_connection.add(eventTable, rows);
}

base::Result<QList<EventLine>> RecordTable::eventsOfStream(qint64 stream, qint64 first, qint64 last)
{
    QList<EventLine> events;
    return m_connection
        .each("SELECT hub_seq, case_line, stream, seq, hash, standing, code, received FROM event WHERE stream = :stream AND seq"
              " BETWEEN :first AND :last ORDER BY seq",
              {{u":stream"_s, stream}, {u":first"_s, first}, {u":last"_s, last}},
              [&](const QSqlQuery &row) {
                  events.append({.hubSeq = row.value(0).toLongLong(),
                                 .caseRow = row.value(1).toLongLong(),
                                 .stream = stream,
                                 .seq = row.value(3).toLongLong(),
                                 .hash = row.value(4).toByteArray(),
                                 .judgement = {domain::Standing(row.value(5).toInt()), row.value(6).toString()},
                                 .received = momentIn(row.value(7)),
                                 .sealed = {}});
                  return true;
              })
        .map([&] { return events; });
}

base::Result<QList<RecordRows::Written>> RecordTable::eventsOfCase(qint64 caseRow)
{
    QList<Written> events;
    return m_connection
        .each("SELECT e.hub_seq, e.case_line, e.stream, e.seq, e.hash, e.standing, e.code, e.received, e.suite, e.sealed, s.device,"
              " s.incarnation FROM event e JOIN stream s ON s.id = e.stream WHERE e.case_line = :case ORDER BY e.hub_seq",
              {{u":case"_s, caseRow}},
              [&](const QSqlQuery &row) {
                  events.append({eventIn(row, 0), {row.value(10).toString(), row.value(11).toInt()}});
                  return true;
              })
        .map([&] { return events; });
}

}
