#include "core/guides/overlay.h"

#include "core/guides/inspection.h"
#include "core/guides/mattercheck.h"
#include "core/guides/packcheck.h"

#include <algorithm>

namespace guides {

using namespace Qt::StringLiterals;
using domain::GuidePack;
using domain::Item;
using domain::Matter;
using domain::Service;

namespace {

QString nameOf(const GuidePack &pack)
{
    return pack.id + u' ' + pack.version;
}

/// Entries of \a overlay take the place of those with their id in \a base, or come behind.
template <class Entry>
void lay(QList<Entry> &base, const QList<Entry> &overlay)
{
    for (const Entry &entry : overlay) {
        const auto it = std::ranges::find(base, entry.id, &Entry::id);
        if (it == base.end())
            base.append(entry);
        else
            *it = entry;
    }
}

template <class List>
void layList(List &base, const List &overlay)
{
    if (!overlay.isEmpty())
        base = overlay;
}

void layService(Service &base, const Service &overlay)
{
    layList(base.ways, overlay.ways);
    layList(base.collection, overlay.collection);
    layList(base.consultation, overlay.consultation);
    layList(base.complaints, overlay.complaints);
    layList(base.progress, overlay.progress);
}

/// Takes one “matter” or “matter/item” out; false when it is not there.
bool takeOut(QList<Matter> &matters, const QString &drop)
{
    const QString matterId = drop.section(u'/', 0, 0);
    const auto matter = std::ranges::find(matters, matterId, &Matter::id);
    if (matter == matters.end())
        return false;
    if (!drop.contains(u'/')) {
        matters.erase(matter);
        return true;
    }
    return matter->items.removeIf([&](const Item &item) { return item.id == drop.section(u'/', 1); }) > 0;
}

/// Drops are of the base; what the overlay itself brings is never dropped.
void takeOutAll(QList<Matter> &matters, const GuidePack &overlay, Inspection &inspection)
{
    eachAt("drops", overlay.drops, inspection, [&](qsizetype, const QString &drop) {
        if (!takeOut(matters, drop))
            inspection.fault(u"%1 is not in the base"_s.arg(quoted(drop)));
    });
    for (const Matter &matter : std::as_const(matters)) {
        if (matter.items.isEmpty())
            inspection.faultAt("drops"_L1, u"leaves no item of the matter %1: drop the matter"_s.arg(quoted(matter.id)));
    }
}

/// A matter that stands in for one of the base keeps its number in the catalogue; new ones follow the last.
void layMatters(QList<Matter> &base, const QList<Matter> &overlay)
{
    for (const Matter &matter : overlay) {
        const auto it = std::ranges::find(base, matter.id, &Matter::id);
        const int sequence = it != base.end() ? it->sequence
            : base.isEmpty()                  ? matter.sequence
                                              : std::max(matter.sequence, base.back().sequence + 1);
        Matter &laid = it != base.end() ? *it : base.emplaceBack();
        laid = matter;
        laid.sequence = sequence;
    }
}

void keepDocuments(QList<Matter> &matters, const QString &document)
{
    for (Matter &matter : matters) {
        if (matter.document.isEmpty())
            matter.document = document;
    }
}

void layParameters(GuidePack &pack, const GuidePack &overlay)
{
    for (auto it = overlay.parameterNames.begin(); it != overlay.parameterNames.end(); ++it)
        pack.parameterNames.insert(it.key(), it.value());
    for (auto it = overlay.parameters.begin(); it != overlay.parameters.end(); ++it)
        pack.parameters.insert(it.key(), it.value());
}

void layHead(GuidePack &pack, const GuidePack &overlay)
{
    pack.version = overlay.version + u'+' + pack.version;
    pack.id = overlay.id;
    pack.title = overlay.title;
    pack.publisher = overlay.publisher;
    pack.regionCode = overlay.regionCode;
    pack.regionName = overlay.regionName;
    pack.sourceDocument = overlay.sourceDocument;
    pack.from = overlay.from;
    pack.until = overlay.until;
}

GuidePack merged(const GuidePack &base, const GuidePack &overlay, Inspection &inspection)
{
    GuidePack pack = base;
    takeOutAll(pack.matters, overlay, inspection);
    keepDocuments(pack.matters, base.sourceDocument);
    layHead(pack, overlay);
    layService(pack.service, overlay.service);
    lay(pack.places, overlay.places);
    lay(pack.samples, overlay.samples);
    lay(pack.letters, overlay.letters);
    lay(pack.materials, overlay.materials);
    lay(pack.fields, overlay.fields);
    layParameters(pack, overlay);
    layMatters(pack.matters, overlay.matters);
    for (const QString &footnote : overlay.footnotes) {
        if (!pack.footnotes.contains(footnote))
            pack.footnotes.append(footnote);
    }
    return pack;
}

}

base::Result<GuidePack> laidOver(const GuidePack &base, const GuidePack &overlay)
{
    Inspection inspection(u"%1 over %2"_s.arg(nameOf(overlay), nameOf(base)));
    if (overlay.base != base.id || !base.base.isEmpty())
        inspection.faultAt("base"_L1, u"is not %1"_s.arg(quoted(base.id)));
    if (!inspection.faults().isEmpty())
        return base::Fail(inspection.faults().first());
    GuidePack pack = merged(base, overlay, inspection);
    checkPack(pack, inspection);
    if (!inspection.faults().isEmpty())
        return base::Fail(inspection.faults().first());
    return pack;
}

}
