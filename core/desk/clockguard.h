#pragma once

#include "core/base/clock.h"
#include "core/domain/clockcheck.h"
#include "core/domain/commands.h"

namespace journal {
class Journal;
}

namespace desk {

/// Sees to it that nothing gets a wrong date because the clock of the PC is wrong: a person is asked before dated acts while it is
/// in doubt. All that is handed in outlives it.
class ClockGuard final
{
public:
    /// \a hub: what else the clock is compared with; null: nothing.
    ClockGuard(const journal::Journal &journal, const base::Clock &clock, const base::HubTime *hub = nullptr);

    /// Why the clock may be wrong; nothing when it can be believed or somebody said that it is right.
    std::optional<domain::ClockDoubt> doubt() const;
    /// A person looked at the clock and says that it is right: from here on it is compared with this moment.
    void confirm();
    /// An act was written at \a at.
    void record(const QDateTime &at);

    /// Whether \a command puts a date on a paper or starts a clock. The steps of an intake do not.
    static bool isDated(const domain::Command &command);

private:
    const base::Clock &m_clock;
    const base::HubTime *const m_hub;
    QDateTime m_newest;
};

}
