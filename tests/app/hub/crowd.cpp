#include "tests/app/hub/crowd.h"

#include <QDeadlineTimer>

#include <openssl/ssl.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

struct Crowd::Client {
    int socket = -1;
    SSL *ssl = nullptr;
    QByteArray read;
    bool isAnswered = false;

    Client() = default;
    ~Client()
    {
        SSL_free(ssl);
        if (socket >= 0)
            ::close(socket);
    }
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;

    void readOn()
    {
        char bytes[16384];
        const auto got = ssl ? SSL_read(ssl, bytes, sizeof bytes) : int(::recv(socket, bytes, sizeof bytes, MSG_DONTWAIT));
        if (got > 0)
            read.append(bytes, got);
        isAnswered = isAnswered || read.startsWith("HTTP/1.1 200 ");
    }
};

Crowd::Crowd(quint16 port, bool tls) : m_port(port)
{
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    if (tls)
        m_tls.reset(SSL_CTX_new(TLS_client_method()), &SSL_CTX_free);
}

Crowd::~Crowd() = default;

bool Crowd::begin(int count, const QByteArray &request)
{
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(m_port);
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    for (int i = 0; i < count; ++i) {
        auto client = std::make_unique<Client>();
        client->socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (::connect(client->socket, reinterpret_cast<const sockaddr *>(&place), sizeof place) != 0) {
            m_trouble = "client " + QByteArray::number(i) + " cannot connect";
            return false;
        }
        if (m_tls) {
            client->ssl = SSL_new(m_tls.get());
            SSL_set_fd(client->ssl, client->socket);
            if (SSL_connect(client->ssl) != 1) {
                m_trouble = "client " + QByteArray::number(i) + " gets no TLS";
                return false;
            }
        }
        const auto sent = client->ssl ? SSL_write(client->ssl, request.constData(), int(request.size()))
                                      : int(::send(client->socket, request.constData(), size_t(request.size()), MSG_NOSIGNAL));
        if (sent != int(request.size())) {
            m_trouble = "client " + QByteArray::number(i) + " cannot send";
            return false;
        }
        ::fcntl(client->socket, F_SETFL, O_NONBLOCK);
        m_clients.push_back(std::move(client));
    }
    return true;
}

int Crowd::answered()
{
    int count = 0;
    for (const auto &client : m_clients) {
        if (!client->isAnswered)
            client->readOn();
        count += client->isAnswered;
    }
    return count;
}

bool Crowd::waitForAll(std::chrono::milliseconds most)
{
    const QDeadlineTimer end(most);
    while (!end.hasExpired()) {
        std::vector<pollfd> open;
        for (const auto &client : m_clients) {
            if (!client->isAnswered)
                open.push_back({client->socket, POLLIN, 0});
        }
        if (open.empty())
            return true;
        ::poll(open.data(), open.size(), int(end.remainingTime()));
        answered();
    }
    return false;
}
