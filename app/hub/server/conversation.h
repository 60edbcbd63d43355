#pragma once

#include "app/hub/server/common.h"
#include "app/hub/server/requestreader.h"

#include <boost/asio/ip/tcp.hpp>

namespace hub {

/// One client: reads a request, has it answered, writes the answer, one after the other. Belongs to the thread of its loop, and lives
/// as long as something is to come: bytes, a moment, an answer.
class Conversation final : public std::enable_shared_from_this<Conversation>
{
public:
    /// \a address counts as one client for the limits; see Admission.
    Conversation(Loop &loop, Common &common, boost::asio::ip::tcp::socket socket, QByteArray address, const TlsContext &tls);
    ~Conversation();

    void start();
    void feedGrown(const QString &hall, qint64 hubSeq);
    void checkTime(Moment now); ///< cuts it off when its time is over
    void endSoon(); ///< ends it at once when it has nothing to do, otherwise behind its answer
    void cut();

private:
    enum class Phase { Handshake, Idle, Head, Body, Working, Parked, Writing, Draining, Ended };
    /// What has to happen before it can go on.
    enum class Next { Nothing, Reading, Writing, News, End };

    void advance();
    Next step();
    void wait(boost::asio::ip::tcp::socket::wait_type what);
    void finish();

    Next handshake();
    void beginRequest();
    Next readHead();
    Next beginBody();
    Next readBody();
    Next readMore();
    Next needOf(Stream::Outcome outcome) const;
    void feed(std::span<const char> bytes);
    void takeBody(qint64 bytes);

    Next ask(bool mayRefuse);
    void take(Response response);
    bool mayHold(const Response &response, Moment now) const;
    void park(Moment now);
    void watchForTheEnd();
    void wake();
    void goOn();

    Next respond(const Response &response);
    Next refuse(int status);
    void beginWriting(const QByteArray &bytes, const QByteArray &more, Phase then);
    Next write();
    Next drain();
    void tell(int status, qint64 out) const;
    QByteArray peer() const;
    const ServerLimits &limits() const { return m_common.settings.limits; }

    Loop &m_loop;
    Common &m_common;
    boost::asio::ip::tcp::socket m_socket;
    const QByteArray m_address;
    Stream m_stream;
    Phase m_phase = Phase::Handshake;
    Moment m_deadline = Moment::max();
    bool m_cut = false;
    int m_served = 0;

    std::optional<RequestReader> m_reader; ///< has the request until it is answered
    QByteArray m_rest; ///< read, but not used yet
    Moment m_bodyEnd; ///< by which a body must be there
    qint64 m_bodyBytes = 0; ///< its share of what all have
    bool m_isOverloaded = false;

    Moment m_asked; ///< when the request was whole
    boost::asio::steady_timer m_waitEnd; ///< of an answer that is held back
    std::optional<Response> m_held;
    std::optional<Moment> m_until; ///< it may be held back; nothing: it was not yet
    qint64 m_known = 0; ///< how far the feed had grown before the question
    Moment m_parkedAt;
    std::chrono::steady_clock::duration m_waited{};

    QByteArray m_out, m_outMore; ///< to write, one behind the other
    size_t m_written = 0;
    size_t m_drained = 0;
    Phase m_then = Phase::Ended; ///< behind what is written
};

}
