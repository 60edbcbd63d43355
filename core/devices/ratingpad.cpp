#include "core/devices/ratingpad.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QUrl>

namespace devices {

namespace {

using namespace Qt::StringLiterals;

constexpr int padPatience = 5'000; // ms

}

HttpRatingPad::HttpRatingPad(QString pattern, Method method, QString window, QObject *parent)
    : RatingPad(parent), m_pattern(std::move(pattern)), m_method(method), m_window(std::move(window))
{
}

HttpRatingPad::~HttpRatingPad() = default;

void HttpRatingPad::open(const QString &number)
{
    if (!m_network) {
        m_network = new QNetworkAccessManager(this);
        m_network->setProxy(QNetworkProxy::NoProxy);
        m_network->setTransferTimeout(padPatience);
    }
    const auto put = [](QString &text, const QString &word, const QString &value) {
        text.replace(word, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    QString address = m_pattern;
    put(address, u"{number}"_s, number);
    put(address, u"{window}"_s, m_window);
    QNetworkRequest request(QUrl(address, QUrl::StrictMode));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    if (m_method == Method::Post)
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    QNetworkReply *reply = m_method == Method::Post ? m_network->post(request, QByteArray()) : m_network->get(request);
    // What the pad answers is not looked at: its first line says whether it opened.
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status >= 200 && status < 400)
            emit opened();
        else
            emit failed(status > 0 ? u"HTTP %1"_s.arg(status) : u"%1"_s.arg(int(reply->error())));
    });
    connect(reply, &QNetworkReply::readyRead, reply, [reply] { reply->readAll(); });
}

}
