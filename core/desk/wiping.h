#pragma once

#include "core/desk/hublink.h"
#include "core/people/profilekey.h"
#include "core/wire/wipe.h"

namespace desk {

/// An order to wipe this window, as its profile keeps it (wipe.json) from the moment it was heard for ever after: no restart escapes it,
/// and none begins an empty profile in its place.
struct WipeRecord {
    wire::SignedWipe wipe;
    QUrl hub; ///< where it is told that the order is carried out
    QByteArray receipt; ///< the window's signature of wire::wipedToSign(), made while there was a key
    QDateTime heardAt; ///< by this PC's clock
    int unsent = 0; ///< events that the hub lacked when it was last looked
    bool hasRemnant = false; ///< they lie in unsent.sealed, which the hub opens
    int pictures = 0; ///< that the hub lacked when it was last looked; lost with the keys
    QDateTime wipedAt = {}; ///< by this PC's clock; null: not yet
    bool isReported = false; ///< the hub knows
};

/// The order that the profile in \a folder is under; nothing where there is none. An order that is false (put there by hand) is put aside as
/// wipe-refused.json and said in the log, as long as hub.json still tells whose orders count.
base::Result<std::optional<WipeRecord>> readWipe(const QString &folder);
[[nodiscard]] base::Result<> keepWipe(const QString &folder, const WipeRecord &record);

/// What a window that heard an order does it with.
struct WipeNeeds {
    QString profileFolder;
    base::Secret profileKey;
    const people::WindowKey &windowKey;
    HubPlace hub;
};
/// Everything that the hub lacks is in unsent.sealed, which it alone opens, and the order is durable. What cannot be left there (a full
/// disk) is in the record that comes back, and stops nothing: the caller carries it out in memory.
WipeRecord takeWipe(const WipeNeeds &needs, const wire::SignedWipe &wipe, const QDateTime &now);

/// The files in \a folder that go, in the order in which they go: first what opens the profile, at last what tells where the rest is.
QStringList filesToWipe(const QString &folder);
/// Destroys every copy of every key of the profile in \a folder: files, and what the desktop's store keeps. Whatever was done before is
/// done again, so it may be cut short anywhere. Nobody has the profile open. Error::Secret where the store of the desktop is locked:
/// then everything else is gone, and it is tried again later.
base::Result<WipeRecord> carryOutWipe(const QString &folder, people::KeyStore &system, WipeRecord record, const QDateTime &now);

}
