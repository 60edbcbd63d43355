#include "app/hub/routes.h"

#include <QByteArrayList>

#include <array>

namespace hub {

namespace {

/// As in resources/openapi/hub.json and in the routes of app/hub/web: what stands in braces is any word.
constexpr std::array routes{"/sync/v1/enrol",
                            "/sync/v1/push",
                            "/sync/v1/pull",
                            "/sync/v1/blobs/{sha256}",
                            "/sync/v1/library",
                            "/sync/v1/library/{kind}/{name}/{version}",
                            "/sync/v1/receipts",
                            "/sync/v1/leases",
                            "/sync/v1/serials",
                            "/sync/v1/presence",
                            "/sync/v1/staff",
                            "/sync/v1/staff/sign-in",
                            "/sync/v1/prefill",
                            "/sync/v1/wiped",
                            "/lookup/v1/licences",
                            "/report/v1/figures",
                            "/api/v1/openapi.json",
                            "/api/v1/feed",
                            "/api/v1/items",
                            "/api/v1/cases/{case}",
                            "/api/v1/cases/{case}/scans/{scan}",
                            "/api/v1/cases/{case}/items/{item}/{act}",
                            "/api/v1/ratings",
                            "/healthz",
                            "/metrics",
                            "/openapi.json",
                            "/",
                            "/p/{pack}",
                            "/p/{pack}/{matter}",
                            "/g/{pack}/{version}/{matter}",
                            "/g/{pack}/{version}/{matter}/guide.pdf",
                            "/g/{pack}/{version}/{matter}/leaflet.pdf",
                            "/g/{pack}/{version}/{matter}/list",
                            "/g/{pack}/{version}/{matter}/list.pdf",
                            "/desk",
                            "/desk/sign-in",
                            "/desk/sign-out",
                            "/desk/password",
                            "/desk/unplaced",
                            "/desk/give/{case}/{item}",
                            "/desk/item/{case}/{item}",
                            "/desk/item/{case}/{item}/notice.pdf",
                            "/desk/item/{case}/{item}/{act}",
                            "/desk/item/{case}/{item}/scan/{scan}",
                            "/admin",
                            "/admin/enrol",
                            "/admin/revoke/{device}",
                            "/admin/numbers",
                            "/admin/alarms",
                            "/admin/alarms/{alarm}",
                            "/admin/receipts",
                            "/admin/guides",
                            "/admin/withdraw/{kind}/{name}/{version}",
                            "/admin/units",
                            "/admin/receivers",
                            "/admin/receivers/{receiver}/withdraw",
                            "/admin/messages/{message}/again",
                            "/admin/ratings",
                            "/admin/ratings/{rating}",
                            "/admin/settings",
                            "/admin/people",
                            "/admin/people/{name}/{act}",
                            "/admin/wipes",
                            "/admin/wipes/{device}",
                            "/admin/wipes/{device}/lift",
                            "/admin/tokens",
                            "/admin/tokens/{token}/withdraw",
                            "/admin/book",
                            "/admin/book/check",
                            "/admin/book.csv",
                            "/progress",
                            "/c/{code}/licence/{item}",
                            "/c/{code}",
                            "/C/{code}",
                            "/rating",
                            "/apply/{pack}/{version}/{matter}",
                            "/application",
                            "/application/questions",
                            "/application/form",
                            "/application/materials",
                            "/application/picture",
                            "/application/picture/{picture}",
                            "/application/drop",
                            "/application/check",
                            "/application/submit",
                            "/application/discard",
                            "/application/window",
                            "/application/notice.pdf",
                            "/application/receipt.pdf",
                            "/application/resume",
                            "/robots.txt",
                            "/static/{hash}/{file}"};

bool fits(const QByteArrayList &parts, const QByteArrayList &pattern)
{
    if (parts.size() != pattern.size())
        return false;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool isAnyWord = pattern[i].startsWith('{') && !parts[i].isEmpty();
        if (!isAnyWord && parts[i] != pattern[i])
            return false;
    }
    return true;
}

}

QByteArray routeOf(const QByteArray &target)
{
    const QByteArrayList parts = target.split('?').constFirst().split('/');
    for (const char *route : routes) {
        if (fits(parts, QByteArray(route).split('/')))
            return route;
    }
    return "other";
}

}
