#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QUrl>

#include <chrono>

class QHostAddress;

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

/// Another system that is asked, as options name it.
struct Counterpart {
    QUrl address; ///< everything before the path of its contract
    QByteArray token; ///< empty: none
};
/// \a url must be https, or http to this very machine; \a tokenFile holds one line, empty: no token. Error::Settings, its place
/// \a option or the file.
base::Result<Counterpart> counterpartOf(const QString &url, const QString &tokenFile, const QString &option);
/// JSON to \a path of \a system, with its token. Its address is an administrator's, so it may be private.
Post postTo(const Counterpart &system, const QString &path, const QByteArray &json);

/// Whether \a address can be reached by everybody: not of this machine, a local network (RFC 1918, RFC 4193), a link, or for a special use
/// (RFC 6890).
bool isPublic(const QHostAddress &address);

}
