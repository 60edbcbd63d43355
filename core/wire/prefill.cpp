#include "core/wire/prefill.h"

#include "core/wire/fields.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wire {

using namespace Qt::StringLiterals;

namespace {

using PrefillResult = PrefillAnswer::Result;
constexpr std::array prefillWords{std::pair{PrefillResult::Found, "found"_L1}, std::pair{PrefillResult::Unknown, "unknown"_L1},
                                  std::pair{PrefillResult::Used, "used"_L1}, std::pair{PrefillResult::Full, "full"_L1}};

}

QByteArray toJson(const PrefillWish &wish)
{
    return compact({{"code"_L1, wish.code}});
}

base::Result<PrefillWish> prefillWishFrom(const QByteArray &body)
{
    const base::Result<QJsonObject> object = objectIn(body);
    if (!object)
        return base::Fail(object.error());
    Fields fields(*object, {});
    const PrefillWish wish{fields.word("code"_L1)};
    return fields.done(wish);
}

QByteArray toJson(const PrefillAnswer &answer)
{
    const auto word = std::ranges::find(prefillWords, answer.result, [](const auto &pair) { return pair.first; });
    QJsonObject object{{"result"_L1, word->second}};
    if (answer.result == PrefillResult::Found) {
        object.insert("case"_L1, answer.caseId);
        object.insert("number"_L1, answer.number);
    }
    return compact(object);
}

base::Result<PrefillAnswer> prefillAnswerFrom(const QByteArray &body)
{
    const base::Result<QJsonObject> object = objectIn(body);
    if (!object)
        return base::Fail(object.error());
    Fields fields(*object, {});
    const QString result = fields.word("result"_L1);
    const auto word = std::ranges::find_if(prefillWords, [&](const auto &pair) { return result == pair.second; });
    PrefillAnswer answer;
    if (word == prefillWords.end())
        fields.fault("result"_L1, u"is no result"_s);
    else
        answer.result = word->first;
    if (answer.result == PrefillResult::Found) {
        answer.caseId = fields.word("case"_L1);
        answer.number = fields.word("number"_L1);
    }
    return fields.done(answer);
}

}
