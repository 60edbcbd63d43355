#include "app/hub/store/unittable.h"

#include "app/hub/store/values.h"

namespace hub {

using namespace Qt::StringLiterals;

namespace {

#define ITEM_UNIT_COLUMNS                                                                                              \
    "SELECT u.case_line, u.item, u.unit, u.words, u.at, u.by_account, u.settled, c.uuid, u.proof_at FROM item_unit u"  \
    " JOIN case_line c ON c.id = u.case_line "
#define ITEM_UNIT_INSERT                                                                                               \
    "INSERT INTO item_unit (case_line, item, unit, words, at, by_account, settled, proof_at)"                          \
    " VALUES (:case, :item, :unit, :words, :at, :by, :settled, :proof) ON CONFLICT (case_line, item) "

Values valuesOf(const ItemUnit &item)
{
    return {{u":case"_s, item.caseRow}, {u":item"_s, item.item}, {u":unit"_s, item.unit},      {u":words"_s, item.words},
            {u":at"_s, stored(item.at)}, {u":by"_s, item.by},    {u":settled"_s, stored(item.settled)},
            {u":proof"_s, stored(item.proofAt)}};
}

}

base::Result<QList<UnroutedCase>> UnitTable::unrouted(qint64 after, int most)
{
    QList<UnroutedCase> cases;
    return m_connection
        .each("SELECT id, uuid FROM case_line WHERE filed = 1 AND routed = 0 AND id > :after ORDER BY id LIMIT :most",
              {{u":after"_s, after}, {u":most"_s, most}},
              [&](const QSqlQuery &row) {
                  cases.append({row.value(0).toLongLong(), row.value(1).toString()});
                  return true;
              })
        .map([&] { return cases; });
}

base::Result<> UnitTable::routed(qint64 caseRow)
{
    return m_connection.run("UPDATE case_line SET routed = 1 WHERE id = :case", {{u":case"_s, caseRow}});
}

base::Result<> UnitTable::putNew(const ItemUnit &item)
{
    return m_connection.run(ITEM_UNIT_INSERT "DO NOTHING", valuesOf(item));
}

base::Result<> UnitTable::put(const ItemUnit &item)
{
    return m_connection.run(ITEM_UNIT_INSERT "DO UPDATE SET unit = excluded.unit, words = excluded.words, at = excluded.at,"
                                             " by_account = excluded.by_account, settled = excluded.settled, proof_at = excluded.proof_at",
                            valuesOf(item));
}

base::Result<QList<ItemUnit>> UnitTable::unitsOf(qint64 caseRow)
{
    return read(ITEM_UNIT_COLUMNS "WHERE u.case_line = :case ORDER BY u.item", {{u":case"_s, caseRow}});
}

base::Result<QList<ItemUnit>> UnitTable::itemsOf(const QString &unit, int most)
{
    return read(ITEM_UNIT_COLUMNS "WHERE u.unit = :unit AND u.settled = 0 ORDER BY u.at, u.case_line, u.item LIMIT :most",
                {{u":unit"_s, unit}, {u":most"_s, most}});
}

base::Result<QList<ItemUnit>> UnitTable::read(const char *sql, const Values &values)
{
    QList<ItemUnit> items;
    return m_connection
        .each(sql, values,
              [&](const QSqlQuery &row) {
                  items.append({.caseRow = row.value(0).toLongLong(),
                                .item = row.value(1).toString(),
                                .unit = row.value(2).toString(),
                                .words = row.value(3).toString(),
                                .at = momentIn(row.value(4)),
                                .by = row.value(5).toString(),
                                .settled = row.value(6).toInt() != 0,
                                .caseUuid = row.value(7).toString(),
                                .proofAt = momentIn(row.value(8))});
                  return true;
              })
        .map([&] { return items; });
}

}
