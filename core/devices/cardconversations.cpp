#include "core/devices/servicecardreader.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QStringEncoder>
#include <QWebSocket>

namespace devices {

namespace {

using namespace Qt::StringLiterals;

QByteArray encoded(const QString &message, const QByteArray &charset)
{
    QStringEncoder encoder(charset.constData());
    return encoder.isValid() ? QByteArray(encoder(message)) : message.toUtf8();
}

/// GETs what goes before, then asks. Every step has the time of one answer.
class HttpConversation final : public CardConversation
{
public:
    explicit HttpConversation(const CardMapping &mapping) : m_mapping(mapping), m_before(mapping.before)
    {
        m_network.setProxy(QNetworkProxy::NoProxy);
        next();
    }

private:
    void next()
    {
        m_answer.clear();
        if (m_before.isEmpty()) {
            const QNetworkRequest request = requestFor(m_mapping.url);
            follow(m_mapping.method == "POST" ? m_network.post(request, encoded(m_mapping.message, m_mapping.charset))
                                              : m_network.get(request));
        } else {
            m_isBefore = true;
            follow(m_network.get(requestFor(QUrl(m_before.takeFirst()))));
        }
    }

    QNetworkRequest requestFor(const QUrl &url) const
    {
        QNetworkRequest request(url);
        request.setTransferTimeout(m_mapping.timeout);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        request.setRawHeader("Accept-Encoding", "identity"); // what is counted is what came
        if (m_mapping.method == "POST")
            request.setHeader(QNetworkRequest::ContentTypeHeader, m_mapping.contentType);
        return request;
    }

    void follow(QNetworkReply *reply)
    {
        // A transfer timeout begins anew with every byte: what drips ends here all the same.
        QTimer::singleShot(m_mapping.timeout, reply, [this, reply] { tell(reply, {CardTroubleKind::TooSlow, {}}); });
        connect(reply, &QNetworkReply::readyRead, this, [this, reply] {
            m_answer += reply->read(longestCardAnswer + 1);
            if (m_answer.size() > longestCardAnswer)
                tell(reply, {CardTroubleKind::TooLong, {}});
        });
        connect(reply, &QNetworkReply::finished, this, [this, reply] { end(reply); });
    }

    void end(QNetworkReply *reply)
    {
        reply->deleteLater();
        reply->disconnect(this);
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (reply->error() != QNetworkReply::NoError && status == 0)
            emit failed({noAnswer(reply->error()), {}});
        else if (status != 200)
            emit failed({CardTroubleKind::Refused, u"HTTP %1"_s.arg(status)});
        else if (reply->error() != QNetworkReply::NoError)
            emit failed({broken(reply->error()), {}});
        else if (std::exchange(m_isBefore, false))
            next();
        else
            emit answered(m_answer + reply->readAll());
    }

    /// Nothing was heard.
    static CardTroubleKind noAnswer(QNetworkReply::NetworkError error)
    {
        const bool isSlow = error == QNetworkReply::OperationCanceledError || error == QNetworkReply::TimeoutError;
        return isSlow ? CardTroubleKind::TooSlow : CardTroubleKind::NoService;
    }
    /// It began and did not end.
    static CardTroubleKind broken(QNetworkReply::NetworkError error)
    {
        return error == QNetworkReply::OperationCanceledError ? CardTroubleKind::TooSlow : CardTroubleKind::NotUnderstood;
    }

    void tell(QNetworkReply *reply, const CardTrouble &trouble)
    {
        reply->disconnect(this);
        reply->abort();
        emit failed(trouble);
    }

    const CardMapping m_mapping;
    QStringList m_before;
    bool m_isBefore = false;
    QNetworkAccessManager m_network;
    QByteArray m_answer;
};

class WebSocketConversation final : public CardConversation
{
public:
    explicit WebSocketConversation(const CardMapping &mapping) : m_mapping(mapping)
    {
        m_socket.setProxy(QNetworkProxy::NoProxy);
        m_socket.setMaxAllowedIncomingFrameSize(longestCardAnswer);
        m_socket.setMaxAllowedIncomingMessageSize(longestCardAnswer);
        connect(&m_socket, &QWebSocket::connected, this, [this] {
            for (const QString &message : std::as_const(m_mapping.before))
                send(message);
            send(m_mapping.message);
        });
        connect(&m_socket, &QWebSocket::textMessageReceived, this,
                [this](const QString &text) { take(encoded(text, m_mapping.charset)); });
        connect(&m_socket, &QWebSocket::binaryMessageReceived, this, &WebSocketConversation::take);
        connect(&m_socket, &QWebSocket::disconnected, this, [this] { end(troubleOf(m_socket.closeCode())); });
        m_time.setSingleShot(true);
        connect(&m_time, &QTimer::timeout, this, [this] { end({CardTroubleKind::TooSlow, {}}); });
        m_time.start(m_mapping.timeout);
        m_socket.open(m_mapping.url);
    }

private:
    void send(const QString &message)
    {
        if (m_mapping.binary)
            m_socket.sendBinaryMessage(encoded(message, m_mapping.charset));
        else
            m_socket.sendTextMessage(message);
    }

    void take(const QByteArray &answer)
    {
        if (m_ended || !isCardAnswer(answer, m_mapping))
            return;
        m_ended = true;
        m_time.stop();
        m_socket.close();
        emit answered(answer);
    }

    /// What the end of a connection without an answer means.
    CardTrouble troubleOf(QWebSocketProtocol::CloseCode code) const
    {
        if (code == QWebSocketProtocol::CloseCodeTooMuchData)
            return {CardTroubleKind::TooLong, {}};
        const bool wasThere = m_socket.error() == QAbstractSocket::RemoteHostClosedError
            || m_socket.error() == QAbstractSocket::UnknownSocketError;
        return {wasThere ? CardTroubleKind::NotUnderstood : CardTroubleKind::NoService, {}};
    }

    void end(const CardTrouble &trouble)
    {
        if (m_ended)
            return;
        m_ended = true;
        m_time.stop();
        m_socket.abort();
        emit failed(trouble);
    }

    const CardMapping m_mapping;
    QWebSocket m_socket;
    QTimer m_time;
    bool m_ended = false;
};

}

std::unique_ptr<CardConversation> askOverHttp(const CardMapping &mapping)
{
    return std::make_unique<HttpConversation>(mapping);
}

std::unique_ptr<CardConversation> askOverWebSocket(const CardMapping &mapping)
{
    return std::make_unique<WebSocketConversation>(mapping);
}

}
