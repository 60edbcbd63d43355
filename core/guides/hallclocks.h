#pragma once

#include "core/base/settings.h"
#include "core/domain/deadlines.h"

namespace guides {

/// The clocks of a hall, and what is wrong with their calendars.
struct Clocks {
    domain::ClockRules rules;
    QList<base::Error> faults; ///< of calendar files that are not used; one can go on without them
};

/// What \a hall sets and the calendars in \a folders say, a later folder over an earlier one. Error::Settings when the hours
/// cannot be understood.
base::Result<Clocks> clocksOf(const base::HallSettings &hall, const QStringList &folders);

}
