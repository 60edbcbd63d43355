#include "core/guides/conditionshape.h"

#include "core/guides/objectreader.h"

namespace guides {

using namespace Qt::StringLiterals;
using domain::Condition;

namespace {

QString shapeParameterId(const QJsonValue &value, Inspection &inspection)
{
    return ObjectReader(value, inspection).id("parameter"_L1);
}

/// {"atLeast": 200} or {"atLeast": {"parameter": "fire-area"}}
void shapeThreshold(ObjectReader &object, QLatin1StringView key, Condition &condition)
{
    if (object.holdsObject(key))
        condition.parameter = object.single<QString>(key, shapeParameterId);
    else
        condition.number = object.quantity(key).value_or(0);
}

void shapeAnswer(ObjectReader &object, Condition &condition)
{
    condition.subject = object.id("answer"_L1);
    if (object.has("atLeast"_L1)) {
        condition.kind = Condition::Kind::AtLeast;
        shapeThreshold(object, "atLeast"_L1, condition);
    } else if (object.has("below"_L1)) {
        condition.kind = Condition::Kind::Below;
        shapeThreshold(object, "below"_L1, condition);
    } else {
        condition.kind = Condition::Kind::AnswerIs;
        condition.value = object.id("is"_L1);
    }
}

Condition shapeCondition(const QJsonValue &value, Inspection &inspection)
{
    ObjectReader object(value, inspection);
    Condition condition;
    if (object.has("answer"_L1)) {
        shapeAnswer(object, condition);
    } else if (object.has("all"_L1)) {
        condition.kind = Condition::Kind::All;
        condition.parts = object.list<Condition>("all"_L1, shapeCondition, Need::Required);
    } else if (object.has("any"_L1)) {
        condition.kind = Condition::Kind::Any;
        condition.parts = object.list<Condition>("any"_L1, shapeCondition, Need::Required);
    } else if (object.has("not"_L1)) {
        condition.kind = Condition::Kind::Not;
        condition.parts = {object.single<Condition>("not"_L1, shapeCondition)};
    } else if (object.isReadable()) {
        inspection.fault(u"a condition has one of: answer all any not"_s);
    }
    return condition;
}

}

Condition shapeWhen(ObjectReader &object)
{
    return object.single<Condition>("when"_L1, shapeCondition, Need::Optional);
}

}
