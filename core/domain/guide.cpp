#include "core/domain/guide.h"

#include "core/domain/agent.h"

#include <algorithm>

namespace domain {

namespace {

template <class List>
auto findById(const List &list, const QString &id) -> decltype(&list.front())
{
    const auto it = std::ranges::find(list, id, [](const auto &entry) { return entry.id; });
    return it == list.end() ? nullptr : &*it;
}

/// Puts the entry \a id of \a all, when there is one, into \a some.
template <class Entry>
void take(QMap<QString, Entry> &some, const QList<Entry> &all, const QString &id)
{
    if (const Entry *entry = findById(all, id))
        some.insert(id, *entry);
}

Service serviceOf(const Service &pack, const Service &matter)
{
    const auto first = [](const auto &own, const auto &common) { return own.isEmpty() ? common : own; };
    return {.ways = first(matter.ways, pack.ways),
            .collection = first(matter.collection, pack.collection),
            .consultation = first(matter.consultation, pack.consultation),
            .complaints = first(matter.complaints, pack.complaints),
            .progress = first(matter.progress, pack.progress)};
}

}

const Situation::Option *Situation::option(const QString &optionId) const
{
    return findById(options, optionId);
}

const Path *Item::path(const QString &pathId) const
{
    return findById(paths, pathId);
}

const Item *Matter::item(const QString &itemId) const
{
    return findById(items, itemId);
}

const Roster *Matter::roster(const QString &rosterId) const
{
    return findById(rosters, rosterId);
}

const Situation *Matter::situation(const QString &situationId) const
{
    return findById(situations, situationId);
}

std::optional<Guide> guideOf(const GuidePack &pack, const QString &matterId)
{
    const Matter *matter = findById(pack.matters, matterId);
    if (!matter)
        return {};
    Guide guide{.ref = {pack.id, pack.version, matterId},
                .packTitle = pack.title,
                .regionName = pack.regionName,
                .sourceDocument = matter->document.isEmpty() ? pack.sourceDocument : matter->document,
                .matter = *matter,
                .materials = {},
                .fields = {},
                .parameters = pack.parameters,
                .service = serviceOf(pack.service, matter->service),
                .places = {},
                .samples = {},
                .letters = pack.letters,
                .parameterNames = pack.parameterNames};
    for (const Way &way : std::as_const(guide.service.ways))
        take(guide.places, pack.places, way.place);
    for (const Item &item : matter->items) {
        for (const MaterialUse &use : item.materials) {
            take(guide.materials, pack.materials, use.material);
            take(guide.samples, pack.samples, guide.materials.value(use.material).sample);
        }
        for (const QString &id : item.fields)
            take(guide.fields, pack.fields, id);
        take(guide.samples, pack.samples, item.outcomeSample);
    }
    addAgentRule(guide);
    return guide;
}

}
