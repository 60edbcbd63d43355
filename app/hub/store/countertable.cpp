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
    const auto row = m_connection.row("INSERT INTO series (organ, paper, year, last) VALUES (:organ, :paper, :year, :count)"
                                      " ON CONFLICT (organ, paper, year) DO UPDATE SET last = series.last + excluded.last RETURNING last",
                                      namedSeries(wish) + Values{{u":count"_s, wish.count}});
    if (!row)
        return base::Fail(row.error());
    const qint64 last = *row ? (*row)->constFirst().toLongLong() : 0;
    if (last < wish.count || last > std::numeric_limits<int>::max())
        return base::Fail({base::Error::Kind::Storage, u"this series has no more numbers"_s, {}});
    const BlockLine block{wish, {int(last) - wish.count + 1, int(last)}, device, at};
    return m_connection
        .run("INSERT INTO serial_block (organ, paper, year, first, last, device, at) VALUES (:organ, :paper, :year, :first, :last,"
             " :device, :at)",
             namedSeries(wish)
                 + Values{{u":first"_s, block.block.from}, {u":last"_s, block.block.to}, {u":device"_s, device}, {u":at"_s, stored(at)}})
        .map([&] { return block; });
}

base::Result<QList<BlockLine>> CounterTable::blocks(const wire::SerialWish &series)
{
    QList<BlockLine> blocks;
    return m_connection
        .each("SELECT first, last, device, at FROM serial_block WHERE organ = :organ AND paper = :paper AND year = :year ORDER BY first",
              namedSeries(series),
              [&](const QSqlQuery &row) {
                  BlockLine block{series, {row.value(0).toInt(), row.value(1).toInt()}, row.value(2).toString(), momentIn(row.value(3))};
                  block.series.count = block.block.to - block.block.from + 1;
                  blocks.append(block);
                  return true;
              })
        .map([&] { return blocks; });
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
