#include "tests/app/hub/rawclient.h"

#include <QDeadlineTimer>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace std::chrono_literals;

RawClient::RawClient(quint16 port) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(port);
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&place), sizeof place) != 0)
        goAway();
    const int now = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &now, sizeof now);
}

RawClient::RawClient(RawClient &&other) noexcept : m_socket(std::exchange(other.m_socket, -1)), m_read(std::move(other.m_read)) { }

RawClient &RawClient::operator=(RawClient &&other) noexcept
{
    std::swap(m_socket, other.m_socket);
    std::swap(m_read, other.m_read);
    return *this;
}

RawClient::~RawClient()
{
    goAway();
}

bool RawClient::send(const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t now = ::send(m_socket, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (now <= 0)
            return false;
        sent += now;
    }
    return true;
}

void RawClient::sayEnd()
{
    ::shutdown(m_socket, SHUT_WR);
}

void RawClient::goAway()
{
    if (m_socket >= 0)
        ::close(std::exchange(m_socket, -1));
}

void RawClient::takeLittle()
{
    const int little = 4096;
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &little, sizeof little);
}

bool RawClient::readMore(std::chrono::milliseconds most)
{
    pollfd wanted{m_socket, POLLIN, 0};
    if (::poll(&wanted, 1, int(most.count())) != 1)
        return false;
    char bytes[65536];
    const ssize_t got = ::recv(m_socket, bytes, sizeof bytes, 0);
    if (got > 0)
        m_read.append(bytes, got);
    return got > 0;
}

std::optional<RawClient::Answer> RawClient::answer(bool isHead, std::chrono::milliseconds most)
{
    const QDeadlineTimer end(most);
    const auto left = [&] { return std::chrono::milliseconds(end.remainingTime()); };
    qsizetype head = 0;
    while ((head = m_read.indexOf("\r\n\r\n")) < 0) {
        if (!readMore(left()))
            return {};
    }
    Answer answer;
    const QList<QByteArray> lines = m_read.left(head).split('\n');
    answer.status = lines.front().mid(9, 3).toInt();
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        answer.headers.insert(lines[i].left(colon).toLower(), lines[i].mid(colon + 1).trimmed());
    }
    const bool hasBody = !isHead && answer.status != 204 && answer.status >= 200;
    const qsizetype length = hasBody ? answer.headers.value("content-length").toLongLong() : 0;
    while (m_read.size() < head + 4 + length) {
        if (!readMore(left()))
            return {};
    }
    answer.body = m_read.mid(head + 4, length);
    m_read.remove(0, head + 4 + length);
    return answer;
}

bool RawClient::ends(std::chrono::milliseconds most)
{
    const QDeadlineTimer end(most);
    while (!end.hasExpired()) {
        pollfd wanted{m_socket, POLLIN, 0};
        if (::poll(&wanted, 1, int(end.remainingTime())) != 1)
            return false;
        char bytes[65536];
        if (::recv(m_socket, bytes, sizeof bytes, 0) <= 0)
            return true;
    }
    return false;
}
