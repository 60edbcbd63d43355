#pragma once

#include "core/domain/guide.h"

class QJsonValue;

namespace guides {

class Inspection;

/// The matter that \a value writes down, as in packshape.h. Its audience is the pack's.
domain::Matter shapeMatter(const QJsonValue &value, Inspection &inspection);

}
