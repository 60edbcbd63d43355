#pragma once

#include <QDateTime>

#include <optional>

namespace domain {

/// What the clock of a PC can be compared with.
struct ClockEvidence {
    QDateTime wall; ///< what the PC says, with its offset
    QDateTime newestRecord; ///< of all acts in the journal; null: there is none
    std::optional<qint64> hubAhead; ///< seconds by which the hub's clock is ahead of the PC's; nothing: no hub was heard
};

/// Why the clock of a PC may be wrong.
struct ClockDoubt {
    enum class Kind {
        BehindRecords, ///< it says a moment before the newest act
        FarAhead, ///< nothing was recorded for so long that somebody may have set it forward
        OffHub, ///< the hub says another time
    };
    Kind kind = Kind::BehindRecords;
    qint64 minutes = 0; ///< by how many, above 0
    bool operator==(const ClockDoubt &) const = default;
};

/// By how many minutes \a local was off what the hub's clock said at that moment; nothing when it was at most two minutes, or
/// no hub was heard (null \a hub).
std::optional<qint64> minutesOffHub(const QDateTime &local, const QDateTime &hub);

/// Nothing when the clock can be believed: not more than two minutes behind the newest record or off the hub, and not more than
/// 31 days after the newest record. What the hub says counts before the rest. Moments are compared as such: another zone or a
/// change of offset is no doubt.
std::optional<ClockDoubt> doubtOf(const ClockEvidence &evidence);

}
