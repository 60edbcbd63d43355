#pragma once

#include "core/devices/cardmapping.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketServer>

namespace support {

using namespace Qt::StringLiterals;

/// The local service of a reader's vendor, played over real sockets: HTTP and WebSocket. Answers are given in the order in which they
/// were put in, the last one again and again.
class CardService final : public QObject
{
public:
    /// What goes over the wire for one question.
    struct Say {
        enum class How {
            Whole,
            Half, ///< says how long it is, sends half and hangs up
            Silent, ///< takes the question, never answers
            Dripping, ///< a byte every 20 ms
            Redirect, ///< sends to the address in the bytes
        };
        QByteArray bytes;
        How how = How::Whole;
        int status = 200;
    };

    CardService() : m_webSockets(u"card service"_s, QWebSocketServer::NonSecureMode)
    {
        if (!m_http.listen(QHostAddress::LocalHost) || !m_webSockets.listen(QHostAddress::LocalHost))
            qFatal("no socket");
        connect(&m_http, &QTcpServer::newConnection, this, [this] { serve(m_http.nextPendingConnection()); });
        connect(&m_webSockets, &QWebSocketServer::newConnection, this, [this] { serve(m_webSockets.nextPendingConnection()); });
    }

    void say(const QList<Say> &answers) { m_answers = answers; }
    /// Requests of other paths are answered with 503, and not heard of.
    void only(const QByteArray &path) { m_only = path; }
    /// Sent to every WebSocket that connects, before anything is asked.
    void greet(const QByteArray &greeting) { m_greeting = greeting; }
    /// Heads and bodies (HTTP), messages (WebSocket) that came.
    const QList<QByteArray> &heard() const { return m_heard; }
    void stop()
    {
        m_http.close();
        m_webSockets.close();
    }

    /// \a mapping at the address of this service.
    devices::CardMapping at(devices::CardMapping mapping) const
    {
        const bool isHttp = mapping.service == devices::CardMapping::Service::Http;
        mapping.url.setPort(isHttp ? m_http.serverPort() : m_webSockets.serverPort());
        for (QString &address : mapping.before) {
            QUrl url(address);
            if (isHttp)
                url.setPort(m_http.serverPort());
            address = isHttp ? url.toString() : address;
        }
        return mapping;
    }
    int httpPort() const { return m_http.serverPort(); }
    int webSocketPort() const { return m_webSockets.serverPort(); }

private:
    Say next() { return m_answers.size() > 1 ? m_answers.takeFirst() : m_answers.value(0); }

    void serve(QTcpSocket *socket)
    {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, request = QByteArray()]() mutable {
            request += socket->readAll();
            const qsizetype end = request.indexOf("\r\n\r\n");
            const qsizetype length = request.mid(request.toLower().indexOf("content-length:") + 15).trimmed().split('\r').first().toInt();
            const bool hasBody = request.toLower().contains("content-length:");
            if (end < 0 || (hasBody && request.size() < end + 4 + length))
                return;
            if (!m_only.isEmpty() && !request.split('\n').first().contains(' ' + m_only)) {
                request.clear();
                answer(socket, {{}, Say::How::Whole, 503});
                return;
            }
            m_heard << std::exchange(request, {});
            answer(socket, next());
        });
    }

    static void answer(QTcpSocket *socket, const Say &say)
    {
        if (say.how == Say::How::Silent)
            return;
        if (say.how == Say::How::Redirect) {
            socket->write("HTTP/1.1 302 Found\r\nLocation: " + say.bytes + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            socket->disconnectFromHost();
            return;
        }
        socket->write("HTTP/1.1 " + QByteArray::number(say.status) + " Said\r\nContent-Type: application/json\r\nContent-Length: "
                      + QByteArray::number(say.bytes.size()) + "\r\nConnection: close\r\n\r\n");
        if (say.how == Say::How::Dripping) {
            auto *drip = new QTimer(socket);
            connect(drip, &QTimer::timeout, socket, [socket, rest = say.bytes]() mutable {
                socket->write(rest.left(1));
                rest.remove(0, 1);
            });
            drip->start(20);
            return;
        }
        socket->write(say.how == Say::How::Half ? say.bytes.left(say.bytes.size() / 2) : say.bytes);
        socket->disconnectFromHost();
    }

    void serve(QWebSocket *socket)
    {
        connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
        const auto take = [this, socket](const QByteArray &message) {
            m_heard << message;
            const Say say = next();
            if (say.how == Say::How::Half)
                socket->close();
            else if (say.how != Say::How::Silent)
                socket->sendBinaryMessage(say.bytes);
        };
        connect(socket, &QWebSocket::binaryMessageReceived, this, take);
        connect(socket, &QWebSocket::textMessageReceived, this, [take](const QString &text) { take(text.toUtf8()); });
        if (!m_greeting.isEmpty())
            socket->sendTextMessage(QString::fromUtf8(m_greeting));
    }

    QTcpServer m_http;
    QWebSocketServer m_webSockets;
    QList<Say> m_answers;
    QByteArray m_greeting;
    QByteArray m_only;
    QList<QByteArray> m_heard;
};

/// The answer of the sample service over HTTP with a card of nobody; \a changes replaces or adds parts of it.
inline QByteArray sampleCardAnswer(const QJsonObject &changes = {})
{
    QJsonObject data{{u"name"_s, u"测试样"_s},
                     {u"sex"_s, u"女"_s},
                     {u"ethnicity"_s, u"01"_s},
                     {u"birth"_s, u"19491231"_s},
                     {u"address"_s, u"样例市样例区样例路1号"_s},
                     {u"number"_s, u"11010519491231002X"_s},
                     {u"authority"_s, u"样例市公安局样例分局"_s},
                     {u"from"_s, u"20160301"_s},
                     {u"until"_s, u"长期"_s}};
    for (auto it = changes.begin(); it != changes.end(); ++it)
        data.insert(it.key(), it.value());
    return QJsonDocument(QJsonObject{{u"code"_s, 0}, {u"data"_s, data}}).toJson();
}

}
