#include "core/wire/lookup.h"

#include "core/base/text.h"
#include "core/wire/fields.h"

namespace wire {

using namespace Qt::StringLiterals;
using Result = LookUpAnswer::Result;

namespace {

constexpr int longestAnswerLine = 120;

QJsonValue dayValue(QDate day)
{
    return day.isValid() ? QJsonValue(day.toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

/// Left out or null: no day.
QDate dayIfAny(const QJsonObject &licence, Fields &fields, QLatin1StringView name)
{
    const QJsonValue value = licence.value(name);
    if (value.isUndefined() || value.isNull())
        return {};
    const QDate day = QDate::fromString(value.toString(), u"yyyy-MM-dd"_s);
    if (!day.isValid())
        fields.fault(name, u"is no day"_s);
    return day;
}

base::Result<LookUpAnswer> foundIn(const QJsonObject &object)
{
    if (!object.value("licence"_L1).isObject())
        return base::Fail({base::Error::Kind::Document, u"is missing"_s, u"licence"_s});
    const QJsonObject licence = object.value("licence"_L1).toObject();
    Fields fields(licence, u"licence"_s);
    const auto line = [&](QLatin1StringView name) { return base::cleanLine(fields.text(name), longestAnswerLine); };
    LookUpAnswer answer{.result = Result::Found,
                        .code = line("code"_L1),
                        .name = line("name"_L1),
                        .holder = line("holder"_L1),
                        .issuer = line("issuer"_L1)};
    answer.from = dayIfAny(licence, fields, "from"_L1);
    answer.until = dayIfAny(licence, fields, "to"_L1);
    return fields.done(answer);
}

}

QByteArray toJson(const LookUpWish &wish)
{
    return compact({{"material"_L1, wish.material},
                    {"materialName"_L1, wish.materialName},
                    {"kind"_L1, wish.isShared ? "shared"_L1 : "elicence"_L1},
                    {"holder"_L1, QJsonObject{{"name"_L1, wish.holderName}, {"number"_L1, wish.holderNumber}}},
                    {"purpose"_L1, wish.purpose},
                    {"case"_L1, wish.caseNumber},
                    {"clerk"_L1, wish.clerk}});
}

base::Result<LookUpWish> lookUpWishFrom(const QByteArray &body)
{
    const base::Result<QJsonObject> object = objectIn(body);
    if (!object)
        return base::Fail(object.error());
    Fields fields(*object, {});
    LookUpWish wish{.material = fields.word("material"_L1), .materialName = fields.text("materialName"_L1)};
    const QString kind = fields.word("kind"_L1);
    if (kind != "shared"_L1 && kind != "elicence"_L1)
        fields.fault("kind"_L1, u"is neither shared nor elicence"_s);
    wish.isShared = kind == "shared"_L1;
    std::tie(wish.holderName, wish.holderNumber)
        = fields.inner("holder"_L1, [](Fields &holder) { return std::pair(holder.word("name"_L1), holder.text("number"_L1)); });
    wish.purpose = fields.word("purpose"_L1);
    wish.caseNumber = fields.word("case"_L1);
    wish.clerk = fields.textIfAny("clerk"_L1);
    return fields.done(wish);
}

QByteArray toJson(const LookUpAnswer &answer)
{
    switch (answer.result) {
    case Result::NotFound:
        return compact({{"result"_L1, "none"_L1}});
    case Result::Withheld:
        return compact({{"result"_L1, "refused"_L1}});
    case Result::Unreachable:
        return compact({{"result"_L1, "unreachable"_L1}, {"why"_L1, answer.why}});
    case Result::Found:
        break;
    }
    return compact({{"result"_L1, "found"_L1},
                    {"licence"_L1,
                     QJsonObject{{"code"_L1, answer.code},
                                 {"name"_L1, answer.name},
                                 {"holder"_L1, answer.holder},
                                 {"issuer"_L1, answer.issuer},
                                 {"from"_L1, dayValue(answer.from)},
                                 {"to"_L1, dayValue(answer.until)}}}});
}

base::Result<LookUpAnswer> lookUpAnswerFrom(const QByteArray &body)
{
    const base::Result<QJsonObject> object = objectIn(body);
    if (!object)
        return base::Fail(object.error());
    const QString result = object->value("result"_L1).toString();
    if (result == "found"_L1)
        return foundIn(*object);
    LookUpAnswer answer;
    if (result == "refused"_L1) {
        answer.result = Result::Withheld;
    } else if (result == "unreachable"_L1) {
        answer.result = Result::Unreachable;
        answer.why = base::cleanLine(object->value("why"_L1).toString(), longestAnswerLine);
    } else if (result != "none"_L1) {
        return base::Fail({base::Error::Kind::Document, u"is none of found, none, refused, unreachable"_s, u"result"_s});
    }
    return answer;
}

}
