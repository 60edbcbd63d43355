#pragma once

#include "core/base/result.h"

namespace hub {

/// Copies the embedded store in \a file to \a copy, a new file, as it is at one moment, with SQLite's online backup: whoever reads and
/// writes goes on. The copy is one whole file, on the disk when this comes back. Error::Storage, and no copy, when it cannot be done;
/// Error::Damaged when a page of it is not sound.
[[nodiscard]] base::Result<> copyStore(const QString &file, const QString &copy);

}
