#pragma once

#include "core/domain/guide.h"

/// \a condition of \a matter as a part of a Chinese sentence, e.g. “营业面积？”不少于200平方米.
QString conditionText(const domain::Condition &condition, const domain::Matter &matter, const domain::GuidePack &pack);
