#include "core/desk/leasebook.h"

#include "core/base/durablefile.h"
#include "core/wire/fields.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;
using wire::Fields;

namespace {

constexpr qint64 largestLeaseFile = 16 << 20;
constexpr qsizetype mostLeases = 100'000;
constexpr int highestNumber = 999'999'999;
constexpr int latestYear = 9999;

QJsonObject lineOf(const journal::PaperSeries &series, const QString &hub, const QDateTime &at)
{
    return {{"organ"_L1, series.organ},
            {"paper"_L1, series.paper},
            {"year"_L1, series.year},
            {"hub"_L1, hub},
            {"at"_L1, at.toMSecsSinceEpoch()}};
}

QJsonObject jsonOf(const LeaseBook::Wish &wish)
{
    QJsonObject json = lineOf(wish.series, wish.hub, wish.at);
    json.insert("id"_L1, wish.id);
    json.insert("count"_L1, wish.count);
    json.insert("above"_L1, wish.above);
    return json;
}

QJsonObject jsonOf(const LeaseBook::Block &block)
{
    const auto &[code, paper, year, from, to, incarnation] = block.numbers;
    QJsonObject json = lineOf({code, paper, year}, block.hub, block.at);
    json.insert("from"_L1, from);
    json.insert("to"_L1, to);
    json.insert("incarnation"_L1, incarnation);
    return json;
}

template <class Line>
QJsonArray jsonOf(const QList<Line> &lines)
{
    QJsonArray array;
    for (const Line &line : lines)
        array.append(jsonOf(line));
    return array;
}

LeaseBook::Wish wishIn(Fields &fields)
{
    return {.id = fields.word("id"_L1),
            .hub = fields.word("hub"_L1),
            .series = {fields.word("organ"_L1), fields.word("paper"_L1), fields.count("year"_L1, 2000, latestYear)},
            .count = fields.count("count"_L1, 1, 1000),
            .above = fields.count("above"_L1, 0, highestNumber),
            .at = fields.time("at"_L1)};
}

LeaseBook::Block blockIn(Fields &fields)
{
    LeaseBook::Block block{.numbers = {.code = fields.word("organ"_L1),
                                       .paper = fields.word("paper"_L1),
                                       .year = fields.count("year"_L1, 2000, latestYear),
                                       .from = fields.count("from"_L1, 1, highestNumber),
                                       .to = fields.count("to"_L1, 1, highestNumber),
                                       .incarnation = fields.count("incarnation"_L1, 1, 9999)},
                           .hub = fields.word("hub"_L1),
                           .at = fields.time("at"_L1)};
    if (block.numbers.from > block.numbers.to)
        fields.fault("to"_L1, u"is before its beginning"_s);
    return block;
}

}

LeaseBook::LeaseBook(const QString &profileFolder, const QString &device) : m_file(profileFolder + u"/leases.json"_s), m_device(device)
{
    if (!QFile::exists(m_file))
        return;
    const base::Result<QJsonObject> json = base::readPlain(m_file, largestLeaseFile).and_then(wire::objectIn);
    if (!json) {
        m_fault = base::Error{json.error().kind, json.error().detail, m_file};
        return;
    }
    Fields fields(*json, m_file);
    const QString owner = fields.word("device"_L1);
    QList<Wish> wishes = fields.each("wishes"_L1, mostLeases, wishIn);
    QList<Block> blocks = fields.each("blocks"_L1, mostLeases, blockIn);
    const base::Result<bool> read = fields.done(true);
    if (!read) {
        m_fault = read.error();
    } else if (owner != m_device) {
        m_fault = base::Error{base::Error::Kind::Document, u"these numbers were leased to another PC: remove the file"_s, m_file};
    } else {
        m_wishes = std::move(wishes);
        m_blocks = std::move(blocks);
    }
}

base::Result<> LeaseBook::note(const Wish &wish)
{
    return keep(m_wishes + QList<Wish>{wish}, m_blocks);
}

base::Result<> LeaseBook::fulfil(const QString &id, const Block &block)
{
    QList<Wish> rest = m_wishes;
    if (rest.removeIf([&](const Wish &wish) { return wish.id == id; }) == 0)
        return {};
    return keep(std::move(rest), m_blocks + QList<Block>{block});
}

base::Result<> LeaseBook::keep(QList<Wish> wishes, QList<Block> blocks)
{
    if (m_fault)
        return base::Fail(*m_fault);
    const QJsonObject json{{"device"_L1, m_device}, {"wishes"_L1, jsonOf(wishes)}, {"blocks"_L1, jsonOf(blocks)}};
    return base::writeDurably(m_file, QJsonDocument(json).toJson()).map([&] {
        m_wishes = std::move(wishes);
        m_blocks = std::move(blocks);
    });
}

}
