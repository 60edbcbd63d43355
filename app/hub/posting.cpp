#include "app/hub/posting.h"

#include "core/base/durablefile.h"
#include "core/wire/messages.h"

#include <QEventLoop>
#include <QHostAddress>
#include <QHostInfo>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

#include <algorithm>
#include <array>
#include <memory>

namespace hub {

using namespace Qt::StringLiterals;

namespace {

QNetworkRequest requestOf(const Post &post)
{
    QNetworkRequest request(post.url);
    for (auto it = post.headers.begin(); it != post.headers.end(); ++it)
        request.setRawHeader(it.key(), it.value());
    request.setRawHeader("Accept-Encoding", "identity"); // a small body must not become a huge one
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return request;
}

/// Sends the request to an address that was looked at, in the name of the host. False: it has none that is public only.
bool pinToPublic(QNetworkRequest &request)
{
    const QString host = request.url().host();
    const QHostInfo found = QHostInfo::fromName(host);
    const QList<QHostAddress> addresses = found.addresses();
    if (addresses.isEmpty() || !std::ranges::all_of(addresses, isPublic))
        return false;
    QUrl url = request.url();
    const QString port = url.port() < 0 ? QString() : u":%1"_s.arg(url.port());
    request.setRawHeader("Host", (host + port).toLatin1());
    request.setPeerVerifyName(host);
    url.setHost(addresses.constFirst().toString());
    request.setUrl(url);
    return true;
}

Posted outcomeOf(QNetworkReply &reply, const QByteArray &body, const Post &post)
{
    if (body.size() > post.mostAnswer)
        return {Posted::How::TooLong, 0, {}};
    if (!reply.isFinished())
        return {Posted::How::NotInTime, 0, {}};
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isWhole = reply.error() == QNetworkReply::NoError || status >= 300;
    return status == 0 || !isWhole ? Posted{} : Posted{Posted::How::Answered, status, body};
}

}

base::Result<Counterpart> counterpartOf(const QString &url, const QString &tokenFile, const QString &option)
{
    const QUrl address(url, QUrl::StrictMode);
    const bool isHere = QHostAddress(address.host()).isLoopback() || address.host() == "localhost"_L1;
    const bool isSafe = address.scheme() == "https"_L1 || (address.scheme() == "http"_L1 && isHere);
    if (!address.isValid() || address.host().isEmpty() || !isSafe || !address.userInfo().isEmpty() || address.hasQuery())
        return base::Fail({base::Error::Kind::Settings, u"is no address that may be asked about persons: https, or this very machine"_s, option});
    if (tokenFile.isEmpty())
        return Counterpart{address, {}};
    const auto bytes = base::readPlain(tokenFile, 4096);
    if (!bytes)
        return base::Fail(bytes.error());
    const QByteArray token = bytes->trimmed();
    const bool isToken = !token.isEmpty() && std::ranges::all_of(token, [](char c) { return c > ' ' && c < 0x7f; });
    if (!isToken)
        return base::Fail({base::Error::Kind::Settings, u"is no token: one line of letters and digits"_s, tokenFile});
    return Counterpart{address, token};
}

Post postTo(const Counterpart &system, const QString &path, const QByteArray &json)
{
    Post post{.url = system.address, .headers = {{"Content-Type", wire::jsonType}, {"Accept", wire::jsonType}}, .body = json};
    post.url.setPath((post.url.path().endsWith(u'/') ? post.url.path().chopped(1) : post.url.path()) + path);
    if (!system.token.isEmpty())
        post.headers.insert("Authorization", "Bearer " + system.token);
    return post;
}

bool isPublic(const QHostAddress &address)
{
    static const std::array notPublic{
        QHostAddress::parseSubnet(u"0.0.0.0/8"_s),       QHostAddress::parseSubnet(u"10.0.0.0/8"_s),
        QHostAddress::parseSubnet(u"100.64.0.0/10"_s),   QHostAddress::parseSubnet(u"127.0.0.0/8"_s),
        QHostAddress::parseSubnet(u"169.254.0.0/16"_s),  QHostAddress::parseSubnet(u"172.16.0.0/12"_s),
        QHostAddress::parseSubnet(u"192.0.0.0/24"_s),    QHostAddress::parseSubnet(u"192.0.2.0/24"_s),
        QHostAddress::parseSubnet(u"192.168.0.0/16"_s),  QHostAddress::parseSubnet(u"198.18.0.0/15"_s),
        QHostAddress::parseSubnet(u"198.51.100.0/24"_s), QHostAddress::parseSubnet(u"203.0.113.0/24"_s),
        QHostAddress::parseSubnet(u"224.0.0.0/3"_s),     QHostAddress::parseSubnet(u"::/96"_s),
        QHostAddress::parseSubnet(u"64:ff9b::/96"_s),    QHostAddress::parseSubnet(u"2002::/16"_s),
        QHostAddress::parseSubnet(u"2001:db8::/32"_s),   QHostAddress::parseSubnet(u"fc00::/7"_s),
        QHostAddress::parseSubnet(u"fe80::/9"_s),        QHostAddress::parseSubnet(u"ff00::/8"_s)};
    bool isV4 = false;
    const QHostAddress plain(address.toIPv4Address(&isV4)); // an IPv4 address that is written as IPv6 too
    const QHostAddress &looked = isV4 ? plain : address;
    return !looked.isNull() && std::ranges::none_of(notPublic, [&](const auto &subnet) { return looked.isInSubnet(subnet); });
}

Posted posted(const Post &post)
{
    QNetworkRequest request = requestOf(post);
    if (!post.privateAllowed && !pinToPublic(request))
        return {Posted::How::PrivateAddress, 0, {}};
    QNetworkAccessManager network; // belongs to the thread that asks, as the loop does
    QEventLoop loop;
    QByteArray body;
    const std::unique_ptr<QNetworkReply> reply(network.post(request, post.body));
    QObject::connect(reply.get(), &QNetworkReply::readyRead, &loop, [&] {
        body += reply->read(post.mostAnswer + 1 - body.size());
        if (body.size() > post.mostAnswer)
            loop.quit();
    });
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(post.within, &loop, &QEventLoop::quit);
    loop.exec();
    const Posted outcome = outcomeOf(*reply, body, post);
    reply->disconnect();
    reply->abort();
    return outcome;
}

}
