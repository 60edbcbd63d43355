#pragma once

#include "core/domain/commands.h"

#include <optional>

namespace desk {

/// What would take \a command back again, as \a file under \a guide stands before it; nothing for what cannot be taken back.
std::optional<domain::Command> inverseOf(const domain::Command &command, const domain::Case &file, const domain::Guide &guide);

}
