#pragma once

#include "core/base/result.h"
#include "core/domain/guide.h"

#include <QByteArray>

namespace guides {

/// The pack in \a json, checked: shape, ids, references, conditions, prerequisites without a circle. The first fault is an
/// Error::Document whose place names \a file and the path inside it (e.g. "matters[3].items[0].when").
base::Result<domain::GuidePack> readPack(const QByteArray &json, const QString &file);

/// The packs that a window has at hand.
class Shelf
{
public:
    /// Reads every *.json of \a folder. A broken pack does not keep the others away: it is in faults().
    static base::Result<Shelf> load(const QString &folder);
    explicit Shelf(QList<domain::GuidePack> packs = {}, QList<base::Error> faults = {});

    const QList<domain::GuidePack> &packs() const { return m_packs; }
    const QList<base::Error> &faults() const { return m_faults; }
    const domain::GuidePack *pack(const QString &id) const;
    /// The guide that \a ref names, in exactly that version; nothing when it is not at hand.
    std::optional<domain::Guide> guide(const domain::GuideRef &ref) const;

private:
    QList<domain::GuidePack> m_packs;
    QList<base::Error> m_faults;
};

}
