#pragma once

#include "core/domain/guide.h"
#include "core/guides/objectreader.h"

namespace guides {

struct Days {
    QDate from;
    QDate until;
};

/// "from" and "until" of the object that \a object reads, in this order; the second is optional.
Days shapeDays(ObjectReader &object, Inspection &inspection, Need needFrom);

/// "source", "confidence", "from" and "until" of the object that \a object reads. When they are not required, source and
/// confidence may be left out together; then the source is empty and the confidence low.
domain::Provenance shapeProvenance(ObjectReader &object, Inspection &inspection, Need need);

}
