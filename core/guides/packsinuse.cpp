#include "core/guides/packsinuse.h"

#include <algorithm>

namespace guides {

QList<const domain::GuidePack *> packsInUse(const Shelf &shelf, const QString &regionCode)
{
    QList<const domain::GuidePack *> packs;
    for (const domain::GuidePack &pack : shelf.packs()) {
        if (shelf.pack(pack.id) == &pack)
            packs.append(&pack);
    }
    const QString city = regionCode.left(4); // province and city
    std::ranges::stable_partition(
        packs, [&](const domain::GuidePack *pack) { return !city.isEmpty() && pack->regionCode.startsWith(city); });
    return packs;
}

}
