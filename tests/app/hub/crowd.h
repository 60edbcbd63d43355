#pragma once

#include <QByteArray>

#include <chrono>
#include <memory>
#include <vector>

using SSL = struct ssl_st;
using SSL_CTX = struct ssl_ctx_st;

/// Many clients that ask the same and wait for the answer, in one thread.
class Crowd final
{
public:
    Crowd(quint16 port, bool tls);
    ~Crowd();

    /// Connects \a count clients and has each send \a request; false, with trouble(), when one could not.
    bool begin(int count, const QByteArray &request);
    const char *trouble() const { return m_trouble.constData(); }
    /// How many have an answer with status 200 by now.
    int answered();
    bool waitForAll(std::chrono::milliseconds most);

private:
    struct Client;

    quint16 m_port;
    std::shared_ptr<SSL_CTX> m_tls; ///< none: plain
    std::vector<std::unique_ptr<Client>> m_clients;
    QByteArray m_trouble;

    Q_DISABLE_COPY_MOVE(Crowd)
};
