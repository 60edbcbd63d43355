#pragma once

#include "core/domain/guide.h"

namespace guides {

class Inspection;

/// Looks for what each entry of \a pack alone cannot show: ids given twice, references to nothing, conditions that no answer
/// can meet, prerequisites in a circle, marks of confidence that promise too much.
void checkPack(const domain::GuidePack &pack, Inspection &inspection);

}
