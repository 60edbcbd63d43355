#pragma once

#include "core/desk/dishonestylist.h"
#include "core/domain/hallrules.h"
#include "core/guides/hallclocks.h"

namespace desk {

using guides::Clocks;
using guides::clocksOf;

/// What \a hall sets of authority and reminders, and who is in \a store, which outlives it and is asked each time anew.
domain::HallRules authorityOf(const base::HallSettings &hall, const DishonestyStore &store);

}
