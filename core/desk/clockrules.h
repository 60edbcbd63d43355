#pragma once

#include "core/base/settings.h"
#include "core/desk/dishonestylist.h"
#include "core/domain/deadlines.h"
#include "core/domain/hallrules.h"

namespace desk {

/// The clocks of a window, and what is wrong with their calendars.
struct Clocks {
    domain::ClockRules rules;
    QList<base::Error> faults; ///< of calendar files that are not used; the window can go on without them
};

/// What \a hall sets and the calendars in \a folders say, a later folder over an earlier one. Error::Settings when the hours
/// cannot be understood.
base::Result<Clocks> clocksOf(const base::HallSettings &hall, const QStringList &folders);

/// What \a hall sets of authority and reminders, and who is in \a store, which outlives it and is asked each time anew.
domain::HallRules authorityOf(const base::HallSettings &hall, const DishonestyStore &store);

}
