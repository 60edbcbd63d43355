#pragma once

#include "core/people/publickey.h"
#include "core/wire/wipe.h"

namespace syncing {

/// Whose order a window obeys.
struct WipeBonds {
    QString hub; ///< UUID
    people::PublicKey hubKey;
    QString device; ///< UUID of this window
};

/// The order in \a value (wire::wipeHeader) of an answer to the request with signature \a answers. Error::Document for what is none or
/// is for another, Error::Secret where the hub did not sign it for this very request: a forged one, or one that was good once.
base::Result<wire::SignedWipe> judgedWipe(const QByteArray &value, const QByteArray &answers, const WipeBonds &bonds);
/// The same of one that was kept.
[[nodiscard]] base::Result<> judge(const wire::SignedWipe &wipe, const WipeBonds &bonds);

}
