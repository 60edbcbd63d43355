#pragma once

#include <QHash>
#include <QPointer>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <optional>

/// The cable between windows and hub: one address for the windows, whatever port the hub has now; can be pulled out, slow, and cut
/// off in the middle of anything.
class Relay final : public QObject
{
public:
    Relay()
    {
        connect(&m_server, &QTcpServer::newConnection, this, &Relay::take);
        m_server.listen(QHostAddress::LocalHost);
    }
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort())); }
    void setHub(quint16 port) { m_hub = port; }

    /// Breaks what is under way and lets nothing through.
    void pullOut()
    {
        m_out = true;
        breakAll();
    }
    void plugIn() { m_out = false; }
    /// Each connection is cut after a random number of bytes below \a most; 0: none is.
    void cutWithin(int most) { m_cutWithin = most; }
    /// What the hub says stays on the way until letGo().
    void hold() { m_held = true; }
    void letGo()
    {
        m_held = false;
        for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>()) {
            if (socket->isOpen())
                emit socket->readyRead();
        }
    }
    void breakAll()
    {
        for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>())
            socket->abort();
    }
    int cuts() const { return m_cuts; }

private:
    void take()
    {
        while (QTcpSocket *window = m_server.nextPendingConnection()) {
            if (m_out) {
                window->abort();
                window->deleteLater();
                continue;
            }
            auto *hub = new QTcpSocket(window);
            auto left = std::make_shared<qint64>(
                m_cutWithin > 0 ? QRandomGenerator::global()->bounded(1, m_cutWithin) : std::numeric_limits<qint64>::max());
            hub->connectToHost(QHostAddress::LocalHost, m_hub);
            pass(window, hub, left);
            pass(hub, window, left);
            connect(window, &QTcpSocket::disconnected, window, &QObject::deleteLater);
            connect(hub, &QTcpSocket::disconnected, window, [window] { window->disconnectFromHost(); });
        }
    }
    void pass(QTcpSocket *from, QTcpSocket *to, const std::shared_ptr<qint64> &left)
    {
        connect(from, &QTcpSocket::readyRead, to, [this, from, to, left] {
            if (m_held && from->peerPort() == m_hub)
                return;
            const QByteArray bytes = from->read(std::min(*left, from->bytesAvailable()));
            *left -= bytes.size();
            to->write(bytes);
            if (*left > 0)
                return;
            ++m_cuts;
            to->flush();
            from->abort();
            to->abort();
        });
    }

    QTcpServer m_server;
    quint16 m_hub = 0;
    int m_cutWithin = 0;
    int m_cuts = 0;
    bool m_out = false;
    bool m_held = false;
};
