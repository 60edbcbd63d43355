#include "app/hub/web/webdoor.h"

#include "app/hub/web/safety.h"
#include "core/hub/logging.h"
#include "core/wire/messages.h"

#include <QCryptographicHash>

namespace web {

namespace {

constexpr qsizetype longestTarget = 2000;

bool isForm(const hub::Request &request)
{
    const QByteArray type = request.headers.value("content-type").split(';').constFirst().trimmed().toLower();
    return type == "application/x-www-form-urlencoded";
}

/// What anybody may keep gets a mark by which it need not be sent again, and is packed for those who take that. What is of one person
/// only is never packed: its length would tell of its content.
void makeKeepable(const hub::Request &request, hub::Response &response)
{
    constexpr qsizetype worthPacking = 1400;
    if (response.status != 200 || !response.headers.value("Cache-Control").startsWith("public"))
        return;
    const QByteArray mark = '"' + QCryptographicHash::hash(response.body, QCryptographicHash::Sha256).toHex().first(24) + '"';
    response.headers.insert("ETag", mark);
    response.headers.insert("Vary", "Accept-Encoding");
    if (request.headers.value("if-none-match").contains(mark)) {
        response.status = 304;
        response.type.clear();
        response.body.clear();
    } else if (response.type.startsWith("text/") && response.body.size() > worthPacking
               && request.headers.value("accept-encoding").contains("deflate")) {
        response.body = wire::packed(response.body);
        response.headers.insert("Content-Encoding", "deflate");
    }
}

bool fitsMethod(const QByteArray &method, const Route &route)
{
    return method == route.method || (method == "HEAD" && route.method == "GET");
}

}

WebDoor::WebDoor(const Pages &pages, StaticFiles files, QList<Route> routes)
    : m_pages(pages), m_files(std::move(files)), m_routes(std::move(routes))
{
    m_routes.append({"GET", StaticFiles::pattern, [this](const Asked &asked) {
                         return m_files.answer(asked.path[0], asked.path[1]).value_or(problemPage(m_pages, 404));
                     }});
    // Guides may be found by everybody; where a case stands is nothing for those who collect pages.
    m_routes.append({"GET", "/robots.txt", [](const Asked &) {
                         return hub::Response{.status = 200,
                                              .type = "text/plain; charset=utf-8",
                                              .body = "User-agent: *\nDisallow: /c/\nDisallow: /C/\nDisallow: /progress\nDisallow: /apply/\nDisallow: /application\n",
                                              .headers = {{"Cache-Control", "public, max-age=3600"}}};
                     }});
}

QList<QByteArray> WebDoor::patterns() const
{
    QList<QByteArray> patterns;
    for (const Route &route : m_routes)
        patterns << route.pattern;
    return patterns;
}

hub::Response WebDoor::handle(const hub::Request &request)
{
    hub::Response response;
    try {
        response = routed(request);
    } catch (const std::exception &exception) {
        qCCritical(hub::lcHub) << "a page ended in" << exception.what();
        response = problemPage(m_pages, 500);
    }
    makeKeepable(request, response);
    makeSafe(response);
    return response;
}

hub::Response WebDoor::routed(const hub::Request &request) const
{
    if (request.target.size() > longestTarget)
        return problemPage(m_pages, 404);
    const qsizetype mark = request.target.indexOf('?');
    QByteArray path = mark < 0 ? request.target : request.target.first(mark);
    const QByteArray query = mark < 0 ? QByteArray() : request.target.mid(mark + 1);
    const QByteArray root = m_pages.frame().root.toUtf8();
    if (!root.isEmpty() && path.startsWith(root + '/'))
        path.remove(0, root.size());
    QByteArrayList allowed;
    for (const Route &route : m_routes) {
        const auto words = wordsIn(path, route.pattern);
        if (!words)
            continue;
        if (!*words)
            return problemPage(m_pages, 404);
        if (fitsMethod(request.method, route))
            return answered(route, request, **words, query);
        allowed << route.method;
    }
    if (allowed.isEmpty())
        return problemPage(m_pages, 404);
    hub::Response response = problemPage(m_pages, 405);
    response.headers.insert("Allow", allowed.join(", "));
    return response;
}

hub::Response WebDoor::answered(const Route &route, const hub::Request &request, const QStringList &words, const QByteArray &query) const
{
    if (route.method != "GET" && isFromElsewhere(request))
        return problemPage(m_pages, 403);
    if (request.body.size() > (route.body == Body::None ? 0 : route.mostBody))
        return problemPage(m_pages, 413);
    const base::Result<Fields> asked = Fields::read(query);
    if (!asked)
        return problemPage(m_pages, 400);
    Asked read{.request = request, .path = words, .query = *asked, .cookies = cookiesIn(request.headers.value("cookie"))};
    if (route.body == Body::Form) {
        if (!isForm(request))
            return problemPage(m_pages, 415);
        const base::Result<Fields> form = Fields::read(request.body);
        if (!form)
            return problemPage(m_pages, 400);
        read.form = *form;
    }
    return route.answer(read);
}

}
