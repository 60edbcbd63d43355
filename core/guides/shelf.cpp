#include "core/guides/shelf.h"

#include "core/guides/overlay.h"

#include <QDir>
#include <QVersionNumber>

#include <algorithm>

namespace guides {

using namespace Qt::StringLiterals;
using domain::GuidePack;

namespace {

bool isNewer(const GuidePack &pack, const GuidePack &other)
{
    return QVersionNumber::fromString(pack.version) > QVersionNumber::fromString(other.version);
}

bool isInForce(const GuidePack &pack, QDate day)
{
    return day.isNull() || (pack.from <= day && (pack.until.isNull() || day <= pack.until));
}

base::Error notOffered(const GuidePack &overlay, const QString &reason)
{
    return {base::Error::Kind::Document, reason, overlay.id + u' ' + overlay.version};
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
    Shelf shelf;
    for (const QString &name : dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const QString file = dir.filePath(name);
        base::Result<GuidePack> pack
            = readPackFile(file).and_then([&](const QByteArray &json) { return readPack(json, file); });
        if (!pack)
            shelf.m_faults.append(pack.error());
        else
            shelf.add(std::move(*pack), file);
    }
    return shelf;
}

void Shelf::add(GuidePack pack, const QString &file)
{
    if (exactly(pack.id, pack.version))
        m_faults.append({base::Error::Kind::Document, u"another file holds this pack in this version"_s, file});
    else
        m_packs.append(std::move(pack));
}

const GuidePack *Shelf::exactly(const QString &id, const QString &version) const
{
    const auto it = std::ranges::find_if(
        m_packs, [&](const GuidePack &pack) { return pack.id == id && pack.version == version; });
    return it == m_packs.end() ? nullptr : &*it;
}

const GuidePack *Shelf::pack(const QString &id, QDate day) const
{
    const GuidePack *newest = nullptr;
    for (const GuidePack &pack : m_packs) {
        if (pack.id == id && isInForce(pack, day) && (!newest || isNewer(pack, *newest)))
            newest = &pack;
    }
    return newest;
}

const Shelf::Laid &Shelf::laid(const GuidePack &base, const GuidePack &overlay) const
{
    std::shared_ptr<const Laid> &known = m_laid[overlay.id + u' ' + overlay.version + u'+' + base.version];
    if (!known)
        known = std::make_shared<const Laid>(laidOver(base, overlay));
    return *known;
}

Shelf::Offers Shelf::offersFor(QDate day, const QString &regionCode) const
{
    Offers offers;
    for (const GuidePack &pack : m_packs) {
        if (pack.base.isEmpty() && this->pack(pack.id, day) == &pack)
            offers.offers.append({pack.id, &pack});
    }
    for (const GuidePack &overlay : m_packs) {
        if (overlay.base.isEmpty() || overlay.regionCode != regionCode || pack(overlay.id, day) != &overlay)
            continue;
        const auto under = std::ranges::find(offers.offers, overlay.base, &Offer::baseId);
        if (under == offers.offers.end()) {
            offers.faults.append(notOffered(overlay, u"no version of its base %1 is in force"_s.arg(overlay.base)));
        } else if (under->pack->id != under->baseId) {
            offers.faults.append(notOffered(overlay, u"%1 is an overlay of the same region over the same base"_s.arg(under->pack->id)));
        } else if (const Laid &both = laid(*under->pack, overlay); !both) {
            offers.faults.append(both.error());
        } else {
            under->pack = &*both;
        }
    }
    return offers;
}

QList<const GuidePack *> Shelf::offered(QDate day, const QString &regionCode) const
{
    QList<const GuidePack *> packs;
    const Offers offers = offersFor(day, regionCode);
    for (const Offer &offer : offers.offers)
        packs.append(offer.pack);
    const QString city = regionCode.left(4); // province and city of GB/T 2260
    std::ranges::stable_partition(
        packs, [&](const GuidePack *pack) { return !city.isEmpty() && pack->regionCode.startsWith(city); });
    return packs;
}

QList<base::Error> Shelf::overlayFaults(QDate day, const QString &regionCode) const
{
    return offersFor(day, regionCode).faults;
}

const GuidePack *Shelf::successor(const QString &packId, QDate day, const QString &regionCode) const
{
    const GuidePack *known = pack(packId);
    const QString baseId = known && !known->base.isEmpty() ? known->base : packId;
    const Offers offers = offersFor(day, regionCode);
    const auto it = std::ranges::find(offers.offers, baseId, &Offer::baseId);
    return it == offers.offers.end() ? nullptr : it->pack;
}

const GuidePack *Shelf::whole(const QString &id, const QString &version) const
{
    const GuidePack *pack = exactly(id, version.section(u'+', 0, 0));
    if (!pack || pack->base.isEmpty() != !version.contains(u'+'))
        return nullptr;
    if (pack->base.isEmpty())
        return pack;
    const GuidePack *base = exactly(pack->base, version.section(u'+', 1));
    if (!base)
        return nullptr;
    const Laid &both = laid(*base, *pack);
    return both ? &*both : nullptr;
}

std::optional<domain::Guide> Shelf::guide(const domain::GuideRef &ref) const
{
    const GuidePack *pack = whole(ref.pack, ref.version);
    return pack ? domain::guideOf(*pack, ref.matter) : std::nullopt;
}

}
