#pragma once

#include "core/base/result.h"

#include <memory>
#include <span>

using SSL_CTX = struct ssl_ctx_st;
using SSL = struct ssl_st;

namespace hub {

/// Certificate and key, as OpenSSL has them.
using TlsContext = std::shared_ptr<SSL_CTX>;
/// TLS 1.2 and newer with the PEM files named. Error::Settings when they cannot be used or do not fit each other.
base::Result<TlsContext> openTls(const QString &certificate, const QString &key);

/// The bytes of one connection, in the clear or through TLS. Never waits: says instead for what the socket has to be ready. TLS keeps no
/// buffer while nothing is under way, so that a connection that only waits costs little.
class Stream final
{
public:
    enum class Outcome { Done, NeedsReading, NeedsWriting, Ended, Broken };
    struct Moved {
        Outcome outcome = Outcome::Done;
        size_t bytes = 0; ///< 1 or more when done
    };

    /// \a socket is not owned and does not block. Without \a tls everything is in the clear.
    Stream(int socket, const TlsContext &tls);

    Moved handshake();
    Moved read(std::span<char> into);
    Moved write(std::span<const char> from);
    /// Says the end to the other side, as far as that goes without waiting.
    void sayEnd();
    /// What read() would find, without taking it.
    Outcome look();

private:
    Moved told(int result) const;

    struct Free {
        void operator()(SSL *ssl) const;
    };
    int m_socket;
    std::unique_ptr<SSL, Free> m_ssl;
};

}
