#pragma once

#include "core/base/secret.h"
#include "core/wire/protocol.h"

namespace wire {

/// What a window had not sent when it was wiped, as a file that only its hub opens (unsent.sealed of the profile): the pushes that it
/// would have made, each signed.
struct Remnant {
    QString hub; ///< UUID
    QString device; ///< UUID
    QList<Push> pushes;
};

/// Sealed to \a hubKey (public); Error::Secret where that is no key.
base::Result<QByteArray> toRemnantFile(const Remnant &remnant, const people::PublicKey &hubKey);
/// Opened by the hub's own key. Error::Document for what is no such file, Error::Secret where it was sealed to another hub.
base::Result<Remnant> remnantFrom(const QByteArray &file, const people::WindowKey &hubKey);

}
