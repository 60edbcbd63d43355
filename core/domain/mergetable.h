#pragma once

#include "core/domain/acts.h"

namespace domain {

/// What holds between two acts on the same thing of which neither knew the other.
enum class MergeRule {
    Both, ///< both are applied
    Value, ///< both when they say the same; else the earlier is shown and a person picks
    Stricter, ///< of two verdicts the stricter holds
    EarlierStands, ///< the later is disputed
    BothTold, ///< both are applied, and a person is told
    WithdrawalHolds, ///< whichever of the two it is, unless the result was handed over already
    HandedOverTwice, ///< the first hand-over stands, the second is disputed
    FilingHolds, ///< the citizen has a receipt: the intake that was closed elsewhere is open again
    Review, ///< done by who did not have the case any more: kept, not applied, looked at by a person
};

/// The conflict rules (sync rules 20 and 21), \a later and \a earlier in the common order.
MergeRule mergeRule(ActKind later, ActKind earlier);

/// How strict a verdict is, by its word; none was given (empty): between those that satisfy and the gaps.
int strictness(const QString &verdict);

}
