#include "core/desk/copycards.h"

#include "core/domain/parties.h"
#include "core/guides/copymapreader.h"
#include "core/guides/formatwords.h"
#include "core/guides/shelf.h"

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;
using namespace domain;

namespace {

CopyBlank blankOfField(const Field &field)
{
    return {.label = field.label,
            .from = {{CopySource::Kind::Field, field.id}},
            .steps = {},
            .missing = field.required ? CopyBlank::Missing::Stop : CopyBlank::Missing::Skip};
}

CopyBlank blankOf(const QString &label, CopySource::Kind kind)
{
    return {.label = label, .from = {{kind}}, .steps = {}, .missing = CopyBlank::Missing::Skip};
}

QString titleOf(const FormBlock &block)
{
    return block.title.isEmpty() ? guides::chineseFor<Field::Role>(block.role, guides::words::roles) : block.title;
}

/// Where in \a map a field stands that is none of \a known; nothing when all are known.
QStringList strangeFields(const CopyMap &map, const QSet<QString> &known)
{
    QStringList places;
    for (qsizetype i = 0; i < map.screens.size(); ++i) {
        for (const CopyBlank &blank : map.screens[i].blanks) {
            for (const CopySource &source : blank.from) {
                if (source.kind == CopySource::Kind::Field && !known.contains(source.subject))
                    places << u"%1 (screens[%2] “%3”)"_s.arg(source.subject).arg(i).arg(blank.label);
            }
        }
    }
    return places;
}

}

CopyCards::CopyCards(const QStringList &folders, const guides::Shelf &shelf) : m_shelf(shelf)
{
    guides::CopyMaps loaded = guides::loadCopyMaps(folders);
    m_maps = std::move(loaded.maps);
    m_faults = std::move(loaded.faults);
    std::ranges::stable_partition(m_maps, [](const CopyMap &map) { return !map.matters.isEmpty(); });
    std::ranges::stable_partition(m_maps, [](const CopyMap &map) { return !map.sample; });
}

QList<CopyMap> CopyCards::of(const QString &matter) const
{
    QList<CopyMap> maps;
    std::ranges::copy_if(m_maps, std::back_inserter(maps),
                         [&](const CopyMap &map) { return map.matters.isEmpty() || map.matters.contains(matter); });
    return maps;
}

QList<base::Error> CopyCards::faults() const
{
    QSet<QString> known;
    for (const GuidePack &pack : m_shelf.packs()) {
        for (const Field &field : pack.fields)
            known.insert(field.id);
    }
    QList<base::Error> faults = m_faults;
    for (const CopyMap &map : m_maps) {
        if (const QStringList strange = strangeFields(map, known); !strange.isEmpty())
            faults.append({base::Error::Kind::Document, u"no guide has the field "_s + strange.join(u", "_s), u"copycards: "_s + map.id});
    }
    return faults;
}

CopyMap formOrder(const Plan &plan)
{
    CopyMap map{.id = u"form-order"_s, .system = u"按申请表顺序"_s, .screens = {}};
    map.screens.append({.title = u"办件"_s,
                        .blanks = {blankOf(u"办件编号"_s, CopySource::Kind::CaseNumber),
                                   blankOf(u"一件事名称"_s, CopySource::Kind::MatterName),
                                   blankOf(u"联办事项"_s, CopySource::Kind::ItemNames)}});
    for (const FormBlock &block : formBlocks(plan)) {
        CopyScreen screen{.title = titleOf(block), .blanks = {}};
        for (const QString &id : block.fields)
            screen.blanks.append(blankOfField(plan.field(id)->field));
        map.screens.append(screen);
    }
    for (const Plan::RosterLine &roster : plan.rosters) {
        CopyScreen screen{.title = roster.roster.title, .roster = roster.roster.id, .blanks = {}};
        for (const Field &column : roster.columns)
            screen.blanks.append(blankOfField(column));
        map.screens.append(screen);
    }
    return map;
}

}
