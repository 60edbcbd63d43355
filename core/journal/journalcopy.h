#pragma once

#include "core/base/result.h"

#include <QString>

namespace journal {

/// A copy of the journal in \a folder as it stands at one moment, as the new file \a target; over a connection of its own, in any thread,
/// while the journal goes on writing. Everything in it is sealed as it was.
[[nodiscard]] base::Result<> copyJournal(const QString &folder, const QString &target);

}
