#include "app/hub/server/stream.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <QFile>

#include <sys/socket.h>

#include <cerrno>

namespace hub {

namespace {

base::Fail refusedFile(const QString &what, const QString &file)
{
    const unsigned long code = ERR_peek_last_error();
    const char *reason = ERR_reason_error_string(code);
    ERR_clear_error();
    return base::Fail({base::Error::Kind::Settings,
                       QStringLiteral("%1 cannot be used: %2").arg(what, QLatin1String(reason ? reason : "cannot be read")), file});
}

Stream::Moved movedPlain(ssize_t result, Stream::Outcome need)
{
    if (result > 0)
        return {Stream::Outcome::Done, size_t(result)};
    if (result == 0)
        return {Stream::Outcome::Ended};
    if (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)
        return {need};
    return {Stream::Outcome::Broken};
}

}

base::Result<TlsContext> openTls(const QString &certificate, const QString &key)
{
    const TlsContext context(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free);
    if (!context)
        return refusedFile(QStringLiteral("TLS"), {});
    SSL_CTX *const tls = context.get();
    SSL_CTX_set_min_proto_version(tls, TLS1_2_VERSION);
    SSL_CTX_set_options(tls, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_mode(tls, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_session_cache_mode(tls, SSL_SESS_CACHE_OFF); // tickets do; a cache grows with the clients
    if (SSL_CTX_use_certificate_chain_file(tls, QFile::encodeName(certificate).constData()) != 1)
        return refusedFile(QStringLiteral("the certificate"), certificate);
    if (SSL_CTX_use_PrivateKey_file(tls, QFile::encodeName(key).constData(), SSL_FILETYPE_PEM) != 1
        || SSL_CTX_check_private_key(tls) != 1)
        return refusedFile(QStringLiteral("the key of the certificate"), key);
    return context;
}

void Stream::Free::operator()(SSL *ssl) const
{
    SSL_free(ssl);
}

Stream::Stream(int socket, const TlsContext &tls) : m_socket(socket), m_ssl(tls ? SSL_new(tls.get()) : nullptr)
{
    if (m_ssl) {
        SSL_set_fd(m_ssl.get(), socket);
        SSL_set_accept_state(m_ssl.get());
    }
}

Stream::Moved Stream::told(int result) const
{
    switch (SSL_get_error(m_ssl.get(), result)) {
    case SSL_ERROR_WANT_READ:
        return {Outcome::NeedsReading};
    case SSL_ERROR_WANT_WRITE:
        return {Outcome::NeedsWriting};
    case SSL_ERROR_ZERO_RETURN:
        return {Outcome::Ended};
    default:
        ERR_clear_error();
        return {Outcome::Broken};
    }
}

Stream::Moved Stream::handshake()
{
    if (!m_ssl)
        return {Outcome::Done, 1};
    ERR_clear_error();
    const int result = SSL_do_handshake(m_ssl.get());
    return result == 1 ? Moved{Outcome::Done, 1} : told(result);
}

Stream::Moved Stream::read(std::span<char> into)
{
    if (!m_ssl)
        return movedPlain(::recv(m_socket, into.data(), into.size(), 0), Outcome::NeedsReading);
    ERR_clear_error();
    size_t taken = 0;
    const int result = SSL_read_ex(m_ssl.get(), into.data(), into.size(), &taken);
    return result == 1 ? Moved{Outcome::Done, taken} : told(result);
}

Stream::Moved Stream::write(std::span<const char> from)
{
    if (!m_ssl)
        return movedPlain(::send(m_socket, from.data(), from.size(), MSG_NOSIGNAL), Outcome::NeedsWriting);
    ERR_clear_error();
    size_t taken = 0;
    const int result = SSL_write_ex(m_ssl.get(), from.data(), from.size(), &taken);
    return result == 1 ? Moved{Outcome::Done, taken} : told(result);
}

void Stream::sayEnd()
{
    if (m_ssl && SSL_is_init_finished(m_ssl.get())) {
        ERR_clear_error();
        SSL_shutdown(m_ssl.get());
    }
    ::shutdown(m_socket, SHUT_WR);
}

Stream::Outcome Stream::look()
{
    char byte = 0;
    if (!m_ssl)
        return movedPlain(::recv(m_socket, &byte, 1, MSG_PEEK), Outcome::NeedsReading).outcome;
    ERR_clear_error();
    size_t there = 0;
    const int result = SSL_peek_ex(m_ssl.get(), &byte, 1, &there);
    return result == 1 ? Outcome::Done : told(result).outcome;
}

}
