#include "core/domain/clockcheck.h"

#include <cstdlib>

namespace domain {

namespace {

constexpr qint64 tolerance = 2 * 60; // seconds
constexpr qint64 longestSilence = qint64(31) * 24 * 60 * 60; // longer than any holiday

}

std::optional<qint64> minutesOffHub(const QDateTime &local, const QDateTime &hub)
{
    const qint64 off = local.isValid() && hub.isValid() ? std::abs(local.secsTo(hub)) : 0;
    return off > tolerance ? std::optional(off / 60) : std::nullopt;
}

std::optional<ClockDoubt> doubtOf(const ClockEvidence &evidence)
{
    using Kind = ClockDoubt::Kind;
    if (evidence.hubAhead) {
        const qint64 off = std::abs(*evidence.hubAhead);
        return off > tolerance ? std::optional(ClockDoubt{Kind::OffHub, off / 60}) : std::nullopt;
    }
    if (!evidence.newestRecord.isValid())
        return {};
    const qint64 ahead = evidence.newestRecord.secsTo(evidence.wall);
    if (ahead < -tolerance)
        return ClockDoubt{Kind::BehindRecords, -ahead / 60};
    if (ahead > longestSilence)
        return ClockDoubt{Kind::FarAhead, ahead / 60};
    return {};
}

}
