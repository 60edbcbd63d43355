#pragma once

#include "core/domain/merging.h"

namespace domain {

/// Who has a result, by what was written down last.
struct Keeper {
    QString device; ///< of the window that wrote it down
    QString holder; ///< window or shelf, as the hall names it
    bool operator==(const Keeper &) const = default;
};

/// The keeper of the result of \a item by \a history, which is in the common order; nothing while nobody has recorded that it came.
/// Acts that do not count are left out.
std::optional<Keeper> keeperOf(const QList<Placed> &history, const QString &item);

}
