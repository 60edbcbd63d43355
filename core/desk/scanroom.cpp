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

base::Result<QList<ScanRoom::Misfit>> ScanRoom::check(const QDateTime &since) const
{
    QList<Misfit> misfits;
    for (const QString &caseId : m_store.cases()) {
        if (since.isValid() && m_store.changedAt(caseId) < since)
            continue;
        const auto key = m_journal.keyFor(caseId, purpose);
        if (!key && key.error().kind == base::Error::Kind::Missing) {
            misfits.append({caseId, {}, {}});
            continue;
        }
        const auto events = m_journal.eventsOf(caseId);
        if (!key || !events)
            return base::Fail(key ? events.error() : key.error());
        domain::Case file;
        for (const domain::Event &event : *events)
            file = domain::apply(std::move(file), event);
        QList<scans::Recorded> recorded;
        for (const domain::ScanPicture &picture : file.life.scans)
            recorded.append({picture.scan, picture.bytes});
        const QList<scans::Finding> findings = m_store.check({caseId, *key}, recorded);
        if (!findings.isEmpty())
            misfits.append({caseId, file.number, findings});
    }
    return misfits;
}

}
