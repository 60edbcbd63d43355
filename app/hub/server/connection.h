#pragma once

#include "app/hub/server/common.h"
#include "app/hub/server/requestreader.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace hub {

/// One client: reads a request, has it answered, writes the answer, one after the other. Belongs to the thread of its loop.
class Connection final : public std::enable_shared_from_this<Connection>
{
public:
    /// \a address counts as one client for the limits; see Admission.
    Connection(Loop &loop, Common &common, boost::asio::ip::tcp::socket socket, QByteArray address, TlsContext tls);
    ~Connection();

    boost::asio::awaitable<void> run();

    void feedGrown(const QString &hall, qint64 hubSeq);
    void checkTime(Moment now); ///< cuts it off when its time is over
    void endSoon(); ///< ends it at once when it has nothing to do, otherwise behind its answer
    void cut();

private:
    enum class Phase { Handshake, Idle, Reading, Working, Parked, Writing, Ending };

    boost::asio::awaitable<bool> handshake();
    boost::asio::awaitable<bool> serveOne();
    boost::asio::awaitable<bool> readHead(RequestReader &reader);
    boost::asio::awaitable<bool> readBody(RequestReader &reader);
    boost::asio::awaitable<bool> readMore(RequestReader &reader);
    boost::asio::awaitable<Response> answerTo(const Request &request);
    boost::asio::awaitable<void> ask(const Request &request, bool mayRefuse);
    boost::asio::awaitable<void> park(Moment until);
    boost::asio::awaitable<bool> write(std::span<const char> bytes);
    boost::asio::awaitable<bool> send(const Response &response, bool isHead, bool stays);
    boost::asio::awaitable<void> refuse(RequestReader &reader, int status);
    boost::asio::awaitable<bool> ready(boost::asio::ip::tcp::socket::wait_type what);
    void watchForTheEnd();
    void feed(RequestReader &reader, std::span<const char> bytes);
    void takeBody(qint64 bytes);
    void tell(const Request &request, const Response &response, Moment since) const;
    QByteArray peerOf(const Request &request) const;

    Loop &m_loop;
    Common &m_common;
    boost::asio::ip::tcp::socket m_socket;
    const QByteArray m_address;
    QByteArray m_peer;
    Stream m_stream;
    boost::asio::steady_timer m_signal; ///< never runs out but for a parked answer; cancelled when there is news
    Phase m_phase = Phase::Handshake;
    Moment m_deadline = Moment::max();
    QByteArray m_rest; ///< read, but not used yet
    qint64 m_bodyBytes = 0; ///< its share of what all have
    std::optional<Response> m_answer;
    std::optional<Wait> m_wait;
    std::chrono::microseconds m_waited{};
    int m_served = 0;
    bool m_cut = false;
    bool m_isOverloaded = false;
};

}
