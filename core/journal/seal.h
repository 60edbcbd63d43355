#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QByteArray>

namespace journal {

/// How a value is sealed. The number stands beside every sealed value and never gets another meaning.
enum class Suite {
    XChaCha20Poly1305 = 1,
    Sm4CtrHmacSm3 = 2, ///< 国密, see core/base/smsuite.h
};

/// Bytes that only the key opens, and only in the place they were sealed for.
struct Sealed {
    int suite = int(Suite::XChaCha20Poly1305);
    QByteArray bytes; ///< nonce, ciphertext, tag
};

/// Keys of this module are of this size. A key for another suite than the first has the number of that suite in one more byte, so that
/// everything that is sealed under it, and every key made under it, is of that suite; what it opens may be of any.
constexpr qsizetype keySize = 32;

/// Whether \a key can be used here.
bool isKey(const base::Secret &key);
/// A fresh key that seals as \a other does.
base::Secret freshKeyLike(const base::Secret &other);
/// The key of \a bytes (at least 32, more is left out) that seals as \a other does.
base::Secret keyLike(const base::Secret &other, QByteArrayView bytes);
/// \a key, made to seal by \a suite from now on.
base::Secret keyFor(Suite suite, const base::Secret &key);
/// The 32 bytes of \a key, whatever it seals by.
QByteArrayView bareKey(const base::Secret &key);

/// Seals \a plain under \a key, by its suite. \a place says what it is and in which row it stands, so that a sealed value moved
/// to another row or column no longer opens.
Sealed seal(QByteArrayView plain, const base::Secret &key, const QByteArray &place);

/// What was sealed; Error::Damaged when it is another key, another place, or a bit has changed.
base::Result<QByteArray> unseal(const Sealed &sealed, const base::Secret &key, const QByteArray &place);

}
