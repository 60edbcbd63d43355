#include "core/desk/scanroom.h"

#include "core/journal/journal.h"

namespace desk {

namespace {

const QByteArray purpose = QByteArrayLiteral("scans");

}

base::Result<std::unique_ptr<CaseScans>> ScanRoom::of(CaseWork &work) const
{
    const base::Result<base::Secret> key = m_journal.keyFor(work.file().id, purpose);
    if (!key)
        return base::Fail(key.error());
    return std::make_unique<CaseScans>(work, m_store, scans::CaseShelf{work.file().id, *key});
}

base::Result<ScanRoom::Inventory> ScanRoom::inventoryOf(const QString &caseId) const
{
    Inventory inventory{caseId, {}, {caseId, {}}, {}};
    const auto key = m_journal.keyFor(caseId, purpose);
    if (!key && key.error().kind == base::Error::Kind::Missing)
        return inventory;
    const auto events = m_journal.eventsOf(caseId);
    if (!key || !events)
        return base::Fail(key ? events.error() : key.error());
    domain::Case file;
    for (const domain::Event &event : *events)
        file = domain::apply(std::move(file), event);
    inventory.number = file.number;
    inventory.shelf.key = *key;
    for (const domain::ScanPicture &picture : file.life.scans)
        inventory.recorded.append({picture.scan, picture.bytes});
    return inventory;
}

}
