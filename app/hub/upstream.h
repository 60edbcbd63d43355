#pragma once

#include "app/hub/posting.h"
#include "core/hub/lookups.h"

#include <QUrl>

#include <chrono>
#include <semaphore>

namespace hub {

/// A system of licences that is asked over HTTP in the form of core/wire/lookup.h, with a bearer token.
class HttpUpstream final : public Upstream
{
public:
    /// \a address: everything before /lookup/v1/licences; https, or http to this very machine. \a within: how long one question may
    /// take in all.
    HttpUpstream(QUrl address, QByteArray token, std::chrono::milliseconds within = std::chrono::seconds(5));

    wire::LookUpAnswer ask(const wire::LookUpWish &wish) override;

    /// Questions under way at a time; who comes then is told to come again, so that a slow system does not hold up all windows.
    static constexpr int mostAtOnce = 4;
    static constexpr qsizetype mostAnswerBytes = qsizetype(64) * 1024;

private:
    const Counterpart m_system;
    const std::chrono::milliseconds m_within;
    std::counting_semaphore<mostAtOnce> m_places{mostAtOnce};
};

/// Where a hub looks further, as its options say.
struct UpstreamWish {
    QString url; ///< empty: nowhere
    QString tokenFile; ///< one line; empty: no token
};
/// Nothing where there is none; Error::Settings when the address is not safe or the token cannot be read.
base::Result<std::unique_ptr<Upstream>> upstreamOf(const UpstreamWish &wish);

}
