#include "tests/app/sync/badline.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace {

constexpr qsizetype mostRemembered = 400;

/// How long the first request in \a bytes is; nothing: not all of it is there.
std::optional<qsizetype> lengthOfFirst(const QByteArray &bytes)
{
    const qsizetype head = bytes.indexOf("\r\n\r\n");
    if (head < 0)
        return std::nullopt;
    const QByteArray name = "\r\ncontent-length:";
    const qsizetype at = bytes.first(head).toLower().indexOf(name);
    const qsizetype from = at + name.size();
    const qsizetype body = at < 0 ? 0 : bytes.mid(from, bytes.indexOf('\r', from) - from).trimmed().toLongLong();
    const qsizetype whole = head + 4 + body;
    return bytes.size() >= whole ? std::optional(whole) : std::nullopt;
}

}

/// A window that called, and the hub's end of its line.
struct BadLine::Caller {
    QPointer<QTcpSocket> window, hub;
    QByteArray read; ///< of the window, not passed on yet
    qint64 left = std::numeric_limits<qint64>::max(); ///< bytes of the hub until the line is cut
    bool isCut = false;

    void cut()
    {
        isCut = true;
        if (hub)
            hub->abort();
        if (window)
            window->abort();
    }
};

BadLine::BadLine(unsigned seed) : m_here(new QObject), m_server(new QTcpServer(m_here)), m_chance(seed)
{
    m_server->listen(QHostAddress::LocalHost);
    m_url = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server->serverPort()));
    QObject::connect(m_server, &QTcpServer::newConnection, m_here, [this] { take(); });
    QObject::connect(&m_thread, &QThread::finished, m_here, &QObject::deleteLater);
    m_here->moveToThread(&m_thread);
    m_thread.start();
}

BadLine::~BadLine()
{
    m_thread.quit();
    m_thread.wait();
}

void BadLine::pullOut()
{
    m_isOut = true;
    breakAll();
}

void BadLine::breakAll()
{
    QMetaObject::invokeMethod(
        m_here,
        [this] {
            for (QTcpSocket *socket : m_server->findChildren<QTcpSocket *>())
                socket->abort();
        },
        Qt::BlockingQueuedConnection);
}

void BadLine::take()
{
    while (QTcpSocket *window = m_server->nextPendingConnection()) {
        const auto caller = std::make_shared<Caller>();
        caller->window = window;
        QObject::connect(window, &QTcpSocket::disconnected, window, &QObject::deleteLater);
        QObject::connect(window, &QTcpSocket::readyRead, m_here, [this, caller] { read(caller); });
        QObject::connect(window, &QTcpSocket::disconnected, m_here, [caller] { caller->cut(); });
        if (m_isOut)
            window->abort();
    }
}

void BadLine::read(const std::shared_ptr<Caller> &caller)
{
    if (caller->isCut)
        return;
    caller->read += caller->window->readAll();
    while (const auto length = lengthOfFirst(caller->read)) {
        const QByteArray request = caller->read.first(*length);
        caller->read.remove(0, *length);
        pass(caller, request);
    }
}

void BadLine::pass(const std::shared_ptr<Caller> &caller, const QByteArray &request)
{
    constexpr std::array<std::pair<Mishap, int>, mishaps> inHundred{
        {{CutRequest, 6}, {CutAnswer, 8}, {Late, 5}, {Twice, 6}, {Replayed, 5}, {Slow, 12}}};
    std::optional<Mishap> mishap;
    for (int dice = m_isBad ? below(100) : 100; const auto &[each, share] : inHundred) {
        if (dice < share) {
            mishap = each;
            break;
        }
        dice -= share;
    }
    if (m_isBad)
        remember(request);
    if (!mishap)
        return forward(caller, request);
    ++m_counts[*mishap];
    switch (*mishap) {
    case CutRequest:
        forward(caller, request.first(below(int(request.size()))));
        QTimer::singleShot(1, m_here, [caller] { caller->cut(); });
        break;
    case CutAnswer:
        caller->left = below(1 << below(16));
        forward(caller, request);
        break;
    case Late:
        caller->cut();
        sendAside(request, below(2000));
        break;
    case Twice:
        sendAside(request, 0);
        forward(caller, request);
        break;
    case Replayed:
        sendAside(m_old[below(int(m_old.size()))], 0);
        forward(caller, request);
        break;
    case Slow:
        QTimer::singleShot(below(400), m_here, [this, caller, request] { forward(caller, request); });
        break;
    case mishaps:
        break;
    }
}

void BadLine::forward(const std::shared_ptr<Caller> &caller, const QByteArray &request)
{
    if (caller->isCut)
        return;
    if (!caller->hub) {
        caller->hub = new QTcpSocket(caller->window);
        QObject::connect(caller->hub, &QTcpSocket::readyRead, m_here, [caller] {
            if (caller->isCut)
                return;
            const QByteArray bytes = caller->hub->read(qMin(caller->left, caller->hub->bytesAvailable()));
            caller->left -= bytes.size();
            caller->window->write(bytes);
            caller->window->flush();
            if (caller->left <= 0)
                caller->cut();
        });
        QObject::connect(caller->hub, &QTcpSocket::disconnected, m_here, [caller] {
            if (caller->window)
                caller->window->disconnectFromHost();
        });
        QObject::connect(caller->hub, &QTcpSocket::errorOccurred, m_here, [caller] { caller->cut(); });
        caller->hub->connectToHost(QHostAddress::LocalHost, m_hub);
    }
    caller->hub->write(request);
}

void BadLine::sendAside(const QByteArray &request, int milliseconds)
{
    QTimer::singleShot(milliseconds, m_here, [this, request] {
        auto *hub = new QTcpSocket(m_server);
        QObject::connect(hub, &QTcpSocket::disconnected, hub, &QObject::deleteLater);
        QObject::connect(hub, &QTcpSocket::errorOccurred, hub, &QObject::deleteLater);
        QTimer::singleShot(3000, hub, &QTcpSocket::disconnectFromHost);
        hub->connectToHost(QHostAddress::LocalHost, m_hub);
        hub->write(request);
    });
}

void BadLine::remember(const QByteArray &request)
{
    if (m_old.size() < mostRemembered)
        m_old.append(request);
    else
        m_old[below(int(m_old.size()))] = request;
}
