#include "core/guides/shelf.h"

#include <QDir>
#include <QVersionNumber>

#include <algorithm>

namespace guides {

using namespace Qt::StringLiterals;
using domain::GuidePack;

namespace {

const GuidePack *exactly(const QList<GuidePack> &packs, const QString &id, const QString &version)
{
    const auto it
        = std::ranges::find_if(packs, [&](const GuidePack &pack) { return pack.id == id && pack.version == version; });
    return it == packs.end() ? nullptr : &*it;
}

}

Shelf::Shelf(QList<GuidePack> packs, QList<base::Error> faults) : m_packs(std::move(packs)), m_faults(std::move(faults))
{
}

base::Result<Shelf> Shelf::load(const QString &folder)
{
    const QDir dir(folder);
    if (!dir.exists() || !dir.isReadable())
        return base::Fail({base::Error::Kind::Document, u"the folder of the guide packs cannot be read"_s, folder});
    QList<GuidePack> packs;
    QList<base::Error> faults;
    for (const QString &name : dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const QString file = dir.filePath(name);
        base::Result<GuidePack> pack
            = readPackFile(file).and_then([&](const QByteArray &json) { return readPack(json, file); });
        if (!pack)
            faults.append(pack.error());
        else if (exactly(packs, pack->id, pack->version))
            faults.append({base::Error::Kind::Document, u"another file holds this pack in this version"_s, file});
        else
            packs.append(std::move(*pack));
    }
    return Shelf(std::move(packs), std::move(faults));
}

const GuidePack *Shelf::pack(const QString &id) const
{
    const GuidePack *newest = nullptr;
    for (const GuidePack &pack : m_packs) {
        if (pack.id != id)
            continue;
        if (!newest || QVersionNumber::fromString(newest->version) < QVersionNumber::fromString(pack.version))
            newest = &pack;
    }
    return newest;
}

std::optional<domain::Guide> Shelf::guide(const domain::GuideRef &ref) const
{
    const GuidePack *pack = exactly(m_packs, ref.pack, ref.version);
    return pack ? domain::guideOf(*pack, ref.matter) : std::nullopt;
}

}
