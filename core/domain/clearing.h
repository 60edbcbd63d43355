#pragma once

#include "core/domain/commands.h"
#include "core/domain/events.h"
#include "core/domain/guide.h"
#include "core/domain/refusal.h"

namespace domain {

/// decide() for what follows when several windows work on one case. Anybody who works on the case may clear a conflict; it is written
/// down who did.
Ruling<QList<Fact>> clearConflict(const Case &file, const ClearConflict &command);
Ruling<QList<Fact>> assignCase(const Case &file, const AssignCase &command);
Ruling<QList<Fact>> joinCase(const Case &file, const Guide &guide, const JoinCase &command);

/// Number of the case that is to be opened in the place of \a file, as the number on a paper is scanned: the one that it was joined
/// to. Empty: itself, also while another window still works on it.
QString standInOf(const Case &file, const Guide &guide);

/// Conflicts that nobody has cleared, in their order.
QList<Conflict> openConflicts(const Case &file);

}
