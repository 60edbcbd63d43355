#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

namespace people {

/// A password or PIN as somebody typed it: in one normal form, because keyboards write the same character in more than one way, and
/// overwritten when it is given up. The text it was made of is its owner's to wipe(), see there.
class Typed final
{
public:
    Typed() = default;
    Typed(const QString &text); // NOLINT(google-explicit-constructor): what is typed is a text
    bool isEmpty() const { return m_bytes.isEmpty(); }
    const base::Secret &bytes() const { return m_bytes; } ///< UTF-8
    /// As it goes into a message; the caller wipes it.
    QString text() const;

private:
    base::Secret m_bytes;
};
/// Overwrites \a text and empties it, where nobody else shares its bytes; what was copied before is not reached.
void wipe(QString &text);

/// What one try of a password costs (argon2id).
struct PasswordCost {
    unsigned long long operations;
    size_t memory; ///< bytes

    static PasswordCost moderate(); ///< about half a second and 256 MiB
    static PasswordCost least(); ///< as little as there is: for tests
    bool operator==(const PasswordCost &) const = default;
};

/// \a password as it is kept: argon2id with a salt of its own, as libsodium writes it. Empty: there was not enough memory.
QByteArray keptForm(const Typed &password, const PasswordCost &cost);
/// Whether \a password is the one that was kept as \a kept.
bool isPassword(const Typed &password, const QByteArray &kept);

/// What is kept where a password shall also open something: argon2id makes one secret of it, and from that follow a mark by which the
/// password is known again and the key that seals the content (XChaCha20-Poly1305). Algorithm and cost are kept with it.
struct PasswordLock {
    PasswordCost cost{};
    QByteArray salt;
    QByteArray mark;
    QByteArray box; ///< nonce and sealed content; empty: the password opens nothing

    bool operator==(const PasswordLock &) const = default;
};
inline constexpr char lockAlgorithm[] = "argon2id13 xchacha20poly1305";

/// A new lock over \a content (may be empty). Error::Secret when there was not enough memory.
base::Result<PasswordLock> lockedBy(const Typed &password, const base::Secret &content, const PasswordCost &cost);

/// What came of a password that was tried on a lock.
struct Unlocked {
    bool isRight = false;
    base::Secret content = {}; ///< empty where it is wrong, or the lock holds nothing
};
/// Error::Secret for a lock that costs more than any of ours, that was spoilt, or for want of memory.
base::Result<Unlocked> unlock(const PasswordLock &lock, const Typed &password);

}
