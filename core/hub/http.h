#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>

namespace hub {

/// A request as the server hands it on: whole, within the limits of size, headers in lower case.
struct Request {
    QByteArray method; ///< upper case
    QByteArray target; ///< path and query as sent
    QHash<QByteArray, QByteArray> headers;
    QByteArray body; ///< as on the line, still packed
    QByteArray peer; ///< address of the client, for limits and log
};

/// Nothing to say yet: ask again once the feed of \c hall has grown behind \c hubSeq, or when the time is over.
struct Wait {
    QString hall;
    qint64 hubSeq = 0;
    int seconds = 0;
};

struct Response {
    int status = 200;
    QByteArray type; ///< content type; empty: no body
    QByteArray body;
    QHash<QByteArray, QByteArray> headers = {};
    /// The answer goes out so long after the question at the earliest, so that how long it was looked for tells nothing. Costs no thread.
    std::chrono::milliseconds notBefore{0};
    std::optional<Wait> wait = {}; ///< the server may hold the answer back and ask handle() again; if it cannot, this answer is good
};

/// What answers requests; called from several threads at once.
class Handler
{
public:
    virtual ~Handler() = default;
    virtual Response handle(const Request &request) = 0;
};

/// Tells that the feed of a hall has grown; called from any thread.
using FeedGrown = std::function<void(const QString &hall, qint64 hubSeq)>;

}
