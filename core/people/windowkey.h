#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/people/publickey.h"

#include <QByteArray>
#include <QList>

namespace people {

/// A window as others know it: what its signatures are checked with. Public.
struct WindowCard {
    QString hall;
    QString window; ///< name, as printed
    PublicKey key;

    QByteArray keyId() const { return key.keyId(); }
    bool operator==(const WindowCard &) const = default;
};

/// The signing key of this window. Made on this PC and never given out.
class WindowKey final
{
public:
    /// The key in \a folder/window.key, sealed under \a profileKey (32 bytes, more is left out); made at first use, by \a fresh. One that
    /// is there stays what it is. Error::Secret when the file is there and does not open.
    static base::Result<WindowKey> open(const QString &folder, const base::Secret &profileKey, Algorithm fresh = Algorithm::Ed25519);

    /// The content of window.key, \a file, sealed under \a to; Error::Secret when \a from does not open it.
    static base::Result<QByteArray> resealed(const QByteArray &file, const base::Secret &from, const base::Secret &to);

    /// The key that follows from \a seed (32 bytes, more is left out), for who keeps a seed of its own.
    static WindowKey fromSeed(const base::Secret &seed, Algorithm algorithm = Algorithm::Ed25519);

    const PublicKey &publicKey() const { return m_public; }
    /// 64 bytes over "yichuang \a purpose", a zero byte and \a message, so that what is signed for one purpose is worth nothing
    /// for another.
    QByteArray sign(const QByteArray &purpose, const QByteArray &message) const;
    /// What was sealedTo() this key; empty where it was to another, or altered.
    base::Secret openSealed(const QByteArray &sealed) const;

private:
    WindowKey(base::Secret secret, PublicKey publicKey) : m_secret(std::move(secret)), m_public(std::move(publicKey)) { }

    base::Secret m_secret; ///< Ed25519: as libsodium has it; SM2: see sm2.h
    PublicKey m_public;
};

/// Whether \a signature is what the owner of \a key gave for \a purpose and \a message, by the algorithm of \a key.
bool isSignedBy(const PublicKey &key, const QByteArray &purpose, const QByteArray &message, const QByteArray &signature);

/// \a content for the owner of \a key alone, from whom nobody can tell. Empty where \a key is none.
QByteArray sealedTo(const PublicKey &key, const base::Secret &content);

/// The windows that this one knows.
struct KnownWindows {
    QList<WindowCard> cards;
    QList<base::Error> faults; ///< of files that are no cards; they hide no other
};
/// The cards (*.window.json) in \a folder; a missing folder has none.
KnownWindows readWindows(const QString &folder);
/// Keeps \a card in \a folder under the name of its key; one that is there with the same content stays untouched.
[[nodiscard]] base::Result<> keepWindow(const WindowCard &card, const QString &folder);

}
