#include "app/hub/store/reporttable.h"

#include "app/hub/store/values.h"

namespace hub {

using namespace Qt::StringLiterals;

base::Result<QStringList> ReportTable::uncounted(qint64 after, const QByteArray &basis, int most)
{
    QStringList uuids;
    return m_connection
        .each("SELECT c.uuid FROM case_line c LEFT JOIN report_line r ON r.case_line = c.id WHERE c.id > :after AND length(c.sealed) > 0"
              " AND (r.case_line IS NULL OR r.tips <> c.tips OR r.basis <> :basis) ORDER BY c.id LIMIT :most",
              {{u":after"_s, after}, {u":basis"_s, basis}, {u":most"_s, most}},
              [&](const QSqlQuery &row) {
                  uuids.append(row.value(0).toString());
                  return true;
              })
        .map([&] { return uuids; });
}

base::Result<int> ReportTable::casesWithoutLine()
{
    return m_connection
        .row("SELECT count(*) FROM case_line c LEFT JOIN report_line r ON r.case_line = c.id WHERE r.case_line IS NULL"
             " AND length(c.sealed) > 0")
        .map([](const std::optional<QVariantList> &row) { return row ? row->constFirst().toInt() : 0; });
}

base::Result<> ReportTable::put(const CountedLine &line)
{
    return m_connection.run("INSERT INTO report_line (case_line, tips, basis, first_day, last_day, suite, sealed)"
                            " VALUES (:case, :tips, :basis, :first, :last, :suite, :sealed) ON CONFLICT (case_line) DO UPDATE SET"
                            " tips = excluded.tips, basis = excluded.basis, first_day = excluded.first_day,"
                            " last_day = excluded.last_day, suite = excluded.suite, sealed = excluded.sealed",
                            {{u":case"_s, line.caseRow},
                             {u":tips"_s, line.tips.join()},
                             {u":basis"_s, line.basis},
                             {u":first"_s, line.firstDay},
                             {u":last"_s, line.lastDay},
                             {u":suite"_s, line.facts.suite},
                             {u":sealed"_s, line.facts.bytes}});
}

base::Result<QList<OpenableLine>> ReportTable::lines(QDate from, QDate to, qint64 after, int most)
{
    QList<OpenableLine> lines;
    return m_connection
        .each("SELECT c.id, c.uuid, c.hall, c.number, c.suite, c.sealed, r.suite, r.sealed FROM report_line r"
              " JOIN case_line c ON c.id = r.case_line WHERE c.id > :after AND r.last_day >= :from AND r.first_day <= :to"
              " AND length(c.sealed) > 0 ORDER BY c.id LIMIT :most",
              {{u":after"_s, after}, {u":from"_s, from.toJulianDay()}, {u":to"_s, to.toJulianDay()}, {u":most"_s, most}},
              [&](const QSqlQuery &row) {
                  lines.append({.caseRow = row.value(0).toLongLong(),
                                .uuid = row.value(1).toString(),
                                .hall = row.value(2).toString(),
                                .number = row.value(3).toString(),
                                .key = sealedIn(row.value(4), row.value(5)),
                                .facts = sealedIn(row.value(6), row.value(7))});
                  return true;
              })
        .map([&] { return lines; });
}

base::Result<QList<RatedVisit>> ReportTable::ratedVisits(const QDateTime &from, const QDateTime &until)
{
    QList<RatedVisit> visits;
    return m_connection
        .each("SELECT hall, device, level, at FROM rating WHERE at >= :from AND at < :until",
              {{u":from"_s, stored(from)}, {u":until"_s, stored(until)}},
              [&](const QSqlQuery &row) {
                  visits.append({row.value(0).toString(), row.value(1).toString(), row.value(2).toInt(), momentIn(row.value(3))});
                  return true;
              })
        .map([&] { return visits; });
}

}
