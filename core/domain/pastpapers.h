#pragma once

#include "core/domain/case.h"
#include "core/domain/merging.h"

namespace domain {

/// The case of \a history as it stood when \a paper was issued, or printed where that followed the intake; nothing when it never was.
std::optional<Case> asIssued(const QList<Placed> &history, const PaperRef &paper);

}
