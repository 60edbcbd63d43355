#pragma once

#include "core/hub/engine.h"
#include "core/wire/presence.h"

#include <mutex>

namespace hub {

/// Who sits where, as windows tell it. Kept in memory alone: it is worth nothing after a minute, and each hub process knows what was
/// told to it. From any thread.
class Presences final
{
public:
    /// \a engine must live as long as this.
    explicit Presences(const Engine &engine) : m_engine(engine) { }

    /// How many of its events the hub lacks, as \a device said last; nothing: this process has not heard of it.
    std::optional<int> unsentOf(const QString &device);
    /// Notes what \a device says; the windows of its hall and how content people were today, where that is wanted.
    wire::Answer<wire::HallBoard> tell(const Device &device, const wire::PresenceNote &note);

private:
    struct Heard {
        QDateTime at; ///< UTC
        wire::Presence presence;
    };
    base::Result<wire::HallBoard> boardOf(const QString &hall);

    const Engine &m_engine;
    std::mutex m_mutex;
    QHash<QString, Heard> m_heard; ///< by device; under the mutex
};

}
