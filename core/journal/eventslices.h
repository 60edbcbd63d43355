#pragma once

#include "core/journal/database.h"

namespace journal {

/// Where it stands how far somebody has looked through the events.
struct LookedThrough {
    const char *ends; ///< statement: up to where, and the place of the last event in the table
    const char *note; ///< statement: keeps :to
};

/// Looks at the events that were written since the last time, at most \a most of them: \a look gets the places in the table behind which
/// and up to which. Whether there are more. Inside a transaction.
[[nodiscard]] base::Result<bool> lookOn(Database &database, const LookedThrough &through, int most,
                                        const std::function<base::Result<>(qint64 from, qint64 to)> &look);

}
