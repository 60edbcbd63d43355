#pragma once

#include "core/domain/guide.h"

#include <QByteArray>

namespace guides {

/// \a pack in the format and layout of resources/guides/README.md: readPack() of it gives a pack equal to \a pack, and equal
/// packs give the same bytes. What is as if it were left out is left out. \a pack is one that a reader could give.
QByteArray writePack(const domain::GuidePack &pack);

/// \a condition, which does not always hold, as an object of the format.
QByteArray writeCondition(const domain::Condition &condition);

}
