#include "core/guides/partwriter.h"

#include "core/guides/objectwriter.h"

namespace guides {

using namespace Qt::StringLiterals;
using domain::Condition;
using domain::Way;

namespace {

boost::json::value writeWay(const Way &way)
{
    ObjectWriter object;
    object.word<Way::Kind>("kind"_L1, way.kind, words::wayKinds);
    object.text("place"_L1, way.place);
    object.text("address"_L1, way.address);
    object.text("note"_L1, way.note);
    return object.take();
}

void writeThreshold(ObjectWriter &object, QLatin1StringView key, const Condition &condition)
{
    if (condition.parameter.isEmpty()) {
        object.quantity(key, condition.number);
        return;
    }
    ObjectWriter parameter;
    parameter.text("parameter"_L1, condition.parameter);
    object.object(key, std::move(parameter));
}

}

boost::json::value conditionJson(const Condition &condition)
{
    ObjectWriter object;
    object.text("answer"_L1, condition.subject);
    switch (condition.kind) {
    case Condition::Kind::Always:
        break;
    case Condition::Kind::AnswerIs:
        object.text("is"_L1, condition.value);
        break;
    case Condition::Kind::AtLeast:
        writeThreshold(object, "atLeast"_L1, condition);
        break;
    case Condition::Kind::Below:
        writeThreshold(object, "below"_L1, condition);
        break;
    case Condition::Kind::All:
        object.list("all"_L1, condition.parts, conditionJson);
        break;
    case Condition::Kind::Any:
        object.list("any"_L1, condition.parts, conditionJson);
        break;
    case Condition::Kind::Not:
        object.put("not"_L1, conditionJson(condition.parts.value(0)));
        break;
    }
    return object.take();
}

void writeProvenance(ObjectWriter &object, const domain::Provenance &provenance)
{
    object.text("source"_L1, provenance.source);
    if (!provenance.source.isEmpty())
        object.word<domain::Confidence>("confidence"_L1, provenance.confidence, words::confidences);
    object.date("from"_L1, provenance.from);
    object.date("until"_L1, provenance.until);
}

void writeService(ObjectWriter &object, const domain::Service &service)
{
    ObjectWriter part;
    part.list("ways"_L1, service.ways, writeWay);
    part.words<domain::Collection>("collection"_L1, service.collection, words::collections);
    part.texts("consultation"_L1, service.consultation);
    part.texts("complaints"_L1, service.complaints);
    part.texts("progress"_L1, service.progress);
    object.object("service"_L1, std::move(part));
}

void writeWhen(ObjectWriter &object, const Condition &when)
{
    if (when.kind != Condition::Kind::Always)
        object.put("when"_L1, conditionJson(when));
}

}
