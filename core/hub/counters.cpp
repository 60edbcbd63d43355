#include "core/hub/counters.h"

#include "core/hub/book.h"
#include "core/hub/history.h"
#include "core/hub/words.h"

#include <QSet>

#include <algorithm>

namespace hub {

using namespace Qt::StringLiterals;
using Code = wire::Problem::Code;

namespace {

base::Result<wire::ReceiptDifferences> differencesOf(const QString &device, QDate day, const std::optional<wire::ReceiptList> &list,
                                                     Transaction &rows)
{
    const base::Result<QList<CounterRows::Printed>> printed = rows.counters().receiptsOf(device, day);
    if (!printed)
        return base::Fail(printed.error());
    wire::ReceiptDifferences differences;
    QSet<QString> listed;
    for (const wire::PrintedReceipt &receipt : list ? list->receipts : QList<wire::PrintedReceipt>()) {
        if (listed.contains(receipt.number))
            continue;
        listed.insert(receipt.number);
        const base::Result<std::optional<CaseLine>> line = rows.records().caseWithNumber(receipt.number);
        if (!line)
            return base::Fail(line.error());
        if (!*line || !(*line)->filed)
            differences.unknownToHub << receipt.number;
    }
    for (const CounterRows::Printed &receipt : *printed) {
        if (!listed.contains(receipt.number))
            differences.notListed << receipt.number;
    }
    return differences;
}

}

wire::Answer<wire::Lease> Counters::lease(const Device &device, const wire::LeaseWish &wish) const
{
    if (!isPlain(wish.item))
        return refused(Code::BadRequest, u"there is no such item"_s);
    return within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> wire::Answer<wire::Lease> {
        const auto lines = rows.records().cases({wish.caseId});
        if (!lines)
            return refused(lines.error());
        const CaseLine line = lines->value(wish.caseId);
        if (line.id == 0 || line.erased() || line.hall != device.hall)
            return refused(Code::Unknown, u"there is no such case in this hall"_s);
        const base::Result<QList<domain::Placed>> history = historyOf(line, rows.records(), m_engine.key);
        const base::Result<std::optional<LeaseLine>> held = rows.counters().lease(line.id, wish.item);
        if (!history || !held)
            return refused(!history ? history.error() : held.error());
        const auto items = domain::merge(*history).file.life.items;
        if (items.value(wish.item).delivery)
            return wire::Lease{.granted = false, .until = m_engine.now(), .holder = {}};
        const QDateTime now = m_engine.now();
        if (*held && (*held)->until > now && (*held)->device != device.uuid) {
            const base::Result<std::optional<Device>> holder = rows.devices().device((*held)->device);
            if (!holder)
                return refused(holder.error());
            return wire::Lease{.granted = false, .until = (*held)->until, .holder = *holder ? (*holder)->card.window : QString()};
        }
        const LeaseLine fresh{line.id, wish.item, device.uuid, now.addSecs(leaseSeconds)};
        if (const base::Result<> put = rows.counters().put(fresh); !put)
            return refused(put.error());
        return wire::Lease{.granted = true, .until = fresh.until, .holder = device.card.window};
    });
}

wire::Answer<wire::SerialBlock> Counters::serials(const Device &device, const wire::SerialWish &wish) const
{
    if (!isPlain(wish.organ) || !isPlain(wish.paper))
        return refused(Code::BadRequest, u"there is no such series"_s);
    if (!isPlain(wish.id))
        return refused(Code::BadRequest, u"this is no id of a wish"_s);
    return within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> wire::Answer<wire::SerialBlock> {
        const base::Result<int> last = rows.counters().lastSerial(wish);
        if (!last)
            return refused(last.error());
        if (wish.above - mostPassedOver > *last)
            return refused(Code::BadRequest, u"no number near %1 was ever given: pass over what was given elsewhere"
                                             u" (yichuang-hub serials --used-up-to)"_s.arg(wish.above));
        const base::Result<BlockLine> block = rows.counters().takeBlock(wish, device.uuid, m_engine.now());
        if (!block)
            return refused(block.error());
        const wire::SerialWish &had = block->series;
        if (had.organ != wish.organ || had.paper != wish.paper || had.year != wish.year)
            return refused(Code::BadRequest, u"another series was asked for with this id before"_s);
        return block->block;
    });
}

base::Result<QList<BlockLine>> Counters::blocks() const
{
    return within(m_engine.store, Store::For::Reading, [](Transaction &rows) { return rows.counters().blocks(); });
}

base::Result<> Counters::passOver(const wire::SerialWish &series, int last, const QString &by) const
{
    if (!isPlain(series.organ) || !isPlain(series.paper) || last < 1)
        return base::Fail({base::Error::Kind::Document, u"there is no such series or number"_s, {}});
    return within(m_engine.store, Store::For::Writing, [&](Transaction &rows) {
        return rows.counters().passOver(series, last).and_then([&] {
            return writeDown(m_engine, rows, by, u"serials-passed-over"_s, u"%1/%2/%3"_s.arg(series.organ, series.paper).arg(series.year),
                             QString::number(last));
        });
    });
}

wire::Answer<wire::ReceiptDifferences> Counters::receipts(const Device &device, const wire::ReceiptList &list) const
{
    const auto isNumber = [](const wire::PrintedReceipt &receipt) { return isPlain(receipt.number); };
    if (!std::ranges::all_of(list.receipts, isNumber))
        return refused(Code::BadRequest, u"a receipt has no number that could be one"_s);
    return within(m_engine.store, Store::For::Writing, [&](Transaction &rows) -> wire::Answer<wire::ReceiptDifferences> {
        if (const base::Result<> put = rows.counters().put(SentReceipts{device.uuid, list, m_engine.now()}); !put)
            return refused(put.error());
        const base::Result<wire::ReceiptDifferences> differences = differencesOf(device.uuid, list.day, list, rows);
        if (!differences)
            return refused(differences.error());
        return *differences;
    });
}

base::Result<QList<Counters::DayOfReceipts>> Counters::receiptsOf(QDate day) const
{
    return within(m_engine.store, Store::For::Reading, [&](Transaction &rows) -> base::Result<QList<DayOfReceipts>> {
        const base::Result<QList<Device>> devices = rows.devices().devices();
        if (!devices)
            return base::Fail(devices.error());
        QList<DayOfReceipts> days;
        for (const Device &device : *devices) {
            const base::Result<std::optional<SentReceipts>> sent = rows.counters().sentReceipts(device.uuid, day);
            if (!sent)
                return base::Fail(sent.error());
            const base::Result<wire::ReceiptDifferences> differences
                = differencesOf(device.uuid, day, *sent ? std::optional((*sent)->list) : std::nullopt, rows);
            if (!differences)
                return base::Fail(differences.error());
            if (*sent || !device.revokedAt.isValid() || !differences->notListed.isEmpty())
                days.append({device, *sent, *differences});
        }
        return days;
    });
}

}
