#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/people/publickey.h"

namespace people {

/// Whose a copy of a profile's key is: that of a window, which the hub alone opens.
struct RecoveryOf {
    QString hub; ///< UUID
    QString device; ///< UUID
    bool operator==(const RecoveryOf &) const = default;
};
/// recovery.json as it is read.
struct Recovery {
    RecoveryOf of;
    QByteArray sealed; ///< see sealedTo()
};

/// Keeps a copy of \a key in \a folder (recovery.json) that only the hub of \a hubKey opens: for the day on which nobody of the window knows
/// a password any more. Error::Secret where \a hubKey is none.
[[nodiscard]] base::Result<> keepRecovery(const QString &folder, const RecoveryOf &of, const PublicKey &hubKey, const base::Secret &key);
/// What keepRecovery() writes.
base::Result<QByteArray> recoveryBytes(const RecoveryOf &of, const PublicKey &hubKey, const base::Secret &key);
/// Error::Document for a file that is something else.
base::Result<Recovery> readRecovery(const QString &file);

/// \a key is in profile.key again, in the plain, until somebody signs in at the hub. The caller knows that it opens the profile.
[[nodiscard]] base::Result<> takeKeyBack(const QString &folder, const base::Secret &key);

}
