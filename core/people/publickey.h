#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace people {

/// How a key signs, and how is sealed to it. Each has a name that stands beside every public key where it is stored or sent, and is
/// never guessed from the key.
enum class Algorithm {
    Ed25519, ///< "ed25519": RFC 8032; sealed to by libsodium's sealed box on the same key as X25519
    Sm2, ///< "sm2": GB/T 32918 with SM3, for sites that must use 国密, see sm2.h
};
QString algorithmName(Algorithm algorithm);

/// What the signatures of a window or a hub are checked with. Public.
struct PublicKey {
    QByteArray bytes; ///< Ed25519: 32; SM2: 65, 4, x and y
    Algorithm algorithm = Algorithm::Ed25519;

    bool isEmpty() const { return bytes.isEmpty(); }
    /// Names the key and its algorithm in eight bytes, which stand on papers: the first of the SM3 of named(); of Ed25519 those of the
    /// BLAKE2b of the key, as on every paper until there was another algorithm.
    QByteArray keyId() const;
    /// What stands for key and algorithm in what is signed: hexadecimal digits, with the name of the algorithm and ':' in front for all
    /// but Ed25519.
    QByteArray named() const;
    bool operator==(const PublicKey &) const = default;
};

/// \a bytes as a key of \a algorithm, by its name; no name is Ed25519, as it was before names were written. Error::Document for an
/// algorithm that is not known here, and for bytes that are no key of it.
base::Result<PublicKey> publicKeyFrom(const QString &algorithm, const QByteArray &bytes);

}
