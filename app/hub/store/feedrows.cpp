#include "app/hub/store/recordtable.h"
#include "app/hub/store/values.h"

namespace hub {

using namespace Qt::StringLiterals;

namespace {

const TableShape feedTable{"feed", {u"hall"_s, u"place"_s, u"kind"_s, u"case_line"_s, u"event"_s, u"mark"_s}};

FeedLine entryIn(const QSqlQuery &row, const QString &hall)
{
    return {.place = row.value(0).toLongLong(),
            .hall = hall,
            .kind = wire::Entry::Kind(row.value(1).toInt()),
            .caseRow = row.value(2).toLongLong(),
            .event = row.value(3).toLongLong(),
            .check = row.value(4).toByteArray()};
}

PulledLine pulledIn(const QSqlQuery &row, const QString &hall)
{
    return {.entry = entryIn(row, hall),
            .caseUuid = row.value(5).toString(),
            .isHere = row.value(6).toString() == hall,
            .caseKey = {row.value(7).toInt(), row.value(8).toByteArray()},
            .writer = {row.value(9).toString(), row.value(10).toInt()},
            .event = {.hubSeq = row.value(3).toLongLong(),
                      .caseRow = row.value(2).toLongLong(),
                      .seq = row.value(11).toLongLong(),
                      .hash = row.value(12).toByteArray(),
                      .judgement = {domain::Standing(row.value(13).toInt()), row.value(14).toString()},
                      .received = {},
                      .sealed = sealedIn(row.value(15), row.value(16))}};
}

AsideLine asideIn(const QSqlQuery &row)
{
    return {.id = row.value(0).toLongLong(),
            .reason = AsideLine::Reason(row.value(1).toInt()),
            .writer = {row.value(2).toString(), row.value(3).toInt()},
            .seq = row.value(4).toLongLong(),
            .caseUuid = row.value(5).toString(),
            .hash = row.value(6).toByteArray(),
            .received = momentIn(row.value(7)),
            .sealed = sealedIn(row.value(8), row.value(9))};
}

}

base::Result<> RecordTable::add(const QList<FeedLine> &entries)
{
    QList<QVariantList> rows;
    rows.reserve(entries.size());
    for (const FeedLine &entry : entries)
        rows.append({entry.hall, entry.place, int(entry.kind), entry.caseRow, entry.event, entry.check});
    return m_connection.add(feedTable, rows);
}

base::Result<wire::Cursor> RecordTable::feedEnd(const QString &hall)
{
    return m_connection
        .row("SELECT place, mark FROM feed WHERE hall = :hall ORDER BY place DESC LIMIT 1", {{u":hall"_s, hall}})
        .map([](const std::optional<QVariantList> &row) {
            return row ? wire::Cursor{row->at(0).toLongLong(), row->at(1).toByteArray()} : wire::Cursor();
        });
}

base::Result<std::optional<FeedLine>> RecordTable::entryAt(const QString &hall, qint64 place)
{
    std::optional<FeedLine> entry;
    return m_connection
        .each("SELECT place, kind, case_line, event, mark FROM feed WHERE hall = :hall AND place = :place",
              {{u":hall"_s, hall}, {u":place"_s, place}},
              [&](const QSqlQuery &row) {
                  entry = entryIn(row, hall);
                  return true;
              })
        .map([&] { return entry; });
}

base::Result<QList<PulledLine>> RecordTable::entriesAfter(const QString &hall, qint64 place, int most, qint64 bytes,
                                                          const QString &inBrief)
{
    QList<PulledLine> entries;
    qint64 size = 0;
    return m_connection
        .each("SELECT f.place, f.kind, f.case_line, f.event, f.mark, c.uuid, c.hall, c.suite, c.sealed, s.device, s.incarnation, e.seq,"
              " e.hash, e.standing, e.code, e.suite, CASE WHEN s.device = :brief THEN NULL ELSE e.sealed END FROM feed f LEFT JOIN case_line c ON c.id = f.case_line"
              " LEFT JOIN event e ON e.hub_seq = f.event LEFT JOIN stream s ON s.id = e.stream"
              " WHERE f.hall = :hall AND f.place > :place ORDER BY f.place LIMIT :most",
              {{u":brief"_s, inBrief}, {u":hall"_s, hall}, {u":place"_s, place}, {u":most"_s, most}},
              [&](const QSqlQuery &row) {
                  entries.append(pulledIn(row, hall));
                  size += entries.constLast().event.sealed.bytes.size();
                  return size < bytes;
              })
        .map([&] { return entries; });
}

base::Result<> RecordTable::keepAside(const AsideLine &line)
{
    return m_connection.run("INSERT INTO aside (reason, device, incarnation, seq, case_uuid, hash, received, suite, sealed)"
                            " VALUES (:reason, :device, :incarnation, :seq, :case, :hash, :received, :suite, :sealed)"
                            " ON CONFLICT (device, incarnation, seq, hash) DO NOTHING",
                            {{u":reason"_s, int(line.reason)},
                             {u":device"_s, line.writer.device},
                             {u":incarnation"_s, line.writer.incarnation},
                             {u":seq"_s, line.seq},
                             {u":case"_s, line.caseUuid},
                             {u":hash"_s, line.hash},
                             {u":received"_s, stored(line.received)},
                             {u":suite"_s, line.sealed.suite},
                             {u":sealed"_s, line.sealed.bytes}});
}

base::Result<QList<AsideLine>> RecordTable::aside(int most)
{
    QList<AsideLine> lines;
    return m_connection
        .each("SELECT id, reason, device, incarnation, seq, case_uuid, hash, received, suite, sealed FROM aside ORDER BY id DESC LIMIT"
              " :most",
              {{u":most"_s, most}},
              [&](const QSqlQuery &row) {
                  lines.append(asideIn(row));
                  return true;
              })
        .map([&] { return lines; });
}

base::Result<int> RecordTable::countAside(const QDateTime &before)
{
    return m_connection.row("SELECT count(*) FROM aside WHERE received < :before", {{u":before"_s, stored(before)}})
        .map([](const std::optional<QVariantList> &row) { return row ? row->constFirst().toInt() : 0; });
}

base::Result<int> RecordTable::clearAside(const QDateTime &before)
{
    return m_connection.change("DELETE FROM aside WHERE received < :before", {{u":before"_s, stored(before)}});
}

base::Result<> RecordTable::put(const Alarm &alarm)
{
    Values values{{u":at"_s, stored(alarm.at)},
                  {u":kind"_s, alarm.kind},
                  {u":device"_s, alarm.device},
                  {u":words"_s, alarm.words},
                  {u":seen"_s, stored(alarm.seenAt)}};
    if (alarm.id == 0)
        return m_connection.run("INSERT INTO alarm (at, kind, device, words, seen_at) VALUES (:at, :kind, :device, :words, :seen)",
                                values);
    return m_connection.run("UPDATE alarm SET seen_at = :seen WHERE id = :id",
                            {{u":seen"_s, stored(alarm.seenAt)}, {u":id"_s, alarm.id}});
}

base::Result<QList<Alarm>> RecordTable::alarms(bool unseenOnly, int most)
{
    QList<Alarm> alarms;
    return m_connection
        .each("SELECT id, at, kind, device, words, seen_at FROM alarm WHERE :all = 1 OR seen_at IS NULL ORDER BY id DESC LIMIT :most",
              {{u":all"_s, stored(!unseenOnly)}, {u":most"_s, most}},
              [&](const QSqlQuery &row) {
                  alarms.append({row.value(0).toLongLong(), momentIn(row.value(1)), row.value(2).toString(), row.value(3).toString(),
                                 row.value(4).toString(), momentIn(row.value(5))});
                  return true;
              })
        .map([&] { return alarms; });
}

}
