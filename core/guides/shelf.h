#pragma once

#include "core/guides/packreader.h"

namespace guides {

/// The packs that a window has at hand.
class Shelf
{
public:
    /// Reads every *.json of \a folder in the order of the names. A broken pack does not keep the others away: it is in
    /// faults(), one fault each; so is a second file with a pack and version that is there already.
    static base::Result<Shelf> load(const QString &folder);
    explicit Shelf(QList<domain::GuidePack> packs = {}, QList<base::Error> faults = {});

    const QList<domain::GuidePack> &packs() const { return m_packs; }
    const QList<base::Error> &faults() const { return m_faults; }
    /// The newest version of a pack that is at hand; null when there is none. Valid as long as the shelf.
    const domain::GuidePack *pack(const QString &id) const;
    /// The guide that \a ref names, in exactly that version; nothing when it is not at hand.
    std::optional<domain::Guide> guide(const domain::GuideRef &ref) const;

private:
    QList<domain::GuidePack> m_packs;
    QList<base::Error> m_faults;
};

}
