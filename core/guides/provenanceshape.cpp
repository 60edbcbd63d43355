#include "core/guides/provenanceshape.h"

namespace guides {

using namespace Qt::StringLiterals;
using domain::Confidence;
using domain::Provenance;

Days shapeDays(ObjectReader &object, Inspection &inspection, Need needFrom)
{
    const Days days{object.date("from"_L1, needFrom), object.date("until"_L1)};
    if (!days.from.isNull() && !days.until.isNull() && days.until < days.from)
        inspection.faultAt("until"_L1, u"is before \u201cfrom\u201d"_s);
    return days;
}

Provenance shapeProvenance(ObjectReader &object, Inspection &inspection, Need need)
{
    const bool isSaid = need == Need::Required || object.has("source"_L1) || object.has("confidence"_L1);
    const Need each = isSaid ? Need::Required : Need::Optional;
    const QString source = object.text("source"_L1, each);
    const Confidence confidence = object.word<Confidence>("confidence"_L1, words::confidences, each);
    const Days days = shapeDays(object, inspection, Need::Optional);
    return {source, confidence, days.from, days.until};
}

}
