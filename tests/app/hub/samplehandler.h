#pragma once

#include "core/hub/http.h"

#include <QScopeGuard>
#include <QUrl>
#include <QUrlQuery>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

/// A handler that does what its address says, to try a server with.
class SampleHandler final : public hub::Handler
{
public:
    std::atomic<qint64> feed = 0; ///< of the hall “A”
    std::atomic<int> handled = 0;
    std::atomic<int> running = 0;

    hub::Response handle(const hub::Request &request) override
    {
        ++handled;
        ++running;
        const auto leave = qScopeGuard([this] { --running; });
        const QUrl url = QUrl::fromEncoded(request.target);
        const QUrlQuery query(url);
        const auto number = [&](const char *name) { return query.queryItemValue(QLatin1String(name)).toLongLong(); };
        const QString path = url.path();
        if (path == QLatin1String("/hello"))
            return {200, "text/plain", "hello"};
        if (path == QLatin1String("/echo"))
            return {200, "application/octet-stream", request.body};
        if (path == QLatin1String("/header"))
            return {200, "text/plain", request.headers.value(query.queryItemValue(QStringLiteral("name")).toLatin1(), "none")};
        if (path == QLatin1String("/peer"))
            return {200, "text/plain", request.peer};
        if (path == QLatin1String("/big"))
            return {200, "application/octet-stream", QByteArray(number("bytes"), 'x')};
        if (path == QLatin1String("/empty"))
            return {204, {}, {}};
        if (path == QLatin1String("/broken"))
            return {200, "text/plain", "x", {{"X-Evil", "a\r\nSet-Cookie: b"}}};
        if (path == QLatin1String("/throw"))
            throw std::runtime_error("the handler threw");
        if (path == QLatin1String("/slow")) {
            std::this_thread::sleep_for(std::chrono::milliseconds(number("ms")));
            return {200, "text/plain", "slow"};
        }
        if (path == QLatin1String("/later")) {
            hub::Response response{200, "text/plain", "later"};
            response.notBefore = std::chrono::milliseconds(number("ms"));
            return response;
        }
        if (path == QLatin1String("/wait")) {
            const qint64 now = feed;
            hub::Response response{200, "text/plain", QByteArray::number(now)};
            if (now <= number("after"))
                response.wait = hub::Wait{QStringLiteral("A"), number("after"), int(number("seconds"))};
            return response;
        }
        return {404, "text/plain", "no such thing"};
    }
};
