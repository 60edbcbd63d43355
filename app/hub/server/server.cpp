#include "app/hub/server/server.h"

#include "app/hub/server/conversation.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

#include <csignal>

namespace hub {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using namespace std::chrono_literals;
using Guard = asio::executor_work_guard<asio::io_context::executor_type>;

namespace {

constexpr auto sweepInterval = 250ms;
constexpr char tooManyText[] = "HTTP/1.1 %1 Too Many\r\nRetry-After: 10\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

base::Fail unusable(const QString &why)
{
    return base::Fail({base::Error::Kind::Settings, why, {}});
}

/// What counts as one client: an address, or the network of 64 bits that a site has of IPv6 (RFC 6177).
QByteArray clientOf(const tcp::socket &socket)
{
    error_code error;
    asio::ip::address address = socket.remote_endpoint(error).address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    if (!address.is_v6())
        return QByteArray::fromStdString(address.to_string());
    auto bytes = address.to_v6().to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return QByteArray::fromStdString(asio::ip::address_v6(bytes).to_string());
}

void sweepOf(Loop &loop)
{
    loop.sweep.expires_after(sweepInterval);
    loop.sweep.async_wait([&loop](const error_code &error) {
        if (error)
            return;
        const Moment now = std::chrono::steady_clock::now();
        for (Conversation *conversation : loop.conversations)
            conversation->checkTime(now);
        sweepOf(loop);
    });
}

}

struct Server::Parts {
    Parts(Handler &handler, ServerSettings settings, Observer observer) : common(handler, std::move(settings), std::move(observer))
    {
    }

    base::Result<> open();
    void accept(size_t next);
    void take(tcp::socket socket, Loop &loop);
    void inEach(void (Conversation::*act)());
    void close()
    {
        const std::lock_guard lock(loopsMutex);
        pause.reset();
        acceptor.reset();
        loops.clear();
    }

    Common common;
    std::mutex loopsMutex; ///< for those who tell of news while this ends
    std::vector<std::unique_ptr<Loop>> loops;
    std::vector<Guard> guards;
    std::optional<tcp::acceptor> acceptor;
    std::optional<asio::steady_timer> pause;
    std::vector<std::jthread> threads;
    quint16 port = 0;
};

/// Opens the port; nothing is taken yet.
base::Result<> Server::Parts::open()
{
    const ServerSettings &settings = common.settings;
    error_code error;
    const auto address = asio::ip::make_address(settings.address.toStdString(), error);
    if (error)
        return unusable(QStringLiteral("%1 is no address (an IPv4 or IPv6 address is needed)").arg(settings.address));
    if (settings.certificate.isEmpty() != settings.certificateKey.isEmpty())
        return unusable(QStringLiteral("a certificate needs its key, and a key its certificate"));
    if (settings.certificate.isEmpty() && !address.is_loopback() && !settings.behindProxy)
        return unusable(QStringLiteral("%1 can be reached by others: give a certificate and its key, or say that a proxy with TLS "
                                       "stands before this")
                            .arg(settings.address));
    if (!settings.certificate.isEmpty()) {
        auto tls = openTls(settings.certificate, settings.certificateKey);
        if (!tls)
            return base::Fail(tls.error());
        common.tls = *tls;
    }

    const tcp::endpoint place(address, settings.port);
    acceptor.emplace(loops.front()->context);
    pause.emplace(loops.front()->context);
    acceptor->open(place.protocol(), error);
    if (!error)
        acceptor->set_option(tcp::acceptor::reuse_address(true), error);
    if (!error)
        acceptor->bind(place, error);
    if (!error)
        acceptor->listen(1024, error);
    if (error)
        return base::Fail({base::Error::Kind::Device,
                           QStringLiteral("cannot listen on %1, port %2: %3")
                               .arg(settings.address)
                               .arg(settings.port)
                               .arg(QString::fromStdString(error.message())),
                           {}});
    port = acceptor->local_endpoint(error).port();
    return {};
}

/// Takes one connection after the other, each for the next loop.
void Server::Parts::accept(size_t next)
{
    Loop &loop = *loops[next % loops.size()];
    acceptor->async_accept(loop.context, [this, &loop, next](const error_code &error, tcp::socket socket) {
        if (error == asio::error::operation_aborted || common.stopping)
            return;
        if (!error) {
            take(std::move(socket), loop);
            return accept(next + 1);
        }
        pause->expires_after(100ms); // mostly no file numbers are left: some come back
        pause->async_wait([this, next](const error_code &ended) {
            if (!ended)
                accept(next);
        });
    });
}

void Server::Parts::take(tcp::socket socket, Loop &loop)
{
    error_code error;
    socket.native_non_blocking(true, error);
    socket.set_option(tcp::no_delay(true), error);
    socket.set_option(asio::socket_base::keep_alive(true), error);
    TlsContext tls;
    {
        const std::lock_guard lock(common.tlsMutex);
        tls = common.tls;
    }
    QByteArray client = clientOf(socket);
    if (const int status = common.admission.enter(client)) {
        ++common.refusedConnections;
        const QByteArray text = QByteArray(tooManyText).replace("%1", QByteArray::number(status));
        if (!tls)
            socket.write_some(asio::buffer(text.constData(), size_t(text.size())), error);
        socket.shutdown(tcp::socket::shutdown_send, error);
        return;
    }
    // Its thread makes it, for there it belongs.
    asio::post(loop.context, [this, &loop, socket = std::move(socket), client = std::move(client), tls = std::move(tls)]() mutable {
        std::make_shared<Conversation>(loop, common, std::move(socket), std::move(client), tls)->start();
    });
}

void Server::Parts::inEach(void (Conversation::*act)())
{
    for (const auto &loop : loops)
        asio::post(loop->context, [&loop = *loop, act] {
            for (Conversation *conversation : loop.conversations)
                (conversation->*act)();
        });
}

Server::Server(Handler &handler, ServerSettings settings, Observer observer)
    : m(std::make_unique<Parts>(handler, std::move(settings), std::move(observer)))
{
}

Server::~Server()
{
    stop();
}

base::Result<> Server::start()
{
    // Somebody who goes away while TLS writes to him is no reason to end.
    std::signal(SIGPIPE, SIG_IGN);
    for (int i = 0; i < qMax(1, m->common.settings.loops); ++i)
        m->loops.push_back(std::make_unique<Loop>());
    if (auto opened = m->open(); !opened) {
        m->close();
        return opened;
    }
    m->common.workers = std::make_unique<Workers>(qMax(1, m->common.settings.workers), m->common.settings.limits.queued);
    m->accept(0);
    for (const auto &loop : m->loops) {
        m->guards.emplace_back(asio::make_work_guard(loop->context));
        sweepOf(*loop);
        m->threads.emplace_back([&loop = *loop] { loop.context.run(); });
    }
    return {};
}

quint16 Server::port() const
{
    return m->port;
}

base::Result<> Server::readCertificateAgain()
{
    const ServerSettings &settings = m->common.settings;
    if (settings.certificate.isEmpty())
        return {};
    auto tls = openTls(settings.certificate, settings.certificateKey);
    if (!tls)
        return base::Fail(tls.error());
    const std::lock_guard lock(m->common.tlsMutex);
    m->common.tls = *tls;
    return {};
}

void Server::feedGrown(const QString &hall, qint64 hubSeq)
{
    m->common.feeds.raise(hall, hubSeq);
    const std::lock_guard lock(m->loopsMutex);
    for (const auto &loop : m->loops)
        asio::post(loop->context, [&loop = *loop, hall, hubSeq] {
            for (Conversation *conversation : loop.conversations)
                conversation->feedGrown(hall, hubSeq);
        });
}

Occupation Server::occupation() const
{
    const Common &common = m->common;
    return {.connections = common.admission.all(),
            .parked = common.parked,
            .queued = common.workers ? common.workers->queued() : 0,
            .working = common.workers ? common.workers->working() : 0,
            .bodyBytes = common.bodyBytes,
            .refusedConnections = common.refusedConnections,
            .refusedRequests = common.refusedRequests};
}

void Server::stop()
{
    if (m->threads.empty())
        return;
    Common &common = m->common;
    common.stopping = true;
    asio::post(m->loops.front()->context, [this] {
        error_code ignored;
        m->acceptor->close(ignored);
        m->pause->cancel();
    });
    m->inEach(&Conversation::endSoon);
    if (!common.admission.waitForNone(common.settings.limits.grace)) {
        common.cutOff = true;
        m->inEach(&Conversation::cut);
    }
    common.workers.reset(); // what a worker has is ended, and told to its connection
    common.admission.waitForNone(1s);
    for (const auto &loop : m->loops)
        loop->context.stop();
    m->threads.clear();
    m->guards.clear();
    m->close();
}

}
