#pragma once

#include <QByteArray>

#include <optional>

namespace base {

// 国密: what a site seals with that must use the national algorithms, by OpenSSL's implementation of them. There is no SM4-GCM in it, so
// SM4 in counter mode (GB/T 32907) and HMAC over SM3 (GB/T 32905, GM/T 0042) are put together, encrypted first.

/// SM3 of \a bytes, 32 bytes.
QByteArray sm3(QByteArrayView bytes);
/// HMAC-SM3 of \a bytes under \a key (any length), 32 bytes.
QByteArray hmacSm3(QByteArrayView key, QByteArrayView bytes);
/// SM4-CTR of \a bytes under \a key (16 bytes) from counter \a start (16 bytes) on; the same again undoes it.
QByteArray sm4Ctr(QByteArrayView bytes, QByteArrayView key, QByteArrayView start);

/// Counter, ciphertext and tag of \a plain under \a key (32 bytes), bound to \a place: SM4 and SM3 work under keys of their own that follow
/// from \a key.
QByteArray smSealed(QByteArrayView plain, QByteArrayView key, QByteArrayView place);
/// What was sealed; nothing for another key or place, and when a bit is another.
std::optional<QByteArray> smOpened(QByteArrayView sealed, QByteArrayView key, QByteArrayView place);

}
