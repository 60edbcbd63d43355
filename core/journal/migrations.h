#pragma once

#include "core/journal/database.h"

namespace journal {

/// Marks a SQLite file as one of our journals (PRAGMA application_id): "YCJ1".
constexpr int applicationId = 0x59434a31;

/// The schema version that this program writes (PRAGMA user_version).
int newestVersion();

/// Brings the schema of \a database to the newest version, step by step, each in its own transaction.
[[nodiscard]] base::Result<> migrate(Database &database);

}
