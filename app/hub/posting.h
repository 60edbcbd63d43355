#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QUrl>

#include <chrono>

namespace hub {

/// Something that is sent to another system.
struct Post {
    QUrl url;
    QHash<QByteArray, QByteArray> headers;
    QByteArray body;
    std::chrono::milliseconds within{std::chrono::seconds(10)}; ///< in all
    qsizetype mostAnswer = 64 * 1024; ///< bytes
    bool privateAllowed = true; ///< it may have an address that is not public
};

/// What came back.
struct Posted {
    enum class How { Answered, NotReached, NotInTime, TooLong, PrivateAddress };
    How how = How::NotReached;
    int status = 0; ///< Answered
    QByteArray body; ///< Answered
};

/// POSTs \a post and waits for the answer, in the thread that asks. Certificates are checked against those of this machine; redirects are
/// not followed; no cookies, nothing packed. Where private addresses are not allowed, every address of the host must be public, and the
/// connection goes to the one that was looked at, so the name cannot lead elsewhere meanwhile.
Posted posted(const Post &post);

/// Whether \a address can be reached by everybody: not of this machine, a local network (RFC 1918, RFC 4193), a link, or for a special use
/// (RFC 6890).
bool isPublic(const QHostAddress &address);

}
