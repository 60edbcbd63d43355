#include "core/journal/shelfstore.h"

#include "core/journal/digests.h"
#include "core/journal/logging.h"
#include "core/journal/seal.h"
#include "core/journal/storedmoment.h"

namespace journal {

using namespace Qt::StringLiterals;
using domain::ShelfStand;
using domain::ShelfState;

namespace {

// The stored numbers, for ever; the states of a moment follow them.
static_assert(int(ShelfStand::Expected) == 0 && int(ShelfStand::Ready) == 2 && int(ShelfStand::Told) == 3
              && int(ShelfStand::ToProve) == 4 && int(ShelfState::Late) == 5 && int(ShelfState::Forgotten) == 6);

constexpr int anyState = (1 << domain::shelfStates) - 1;

#define SHELF_STATE "CASE WHEN s.due < :now AND s.stand = 2 THEN 5 WHEN s.due < :now AND s.stand = 3 THEN 6 ELSE s.stand END"
#define SHELF_LINES(lead)                                                                                              \
    "SELECT s.place, s.case_id, s.item, " SHELF_STATE ", s.due, s.amber_from, s.red_from, s.suite, s.line, f.number,"      \
    " f.pack, f.version, f.matter, f.suite, f.applicant, k.suite, k.sealed, d.suite, d.summary"                        \
    " FROM shelf s JOIN case_file f ON f.case_id = s.case_id JOIN case_key k ON k.case_id = s.case_id"                 \
    " LEFT JOIN case_digest d ON d.case_id = s.case_id"                                                                \
    " WHERE" lead "(s.due, s.place) > (:afterDue, :afterPlace) AND (:states >> " SHELF_STATE ") & 1"                     \
    " AND s.refusal >= :refusals ORDER BY s.due, s.place LIMIT :most"
enum ShelfColumn {
    PlaceOfLine,
    CaseOfLine,
    ItemOfLine,
    StateOfLine,
    DueOfLine,
    AmberOfLine,
    RedOfLine,
    LineSuite,
    SealedLine,
    NumberOfLine,
    PackOfLine,
    VersionOfLine,
    MatterOfLine,
    NameSuite,
    SealedName,
    LineKeySuite,
    LineKey,
    LineSummarySuite,
    LineSummary
};

QByteArray linePlace(const QString &caseId, const QString &item)
{
    return "shelf.line|" + caseId.toUtf8() + '|' + item.toUtf8();
}

QByteArray namePlace(const QString &caseId)
{
    return "case_file.applicant|" + caseId.toUtf8();
}

const char *shelfSql(const ShelfQuery &query)
{
    if (!query.caseId.isEmpty())
        return SHELF_LINES(" s.case_id = :case AND ");
    if (query.code)
        return SHELF_LINES(" (s.case_id, s.item) IN (SELECT c.case_id, c.item FROM shelf_code c WHERE c.code = :code) AND ");
    return SHELF_LINES(" ");
}

}

base::Result<> ShelfStore::put(const domain::Case &file, const QList<ShelfDigest> &results, const base::Secret &key)
{
    base::Result<> done = remove(file.id);
    int count = 0;
    for (const ShelfDigest &result : results) {
        done = done.and_then([&] { return putCodes(file.id, result); });
        if (!done || result.line.isEmpty())
            continue;
        const Sealed line = seal(result.line, key, linePlace(file.id, result.item));
        done = m_database.run(
            "INSERT INTO shelf (place, case_id, item, stand, refusal, due, amber_from, red_from, suite, line)"
            " VALUES (:place, :case, :item, :stand, :refusal, :due, :amber, :red, :suite, :line)",
            {{u":place"_s, u"%1-%2"_s.arg(file.number).arg(++count, 3, 10, QLatin1Char('0'))},
             {u":case"_s, file.id},
             {u":item"_s, result.item},
             {u":stand"_s, int(result.stand)},
             {u":refusal"_s, result.refusal},
             {u":due"_s, stored(result.due)},
             {u":amber"_s, stored(result.amberFrom)},
             {u":red"_s, stored(result.redFrom)},
             {u":suite"_s, line.suite},
             {u":line"_s, line.bytes}});
    }
    return done;
}

base::Result<> ShelfStore::putCodes(const QString &caseId, const ShelfDigest &result)
{
    base::Result<> done;
    for (const QString &code : result.codes) {
        done = done.and_then([&] {
            return m_database.run("INSERT OR IGNORE INTO shelf_code (code, case_id, item) VALUES (:code, :case, :item)",
                                  {{u":code"_s, m_keys.markOf(code)}, {u":case"_s, caseId}, {u":item"_s, result.item}});
        });
    }
    return done;
}

base::Result<> ShelfStore::remove(const QString &caseId)
{
    return m_database.run("DELETE FROM shelf WHERE case_id = :case", {{u":case"_s, caseId}}).and_then([&] {
        return m_database.run("DELETE FROM shelf_code WHERE case_id = :case", {{u":case"_s, caseId}});
    });
}

base::Result<> ShelfStore::clear()
{
    return m_database.run("DELETE FROM shelf").and_then([this] { return m_database.run("DELETE FROM shelf_code"); });
}

base::Result<QList<ShelfLine>> ShelfStore::lines(const ShelfQuery &query, const TaskPlace &after, int most)
{
    int states = query.states.isEmpty() ? anyState : 0;
    for (const ShelfState state : query.states)
        states |= 1 << int(state);
    Values values{{u":now"_s, query.now.toMSecsSinceEpoch()}, {u":afterDue"_s, after.due}, {u":afterPlace"_s, after.place},
                  {u":states"_s, states},                     {u":refusals"_s, query.refusalsOnly}, {u":most"_s, qMax(0, most)}};
    if (!query.caseId.isEmpty())
        values.append({u":case"_s, query.caseId});
    else if (query.code)
        values.append({u":code"_s, m_keys.markOf(*query.code)});
    QList<ShelfLine> lines;
    return m_database
        .each(shelfSql(query), values,
              [&](const QSqlQuery &row) -> base::Result<> {
                  lines.append(read(row));
                  return {};
              })
        .map([&] { return lines; });
}

ShelfLine ShelfStore::read(const QSqlQuery &row) const
{
    ShelfLine line{.caseId = row.value(CaseOfLine).toString(),
                   .number = row.value(NumberOfLine).toString(),
                   .guide = {row.value(PackOfLine).toString(), row.value(VersionOfLine).toString(), row.value(MatterOfLine).toString()},
                   .applicant = {},
                   .summary = {},
                   .item = row.value(ItemOfLine).toString(),
                   .state = ShelfState(row.value(StateOfLine).toInt()),
                   .due = momentOf(row.value(DueOfLine)),
                   .amberFrom = momentOf(row.value(AmberOfLine)),
                   .redFrom = momentOf(row.value(RedOfLine)),
                   .line = {},
                   .place = {row.value(DueOfLine).toLongLong(), row.value(PlaceOfLine).toString()}};
    const base::Result<base::Secret> key
        = m_keys.open(line.caseId, {row.value(LineKeySuite).toInt(), row.value(LineKey).toByteArray()});
    const auto opened = [&](ShelfColumn suite, ShelfColumn sealed, const QByteArray &place) -> QByteArray {
        const base::Result<QByteArray> plain = key.and_then([&](const base::Secret &caseKey) {
            return unseal({row.value(suite).toInt(), row.value(sealed).toByteArray()}, caseKey, place);
        });
        // As in the case list: one spoilt line must not take the whole list away.
        if (!plain)
            qCWarning(lcJournal) << "shelf line of case" << line.caseId << "cannot be read:" << plain.error().detail;
        return plain.value_or(QByteArray());
    };
    line.line = opened(LineSuite, SealedLine, linePlace(line.caseId, line.item));
    line.applicant = QString::fromUtf8(opened(NameSuite, SealedName, namePlace(line.caseId)));
    line.summary
        = Digests::summaryOf(line.caseId, {row.value(LineSummarySuite).toInt(), row.value(LineSummary).toByteArray()}, key);
    return line;
}

base::Result<ShelfCounts> ShelfStore::counts(const QDateTime &now)
{
    ShelfCounts counts;
    return m_database
        .each("SELECT " SHELF_STATE ", s.refusal, count(*) FROM shelf s GROUP BY 1, 2", {{u":now"_s, now.toMSecsSinceEpoch()}},
              [&](const QSqlQuery &row) -> base::Result<> {
                  const int state = row.value(0).toInt();
                  if (state < 0 || state >= domain::shelfStates)
                      return {};
                  counts.lines[size_t(state)] += row.value(2).toInt();
                  if (row.value(1).toBool())
                      counts.refusals[size_t(state)] += row.value(2).toInt();
                  return {};
              })
        .map([&] { return counts; });
}

base::Result<QStringList> ShelfStore::casesWithCode(const QString &code, int most)
{
    QStringList cases;
    return m_database
        .each("SELECT DISTINCT case_id FROM shelf_code WHERE code = :code LIMIT :most",
              {{u":code"_s, m_keys.markOf(code)}, {u":most"_s, qMax(0, most)}},
              [&](const QSqlQuery &row) -> base::Result<> {
                  cases << row.value(0).toString();
                  return {};
              })
        .map([&] { return cases; });
}

}
