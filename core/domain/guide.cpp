#include "core/domain/guide.h"

#include <algorithm>

namespace domain {

namespace {

template <class List>
auto findById(const List &list, const QString &id) -> decltype(&list.front())
{
    const auto it = std::ranges::find(list, id, [](const auto &entry) { return entry.id; });
    return it == list.end() ? nullptr : &*it;
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
                .sourceDocument = pack.sourceDocument,
                .matter = *matter,
                .materials = {},
                .fields = {},
                .parameters = pack.parameters};
    for (const Item &item : matter->items) {
        for (const MaterialUse &use : item.materials) {
            if (const Material *material = findById(pack.materials, use.material))
                guide.materials.insert(use.material, *material);
        }
        for (const QString &id : item.fields) {
            if (const Field *field = findById(pack.fields, id))
                guide.fields.insert(id, *field);
        }
    }
    return guide;
}

}
