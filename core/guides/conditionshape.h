#pragma once

#include "core/domain/condition.h"

namespace guides {

class ObjectReader;

/// The condition under "when" of the object that \a object reads; left out, it always holds.
domain::Condition shapeWhen(ObjectReader &object);

}
