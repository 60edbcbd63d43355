#pragma once

#include "core/domain/commands.h"
#include "core/offices/unitdesk.h"

namespace offices {

/// The command that \a act is on \a item, from what was typed at \a now (with the offset of the place).
domain::LifeCommand commandOf(DeskAct act, const QString &item, const Typed &typed, const QDateTime &now);
/// The same with everything filled in that can be: what decide() says to it is said of the act itself, not of what was typed.
domain::LifeCommand trialOf(DeskAct act, const DeskSheet &sheet);

}
