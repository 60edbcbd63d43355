#include "core/people/passwords.h"

#include <sodium.h>

namespace people {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;
using base::Secret;

namespace {

constexpr char subkeyContext[] = "yc-staff"; // eight bytes, as libsodium wants them
constexpr qsizetype lockNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype lockTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr unsigned long long mostOperations = 16;
constexpr size_t mostMemory = size_t(1) << 30;

const char *text(const Secret &bytes)
{
    return reinterpret_cast<const char *>(bytes.data());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

struct LockKeys {
    QByteArray mark;
    Secret seal;
};

base::Result<LockKeys> keysOf(const Typed &password, const QByteArray &salt, const PasswordCost &cost)
{
    const Secret &bytes = password.bytes();
    QByteArray root(crypto_kdf_KEYBYTES, '\0');
    if (crypto_pwhash(raw(root), size_t(root.size()), text(bytes), size_t(bytes.size()), raw(salt), cost.operations, cost.memory,
                      crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return Fail({Error::Kind::Secret, u"not enough memory for a password"_s, {}});
    const Secret master(std::move(root));
    QByteArray mark(crypto_kdf_KEYBYTES, '\0');
    QByteArray seal(crypto_aead_xchacha20poly1305_ietf_KEYBYTES, '\0');
    crypto_kdf_derive_from_key(raw(mark), size_t(mark.size()), 1, subkeyContext, master.data());
    crypto_kdf_derive_from_key(raw(seal), size_t(seal.size()), 2, subkeyContext, master.data());
    return LockKeys{mark, Secret(std::move(seal))};
}

QByteArray sealedBox(const Secret &content, const Secret &key)
{
    QByteArray nonce(lockNonce, '\0');
    randombytes_buf(nonce.data(), size_t(nonce.size()));
    QByteArray sealed(content.size() + lockTag, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed), nullptr, content.data(), size_t(content.size()), nullptr, 0, nullptr,
                                               raw(nonce), key.data());
    return nonce + sealed;
}

}

Typed::Typed(const QString &text)
{
    QString normal = text.normalized(QString::NormalizationForm_C);
    QByteArray bytes = normal.toUtf8();
    wipe(normal); // its own bytes only: a text that was normal already shares the caller's
    m_bytes = Secret(std::move(bytes));
}

QString Typed::text() const
{
    return QString::fromUtf8(m_bytes.view());
}

void wipe(QString &text)
{
    if (text.isDetached())
        sodium_memzero(text.data(), size_t(text.size()) * sizeof(QChar));
    text = QString();
}

PasswordCost PasswordCost::moderate()
{
    return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE};
}

PasswordCost PasswordCost::least()
{
    return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

QByteArray keptForm(const Typed &password, const PasswordCost &cost)
{
    const Secret &bytes = password.bytes();
    QByteArray kept(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str_alg(kept.data(), text(bytes), size_t(bytes.size()), cost.operations, cost.memory, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return {};
    kept.truncate(kept.indexOf('\0'));
    return kept;
}

bool isPassword(const Typed &password, const QByteArray &kept)
{
    const Secret &bytes = password.bytes();
    return kept.size() < crypto_pwhash_STRBYTES && crypto_pwhash_str_verify(kept.constData(), text(bytes), size_t(bytes.size())) == 0;
}

base::Result<PasswordLock> lockedBy(const Typed &password, const Secret &content, const PasswordCost &cost)
{
    QByteArray salt(crypto_pwhash_SALTBYTES, '\0');
    randombytes_buf(salt.data(), size_t(salt.size()));
    return keysOf(password, salt, cost).map([&](const LockKeys &keys) {
        return PasswordLock{cost, salt, keys.mark, content.isEmpty() ? QByteArray() : sealedBox(content, keys.seal)};
    });
}

base::Result<Unlocked> unlock(const PasswordLock &lock, const Typed &password)
{
    const bool fits = lock.salt.size() == crypto_pwhash_SALTBYTES && lock.mark.size() == crypto_kdf_KEYBYTES
        && lock.cost.operations >= crypto_pwhash_OPSLIMIT_MIN && lock.cost.operations <= mostOperations
        && lock.cost.memory >= crypto_pwhash_MEMLIMIT_MIN && lock.cost.memory <= mostMemory
        && (lock.box.isEmpty() || lock.box.size() > lockNonce + lockTag);
    if (!fits)
        return Fail({Error::Kind::Secret, u"what is kept of a password is none of ours"_s, {}});
    const base::Result<LockKeys> keys = keysOf(password, lock.salt, lock.cost);
    if (!keys)
        return Fail(keys.error());
    if (sodium_memcmp(keys->mark.constData(), lock.mark.constData(), size_t(lock.mark.size())) != 0)
        return Unlocked{};
    if (lock.box.isEmpty())
        return Unlocked{.isRight = true};
    const QByteArray sealed = lock.box.sliced(lockNonce);
    QByteArray content(sealed.size() - lockTag, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(content), nullptr, nullptr, raw(sealed), size_t(sealed.size()), nullptr, 0,
                                                   raw(lock.box), keys->seal.data())
        != 0)
        return Fail({Error::Kind::Secret, u"the key under a password was changed"_s, {}});
    return Unlocked{true, Secret(std::move(content))};
}

}
