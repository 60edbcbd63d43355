#pragma once

#include "core/domain/shelfresult.h"
#include "core/journal/journal.h"

namespace desk {

/// What the journal keeps of the results of \a file: a line for each that is to come, that waits or whose proof is owed, and the
/// codes of every one. \a tasks are the case's agenda.
QList<journal::ShelfDigest> shelfDigestsOf(const domain::Case &file, const domain::Guide &guide, const QList<domain::Task> &tasks);

/// The result in a line of the journal; what is damaged comes back with the item's id for a name.
domain::ShelfResult shelfResultFrom(const journal::ShelfLine &line);

}
