#include "app/hub/store/issuetable.h"

#include "app/hub/store/values.h"

namespace hub {

using namespace Qt::StringLiterals;

namespace {

#define ISSUE_SELECT(document)                                                                                         \
    "SELECT i.case_line, i.item, i.state, i.tries, i.next_at, i.claimed_until, i.code, i.kind, i.suite, " document      \
    ", i.words, c.uuid FROM issued_licence i JOIN case_line c ON c.id = i.case_line "

IssuedLicence issuedIn(const QSqlQuery &row)
{
    return {.caseRow = row.value(0).toLongLong(),
            .item = row.value(1).toString(),
            .state = IssuedLicence::State(row.value(2).toInt()),
            .tries = row.value(3).toInt(),
            .next = momentIn(row.value(4)),
            .claimedUntil = momentIn(row.value(5)),
            .code = row.value(6).toString(),
            .kind = row.value(7).toString(),
            .document = sealedIn(row.value(8), row.value(9)),
            .words = row.value(10).toString(),
            .caseUuid = row.value(11).toString()};
}

std::optional<IssuedLicence> firstIssued(const QList<IssuedLicence> &licences)
{
    return licences.isEmpty() ? std::optional<IssuedLicence>() : licences.constFirst();
}

}

base::Result<> IssueTable::putNew(const IssuedLicence &licence)
{
    return m_connection.run("INSERT INTO issued_licence (case_line, item, state, tries, next_at, code, kind, suite, document, words)"
                            " VALUES (:case, :item, :state, 0, :next, '', '', 0, :none, '') ON CONFLICT (case_line, item) DO NOTHING",
                            {{u":case"_s, licence.caseRow},
                             {u":item"_s, licence.item},
                             {u":state"_s, int(licence.state)},
                             {u":next"_s, stored(licence.next)},
                             {u":none"_s, QByteArray("")}});
}

base::Result<> IssueTable::put(const IssuedLicence &licence)
{
    return m_connection.run("UPDATE issued_licence SET state = :state, tries = :tries, next_at = :next, claimed_until = :claimed,"
                            " code = :code, kind = :kind, suite = :suite, document = :document, words = :words"
                            " WHERE case_line = :case AND item = :item",
                            {{u":state"_s, int(licence.state)},
                             {u":tries"_s, licence.tries},
                             {u":next"_s, stored(licence.next)},
                             {u":claimed"_s, stored(licence.claimedUntil)},
                             {u":code"_s, licence.code},
                             {u":kind"_s, licence.kind},
                             {u":suite"_s, licence.document.suite},
                             {u":document"_s, licence.document.bytes.isNull() ? QByteArray("") : licence.document.bytes},
                             {u":words"_s, licence.words},
                             {u":case"_s, licence.caseRow},
                             {u":item"_s, licence.item}});
}

base::Result<std::optional<IssuedLicence>> IssueTable::due(const QDateTime &now)
{
    return read(ISSUE_SELECT("''") "WHERE i.state = 0 AND i.next_at <= :now AND (i.claimed_until IS NULL OR i.claimed_until <= :alsonow)"
                " ORDER BY i.next_at LIMIT 1",
                {{u":now"_s, stored(now)}, {u":alsonow"_s, stored(now)}})
        .map(firstIssued);
}

base::Result<bool> IssueTable::claim(const IssuedLicence &licence, const QDateTime &now, const QDateTime &until)
{
    return m_connection
        .change("UPDATE issued_licence SET claimed_until = :until WHERE case_line = :case AND item = :item AND state = 0"
                " AND (claimed_until IS NULL OR claimed_until <= :now)",
                {{u":until"_s, stored(until)}, {u":case"_s, licence.caseRow}, {u":item"_s, licence.item}, {u":now"_s, stored(now)}})
        .map([](int rows) { return rows > 0; });
}

base::Result<QList<IssuedLicence>> IssueTable::licencesOf(qint64 caseRow)
{
    return read(ISSUE_SELECT("''") "WHERE i.case_line = :case ORDER BY i.item", {{u":case"_s, caseRow}});
}

base::Result<std::optional<IssuedLicence>> IssueTable::licence(qint64 caseRow, const QString &item)
{
    return read(ISSUE_SELECT("i.document") "WHERE i.case_line = :case AND i.item = :item", {{u":case"_s, caseRow}, {u":item"_s, item}})
        .map(firstIssued);
}

base::Result<QList<IssuedLicence>> IssueTable::open(int most)
{
    return read(ISSUE_SELECT("''") "WHERE i.state = 0 OR i.state = 3 ORDER BY i.next_at LIMIT :most", {{u":most"_s, most}});
}

base::Result<QList<IssuedLicence>> IssueTable::read(const char *sql, const Values &values)
{
    QList<IssuedLicence> licences;
    return m_connection
        .each(sql, values,
              [&](const QSqlQuery &row) {
                  licences.append(issuedIn(row));
                  return true;
              })
        .map([&] { return licences; });
}

}
