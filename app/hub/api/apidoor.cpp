#include "app/hub/api/apidoor.h"

#include "app/hub/api/apiproblems.h"
#include "app/hub/api/apiwords.h"
#include "app/hub/web/asked.h"
#include "app/hub/web/safety.h"
#include "core/domain/scans.h"
#include "core/hub/logging.h"
#include "core/hub/pictures.h"
#include "core/journal/envelope.h"
#include "core/wire/fields.h"
#include "core/wire/messages.h"

#include <QFile>

namespace api {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using hub::Response;
using offices::Scope;

namespace {

const QByteArray descriptionPath = "/api/v1/openapi.json";
constexpr qsizetype longestTarget = 2000;
constexpr auto alike = 400ms; ///< as the pages: from the time nobody learns whether a code was good

Response json(const QJsonObject &object)
{
    return {.status = 200, .type = wire::jsonType, .body = wire::compact(object)};
}

/// The desk knows a system as a reviewer of its unit.
offices::Person personOf(const offices::ApiHolder &holder, const QString &officer = {})
{
    return {.account = 0,
            .name = holder.inTheBook(),
            .called = officer.isEmpty() ? u"单位系统（%1）"_s.arg(holder.name) : officer,
            .unit = holder.unit,
            .roles = {offices::Role::Reviewer}};
}

bool isJson(const hub::Request &request)
{
    return request.headers.value("content-type").split(';').constFirst().trimmed().toLower() == wire::jsonType;
}

bool isGoodKey(const QByteArray &key)
{
    constexpr qsizetype longestKey = 100;
    return !key.isEmpty() && key.size() <= longestKey && std::ranges::all_of(key, [](char c) { return c > ' ' && c < 0x7f; });
}

Response faultyField(const base::Error &error)
{
    return problem(Problem::BadRequest, {.detail = error.place.isEmpty() ? error.detail : u"“%1”：%2"_s.arg(error.place, error.detail), .field = error.place});
}

Response keptResponse(const hub::KeptAnswer &kept)
{
    return {.status = kept.status, .type = kept.status == 200 ? wire::jsonType : wire::problemType, .body = kept.body};
}

}

struct ApiDoor::Route {
    QByteArray method;
    QByteArray pattern;
    std::optional<Scope> scope; ///< nothing: the route asks itself
    Response (ApiDoor::*answer)(const Asked &);
};

const QList<ApiDoor::Route> &ApiDoor::routes()
{
    static const QList<Route> all{{"GET", "/api/v1/feed", Scope::Read, &ApiDoor::feed},
                                  {"GET", "/api/v1/items", Scope::Read, &ApiDoor::items},
                                  {"GET", "/api/v1/cases/{case}", Scope::Read, &ApiDoor::oneCase},
                                  {"GET", "/api/v1/cases/{case}/scans/{scan}", Scope::Scans, &ApiDoor::scan},
                                  {"POST", "/api/v1/cases/{case}/items/{item}/{act}", {}, &ApiDoor::act},
                                  {"POST", "/api/v1/ratings", Scope::Rate, &ApiDoor::rate}};
    return all;
}

ApiDoor::ApiDoor(const Needs &needs)
    : m(needs), m_tokens(needs.engine), m_feed(needs.engine), m_ofTokens(needs.engine.clock, mostInAMinute, 60),
      m_ofStrangers(needs.engine.clock, mostOfStrangers, 600)
{
}

QList<QByteArray> ApiDoor::patterns()
{
    QList<QByteArray> patterns{descriptionPath};
    for (const Route &route : routes())
        patterns << route.pattern;
    return patterns;
}

Response ApiDoor::handle(const hub::Request &request)
{
    Response response;
    try {
        response = answered(request);
    } catch (const std::exception &exception) {
        qCCritical(hub::lcHub) << "a request of a system ended in" << exception.what();
        response = problem(Problem::Failed);
    }
    web::makeSafe(response);
    return response;
}

Response ApiDoor::answered(const hub::Request &request)
{
    if (request.target == descriptionPath)
        return request.method == "GET" || request.method == "HEAD" ? description() : problem(Problem::WrongMethod);
    const QByteArray network = offices::networkOf(request.peer);
    if (const int seconds = m_ofStrangers.wouldWait(network))
        return problem(Problem::TooOften, {.retryAfter = seconds});
    const QByteArray shown = request.headers.value("authorization");
    const bool isBearer = shown.left(7).toLower() == "bearer ";
    const auto holder = m_tokens.holderOf(isBearer ? shown.mid(7).trimmed() : QByteArray());
    if (!holder)
        return problem(holder.error());
    if (!*holder) {
        m_ofStrangers.wait(network);
        return problem(Problem::NotIdentified);
    }
    if (const int seconds = m_ofTokens.wait(QByteArray::number((*holder)->id)))
        return problem(Problem::TooOften, {.retryAfter = seconds});
    return routed(request, **holder);
}

Response ApiDoor::routed(const hub::Request &request, const offices::ApiHolder &holder)
{
    if (request.target.size() > longestTarget)
        return problem(Problem::NotThere);
    const qsizetype mark = request.target.indexOf('?');
    const QByteArray path = mark < 0 ? request.target : request.target.first(mark);
    QByteArrayList allowed;
    for (const Route &route : routes()) {
        const auto words = web::wordsIn(path, route.pattern);
        if (!words)
            continue;
        if (!*words)
            return problem(Problem::NotThere);
        if (request.method != route.method) {
            allowed << route.method;
            continue;
        }
        if (route.scope && !holder.may(*route.scope))
            return problem(Problem::NotAllowed, {.detail = u"需要权限“%1”，请向中心端管理员申领有这项权限的令牌。"_s.arg(offices::wordOf(*route.scope))});
        if (request.body.size() > (route.method == "GET" ? 0 : mostBody))
            return problem(Problem::TooLarge);
        if (route.method == "POST" && !isJson(request))
            return problem(Problem::NotJson);
        const base::Result<web::Fields> query = web::Fields::read(mark < 0 ? QByteArray() : request.target.mid(mark + 1));
        if (!query)
            return problem(Problem::BadRequest);
        return (this->*route.answer)({request, **words, *query, holder});
    }
    if (allowed.isEmpty())
        return problem(Problem::NotThere);
    Response response = problem(Problem::WrongMethod);
    response.headers.insert("Allow", allowed.join(", "));
    return response;
}

Response ApiDoor::description() const
{
    QFile file(m.description);
    return file.open(QFile::ReadOnly) ? Response{.status = 200, .type = wire::jsonType, .body = file.readAll()} : problem(Problem::Failed);
}

Response ApiDoor::feed(const Asked &asked)
{
    bool isNumber = true;
    const int most = asked.query.has(u"most"_s) ? asked.query.value(u"most"_s).toInt(&isNumber) : 100;
    if (!isNumber || most < 1 || most > offices::UnitFeed::mostEntries)
        return faultyField({base::Error::Kind::Document, u"应为1到%1的整数。"_s.arg(offices::UnitFeed::mostEntries), u"most"_s});
    if (const base::Result<> sorted = m.postbox.sort(); !sorted)
        return problem(sorted.error());
    const auto page = m_feed.after(asked.holder.unit, asked.query.value(u"after"_s), most);
    if (!page)
        return page.error().kind == base::Error::Kind::Missing ? problem(Problem::CursorGone) : problem(page.error());
    return json(feedWords(*page, m.engine.clock.now().offsetFromUtc()));
}

Response ApiDoor::items(const Asked &asked)
{
    const auto queue = m.desk.queue(personOf(asked.holder), false);
    return queue ? json(queueWords(*queue, m.engine.clock.now().offsetFromUtc())) : problem(queue.error());
}

Response ApiDoor::oneCase(const Asked &asked)
{
    const bool wholeNumbers = asked.query.has(u"numbers"_s);
    if (wholeNumbers && !asked.holder.may(Scope::Numbers))
        return problem(Problem::NotAllowed, {.detail = u"看完整号码需要权限“numbers”。"_s});
    const offices::Person person = personOf(asked.holder);
    const auto own = m.desk.ownItems(person, asked.path[0]);
    if (!own)
        return problem(own.error());
    QList<offices::DeskSheet> sheets;
    for (const QString &item : *own) {
        const auto sheet = m.desk.look(person, asked.path[0], item, wholeNumbers);
        if (!sheet)
            return problem(sheet.error());
        if (*sheet)
            sheets << **sheet;
    }
    return sheets.isEmpty() ? problem(Problem::NotThere) : json(caseWords(sheets));
}

Response ApiDoor::scan(const Asked &asked)
{
    const offices::Person person = personOf(asked.holder);
    const QString scan = asked.path[1];
    const auto own = m.desk.ownItems(person, asked.path[0]);
    if (!own)
        return problem(own.error());
    for (const QString &item : *own) {
        const auto sheet = m.desk.look(person, asked.path[0], item);
        if (!sheet)
            return problem(sheet.error());
        if (!*sheet || !offices::UnitDesk::showsScan(**sheet, scan))
            continue;
        const auto bytes = hub::Pictures(m.engine).readWhole(asked.path[0], scan);
        if (!bytes)
            return problem(Problem::NotThere, {.detail = u"窗口还没有传完这张扫描件，请过一会儿再取。"_s});
        const bool isPng = domain::presentScan((*sheet)->opened.file, scan)->kind == "png"_L1;
        return {200, isPng ? "image/png" : "image/jpeg", *bytes};
    }
    return problem(Problem::NotThere);
}

Response ApiDoor::act(const Asked &asked)
{
    const QString word = asked.path[2];
    if (!isAct(word))
        return problem(Problem::NotThere);
    const Scope scope = isOfDelivery(word) ? Scope::Deliver : Scope::Act;
    if (!asked.holder.may(scope))
        return problem(Problem::NotAllowed, {.detail = u"需要权限“%1”，请向中心端管理员申领有这项权限的令牌。"_s.arg(offices::wordOf(scope))});
    const QByteArray key = asked.request.headers.value("idempotency-key");
    if (!isGoodKey(key))
        return faultyField({base::Error::Kind::Document, u"每个办理请求都要带这个请求头：1到100个可见的英文字符，同一个请求重发时不变。"_s, u"Idempotency-Key"_s});
    const base::Result<AskedAct> what = readAct(word, asked.request.body);
    if (!what)
        return faultyField(what.error());
    const hub::KeptAnswer kept{.token = asked.holder.id,
                               .key = QString::fromLatin1(key),
                               .asked = journal::hashOf(asked.request.method + '\n' + asked.request.target + '\n' + asked.request.body),
                               .status = 0,
                               .body = {},
                               .at = m.engine.now()};
    for (int tried = 0; tried < 2; ++tried) {
        const auto before = m_tokens.answered(asked.holder, kept.key);
        if (!before)
            return problem(before.error());
        if (*before)
            return (*before)->asked == kept.asked ? keptResponse(**before) : problem(Problem::KeyUsed);
        const Response response = perform(asked, *what, kept);
        if (response.status != 503) // the same request may have been answered at this very moment
            return response;
    }
    return problem(Problem::Busy, {.retryAfter = 1});
}

Response ApiDoor::perform(const Asked &asked, const AskedAct &what, const hub::KeptAnswer &kept)
{
    const offices::Person person = personOf(asked.holder, what.officer);
    Response response;
    const auto keep = [&](hub::Transaction &rows, const QStringList &against, const domain::CaseItem &after) {
        response = against.isEmpty() ? json(doneWords(asked.path[2], asked.path[0], asked.path[1], after, m.engine.clock.now()))
                                     : problem(Problem::Refused, {.reasons = against});
        hub::KeptAnswer answer = kept;
        answer.status = response.status;
        answer.body = response.body;
        return rows.doors().add(answer);
    };
    const auto done = what.act ? m.desk.perform(person, asked.path[0], asked.path[1], *what.act, what.typed, keep)
                               : m.desk.confirmProof(person, asked.path[0], asked.path[1], keep);
    if (done)
        return response;
    return done.error().kind == base::Error::Kind::Missing ? problem(Problem::NotThere) : problem(done.error());
}

Response ApiDoor::rate(const Asked &asked)
{
    constexpr int longestCode = 400;
    const base::Result<QJsonObject> body = wire::objectIn(asked.request.body);
    if (!body)
        return faultyField({base::Error::Kind::Document, u"正文应为一个 JSON 对象。"_s, {}});
    const QString code = body->value("code"_L1).toString();
    const auto level = domain::satisfactionOf(body->value("level"_L1).toInt());
    const auto words = strictLine(body->value("words"_L1).toString(), offices::RatingDesk::longestWords);
    if (code.isEmpty() || code.size() > longestCode || !code.contains(u'.'))
        return faultyField({base::Error::Kind::Document, u"应为收件回执二维码中 /c/ 之后的文字。"_s, u"code"_s});
    if (!level)
        return faultyField({base::Error::Kind::Document, u"应为1到5的整数，5为非常满意。"_s, u"level"_s});
    if (!words)
        return faultyField({base::Error::Kind::Document, u"不超过300字，不含控制字符。"_s, u"words"_s});
    const auto shown = m.progress.byCode(code);
    const auto rated = shown && *shown ? m.ratings.rate(**shown, *level, *words) : base::Result<offices::RatingDesk::Outcome>();
    if (!shown || !rated)
        return problem(!shown ? shown.error() : rated.error());
    using Outcome = offices::RatingDesk::Outcome;
    Response response = !*shown ? problem(Problem::NotThere)
                                : json({{"result"_L1, *rated == Outcome::Taken          ? "taken"_L1
                                             : *rated == Outcome::AlreadyRated ? "already"_L1
                                                                               : "no-visit"_L1}});
    response.notBefore = alike;
    return response;
}

}
