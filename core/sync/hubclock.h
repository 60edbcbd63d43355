#pragma once

#include "core/base/clock.h"

#include <QElapsedTimer>

#include <mutex>

namespace syncing {

/// The hub's clock as this window knows it from the answers it got. Goes on by a clock that nobody can set, so that changing the
/// PC's time changes nothing here. May be used from any thread.
class HubClock final : public base::HubTime
{
public:
    QDateTime now() const override;
    /// An answer said \a hubTime; \a underway: milliseconds that question and answer took together.
    void hear(const QDateTime &hubTime, qint64 underway);

private:
    mutable std::mutex m_lock;
    QDateTime m_heard;
    QElapsedTimer m_since;
};

}
