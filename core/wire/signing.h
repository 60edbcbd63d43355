#pragma once

#include "core/wire/protocol.h"

namespace wire {

/// Purposes of signatures by a window key, see people::WindowKey::sign().
inline constexpr char requestPurpose[] = "request";
inline constexpr char eventsPurpose[] = "events";
inline constexpr char enrolmentPurpose[] = "enrolment";

/// What a request says of itself in its headers (Yichuang-Device, -Incarnation, -Time, -Signature).
struct RequestHead {
    QByteArray method; ///< upper case
    QByteArray target; ///< path and query, as sent
    Writer writer;
    QDateTime time; ///< UTC, whole seconds, as far as the sender knows the hub's clock
    QByteArray signature; ///< 64 bytes, of requestToSign() under requestPurpose
};

/// The bytes that are signed: everything of \a head but the signature, and the hash of \a body, as it is on the line.
QByteArray requestToSign(const RequestHead &head, const QByteArray &body);

/// The bytes that the signature of a push covers: writer, the number of its last event and its hash.
QByteArray tipToSign(const Writer &writer, qint64 last, const QByteArray &tip);

/// The bytes of an enrolment that its own key signs, so that nobody can enrol a key that is not theirs.
QByteArray enrolmentToSign(const Enrolment &enrolment);

}
