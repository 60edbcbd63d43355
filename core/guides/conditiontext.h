#pragma once

#include "core/base/result.h"
#include "core/domain/condition.h"

namespace guides {

/// A condition as one line that people can read and type:
///
///     insured=none 且 (area≥200 或 非 area<{fire-area})
///
/// Situations, options and parameters stand by their ids, parameters in braces. 且, 或 and 非 join; where 且 and 或 meet, brackets
/// say what belongs together. A group of one part is 全部(…) or 任一(…). The condition that always holds is the empty text.
QString conditionLine(const domain::Condition &condition);

/// The condition that \a line writes: what conditionLine() gave, and the same with full-width signs, line breaks, >= or =>, 并且,
/// 或者, 并非. Error::Document says in Chinese at which character what is expected; its place is empty.
base::Result<domain::Condition> conditionFrom(const QString &line);

}
