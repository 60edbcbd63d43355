#pragma once

#include "core/base/result.h"
#include "core/hub/http.h"

#include <chrono>
#include <memory>

namespace hub {

/// How much a client may ask of the server, and for how long.
struct ServerLimits {
    qint64 bodyBytes = 8 * 1024 * 1024; ///< of one request
    qint64 allBodiesBytes = 256 * 1024 * 1024; ///< of all requests that are being read or answered
    int headerBytes = 8 * 1024; ///< of all headers of one request together
    int targetBytes = 2048;
    int connections = 4096;
    int connectionsOfOne = 512; ///< from one address; a hall may stand behind one. Not counted behind a proxy
    int requestsOfOne = 10000; ///< over one connection, then it is closed
    int queued = 1024; ///< requests that wait for a worker, e.g. all windows after a break of the network; more are told to come again
    std::chrono::milliseconds handshake = std::chrono::seconds(10);
    std::chrono::milliseconds header = std::chrono::seconds(10); ///< from its first byte to its last
    std::chrono::milliseconds body = std::chrono::minutes(5); ///< the same
    std::chrono::milliseconds stall = std::chrono::seconds(20); ///< without one byte of a body, or one taken of an answer
    std::chrono::milliseconds idle = std::chrono::seconds(75); ///< between two requests
    std::chrono::milliseconds wait = std::chrono::seconds(25); ///< that an answer may be held back
    std::chrono::milliseconds grace = std::chrono::seconds(10); ///< at the end, for what is under way
};

struct ServerSettings {
    QString address = QStringLiteral("127.0.0.1"); ///< IPv4 or IPv6
    quint16 port = 8765; ///< 0: any that is free
    QString certificate; ///< PEM, with the chain; empty: no TLS
    QString certificateKey; ///< PEM
    bool behindProxy = false; ///< plain HTTP is asked for by a proxy, which says in X-Forwarded-For who asks
    int loops = 2; ///< threads for the network
    int workers = 4; ///< threads that call the handler
    ServerLimits limits = {};
};

/// A request that was answered, for log and figures.
struct Answered {
    QByteArray method;
    QByteArray target; ///< as sent: not for the log
    QByteArray device; ///< who it says it is; empty: it does not
    int status = 0; ///< 0: the connection broke before there was an answer
    qint64 in = 0; ///< bytes of the bodies
    qint64 out = 0;
    std::chrono::microseconds took{}; ///< from its last byte to the answer, without what it waited for news
};
/// Called from the threads of the network; quick.
using Observer = std::function<void(const Answered &)>;

/// What the server is busy with at this moment.
struct Occupation {
    int connections = 0;
    int parked = 0; ///< answers held back
    int queued = 0; ///< requests that wait for a worker
    int working = 0; ///< requests that a worker has
    qint64 bodyBytes = 0;
    qint64 refusedConnections = 0; ///< since the start, for their number
    qint64 refusedRequests = 0; ///< since the start, because there were too many
};

/// HTTP/1.1 over TCP or TLS in front of a handler. A connection costs no thread: those that wait for news are parked until the feed has
/// grown. Everything that comes over the line is hostile until it was read within the limits.
class Server final
{
public:
    /// \a handler must live as long as this. \a observer may be empty.
    Server(Handler &handler, ServerSettings settings, Observer observer = {});
    ~Server(); ///< as by stop()

    /// Opens the port and begins to answer. Error::Settings for an address, a certificate or a key that cannot be used, and for
    /// plain HTTP on an address that others reach; Error::Device when the port is taken.
    [[nodiscard]] base::Result<> start();
    quint16 port() const; ///< that was opened
    /// Reads certificate and key again, for connections to come. When they cannot be used the old ones stay.
    [[nodiscard]] base::Result<> readCertificateAgain();

    /// To be told when a feed has grown: answers that wait for it are asked for again at once. From any thread, also while this ends.
    void feedGrown(const QString &hall, qint64 hubSeq);
    Occupation occupation() const; ///< from any thread

    /// Takes no connection any more, answers what is under way and what waits, then ends; what takes longer than the grace is cut
    /// off. Comes back when all threads have ended.
    void stop();

private:
    struct Parts;
    std::unique_ptr<Parts> m;

    Q_DISABLE_COPY_MOVE(Server)
};

}
