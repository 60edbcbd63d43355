#include "core/guides/mattersearch.h"

#include <algorithm>
#include <array>

namespace guides {

using domain::GuidePack;
using domain::Matter;

MatterSearch::MatterSearch(const Shelf &shelf, Pinyin pinyin, const QString &regionCode, QDate day)
    : m_pinyin(std::move(pinyin))
{
    for (const GuidePack *pack : shelf.offered(day, regionCode)) {
        for (const Matter &matter : pack->matters)
            m_entries.append(entryOf(*pack, matter));
    }
}

MatterSearch::Entry MatterSearch::entryOf(const GuidePack &pack, const Matter &matter) const
{
    Entry entry{.hit = {.ref = {pack.id, pack.version, matter.id},
                        .name = matter.name,
                        .region = pack.regionName,
                        .audience = matter.audience,
                        .lead = matter.lead,
                        .mark = matter.mark,
                        .status = matter.status,
                        .items = int(matter.items.size()),
                        .because = {}},
                .name = m_pinyin.spell(matter.name),
                .wordings = {},
                .items = {}};
    for (const QString &wording : matter.keywords)
        entry.wordings.append({wording, m_pinyin.spell(wording)});
    for (const domain::Item &item : matter.items)
        entry.items.append({item.name, m_pinyin.spell(item.name)});
    return entry;
}

MatterSearch::Fitting MatterSearch::fittingOf(const Entry &entry, const std::u32string &query)
{
    const qsizetype inName = entry.name.find(query);
    if (inName >= 0)
        return {inName == 0 ? Rank::NameStart : Rank::Name, {}};
    const auto fits = [&](const Text &text) { return text.spelling.find(query) >= 0; };
    const auto wording = std::ranges::find_if(entry.wordings, fits);
    if (wording != entry.wordings.end())
        return {Rank::Wording, wording->text};
    const auto item = std::ranges::find_if(entry.items, fits);
    if (item != entry.items.end())
        return {Rank::Item, item->text};
    return {};
}

QList<MatterHit> MatterSearch::find(const QString &query, int most) const
{
    const std::u32string wanted = typed(query);
    std::array<QList<MatterHit>, size_t(Rank::None)> ranked;
    for (const Entry &entry : m_entries) {
        const Fitting fitting = fittingOf(entry, wanted);
        if (fitting.rank == Rank::None)
            continue;
        ranked[size_t(fitting.rank)].append(entry.hit);
        ranked[size_t(fitting.rank)].back().because = fitting.because;
    }
    QList<MatterHit> hits;
    for (const QList<MatterHit> &rank : ranked)
        hits.append(rank);
    return hits.mid(0, std::max(most, 0));
}

}
