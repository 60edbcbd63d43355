#pragma once

#include "core/domain/guide.h"

#include <QHash>
#include <QSet>

namespace guides {

class Inspection;

using Situations = QHash<QString, const domain::Situation *>; ///< by id

/// Reports what \a condition names but \a situations and \a parameters (ids) do not have, or have in another kind.
void checkCondition(const domain::Condition &condition, const Situations &situations, const QSet<QString> &parameters,
                    Inspection &inspection);

}
