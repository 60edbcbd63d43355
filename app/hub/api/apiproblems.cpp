#include "app/hub/api/apiproblems.h"

#include "core/hub/engine.h"
#include "core/wire/fields.h"
#include "core/wire/messages.h"

#include <algorithm>
#include <array>

namespace api {

using namespace Qt::StringLiterals;

namespace {

struct Said {
    Problem problem;
    int status;
    QLatin1StringView type;
    QStringView title;
    QStringView detail;
};
constexpr std::array sayings{
    Said{Problem::BadRequest, 400, "bad-request"_L1, u"请求不符合格式", u"请按接口说明（/api/v1/openapi.json）改正后再发。"},
    Said{Problem::NotIdentified, 401, "not-identified"_L1, u"没有出示有效的令牌",
         u"请在 Authorization 请求头中以 Bearer 方式出示令牌；没有令牌或者已停用的，请向中心端管理员申领。"},
    Said{Problem::NotAllowed, 403, "not-allowed"_L1, u"令牌没有这项权限", u"请向中心端管理员申领有这项权限的令牌。"},
    Said{Problem::NotThere, 404, "not-there"_L1, u"没有找到", u"没有这个办件、事项、材料或者地址，或者不由本单位办理，请核对。"},
    Said{Problem::WrongMethod, 405, "wrong-method"_L1, u"这个地址不接受这种方法", u"请按 Allow 响应头列出的方法再发。"},
    Said{Problem::Refused, 409, "refused"_L1, u"现在不能这样办理", u"请看 reasons 中的原因，处理后用新的 Idempotency-Key 再发。"},
    Said{Problem::CursorGone, 410, "cursor-gone"_L1, u"游标已失效", u"中心端恢复过备份。请不带 after 从头读取，按办件和事项去重。"},
    Said{Problem::TooLarge, 413, "too-large"_L1, u"请求太大", u"请求正文最多64千字节。"},
    Said{Problem::NotJson, 415, "not-json"_L1, u"请求正文不是 JSON", u"请以 Content-Type: application/json 发送。"},
    Said{Problem::KeyUsed, 422, "key-used"_L1, u"这个 Idempotency-Key 已经用于别的请求", u"同一个键只能重发同一个请求；请为新的请求换一个键。"},
    Said{Problem::TooOften, 429, "too-often"_L1, u"请求太频繁", u"请按 Retry-After 响应头给出的秒数等待后再发。"},
    Said{Problem::Failed, 500, "failed"_L1, u"中心端出错", u"没有办成，请稍后用同一个 Idempotency-Key 再发；仍不成的，请联系中心端管理员。"},
    Said{Problem::Busy, 503, "busy"_L1, u"中心端正忙", u"没有办成，请按 Retry-After 响应头等待后用同一个 Idempotency-Key 再发。"},
};

}

hub::Response problem(Problem problem, const About &about)
{
    const Said &said = *std::ranges::find(sayings, problem, &Said::problem);
    QJsonObject json{{"type"_L1, u"urn:yichuang:problem:"_s + said.type},
                     {"title"_L1, said.title.toString()},
                     {"status"_L1, said.status},
                     {"detail"_L1, about.detail.isEmpty() ? said.detail.toString() : about.detail}};
    if (problem == Problem::Refused)
        json.insert("reasons"_L1, QJsonArray::fromStringList(about.reasons));
    if (!about.field.isEmpty())
        json.insert("field"_L1, about.field);
    hub::Response response{.status = said.status, .type = wire::problemType, .body = wire::compact(json)};
    if (about.retryAfter > 0)
        response.headers.insert("Retry-After", QByteArray::number(about.retryAfter));
    if (problem == Problem::NotIdentified)
        response.headers.insert("WWW-Authenticate", "Bearer");
    return response;
}

hub::Response problem(const base::Error &error)
{
    const wire::Problem told = hub::problemOf(error); // writes the log
    return told.code == wire::Problem::Code::Busy ? problem(Problem::Busy, {.retryAfter = 1}) : problem(Problem::Failed);
}

}
