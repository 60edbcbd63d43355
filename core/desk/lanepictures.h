#pragma once

#include "core/base/secret.h"
#include "core/scans/scanstore.h"
#include "core/sync/picturelane.h"

namespace desk {

/// The pictures of a profile as the lane to the hub wants them. May be used from any one thread at a time.
class LanePictures final : public syncing::PictureShelf
{
public:
    LanePictures(const QString &profileFolder, base::Secret profileKey) :
        m_folder(profileFolder), m_key(std::move(profileKey)), m_store(profileFolder + QStringLiteral("/scans"))
    {
    }

    base::Result<QByteArray> read(const journal::LanePicture &picture) const override;
    base::Result<> keep(const journal::LanePicture &picture, const QByteArray &bytes) const override;

private:
    base::Result<scans::CaseShelf> shelfOf(const QString &caseId) const;

    const QString m_folder;
    const base::Secret m_key;
    const scans::ScanStore m_store;
    mutable std::unique_ptr<journal::Outbox> m_outbox; ///< for the keys; opened in the thread that asks
};

}
