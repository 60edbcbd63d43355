#include "app/hub/server/conversation.h"

#include "app/hub/server/answers.h"

#include <boost/asio/post.hpp>

namespace hub {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::steady_clock;

namespace {

constexpr qsizetype smallBody = 16 * 1024; ///< goes out with its head as one piece
constexpr size_t mostAtOnce = 64 * 1024;
constexpr size_t mostDrained = 1024 * 1024; ///< that is read and thrown away behind a refusal
constexpr auto drainTime = std::chrono::seconds(2);

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

Conversation::Conversation(Loop &loop, Common &common, tcp::socket socket, QByteArray address, const TlsContext &tls)
    : m_loop(loop), m_common(common), m_socket(std::move(socket)), m_address(std::move(address)),
      m_stream(m_socket.native_handle(), tls), m_waitEnd(loop.context)
{
    m_loop.conversations.insert(this);
}

Conversation::~Conversation()
{
    m_loop.conversations.erase(this);
    takeBody(0);
    m_common.admission.leave(m_address);
}

void Conversation::start()
{
    m_deadline = steady_clock::now() + limits().handshake;
    advance();
}

/// Goes as far as it can without waiting.
void Conversation::advance()
{
    for (;;) {
        switch (m_cut ? Next::End : step()) {
        case Next::Nothing:
            break;
        case Next::Reading:
            return wait(tcp::socket::wait_read);
        case Next::Writing:
            return wait(tcp::socket::wait_write);
        case Next::News:
            return;
        case Next::End:
            return finish();
        }
    }
}

Conversation::Next Conversation::step()
{
    switch (m_phase) {
    case Phase::Handshake:
        return handshake();
    case Phase::Idle:
    case Phase::Head:
        return readHead();
    case Phase::Body:
        return readBody();
    case Phase::Writing:
        return write();
    case Phase::Draining:
        return drain();
    case Phase::Working:
    case Phase::Parked:
        return Next::News;
    case Phase::Ended:
        break;
    }
    return Next::End;
}

void Conversation::wait(tcp::socket::wait_type what)
{
    m_socket.async_wait(what, [self = shared_from_this()](const error_code &error) {
        if (error)
            self->finish();
        else
            self->advance();
    });
}

void Conversation::finish()
{
    if (!m_cut && m_phase != Phase::Ended)
        m_stream.sayEnd();
    m_phase = Phase::Ended;
    m_deadline = Moment::max();
}

Conversation::Next Conversation::needOf(Stream::Outcome outcome) const
{
    switch (outcome) {
    case Stream::Outcome::Done:
        return Next::Nothing;
    case Stream::Outcome::NeedsReading:
        return Next::Reading;
    case Stream::Outcome::NeedsWriting:
        return Next::Writing;
    case Stream::Outcome::Ended:
    case Stream::Outcome::Broken:
        break;
    }
    return Next::End;
}

Conversation::Next Conversation::handshake()
{
    const Next need = needOf(m_stream.handshake().outcome);
    if (need == Next::Nothing)
        beginRequest();
    return need;
}

void Conversation::beginRequest()
{
    const Moment now = steady_clock::now();
    m_reader.emplace(limits());
    m_phase = Phase::Idle;
    m_deadline = now + limits().idle;
    if (!m_rest.isEmpty()) {
        m_phase = Phase::Head;
        m_deadline = now + limits().header;
        feed({});
    }
}

Conversation::Next Conversation::readHead()
{
    if (m_reader->fault() != 0)
        return refuse(m_reader->fault());
    if (m_reader->is_header_done())
        return beginBody();
    if (m_phase == Phase::Idle && m_common.stopping)
        return Next::End;
    const Next need = readMore();
    if (need == Next::Nothing && m_phase == Phase::Idle) {
        m_phase = Phase::Head;
        m_deadline = steady_clock::now() + limits().header;
    }
    return need;
}

Conversation::Next Conversation::beginBody()
{
    m_phase = Phase::Body;
    m_bodyEnd = steady_clock::now() + limits().body;
    if (!m_rest.isEmpty())
        feed({});
    if (m_reader->wantsContinue() && m_rest.isEmpty() && m_reader->request().body.isEmpty() && !m_reader->is_done()
        && m_reader->fault() == 0)
        beginWriting("HTTP/1.1 100 Continue\r\n\r\n", {}, Phase::Body);
    return Next::Nothing;
}

Conversation::Next Conversation::readBody()
{
    if (m_isOverloaded)
        return refuse(503);
    if (m_reader->fault() != 0)
        return refuse(m_reader->fault());
    if (m_reader->is_done()) {
        m_asked = steady_clock::now();
        m_waited = {};
        m_until.reset();
        m_known = 0;
        m_reader->request().peer = peer();
        return ask(true);
    }
    m_deadline = std::min(m_bodyEnd, steady_clock::now() + limits().stall);
    return readMore();
}

Conversation::Next Conversation::readMore()
{
    const Stream::Moved moved = m_stream.read(m_loop.buffer);
    if (moved.outcome == Stream::Outcome::Done)
        feed({m_loop.buffer.data(), moved.bytes});
    return needOf(moved.outcome);
}

/// Gives the reader what was read; what it does not want yet is kept.
void Conversation::feed(std::span<const char> bytes)
{
    if (m_rest.isEmpty()) {
        const size_t used = m_reader->read(bytes);
        m_rest = QByteArray(bytes.data() + used, qsizetype(bytes.size() - used));
    } else {
        m_rest.append(bytes.data(), qsizetype(bytes.size()));
        m_rest.remove(0, qsizetype(m_reader->read(spanOf(m_rest))));
    }
    if (m_rest.isEmpty())
        m_rest = {}; // gives its memory back
    takeBody(m_reader->request().body.size());
}

/// Counts the body of this connection into those of all.
void Conversation::takeBody(qint64 bytes)
{
    const qint64 all = m_common.bodyBytes += bytes - m_bodyBytes;
    m_bodyBytes = bytes;
    m_isOverloaded = bytes > 0 && all > limits().allBodiesBytes;
}

/// Has a worker handle the request; take() has the answer then.
Conversation::Next Conversation::ask(bool mayRefuse)
{
    m_phase = Phase::Working;
    m_deadline = Moment::max();
    Workers::Job job = [self = shared_from_this()]() mutable {
        Conversation &asker = *self; // which touches its request only after the answer
        Response response
            = asker.m_common.cutOff ? refusal(503) : handled(asker.m_common.handler, asker.m_reader->request());
        asio::post(asker.m_loop.context, [self = std::move(self), response = std::move(response)]() mutable {
            self->take(std::move(response));
            self->advance();
        });
    };
    if (!mayRefuse) {
        m_common.workers->insist(std::move(job));
    } else if (!m_common.workers->offer(std::move(job))) {
        ++m_common.refusedRequests;
        return respond(refusal(503));
    }
    return Next::News;
}

void Conversation::take(Response response)
{
    const Moment now = steady_clock::now();
    if (m_cut) {
        tell(0, 0);
    } else if (const Moment due = m_asked + response.notBefore; now < due && !m_common.stopping) {
        response.wait.reset();
        m_until = due;
        m_held = std::move(response);
        park(now);
    } else if (mayHold(response, now)) {
        const auto longest
            = std::min<std::chrono::milliseconds>(std::chrono::seconds(response.wait->seconds), limits().wait);
        m_until = m_until.value_or(now + longest);
        // What came before the question is in its answer, whatever that says.
        response.wait->hubSeq = std::max(response.wait->hubSeq, m_known);
        m_held = std::move(response);
        park(now);
    } else {
        respond(response);
    }
}

bool Conversation::mayHold(const Response &response, Moment now) const
{
    return response.wait && !m_common.stopping && (!m_until || now < *m_until);
}

void Conversation::park(Moment now)
{
    m_phase = Phase::Parked;
    m_parkedAt = now;
    ++m_common.parked;
    if (m_held->wait && m_common.feeds.of(m_held->wait->hall) > m_held->wait->hubSeq)
        return wake();
    watchForTheEnd();
    m_waitEnd.expires_at(*m_until);
    m_waitEnd.async_wait([self = shared_from_this()](const error_code &error) {
        if (!error && self->m_phase == Phase::Parked)
            self->goOn();
    });
}

/// While an answer is held back nothing is read; yet one that has gone away is not kept.
void Conversation::watchForTheEnd()
{
    m_socket.async_wait(tcp::socket::wait_read, [self = shared_from_this()](const error_code &error) {
        if (error || self->m_phase != Phase::Parked)
            return;
        const Next need = self->needOf(self->m_stream.look());
        if (need == Next::Reading)
            self->watchForTheEnd();
        else if (need == Next::End)
            self->cut();
        // Otherwise the next request is there already: it waits for its turn.
    });
}

/// Ends that an answer is held back.
void Conversation::wake()
{
    const Moment now = steady_clock::now();
    const Response held = *std::exchange(m_held, std::nullopt);
    --m_common.parked;
    m_waited += now - m_parkedAt;
    error_code ignored;
    m_waitEnd.cancel();
    m_socket.cancel(ignored);
    if (m_cut) {
        tell(0, 0);
        m_phase = Phase::Ended;
    } else if (m_common.stopping || !held.wait) {
        respond(held);
    } else {
        m_known = m_common.feeds.of(held.wait->hall);
        ask(false);
    }
}

void Conversation::goOn()
{
    wake();
    advance();
}

Conversation::Next Conversation::respond(const Response &response)
{
    const QByteArray &method = m_reader->request().method;
    const bool isHead = method == "HEAD";
    const bool stays = m_reader->keep_alive() && !m_common.stopping && ++m_served < limits().requestsOfOne;
    const bool hasBody = !isHead && response.status != 204 && response.status != 304;
    const QByteArray body = hasBody ? response.body : QByteArray();
    tell(response.status, body.size());
    const QByteArray head = headText(response, isHead, stays);
    if (body.size() <= smallBody)
        beginWriting(head + body, {}, stays ? Phase::Idle : Phase::Ended);
    else
        beginWriting(head, body, stays ? Phase::Idle : Phase::Ended);
    m_reader->request() = {};
    takeBody(0);
    return Next::Nothing;
}

/// Says why a request is not taken and lets the other side have that before the end.
Conversation::Next Conversation::refuse(int status)
{
    const Response response = refusal(status);
    if (status == 503)
        ++m_common.refusedRequests;
    m_asked = steady_clock::now();
    m_waited = {};
    tell(status, response.body.size());
    beginWriting(headText(response, false, false) + response.body, {}, Phase::Draining);
    m_reader->request() = {};
    m_rest = {};
    takeBody(0);
    return Next::Nothing;
}

void Conversation::beginWriting(const QByteArray &bytes, const QByteArray &more, Phase then)
{
    m_phase = Phase::Writing;
    m_out = bytes;
    m_outMore = more;
    m_written = 0;
    m_then = then;
}

Conversation::Next Conversation::write()
{
    while (!m_out.isEmpty()) {
        const std::span<const char> rest = spanOf(m_out).subspan(m_written);
        m_deadline = steady_clock::now() + limits().stall;
        const Stream::Moved moved = m_stream.write(rest.first(std::min(rest.size(), mostAtOnce)));
        if (moved.outcome != Stream::Outcome::Done)
            return needOf(moved.outcome);
        m_written += moved.bytes;
        if (moved.bytes == rest.size()) {
            m_out = std::exchange(m_outMore, {});
            m_written = 0;
        }
    }
    m_phase = m_then;
    if (m_then == Phase::Idle) {
        beginRequest();
    } else if (m_then == Phase::Draining) {
        // Ending with bytes unread would reset the connection, and the answer could be lost with it.
        m_stream.sayEnd();
        m_drained = 0;
        m_deadline = steady_clock::now() + drainTime;
    } else if (m_then == Phase::Ended) {
        m_stream.sayEnd();
    }
    return Next::Nothing;
}

Conversation::Next Conversation::drain()
{
    const Stream::Moved moved = m_stream.read(m_loop.buffer);
    m_drained += moved.bytes;
    return m_drained > mostDrained ? Next::End : needOf(moved.outcome);
}

void Conversation::tell(int status, qint64 out) const
{
    if (!m_common.observer)
        return;
    const Request &request = m_reader->request();
    m_common.observer({.method = request.method,
                       .target = request.target,
                       .device = request.headers.value("yichuang-device"),
                       .status = status,
                       .in = request.body.size(),
                       .out = out,
                       .took = std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - m_asked - m_waited)});
}

QByteArray Conversation::peer() const
{
    const QByteArray told = m_common.settings.behindProxy ? m_reader->request().headers.value("x-forwarded-for") : QByteArray();
    if (told.isEmpty())
        return m_address;
    return told.mid(told.lastIndexOf(',') + 1).trimmed().left(64); // the proxy's own word is the last one
}

void Conversation::feedGrown(const QString &hall, qint64 hubSeq)
{
    if (m_phase == Phase::Parked && m_held->wait && m_held->wait->hall == hall && hubSeq > m_held->wait->hubSeq)
        goOn();
}

void Conversation::checkTime(Moment now)
{
    if (now > m_deadline)
        cut();
}

void Conversation::endSoon()
{
    if (m_phase == Phase::Idle || m_phase == Phase::Handshake)
        cut();
    else if (m_phase == Phase::Parked)
        goOn();
}

void Conversation::cut()
{
    if (m_cut)
        return;
    m_cut = true;
    m_stream.sayEnd();
    error_code ignored;
    m_socket.cancel(ignored);
    if (m_phase == Phase::Parked)
        goOn();
}

}
