#pragma once

#include "core/domain/deadlines.h"

#include <optional>

namespace domain {

/// A deadline of a filed case and what became of it.
struct CaseClock {
    Deadline deadline;
    QDateTime metAt; ///< null: not yet

    bool isOpen() const { return metAt.isNull() && !deadline.paused; }
    bool operator==(const CaseClock &) const = default;
};

/// Every deadline of \a file, which is filed, under \a guide as it stood on the day of filing.
QList<CaseClock> caseClocks(const Case &file, const Guide &guide, const ClockRules &rules);

/// The open one that ends first; nothing when none is open.
std::optional<CaseClock> nextClock(const QList<CaseClock> &clocks);

}
