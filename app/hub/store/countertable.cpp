#include "app/hub/store/countertable.h"

#include "app/hub/store/values.h"
#include "core/wire/messages.h"

#include <limits>

namespace hub {

using namespace Qt::StringLiterals;

namespace {

Values namedSeries(const wire::SerialWish &series)
{
    return {{u":organ"_s, series.organ}, {u":paper"_s, series.paper}, {u":year"_s, series.year}};
}

constexpr int blockColumns = 8;

BlockLine blockIn(const QVariantList &row)
{
    BlockLine block{.series = {.organ = row[0].toString(), .paper = row[1].toString(), .year = row[2].toInt(), .id = row[7].toString()},
                    .block = {row[3].toInt(), row[4].toInt()},
                    .device = row[5].toString(),
                    .at = momentIn(row[6])};
    block.series.count = block.block.to - block.block.from + 1;
    return block;
}

}

base::Result<std::optional<LeaseLine>> CounterTable::lease(qint64 caseRow, const QString &item)
{
    return m_connection
        .row("SELECT device, until FROM lease WHERE case_line = :case AND item = :item $held",
             {{u":case"_s, caseRow}, {u":item"_s, item}})
        .map([&](const std::optional<QVariantList> &row) -> std::optional<LeaseLine> {
            if (!row)
                return {};
            return LeaseLine{caseRow, item, row->at(0).toString(), momentIn(row->at(1))};
        });
}

base::Result<> CounterTable::put(const LeaseLine &lease)
{
    return m_connection.run("INSERT INTO lease (case_line, item, device, until) VALUES (:case, :item, :device, :until)"
                            " ON CONFLICT (case_line, item) DO UPDATE SET device = excluded.device, until = excluded.until",
                            {{u":case"_s, lease.caseRow},
                             {u":item"_s, lease.item},
                             {u":device"_s, lease.device},
                             {u":until"_s, stored(lease.until)}});
}

base::Result<BlockLine> CounterTable::takeBlock(const wire::SerialWish &wish, const QString &device, const QDateTime &at)
{
    const auto before = m_connection.row("SELECT organ, paper, year, first, last, device, at, wish FROM serial_block"
                                         " WHERE device = :device AND wish = :wish",
                                         {{u":device"_s, device}, {u":wish"_s, wish.id}});
    if (!before)
        return base::Fail(before.error());
    if (*before)
        return blockIn(**before);
    const auto row = m_connection.row("INSERT INTO series (organ, paper, year, last) VALUES (:organ, :paper, :year, :fresh)"
                                      " ON CONFLICT (organ, paper, year) DO UPDATE SET"
                                      " last = CASE WHEN series.last < :above THEN :over ELSE series.last END + :count RETURNING last",
                                      namedSeries(wish)
                                          + Values{{u":fresh"_s, qint64(wish.above) + wish.count},
                                                   {u":above"_s, wish.above},
                                                   {u":over"_s, wish.above},
                                                   {u":count"_s, wish.count}});
    if (!row)
        return base::Fail(row.error());
    const qint64 last = *row ? (*row)->constFirst().toLongLong() : 0;
    if (last < wish.count || last > std::numeric_limits<int>::max())
        return base::Fail({base::Error::Kind::Storage, u"this series has no more numbers"_s, {}});
    const BlockLine block{wish, {int(last) - wish.count + 1, int(last)}, device, at};
    return m_connection
        .run("INSERT INTO serial_block (organ, paper, year, first, last, device, at, wish) VALUES (:organ, :paper, :year, :first,"
             " :last, :device, :at, :wish)",
             namedSeries(wish)
                 + Values{{u":first"_s, block.block.from},
                          {u":last"_s, block.block.to},
                          {u":device"_s, device},
                          {u":at"_s, stored(at)},
                          {u":wish"_s, wish.id}})
        .map([&] { return block; });
}

base::Result<QList<BlockLine>> CounterTable::blocksBy(const char *sql, const Values &values)
{
    QList<BlockLine> blocks;
    return m_connection
        .each(sql, values,
              [&](const QSqlQuery &row) {
                  QVariantList cells;
                  for (int i = 0; i < blockColumns; ++i)
                      cells << row.value(i);
                  blocks.append(blockIn(cells));
                  return true;
              })
        .map([&] { return blocks; });
}

base::Result<QList<BlockLine>> CounterTable::blocks(const wire::SerialWish &series)
{
    return blocksBy("SELECT organ, paper, year, first, last, device, at, wish FROM serial_block WHERE organ = :organ AND paper = :paper"
                    " AND year = :year ORDER BY first",
                    namedSeries(series));
}

base::Result<QList<BlockLine>> CounterTable::blocks()
{
    return blocksBy("SELECT organ, paper, year, first, last, device, at, wish FROM serial_block ORDER BY year, organ, paper, first", {});
}

base::Result<int> CounterTable::lastSerial(const wire::SerialWish &series)
{
    return m_connection.row("SELECT last FROM series WHERE organ = :organ AND paper = :paper AND year = :year $held", namedSeries(series))
        .map([](const std::optional<QVariantList> &row) { return row ? row->constFirst().toInt() : 0; });
}

base::Result<> CounterTable::passOver(const wire::SerialWish &series, int last)
{
    return m_connection.run("INSERT INTO series (organ, paper, year, last) VALUES (:organ, :paper, :year, :last)"
                            " ON CONFLICT (organ, paper, year) DO UPDATE SET last = excluded.last WHERE series.last < excluded.last",
                            namedSeries(series) + Values{{u":last"_s, last}});
}

base::Result<> CounterTable::passOverInAll(int count)
{
    return m_connection.run("UPDATE series SET last = last + :count", {{u":count"_s, count}});
}

base::Result<> CounterTable::put(const ReceiptPrint &print)
{
    return m_connection.run("INSERT INTO receipt_print (case_line, print, device, day, came) VALUES (:case, :print, :device, :day, :came)"
                            " ON CONFLICT (case_line, print) DO NOTHING",
                            {{u":case"_s, print.caseRow},
                             {u":print"_s, print.print},
                             {u":device"_s, print.device},
                             {u":day"_s, print.day.toJulianDay()},
                             {u":came"_s, stored(print.came)}});
}

base::Result<> CounterTable::setCame(qint64 caseRow, const QByteArray &print)
{
    return m_connection.run("UPDATE receipt_print SET came = 1 WHERE case_line = :case AND print = :print",
                            {{u":case"_s, caseRow}, {u":print"_s, print}});
}

base::Result<QList<CounterRows::Printed>> CounterTable::receiptsOf(const QString &device, QDate day)
{
    QList<Printed> receipts;
    return m_connection
        .each("SELECT DISTINCT c.number, c.filed FROM receipt_print r JOIN case_line c ON c.id = r.case_line"
              " WHERE r.device = :device AND r.day = :day AND r.came = 1 ORDER BY c.number",
              {{u":device"_s, device}, {u":day"_s, day.toJulianDay()}},
              [&](const QSqlQuery &row) {
                  receipts.append({row.value(0).toString(), row.value(1).toBool()});
                  return true;
              })
        .map([&] { return receipts; });
}

base::Result<> CounterTable::put(const SentReceipts &sent)
{
    return m_connection.run("INSERT INTO receipt_list (device, day, at, list) VALUES (:device, :day, :at, :list)"
                            " ON CONFLICT (device, day) DO UPDATE SET at = excluded.at, list = excluded.list",
                            {{u":device"_s, sent.device},
                             {u":day"_s, sent.list.day.toJulianDay()},
                             {u":at"_s, stored(sent.at)},
                             {u":list"_s, wire::toJson(sent.list)}});
}

base::Result<std::optional<SentReceipts>> CounterTable::sentReceipts(const QString &device, QDate day)
{
    const auto row = m_connection.row("SELECT at, list FROM receipt_list WHERE device = :device AND day = :day",
                                      {{u":device"_s, device}, {u":day"_s, day.toJulianDay()}});
    if (!row)
        return base::Fail(row.error());
    if (!*row)
        return std::nullopt;
    return wire::receiptListFrom((*row)->at(1).toByteArray()).map([&](const wire::ReceiptList &list) {
        return std::optional(SentReceipts{device, list, momentIn((*row)->at(0))});
    });
}

}
