#pragma once

#include "core/base/secret.h"

namespace people {

// 国密: signatures and public-key encryption by SM2 (GB/T 32918) on its recommended curve, with SM3, by OpenSSL's implementation. A
// private key is 32 bytes, a number of 1 to n−2, most significant byte first.

inline constexpr qsizetype sm2PrivateSize = 32;
inline constexpr qsizetype sm2PublicSize = 65;
inline constexpr qsizetype sm2SignatureSize = 64;

/// The private key that follows from \a seed (any length): the first of HMAC-SM3 under \a seed of "yichuang sm2 key", a zero byte and a
/// counter of one byte from 0 on that is such a number.
base::Secret sm2Private(const base::Secret &seed);
/// The public key of \a key: 4, x and y. Empty where \a key is no private key.
QByteArray sm2Public(const base::Secret &key);
/// Whether \a key is the public key of somebody: a point of the curve.
bool isSm2Public(const QByteArray &key);

/// The signature of \a message by the owner of \a key and \a publicKey, known as 1234567812345678: r and s, 32 bytes each.
QByteArray sm2Signature(const base::Secret &key, const QByteArray &publicKey, const QByteArray &message);
bool isSm2Signature(const QByteArray &signature, const QByteArray &publicKey, const QByteArray &message);

/// \a content (at least a byte) for the owner of \a publicKey, as GM/T 0009 writes it down (C1, C3, C2 in DER). Empty where that is no
/// key.
QByteArray sm2Sealed(const base::Secret &content, const QByteArray &publicKey);
/// What was sealed to \a publicKey, whose private key is \a key; empty where it was to another, or altered.
base::Secret sm2Opened(const QByteArray &sealed, const base::Secret &key, const QByteArray &publicKey);

}
