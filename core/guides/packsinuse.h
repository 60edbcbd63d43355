#pragma once

#include "core/guides/shelf.h"

namespace guides {

/// The packs that a window of \a regionCode (GB/T 2260) works from: of each pack the newest version at hand; those of its own
/// city first, else in the order of the shelf. Valid as long as the shelf.
QList<const domain::GuidePack *> packsInUse(const Shelf &shelf, const QString &regionCode);

}
