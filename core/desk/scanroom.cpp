#include "core/desk/scanroom.h"

#include "core/domain/merging.h"
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

base::Result<QString> ScanRoom::keep(const QString &caseId, const QByteArray &bytes) const
{
    return m_journal.keyFor(caseId, purpose).and_then([&](const base::Secret &key) { return m_store.keep({caseId, key}, bytes); });
}

base::Result<QByteArray> ScanRoom::read(const QString &caseId, const QString &scan) const
{
    return m_journal.keyFor(caseId, purpose).and_then([&](const base::Secret &key) { return m_store.read({caseId, key}, scan); });
}

base::Result<ScanRoom::Inventory> ScanRoom::inventoryOf(const QString &caseId) const
{
    Inventory inventory{caseId, {}, {caseId, {}}, {}};
    const auto key = m_journal.keyFor(caseId, purpose);
    if (!key && key.error().kind == base::Error::Kind::Missing)
        return inventory;
    const auto history = m_journal.historyOf(caseId);
    if (!key || !history)
        return base::Fail(key ? history.error() : key.error());
    const domain::Case file = domain::merge(*history).file;
    inventory.number = file.number;
    inventory.shelf.key = *key;
    inventory.recorded = recordedPictures(file);
    return inventory;
}

}
