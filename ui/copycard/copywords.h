#pragma once

#include "core/domain/copysheet.h"

/// Why \a line is to be typed by hand, and what to do; empty when it can be copied.
QString copyProblem(const domain::CopyLine &line);
