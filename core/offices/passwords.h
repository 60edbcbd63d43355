#pragma once

#include <QByteArray>
#include <QString>

namespace offices {

/// What one try of a password costs (argon2id).
struct PasswordCost {
    unsigned long long operations;
    size_t memory; ///< bytes

    static PasswordCost moderate(); ///< about half a second and 256 MiB
    static PasswordCost least(); ///< as little as there is: for tests
};

/// \a password as it is kept: argon2id with a salt of its own, as libsodium writes it. Empty: there was not enough memory.
QByteArray keptForm(const QString &password, const PasswordCost &cost);
/// Whether \a password is the one that was kept as \a kept.
bool isPassword(const QString &password, const QByteArray &kept);

/// A password to hand over once: five groups of four letters and digits that nobody confuses (100 bits).
QString oneTimePassword();

/// Why \a password may not be the one of the account \a name, in Chinese; empty: it may. 12 to 128 characters, not all of one, without the name.
QString faultOfPassword(const QString &password, const QString &name);

}
