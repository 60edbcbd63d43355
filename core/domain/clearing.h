#pragma once

#include "core/domain/commands.h"
#include "core/domain/refusal.h"

namespace domain {

/// decide() for what follows when several windows work on one case. Anybody who works on the case may clear a conflict; it is written
/// down who did.
Ruling<QList<Fact>> clearConflict(const Case &file, const ClearConflict &command);
Ruling<QList<Fact>> assignCase(const Case &file, const AssignCase &command);

/// Conflicts that nobody has cleared, in their order.
QList<Conflict> openConflicts(const Case &file);

}
