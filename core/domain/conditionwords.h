#pragma once

#include "core/domain/guide.h"

namespace domain {

/// \a condition of \a matter as a part of a Chinese sentence, e.g. “营业面积？”不少于200平方米. Empty when it always holds.
QString conditionText(const Condition &condition, const Matter &matter, const GuidePack &pack);

}
