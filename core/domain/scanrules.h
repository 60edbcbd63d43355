#pragma once

#include "core/domain/liferules.h"

namespace domain {

// The rules about the pictures of a case, used by decideLife(). Pictures may come until the case is archived; once the
// departments have them, none is moved, changed or taken out. The material must be one that \a plan asks for.

Ruling<Facts> attachScan(const Case &file, const Plan &plan, const AttachScan &command);
Ruling<Facts> moveScan(const Case &file, const Plan &plan, const MoveScan &command);
Ruling<Facts> removeScan(const Case &file, const RemoveScan &command);
/// Refusal UnknownScan also for a picture that was made of no other.
Ruling<Facts> revertScan(const Case &file, const RevertScan &command);

}
