#include "core/desk/guidebrowser.h"

#include "core/guides/shelf.h"

#include <QVersionNumber>

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 ofNoMatter = ~0u;

/// The levels that the catalogue means by \a written: 市、县级 is 市级 and 县级; what stands in brackets is left out.
QStringList levelsOf(const QString &written)
{
    QStringList levels;
    for (const QString &part : written.section(u'（', 0, 0).split(u'、', Qt::SkipEmptyParts))
        levels << (part.endsWith(u'级') ? part : part + u'级');
    return levels;
}

/// Bit n: the filter wants another value of facet n than \a row has.
quint32 missing(const auto &row, const std::array<std::optional<quint32>, GuideBrowser::facetCount> &wanted)
{
    quint32 bits = 0;
    for (size_t facet = 0; facet < wanted.size(); ++facet) {
        if (wanted[facet] && std::ranges::find(row[facet], *wanted[facet]) == row[facet].end())
            bits |= 1u << facet;
    }
    return bits;
}

}

GuideBrowser::GuideBrowser(const guides::Shelf &shelf, const FindMatter &search, const QString &regionCode,
                           QDate day)
    : m_shelf(shelf), m_search(search), m_offered(shelf.offered(day, regionCode))
{
    for (const domain::GuidePack *pack : std::as_const(m_offered)) {
        for (const domain::Matter &matter : pack->matters)
            m_rows.insert({pack->id, matter.id}, rowOf(matter, pack->regionName));
    }
}

void GuideBrowser::note(Row &row, Facet facet, const QString &value)
{
    const auto index = size_t(facet);
    if (value.isEmpty())
        return;
    auto known = m_numbers[index].constFind(value);
    if (known == m_numbers[index].constEnd()) {
        known = m_numbers[index].insert(value, quint32(m_values[index].size()));
        m_values[index].append(value);
    }
    if (std::ranges::find(row[index], *known) == row[index].end())
        row[index].push_back(*known);
}

GuideBrowser::Row GuideBrowser::rowOf(const domain::Matter &matter, const QString &region)
{
    Row row;
    note(row, Facet::Audience, matter.audience);
    note(row, Facet::Department, matter.lead);
    note(row, Facet::Mark, matter.mark);
    note(row, Facet::Region, region);
    note(row, Facet::Status, statusValue(matter.status));
    for (const domain::Item &item : matter.items) {
        note(row, Facet::Department, item.department);
        for (const QString &level : levelsOf(item.level))
            note(row, Facet::Level, level);
    }
    return row;
}

GuideBrowser::Findings GuideBrowser::find(const QString &query, const Filter &filter) const
{
    std::array<std::optional<quint32>, facetCount> wanted;
    for (auto it = filter.constBegin(); it != filter.constEnd(); ++it)
        wanted[size_t(it.key())] = m_numbers[size_t(it.key())].value(*it, ofNoMatter);
    Findings findings;
    for (size_t facet = 0; facet < facetCount; ++facet) {
        for (const QString &value : m_values[facet])
            findings.values[facet].append({value, 0});
    }
    for (const MatterLine &line : m_search.find(query, int(m_rows.size()))) {
        const auto row = m_rows.constFind({line.ref.pack, line.ref.matter});
        if (row == m_rows.constEnd())
            continue;
        const quint32 bits = missing(*row, wanted);
        if (bits == 0)
            findings.lines.append(line);
        for (size_t facet = 0; facet < facetCount; ++facet) {
            if ((bits & ~(1u << facet)) != 0)
                continue; // another filter leaves it out
            for (const quint32 number : (*row)[facet])
                ++findings.values[facet][number].matters;
        }
    }
    return findings;
}

QList<GuideBrowser::VersionLine> GuideBrowser::versions(const QString &pack) const
{
    QList<VersionLine> lines;
    for (const domain::GuidePack &version : m_shelf.packs()) {
        if (version.id == pack)
            lines.append({.pack = version.id,
                          .version = version.version,
                          .title = version.title,
                          .publisher = version.publisher,
                          .region = version.regionName,
                          .from = version.from,
                          .until = version.until,
                          .matters = int(version.matters.size()),
                          .inUse = m_offered.contains(&version)});
    }
    std::ranges::sort(lines, std::ranges::greater(),
                      [](const VersionLine &line) { return QVersionNumber::fromString(line.version); });
    return lines;
}

std::optional<domain::Guide> GuideBrowser::guide(const domain::GuideRef &ref) const
{
    return m_shelf.guide(ref);
}

QString GuideBrowser::statusValue(domain::MatterStatus status)
{
    switch (status) {
    case domain::MatterStatus::Catalogue:
        return u"catalogue"_s;
    case domain::MatterStatus::Sample:
        return u"sample"_s;
    case domain::MatterStatus::Official:
        break;
    }
    return u"official"_s;
}

}
