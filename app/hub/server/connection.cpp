#include "app/hub/server/connection.h"

#include "app/hub/server/answers.h"

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace hub {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::duration_cast;
using std::chrono::microseconds;
using std::chrono::steady_clock;

namespace {

constexpr qsizetype smallBody = 16 * 1024; ///< goes out with its head as one piece
constexpr size_t mostDrained = 1024 * 1024; ///< that is read and thrown away behind a refusal

std::span<const char> spanOf(const QByteArray &bytes)
{
    return {bytes.constData(), size_t(bytes.size())};
}

Response handled(Handler &handler, const Request &request)
{
    try {
        Response response = handler.handle(request);
        if (hasSoundHeaders(response))
            return response;
        qCritical("an answer had headers that cannot be sent");
    } catch (const std::exception &fault) {
        qCritical("a request was not handled: %s", fault.what());
    }
    return problemAnswer(500, wire::Problem::Code::Failed, QStringLiteral("the hub failed; see its log"));
}

}

Connection::Connection(Loop &loop, Common &common, tcp::socket socket, QByteArray address, TlsContext tls)
    : m_loop(loop), m_common(common), m_socket(std::move(socket)), m_address(std::move(address)),
      m_stream(m_socket.native_handle(), tls), m_signal(loop.context)
{
    m_loop.connections.insert(this);
}

Connection::~Connection()
{
    m_loop.connections.erase(this);
    takeBody(0);
    m_common.admission.leave(m_address);
}

asio::awaitable<void> Connection::run()
{
    m_deadline = steady_clock::now() + m_common.settings.limits.handshake;
    if (!co_await handshake())
        co_return;
    while (co_await serveOne()) { }
    m_phase = Phase::Ending;
    m_stream.sayEnd();
}

asio::awaitable<bool> Connection::ready(tcp::socket::wait_type what)
{
    error_code error;
    co_await m_socket.async_wait(what, asio::redirect_error(asio::use_awaitable, error));
    co_return !error && !m_cut;
}

asio::awaitable<bool> Connection::handshake()
{
    for (;;) {
        switch (m_stream.handshake().outcome) {
        case Stream::Outcome::Done:
            co_return true;
        case Stream::Outcome::NeedsReading:
            if (!co_await ready(tcp::socket::wait_read))
                co_return false;
            break;
        case Stream::Outcome::NeedsWriting:
            if (!co_await ready(tcp::socket::wait_write))
                co_return false;
            break;
        default:
            co_return false;
        }
    }
}

/// Gives \a reader what was read; what it does not want yet is kept.
void Connection::feed(RequestReader &reader, std::span<const char> bytes)
{
    if (!m_rest.isEmpty()) {
        m_rest.append(bytes.data(), qsizetype(bytes.size()));
        m_rest.remove(0, qsizetype(reader.read(spanOf(m_rest))));
        if (m_rest.isEmpty())
            m_rest = {}; // gives its memory back
    } else {
        const size_t used = reader.read(bytes);
        m_rest = QByteArray(bytes.data() + used, qsizetype(bytes.size() - used));
    }
    takeBody(reader.request().body.size());
}

/// Counts the body of this connection into those of all.
void Connection::takeBody(qint64 bytes)
{
    const qint64 all = m_common.bodyBytes += bytes - m_bodyBytes;
    m_bodyBytes = bytes;
    m_isOverloaded = bytes > 0 && all > m_common.settings.limits.allBodiesBytes;
}

/// False when there is nothing more to come.
asio::awaitable<bool> Connection::readMore(RequestReader &reader)
{
    for (;;) {
        const Stream::Moved moved = m_stream.read(m_loop.buffer);
        switch (moved.outcome) {
        case Stream::Outcome::Done:
            feed(reader, {m_loop.buffer.data(), moved.bytes});
            co_return true;
        case Stream::Outcome::NeedsReading:
            if (!co_await ready(tcp::socket::wait_read))
                co_return false;
            break;
        case Stream::Outcome::NeedsWriting:
            if (!co_await ready(tcp::socket::wait_write))
                co_return false;
            break;
        default:
            co_return false;
        }
    }
}

asio::awaitable<bool> Connection::readHead(RequestReader &reader)
{
    const ServerLimits &limits = m_common.settings.limits;
    m_phase = Phase::Idle;
    m_deadline = steady_clock::now() + limits.idle;
    bool begun = !m_rest.isEmpty();
    if (begun)
        feed(reader, {});
    while (!reader.is_header_done() && reader.fault() == 0) {
        if (begun && m_phase == Phase::Idle) {
            m_phase = Phase::Reading;
            m_deadline = steady_clock::now() + limits.header;
        }
        if (!begun && m_common.stopping)
            co_return false;
        if (!co_await readMore(reader))
            co_return false;
        begun = true;
    }
    m_phase = Phase::Reading;
    co_return true;
}

asio::awaitable<bool> Connection::readBody(RequestReader &reader)
{
    const ServerLimits &limits = m_common.settings.limits;
    const Moment end = steady_clock::now() + limits.body;
    if (!m_rest.isEmpty())
        feed(reader, {});
    if (reader.wantsContinue() && !reader.is_done() && m_rest.isEmpty() && reader.fault() == 0
        && !co_await write(std::string_view("HTTP/1.1 100 Continue\r\n\r\n")))
        co_return false;
    while (!reader.is_done() && reader.fault() == 0 && !m_isOverloaded) {
        m_deadline = std::min(end, steady_clock::now() + limits.stall);
        if (!co_await readMore(reader))
            co_return false;
    }
    co_return true;
}

asio::awaitable<bool> Connection::serveOne()
{
    const ServerLimits &limits = m_common.settings.limits;
    RequestReader reader(limits);
    const bool hasHead = co_await readHead(reader);
    const bool whole = hasHead && reader.fault() == 0 && co_await readBody(reader);
    if (const int fault = m_isOverloaded ? 503 : reader.fault()) {
        co_await refuse(reader, fault);
        co_return false;
    }
    if (!whole)
        co_return false;

    Request &request = reader.request();
    request.peer = peerOf(request);
    const Moment since = steady_clock::now();
    m_waited = {};
    const Response response = co_await answerTo(request);
    const bool stays = reader.keep_alive() && !m_common.stopping && ++m_served < limits.requestsOfOne;
    tell(request, response, since);
    request = Request{.method = request.method};
    takeBody(0);
    const bool sent = !m_cut && co_await send(response, request.method == "HEAD", stays);
    co_return sent && stays;
}

/// Says why a request is not taken and lets the other side have that before the end.
asio::awaitable<void> Connection::refuse(RequestReader &reader, int status)
{
    const Response response = refusal(status);
    if (status == 503)
        ++m_common.refusedRequests;
    m_waited = {};
    tell(reader.request(), response, steady_clock::now());
    reader.request().body = {};
    m_rest = {};
    takeBody(0);
    if (!co_await send(response, false, false))
        co_return;
    // Ending with bytes unread would reset the connection, and the answer could be lost with it.
    m_stream.sayEnd();
    m_phase = Phase::Ending;
    m_deadline = steady_clock::now() + std::chrono::seconds(2);
    for (size_t drained = 0; drained < mostDrained;) {
        const Stream::Moved moved = m_stream.read(m_loop.buffer);
        if (moved.outcome == Stream::Outcome::Done)
            drained += moved.bytes;
        else if (moved.outcome != Stream::Outcome::NeedsReading || !co_await ready(tcp::socket::wait_read))
            co_return;
    }
}

/// Has a worker handle \a request; its answer is in m_answer then.
asio::awaitable<void> Connection::ask(const Request &request, bool mayRefuse)
{
    m_phase = Phase::Working;
    m_deadline = Moment::max();
    m_answer.reset();
    // The frame that has the request stands until there is an answer.
    Workers::Job job = [self = shared_from_this(), &request]() mutable {
        Response response = self->m_common.cutOff ? refusal(503) : handled(self->m_common.handler, request);
        asio::io_context &context = self->m_loop.context;
        asio::post(context, [self = std::move(self), response = std::move(response)]() mutable {
            self->m_answer = std::move(response);
            self->m_signal.cancel();
        });
    };
    if (mayRefuse && !m_common.workers->offer(job)) {
        ++m_common.refusedRequests;
        m_answer = refusal(503);
        co_return;
    }
    if (!mayRefuse)
        m_common.workers->insist(job);
    while (!m_answer) {
        error_code cancelled;
        m_signal.expires_at(Moment::max());
        co_await m_signal.async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
    }
}

asio::awaitable<Response> Connection::answerTo(const Request &request)
{
    std::optional<Moment> until;
    std::optional<Wait> wait;
    for (;;) {
        // What came before the question is in its answer, whatever that says.
        const qint64 known = wait ? m_common.feeds.of(wait->hall) : 0;
        co_await ask(request, !until);
        Response response = std::move(*m_answer);
        const Moment now = steady_clock::now();
        if (!response.wait || m_common.stopping || m_cut || (until && now >= *until))
            co_return response;
        const std::chrono::milliseconds longest
            = std::min<std::chrono::milliseconds>(std::chrono::seconds(response.wait->seconds), m_common.settings.limits.wait);
        if (!until)
            until = now + longest;
        wait = response.wait;
        wait->hubSeq = std::max(wait->hubSeq, known);
        m_wait = wait;
        if (m_common.feeds.of(wait->hall) <= wait->hubSeq)
            co_await park(*until);
        m_wait.reset();
        m_waited += duration_cast<microseconds>(steady_clock::now() - now);
        if (m_common.stopping || m_cut)
            co_return response;
    }
}

asio::awaitable<void> Connection::park(Moment until)
{
    m_phase = Phase::Parked;
    ++m_common.parked;
    watchForTheEnd();
    error_code cancelled;
    m_signal.expires_at(until);
    co_await m_signal.async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
    --m_common.parked;
    m_socket.cancel(cancelled);
}

/// While an answer is held back nothing is read; yet one that has gone away is not kept.
void Connection::watchForTheEnd()
{
    m_socket.async_wait(tcp::socket::wait_read, [self = shared_from_this()](const error_code &error) {
        if (error || self->m_phase != Phase::Parked)
            return;
        switch (self->m_stream.look()) {
        case Stream::Outcome::NeedsReading:
            self->watchForTheEnd();
            break;
        case Stream::Outcome::Done:
        case Stream::Outcome::NeedsWriting:
            break; // the next request is there already: it waits for its turn
        case Stream::Outcome::Ended:
        case Stream::Outcome::Broken:
            self->cut();
            break;
        }
    });
}

asio::awaitable<bool> Connection::write(std::span<const char> bytes)
{
    while (!bytes.empty() && !m_cut) {
        m_deadline = steady_clock::now() + m_common.settings.limits.stall;
        const Stream::Moved moved = m_stream.write(bytes.first(std::min<size_t>(bytes.size(), 65536)));
        switch (moved.outcome) {
        case Stream::Outcome::Done:
            bytes = bytes.subspan(moved.bytes);
            break;
        case Stream::Outcome::NeedsReading:
            if (!co_await ready(tcp::socket::wait_read))
                co_return false;
            break;
        case Stream::Outcome::NeedsWriting:
            if (!co_await ready(tcp::socket::wait_write))
                co_return false;
            break;
        default:
            co_return false;
        }
    }
    co_return !m_cut;
}

asio::awaitable<bool> Connection::send(const Response &response, bool isHead, bool stays)
{
    m_phase = Phase::Writing;
    QByteArray head = headText(response, isHead, stays);
    const bool hasBody = !isHead && !response.body.isEmpty() && response.status != 204 && response.status != 304;
    const bool inOne = hasBody && response.body.size() <= smallBody;
    if (inOne)
        head.append(response.body);
    if (!co_await write(spanOf(head)))
        co_return false;
    if (hasBody && !inOne)
        co_return co_await write(spanOf(response.body));
    co_return true;
}

void Connection::tell(const Request &request, const Response &response, Moment since) const
{
    if (!m_common.observer)
        return;
    m_common.observer({.method = request.method,
                       .target = request.target,
                       .device = request.headers.value("yichuang-device"),
                       .status = m_cut ? 0 : response.status,
                       .in = request.body.size(),
                       .out = request.method == "HEAD" ? 0 : response.body.size(),
                       .took = duration_cast<microseconds>(steady_clock::now() - since) - m_waited});
}

QByteArray Connection::peerOf(const Request &request) const
{
    if (m_common.settings.behindProxy) {
        const QByteArray told = request.headers.value("x-forwarded-for");
        if (!told.isEmpty())
            return told.mid(told.lastIndexOf(',') + 1).trimmed().left(64); // the proxy's own word is the last one
    }
    return m_address;
}

void Connection::feedGrown(const QString &hall, qint64 hubSeq)
{
    if (m_phase == Phase::Parked && m_wait && m_wait->hall == hall && hubSeq > m_wait->hubSeq)
        m_signal.cancel();
}

void Connection::checkTime(Moment now)
{
    if (now > m_deadline)
        cut();
}

void Connection::endSoon()
{
    if (m_phase == Phase::Idle || m_phase == Phase::Handshake)
        cut();
    else if (m_phase == Phase::Parked)
        m_signal.cancel();
}

void Connection::cut()
{
    if (m_cut)
        return;
    m_cut = true;
    m_stream.sayEnd();
    error_code ignored;
    m_socket.cancel(ignored);
    if (m_phase == Phase::Parked)
        m_signal.cancel();
}

}
