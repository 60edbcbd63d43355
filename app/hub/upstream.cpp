#include "app/hub/upstream.h"

#include "core/base/durablefile.h"
#include "core/wire/messages.h"

#include <QEventLoop>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

namespace hub {

using namespace Qt::StringLiterals;

namespace {

wire::LookUpAnswer unreachable(const QString &why)
{
    return {.result = wire::LookUpAnswer::Result::Unreachable, .code = {}, .name = {}, .holder = {}, .issuer = {}, .from = {}, .until = {}, .why = why};
}

QNetworkRequest requestTo(const QUrl &address, const QByteArray &token)
{
    QUrl url = address;
    url.setPath((url.path().endsWith(u'/') ? url.path().chopped(1) : url.path()) + u"/lookup/v1/licences"_s);
    QNetworkRequest request(url);
    request.setRawHeader("Content-Type", wire::jsonType);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Encoding", "identity"); // a small body must not become a huge one
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    return request;
}

/// What is worth telling of a reply that is over; \a body is what came of it.
wire::LookUpAnswer answerOf(QNetworkReply &reply, const QByteArray &body)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (body.size() > HttpUpstream::mostAnswerBytes)
        return unreachable(u"the licence system sent more than an answer"_s);
    if (status == 401 || status == 403)
        return unreachable(u"the licence system does not accept the token of this hub"_s);
    if (status != 0 && status != 200)
        return unreachable(u"the licence system answered with status %1"_s.arg(status));
    if (reply.error() != QNetworkReply::NoError)
        return unreachable(u"the licence system was not reached"_s);
    const base::Result<wire::LookUpAnswer> answer = wire::lookUpAnswerFrom(body);
    return answer ? *answer : unreachable(u"the licence system sent no answer: %1 %2"_s.arg(answer.error().place, answer.error().detail));
}

}

HttpUpstream::HttpUpstream(QUrl address, QByteArray token, std::chrono::milliseconds within)
    : m_address(std::move(address)), m_token(std::move(token)), m_within(within)
{
}

wire::LookUpAnswer HttpUpstream::ask(const wire::LookUpWish &wish)
{
    if (!m_places.try_acquire())
        return unreachable(u"the licence system is busy with other questions"_s);
    QNetworkAccessManager network; // belongs to the thread that asks, as the loop does
    QEventLoop loop;
    QByteArray body;
    const std::unique_ptr<QNetworkReply> reply(network.post(requestTo(m_address, m_token), wire::toJson(wish)));
    QObject::connect(reply.get(), &QNetworkReply::readyRead, &loop, [&] {
        body += reply->read(mostAnswerBytes + 1 - body.size());
        if (body.size() > mostAnswerBytes)
            loop.quit();
    });
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(m_within, &loop, &QEventLoop::quit);
    loop.exec();
    const bool isInTime = reply->isFinished() || body.size() > mostAnswerBytes;
    const wire::LookUpAnswer answer = isInTime
        ? answerOf(*reply, body)
        : unreachable(u"the licence system gave no whole answer within %1 ms"_s.arg(m_within.count()));
    reply->disconnect();
    reply->abort();
    m_places.release();
    return answer;
}

base::Result<std::unique_ptr<Upstream>> upstreamOf(const UpstreamWish &wish)
{
    if (wish.url.isEmpty())
        return std::unique_ptr<Upstream>();
    const QUrl url(wish.url, QUrl::StrictMode);
    const bool isHere = QHostAddress(url.host()).isLoopback() || url.host() == "localhost"_L1;
    const bool isSafe = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isHere);
    if (!url.isValid() || url.host().isEmpty() || !isSafe || !url.userInfo().isEmpty() || url.hasQuery())
        return base::Fail({base::Error::Kind::Settings, u"is no address that may be asked about persons: https, or this very machine"_s,
                           u"--lookup-url"_s});
    QByteArray token;
    if (!wish.tokenFile.isEmpty()) {
        const auto bytes = base::readPlain(wish.tokenFile, 4096);
        if (!bytes)
            return base::Fail(bytes.error());
        token = bytes->trimmed();
        const bool isToken = !token.isEmpty() && std::ranges::all_of(token, [](char c) { return c > ' ' && c < 0x7f; });
        if (!isToken)
            return base::Fail({base::Error::Kind::Settings, u"is no token: one line of letters and digits"_s, wish.tokenFile});
    }
    return std::make_unique<HttpUpstream>(url, token);
}

}
