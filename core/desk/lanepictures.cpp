#include "core/desk/lanepictures.h"

namespace desk {

base::Result<scans::CaseShelf> LanePictures::shelfOf(const QString &caseId) const
{
    if (!m_outbox) {
        auto outbox = journal::Outbox::open(m_folder, m_key);
        if (!outbox)
            return base::Fail(outbox.error());
        m_outbox = std::move(*outbox);
    }
    return m_outbox->keyFor(caseId, "scans").map([&](const base::Secret &key) { return scans::CaseShelf{caseId, key}; });
}

base::Result<QByteArray> LanePictures::read(const journal::LanePicture &picture) const
{
    return shelfOf(picture.caseId).and_then([&](const scans::CaseShelf &shelf) { return m_store.read(shelf, picture.scan); });
}

base::Result<> LanePictures::keep(const journal::LanePicture &picture, const QByteArray &bytes) const
{
    if (scans::ScanStore::addressOf(bytes) != picture.scan)
        return base::Fail({base::Error::Kind::Damaged, QStringLiteral("is not the picture that was asked for"), {}});
    return shelfOf(picture.caseId).and_then([&](const scans::CaseShelf &shelf) {
        return m_store.keep(shelf, bytes).map([](const QString &) { });
    });
}

}
