#pragma once

#include "core/guides/packreader.h"

#include <map>
#include <memory>

namespace guides {

/// The packs that a window has at hand: several versions of each side by side, and overlays of counties. A pack is in force
/// from its first to its last day; of the versions in force the newest counts. Not for several threads at once: overlays are
/// laid over their bases when they are first asked for.
class Shelf
{
public:
    /// Reads every *.json of \a folder in the order of the names. A broken pack does not keep the others away: it is in
    /// faults(), one fault each; so is a second file with a pack and version that is there already.
    static base::Result<Shelf> load(const QString &folder);
    explicit Shelf(QList<domain::GuidePack> packs = {}, QList<base::Error> faults = {});

    /// Puts \a pack, which \a file holds, to the others; a fault when this version is there already.
    void add(domain::GuidePack pack, const QString &file);
    void addFault(const base::Error &fault) { m_faults.append(fault); }

    /// Every pack as its file has it: all versions, also those not in force, and overlays by themselves. To look through what
    /// is at hand; what may be worked with is offered().
    const QList<domain::GuidePack> &packs() const { return m_packs; }
    const QList<base::Error> &faults() const { return m_faults; }
    /// The newest version of a pack (or overlay) that is at hand, in force or not; null when there is none. Valid as long as the
    /// shelf stays as it is.
    const domain::GuidePack *pack(const QString &id) const { return pack(id, QDate()); }
    /// The newest version in force on \a day; a null day asks for no day.
    const domain::GuidePack *pack(const QString &id, QDate day) const;

    /// The pack in exactly that version as it is worked with, in force or not: of an overlay (“OVERLAY+BASE”) the two laid over
    /// each other. Null when it is not at hand. Valid as long as the shelf stays as it is.
    const domain::GuidePack *whole(const QString &id, const QString &version) const;

    /// What a window of the region \a regionCode (GB/T 2260; empty: of none) offers for new cases on \a day (null: whatever the
    /// day), in the order to search: packs of its city first, else as they came. Where the region has an overlay in force over a
    /// pack, the two laid over each other stand in for the pack; overlays of other regions are not offered. Valid as long as
    /// the shelf stays as it is.
    QList<const domain::GuidePack *> offered(QDate day, const QString &regionCode) const;
    /// Why overlays of the region are not offered, though they are in force: broken, without their base, or one too many.
    QList<base::Error> overlayFaults(QDate day, const QString &regionCode) const;
    /// The offered pack that has taken the place of \a packId, which may be the id of a pack or of an overlay over it; null
    /// when none has.
    const domain::GuidePack *successor(const QString &packId, QDate day, const QString &regionCode) const;

    /// The guide that \a ref names, in exactly that version (“OVERLAY+BASE”: exactly that pair), in force or not; nothing when it
    /// is not at hand.
    std::optional<domain::Guide> guide(const domain::GuideRef &ref) const;

private:
    using Laid = base::Result<domain::GuidePack>;
    /// What stands for one base pack on one day in one region.
    struct Offer {
        QString baseId;
        const domain::GuidePack *pack = nullptr;
    };
    struct Offers {
        QList<Offer> offers;
        QList<base::Error> faults;
    };
    Offers offersFor(QDate day, const QString &regionCode) const;
    const domain::GuidePack *exactly(const QString &id, const QString &version) const;
    /// The two laid over each other, made once.
    const Laid &laid(const domain::GuidePack &base, const domain::GuidePack &overlay) const;

    QList<domain::GuidePack> m_packs;
    QList<base::Error> m_faults;
    mutable std::map<QString, std::shared_ptr<const Laid>> m_laid; ///< by overlay, version and base; copies share them
};

}
