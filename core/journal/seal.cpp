#include "core/journal/seal.h"

#include <sodium.h>

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

}

Sealed seal(QByteArrayView plain, const base::Secret &key, const QByteArray &place)
{
    Q_ASSERT(key.size() == keySize);
    Sealed sealed;
    const QByteArray bound = boundTo(sealed.suite, place);
    sealed.bytes = QByteArray(nonceSize + plain.size() + tagSize, Qt::Uninitialized);
    unsigned char *nonce = raw(sealed.bytes);
    randombytes_buf(nonce, size_t(nonceSize));
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + nonceSize, nullptr, raw(plain), size_t(plain.size()), raw(bound),
                                               size_t(bound.size()), nullptr, nonce, key.data());
    return sealed;
}

base::Result<QByteArray> unseal(const Sealed &sealed, const base::Secret &key, const QByteArray &place)
{
    const auto damaged = [](const QString &why) { return base::Fail({base::Error::Kind::Damaged, why, {}}); };
    if (sealed.suite != int(Suite::XChaCha20Poly1305))
        return damaged(u"sealed by an unknown suite"_s);
    if (sealed.bytes.size() < nonceSize + tagSize || key.size() != keySize)
        return damaged(u"too short to be sealed"_s);
    const QByteArray bound = boundTo(sealed.suite, place);
    QByteArray plain(sealed.bytes.size() - nonceSize - tagSize, Qt::Uninitialized);
    const unsigned char *nonce = raw(sealed.bytes);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain), nullptr, nullptr, nonce + nonceSize,
                                                   size_t(sealed.bytes.size() - nonceSize), raw(bound),
                                                   size_t(bound.size()), nonce, key.data())
        != 0)
        return damaged(u"seal does not open"_s);
    return plain;
}

}
