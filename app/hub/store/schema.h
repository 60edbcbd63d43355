#pragma once

#include "app/hub/store/connection.h"

namespace hub {

/// The schema version that this program writes.
int newestSchema();

/// Brings the schema to the newest version, step by step, each in its own transaction; processes that start together wait for each
/// other. Error::Document when a newer program wrote it.
[[nodiscard]] base::Result<> bringUpToDate(Connection &connection);

}
