#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QString>

#include <functional>

namespace syncing {

/// One question to the hub.
struct Call {
    QByteArray method = "GET";
    QByteArray target; ///< path and query
    QByteArray type = {}; ///< of the body
    QByteArray body = {};
    bool packed = false; ///< the body is: Content-Encoding deflate
    QHash<QByteArray, QByteArray> headers = {};
    int timeout = 20'000; ///< milliseconds without anything coming or going
    qint64 mostBytes = 16 * 1024 * 1024; ///< of the answer
};

struct Reply {
    int status = 0; ///< 0: the hub was not reached, or its answer was cut off; then \c trouble says how
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body; ///< unpacked
    QString trouble; ///< in the words of the system, for the log and the “more” button
    bool operator==(const Reply &) const = default;
};

/// The way to a hub. Belongs to the thread that made it.
class Line
{
public:
    virtual ~Line() = default;
    using Done = std::function<void(const Reply &)>;
    /// Sends \a call; \a done is called once, later, unless \a context is gone by then.
    virtual void send(const Call &call, QObject *context, Done done) = 0;
    /// Breaks off everything that is under way; each is told so.
    virtual void breakOff() = 0;
};

}
