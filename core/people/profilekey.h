#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <optional>

namespace people {

/// A place that keeps one secret under a name, outside the profile's database.
class KeyStore
{
public:
    virtual ~KeyStore() = default;
    /// The secret, or an empty one when there is none; Error::Secret when the store is locked or absent.
    virtual base::Result<base::Secret> read(const QString &name) = 0;
    [[nodiscard]] virtual base::Result<> write(const QString &name, const base::Secret &secret) = 0;
    /// For ever; one that is not there is gone already.
    [[nodiscard]] virtual base::Result<> remove(const QString &name) = 0;
};

/// Where the key of a profile is kept; the status line says which.
enum class KeyPlace {
    SystemKeyStore,
    KeyFile,
    Staff, ///< under the password of each who signed in here (StaffBook), nowhere else
};

struct ProfileKey {
    base::Secret key; ///< 32 bytes
    KeyPlace place = KeyPlace::KeyFile;
};

/// The key of the profile in \a folder, made on first use: in \a system when that is unlocked, else in a file of mode 0600. The
/// choice is remembered in the profile (key.json), so a key store that is locked later is Error::Secret, never a second key. \a opened:
/// what somebody's password gave, for a profile whose key is kept by its staff; without it that is Error::Secret.
base::Result<ProfileKey> profileKey(const QString &folder, KeyStore &system, const base::Secret &opened = {});

/// Whether nobody opens the profile in \a folder without signing in.
base::Result<bool> isKeptByStaff(const QString &folder);
/// \a fresh (32 bytes) is from now on what profileKey() finds for \a folder, durably, where key.json says that the key is kept; a key that is
/// kept by the staff lies in staff.json, and nothing is done here. Error::Secret when the system's store does not take it.
[[nodiscard]] base::Result<> replaceKey(const QString &folder, KeyStore &system, const base::Secret &fresh);
/// Where the key of the profile in \a folder is kept; nothing: it has none yet.
base::Result<std::optional<KeyPlace>> keyPlaceOf(const QString &folder);

/// The key lies under somebody's password, durably: the plain file is overwritten and removed. A key in the system's store stays there.
[[nodiscard]] base::Result<> leaveKeyToStaff(const QString &folder);

/// The key of the profile in \a folder is in \a system no more, if that is where it was; key.json stays until then.
[[nodiscard]] base::Result<> forgetInSystemStore(const QString &folder, KeyStore &system);


/// Keeps \a key of a profile that came out of a safety copy, where profile.key lies in the plain: in \a system where \a wanted says so and that
/// is unlocked here, under the passwords of the staff where \a wanted says that (the caller knows that somebody has it), else in the file. In
/// the first two the plain file is destroyed. Gives where it is now, which key.json says too.
base::Result<KeyPlace> settleKey(const QString &folder, KeyStore &system, const base::Secret &key, KeyPlace wanted);

/// The desktop's own store through QtKeychain. Waits at most \c patience milliseconds for it.
class SystemKeyStore final : public KeyStore
{
public:
    explicit SystemKeyStore(int patience = 2000) : m_patience(patience) { }
    base::Result<base::Secret> read(const QString &name) override;
    [[nodiscard]] base::Result<> write(const QString &name, const base::Secret &secret) override;
    [[nodiscard]] base::Result<> remove(const QString &name) override;

private:
    int m_patience;
};

}
