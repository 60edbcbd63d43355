#pragma once

#include "core/sync/line.h"
#include "tests/app/hub/store/hubworld.h"

#include <QTimer>

/// A line to a hub in this program, without a socket. A question that the hub holds back is asked again when the hub has more.
class DirectLine final : public syncing::Line
{
public:
    explicit DirectLine(hubworld::Hub &hub) : m_hub(hub) { }

    void send(const syncing::Call &call, QObject *context, Done done) override
    {
        calls.append(call);
        QTimer::singleShot(0, context, [this, call, context, done = std::move(done)] { ask(call, context, done); });
    }
    void breakOff() override { }

    /// Targets that begin with \a start, so far.
    qsizetype count(const QByteArray &start) const
    {
        return std::ranges::count_if(calls, [&](const syncing::Call &call) { return call.target.startsWith(start); });
    }

    QList<syncing::Call> calls;
    QList<syncing::Reply> replies;
    /// May change what came; false: nobody hears the answer, as if the line had broken behind the hub.
    std::function<bool(const syncing::Call &, syncing::Reply &)> spoil;

private:
    void ask(const syncing::Call &call, QObject *context, const Done &done)
    {
        hub::Request request{.method = call.method, .target = call.target, .headers = {}, .body = call.body, .peer = {}};
        for (auto it = call.headers.begin(); it != call.headers.end(); ++it)
            request.headers.insert(it.key().toLower(), it.value());
        if (call.packed)
            request.headers.insert("content-encoding", "deflate");
        const hub::Response response = m_hub.ask(request);
        if (response.wait) {
            QTimer::singleShot(20, context, [this, call, context, done] { ask(call, context, done); });
            return;
        }
        syncing::Reply reply{.status = response.status, .headers = {{"content-type", response.type}}, .body = response.body, .trouble = {}};
        if (spoil && !spoil(call, reply))
            reply = {.status = 0, .headers = {}, .body = {}, .trouble = QStringLiteral("broken")};
        replies.append(reply);
        done(reply);
    }

    hubworld::Hub &m_hub;
};
