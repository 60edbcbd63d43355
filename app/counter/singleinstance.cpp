#include "app/counter/singleinstance.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalSocket>
#include <QThread>

namespace {

constexpr int patience = 5000; // ms; as long as a start may take
constexpr unsigned long breath = 50; // ms between two calls

/// A socket name that is the same for every spelling of one folder and short enough for the system.
QString socketName(const QString &folder)
{
    const QString canonical = QDir(folder).canonicalPath();
    const QByteArray path = (canonical.isEmpty() ? QDir(folder).absolutePath() : canonical).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(24);
    return QStringLiteral("yichuang-") + QLatin1String(hash);
}

}

SingleInstance::SingleInstance(const QString &profileFolder, QObject *parent) :
    QObject(parent), m_name(socketName(profileFolder))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::answer);
}

bool SingleInstance::raiseOther()
{
    const QDeadlineTimer end(patience);
    QLocalSocket socket;
    socket.connectToServer(m_name);
    // Who holds the profile and does not listen yet is still starting.
    while (!socket.waitForConnected(int(end.remainingTime()))) {
        if (end.hasExpired())
            return false;
        QThread::msleep(breath);
        socket.connectToServer(m_name);
    }
    // The call itself is the message, and hanging up is the answer: it may come before anything could be said.
    return socket.state() == QLocalSocket::UnconnectedState || socket.waitForDisconnected(int(end.remainingTime()));
}

bool SingleInstance::listen()
{
    // The profile's lock is ours, so a socket that is still there belongs to a program that was killed.
    QLocalServer::removeServer(m_name);
    return m_server.listen(m_name);
}

void SingleInstance::answer()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        socket->disconnectFromServer();
        emit raiseRequested();
    }
}
