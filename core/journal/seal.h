#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QByteArray>

namespace journal {

/// How a value is sealed. The number stands beside every sealed value and never gets another meaning; a 国密 suite would be
/// the next one.
enum class Suite { XChaCha20Poly1305 = 1 };

/// Bytes that only the key opens, and only in the place they were sealed for.
struct Sealed {
    int suite = int(Suite::XChaCha20Poly1305);
    QByteArray bytes; ///< nonce, ciphertext, tag
};

/// Keys of this module are of this size.
constexpr qsizetype keySize = 32;

/// Seals \a plain under \a key (32 bytes). \a place says what it is and in which row it stands, so that a sealed value moved
/// to another row or column no longer opens.
Sealed seal(QByteArrayView plain, const base::Secret &key, const QByteArray &place);

/// What was sealed; Error::Damaged when it is another key, another place, or a bit has changed.
base::Result<QByteArray> unseal(const Sealed &sealed, const base::Secret &key, const QByteArray &place);

}
