#include "core/sync/httpline.h"

#include "core/wire/messages.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPointer>

namespace syncing {

using namespace Qt::StringLiterals;

namespace {

QNetworkRequest requestFor(const QUrl &hub, const Call &call)
{
    QUrl url = hub;
    const qsizetype mark = call.target.indexOf('?');
    url.setPath(QString::fromLatin1(mark < 0 ? call.target : call.target.left(mark)), QUrl::StrictMode);
    if (mark >= 0)
        url.setQuery(QString::fromLatin1(call.target.mid(mark + 1)), QUrl::StrictMode);
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setTransferTimeout(call.timeout);
    request.setRawHeader("Accept-Encoding", "deflate"); // unpacked here, where the size is limited
    if (!call.type.isEmpty())
        request.setRawHeader("Content-Type", call.type);
    if (call.packed)
        request.setRawHeader("Content-Encoding", "deflate");
    for (auto it = call.headers.begin(); it != call.headers.end(); ++it)
        request.setRawHeader(it.key(), it.value());
    return request;
}

Reply broken(const QString &why)
{
    return {.status = 0, .headers = {}, .body = {}, .trouble = why};
}

Reply replyOf(QNetworkReply &network, const QByteArray &body, qint64 most)
{
    const int status = network.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isCutOff = status == 0 || (network.error() != QNetworkReply::NoError && network.error() < 200);
    if (isCutOff)
        return broken(network.errorString());
    Reply reply{.status = status, .headers = {}, .body = body, .trouble = {}};
    for (const auto &[name, value] : network.rawHeaderPairs())
        reply.headers.insert(name.toLower(), value);
    if (reply.headers.value("content-encoding") == "deflate") {
        const base::Result<QByteArray> whole = wire::unpacked(body, most);
        if (!whole)
            return broken(whole.error().detail);
        reply.body = *whole;
    }
    return reply;
}

}

HttpLine::HttpLine(const QUrl &hub) : m_hub(hub), m_manager(std::make_unique<QNetworkAccessManager>())
{
    m_manager->setAutoDeleteReplies(true);
    if (QHostAddress(hub.host()).isLoopback() || hub.host() == "localhost"_L1)
        m_manager->setProxy(QNetworkProxy::NoProxy);
}

HttpLine::~HttpLine() = default;

void HttpLine::send(const Call &call, QObject *context, Done done)
{
    QNetworkReply *network = m_manager->sendCustomRequest(requestFor(m_hub, call), call.method, call.body);
    const auto body = std::make_shared<QByteArray>();
    const qint64 most = call.mostBytes;
    QObject::connect(network, &QNetworkReply::readyRead, network, [network, body, most] {
        body->append(network->readAll());
        if (body->size() > most)
            network->abort();
    });
    QObject::connect(network, &QNetworkReply::finished, context, [network, body, most, done = std::move(done)] {
        if (network->isOpen())
            body->append(network->readAll());
        done(body->size() > most ? broken(u"the answer is larger than %1 bytes"_s.arg(most))
                                 : replyOf(*network, *body, most));
    });
}

void HttpLine::breakOff()
{
    const auto open = m_manager->findChildren<QNetworkReply *>();
    for (QNetworkReply *network : open)
        network->abort();
}

bool isHubAddress(const QUrl &url, bool plainAllowed)
{
    const bool isHere = QHostAddress(url.host()).isLoopback() || url.host() == "localhost"_L1;
    const bool schemeFits = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && (isHere || plainAllowed));
    return url.isValid() && schemeFits && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery()
        && !url.hasFragment() && (url.path().isEmpty() || url.path() == "/"_L1);
}

}
