#pragma once

#include "core/domain/deadlines.h"

#include <QByteArray>

namespace domain {

/// Names \a rules: another mark for every other set of clocks, so that what was worked out by them can be told from what must be worked
/// out anew. 32 bytes.
QByteArray markOf(const ClockRules &rules);

}
