#include "core/journal/seal.h"

#include "core/base/smsuite.h"

#include <sodium.h>

#include <optional>

namespace journal {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(keySize == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

/// The suite is bound too, so that a later, weaker suite could not be written over a sealed value.
QByteArray boundTo(int suite, const QByteArray &place)
{
    return QByteArray::number(suite) + '|' + place;
}

Suite suiteOf(const base::Secret &key)
{
    return key.size() == keySize ? Suite::XChaCha20Poly1305 : Suite::Sm4CtrHmacSm3;
}

QByteArray boxed(QByteArrayView plain, const base::Secret &key, const QByteArray &bound)
{
    QByteArray sealed(nonceSize + plain.size() + tagSize, Qt::Uninitialized);
    unsigned char *nonce = raw(sealed);
    randombytes_buf(nonce, size_t(nonceSize));
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonceSize, nullptr, raw(plain), size_t(plain.size()), raw(bound),
                                               size_t(bound.size()), nullptr, nonce, key.data());
    return sealed;
}

std::optional<QByteArray> unboxed(const QByteArray &sealed, const base::Secret &key, const QByteArray &bound)
{
    if (sealed.size() < nonceSize + tagSize)
        return std::nullopt;
    QByteArray plain(sealed.size() - nonceSize - tagSize, Qt::Uninitialized);
    const unsigned char *nonce = raw(QByteArrayView(sealed));
    const int wrong = crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain), nullptr, nullptr, nonce + nonceSize,
                                                                 size_t(sealed.size() - nonceSize), raw(bound), size_t(bound.size()),
                                                                 nonce, key.data());
    return wrong ? std::nullopt : std::optional(plain);
}

}

bool isKey(const base::Secret &key)
{
    return key.size() == keySize || (key.size() == keySize + 1 && key.view().back() == char(Suite::Sm4CtrHmacSm3));
}

QByteArrayView bareKey(const base::Secret &key)
{
    return key.view().first(keySize);
}

base::Secret keyFor(Suite suite, const base::Secret &key)
{
    QByteArray bytes = bareKey(key).toByteArray();
    if (suite != Suite::XChaCha20Poly1305)
        bytes += char(suite);
    return base::Secret(std::move(bytes));
}

base::Secret keyLike(const base::Secret &other, QByteArrayView bytes)
{
    return keyFor(suiteOf(other), base::Secret(bytes.first(keySize).toByteArray()));
}

base::Secret freshKeyLike(const base::Secret &other)
{
    return keyFor(suiteOf(other), base::Secret::random(keySize));
}

Sealed seal(QByteArrayView plain, const base::Secret &key, const QByteArray &place)
{
    Q_ASSERT(isKey(key));
    Sealed sealed{.suite = int(suiteOf(key)), .bytes = {}};
    const QByteArray bound = boundTo(sealed.suite, place);
    sealed.bytes = sealed.suite == int(Suite::Sm4CtrHmacSm3) ? base::smSealed(plain, bareKey(key), bound) : boxed(plain, key, bound);
    return sealed;
}

base::Result<QByteArray> unseal(const Sealed &sealed, const base::Secret &key, const QByteArray &place)
{
    const auto damaged = [](const QString &why) { return base::Fail({base::Error::Kind::Damaged, why, {}}); };
    if (!isKey(key))
        return damaged(u"no key"_s);
    const QByteArray bound = boundTo(sealed.suite, place);
    std::optional<QByteArray> plain;
    if (sealed.suite == int(Suite::XChaCha20Poly1305))
        plain = unboxed(sealed.bytes, key, bound);
    else if (sealed.suite == int(Suite::Sm4CtrHmacSm3))
        plain = base::smOpened(sealed.bytes, bareKey(key), bound);
    else
        return damaged(u"sealed by an unknown suite"_s);
    if (!plain)
        return damaged(u"seal does not open"_s);
    return *plain;
}

}
