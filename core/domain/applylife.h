#pragma once

#include "core/domain/lifefacts.h"

namespace domain {

/// Puts \a fact, which happened \a at by \a actor, into \a life. A fact that makes no sense leaves it as it was.
void applyLife(CaseLife &life, const LifeFact &fact, const QDateTime &at, const QString &actor);

}
