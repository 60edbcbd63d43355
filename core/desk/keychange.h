#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/people/passwords.h"
#include "core/people/profilekey.h"

#include <functional>
#include <memory>

namespace desk {

class Profile;

/// Who changes the key of a profile.
struct KeyChange {
    people::KeyStore &system;
    QString who; ///< as the audit trail names them
    /// With which they sign in: the new key lies under this password and no other where the staff keeps it. Empty elsewhere.
    QString name = {};
    people::Typed password = {};
    people::PasswordCost cost = people::PasswordCost::moderate();
    /// Told after everything that has come onto the disk for good; for tests that pull the plug there. May be empty.
    std::function<void()> reached = {};
};

/// The profile in \a folder, opened as \a profile, has another key when this returns: everything that lay under the old one lies under the
/// new one. Noted in the audit trail before; \a profile is closed by it. When it fails, or the power does, the next Profile::open() makes of
/// what was begun either the old state or the new one, whole. Error::Busy when somebody else opened the profile meanwhile,
/// Error::Document when a damaged journal lies aside in it, which nobody would open any more.
[[nodiscard]] base::Result<> changeKey(std::unique_ptr<Profile> profile, const QString &folder, const base::Clock &clock, const KeyChange &wish);

/// Who besides \a name has a copy of the key under their password here, and has to sign in at the hub once after it was changed.
base::Result<QStringList> othersWithKey(const QString &folder, const QString &name);

/// Ends a change of the key that was cut short, if there was one: \a key, as key.json or a password gave it, or the one that opens the
/// profile from now on. Profile::open() alone calls it, the lock in hand.
base::Result<base::Secret> settleKeyChange(const QString &folder, people::KeyStore &system, const base::Secret &key);

/// The files of a profile that are sealed under its key, besides the journal; keychange.cpp says how each is sealed anew.
QStringList filesUnderProfileKey();

}
