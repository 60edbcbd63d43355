#pragma once

#include "app/hub/api/apidoor.h"
#include "app/hub/web/site.h"
#include "core/base/datafolder.h"
#include "core/wire/fields.h"
#include "tests/app/hub/description.h"
#include "tests/core/offices/filedcase.h"

#include <QTest>

/// A hub with the door for departments, and a case at a window.
class UnitRoom final
{
public:
    explicit UnitRoom(const hubworld::Room &room) : center(room), window(center)
    {
        center.clock.time = QDateTime(QDate(2026, 11, 23), QTime(9, 30), Qt::OffsetFromUTC, 8 * 3600);
        auto opened = web::Site::open(center.engine, {.share = base::dataFolder(), .hall = {}, .publicUrl = {}});
        if (!opened)
            qFatal("no site");
        site = std::move(*opened);
        const web::Site::Offices behind = site->offices();
        postbox = std::make_unique<offices::Postbox>(
            offices::Postbox::Needs{.engine = center.engine, .guides = behind.guides, .cases = behind.cases, .routing = behind.routing});
        door = std::make_unique<api::ApiDoor>(api::ApiDoor::Needs{.engine = center.engine,
                                                                  .desk = behind.desk,
                                                                  .postbox = *postbox,
                                                                  .progress = behind.progress,
                                                                  .ratings = behind.ratings,
                                                                  .description = base::dataFolder() + u"/openapi/departments.json"_s});
        description = std::make_unique<Description>(ask("GET", "/api/v1/openapi.json", {}).body);
    }
    /// The guides, the routing, the window: what stays in the store.
    void furnish()
    {
        filed::publishGuides(center.engine);
        filed::publishRouting(center.engine);
        if (!window.enrol(u"hubin"_s))
            qFatal("not enrolled");
    }

    QByteArray token(const QString &unit, const QString &scopes)
    {
        const auto made = offices::ApiTokens(center.engine).add({u"system-%1"_s.arg(++m_tokens), unit, scopes}, u"test"_s);
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        return made->toLatin1();
    }
    hub::Response ask(const QByteArray &method, const QByteArray &target, const QByteArray &token, const QByteArray &body = {},
                      const QByteArray &key = {})
    {
        hub::Request request{.method = method, .target = target, .headers = {{"host", "hub"}}, .body = body, .peer = "203.0.113.9"};
        if (!token.isEmpty())
            request.headers.insert("authorization", "Bearer " + token);
        if (method == "POST")
            request.headers.insert("content-type", "application/json");
        if (!key.isEmpty())
            request.headers.insert("idempotency-key", key);
        hub::Response response = door->handle(request);
        if (description && hub::routeOf(target) != "other") {
            const QString fault = description->fault(request, response);
            if (!fault.isEmpty())
                qFatal("%s", qPrintable(fault));
        }
        return response;
    }
    hub::Response act(const QByteArray &token, const QString &caseId, const QString &item, const QByteArray &word, const QByteArray &body = "{}",
                      QByteArray key = {})
    {
        if (key.isEmpty())
            key = "key-" + QByteArray::number(++m_keys);
        return ask("POST", "/api/v1/cases/" + caseId.toLatin1() + "/items/" + item.toLatin1() + '/' + word, token, body, key);
    }
    static QJsonObject json(const hub::Response &response) { return QJsonDocument::fromJson(response.body).object(); }

    hubworld::Hub center;
    hubworld::Window window;
    std::unique_ptr<web::Site> site;
    std::unique_ptr<offices::Postbox> postbox;
    std::unique_ptr<api::ApiDoor> door;
    std::unique_ptr<Description> description;

private:
    int m_tokens = 0;
    std::atomic<int> m_keys = 0;
};
