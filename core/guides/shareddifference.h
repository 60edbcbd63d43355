#pragma once

#include "core/guides/comparison.h"

namespace guides {

/// What is different in \a pack outside its matters: head, service, and what is defined once for all of them.
void compareShared(Comparison<domain::GuidePack> &pack, DifferenceList &list);

/// The lists of a service, of a pack or of a matter.
void compareService(const domain::Service &old, const domain::Service &now, const QString &subject, DifferenceList &list);

}
