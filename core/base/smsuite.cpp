#include "core/base/smsuite.h"

#include "core/base/secret.h"

#include <QtEndian>

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>

#include <memory>

namespace base {

namespace {

constexpr qsizetype smKeySize = 16;
constexpr qsizetype smCounterSize = 16;
constexpr qsizetype smTagSize = 32;

const unsigned char *smIn(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *smOut(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

/// A crypto library that cannot do what it was built for leaves nothing to go on with.
void smMust(int done)
{
    if (done != 1)
        qFatal("SM3 and SM4 are missing in OpenSSL");
}

struct SmKeys {
    explicit SmKeys(QByteArrayView key)
        : cipher(hmacSm3(key, "yichuang sm4-ctr").first(smKeySize)), mac(hmacSm3(key, "yichuang hmac-sm3"))
    {
    }
    base::Secret cipher, mac;
};

/// Over place, counter and ciphertext, each where it can be nothing else.
QByteArray smTag(const SmKeys &pair, QByteArrayView place, QByteArrayView counterAndText)
{
    QByteArray bytes(sizeof(quint64), '\0');
    qToBigEndian(quint64(place.size()), bytes.data());
    bytes += place;
    bytes += counterAndText;
    return hmacSm3(pair.mac.view(), bytes);
}

}

QByteArray sm3(QByteArrayView bytes)
{
    QByteArray digest(smTagSize, '\0');
    smMust(EVP_Digest(bytes.data(), size_t(bytes.size()), smOut(digest), nullptr, EVP_sm3(), nullptr));
    return digest;
}

QByteArray hmacSm3(QByteArrayView key, QByteArrayView bytes)
{
    QByteArray tag(smTagSize, '\0');
    const bool made = HMAC(EVP_sm3(), key.data(), int(key.size()), smIn(bytes), size_t(bytes.size()), smOut(tag), nullptr) != nullptr;
    smMust(made ? 1 : 0);
    return tag;
}

QByteArray sm4Ctr(QByteArrayView bytes, QByteArrayView key, QByteArrayView start)
{
    Q_ASSERT(key.size() == smKeySize && start.size() == smCounterSize);
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> run(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    QByteArray text(bytes.size(), '\0');
    int written = 0;
    smMust(EVP_EncryptInit_ex(run.get(), EVP_sm4_ctr(), nullptr, smIn(key), smIn(start)));
    smMust(EVP_EncryptUpdate(run.get(), smOut(text), &written, smIn(bytes), int(bytes.size())));
    return text;
}

QByteArray smSealed(QByteArrayView plain, QByteArrayView key, QByteArrayView place)
{
    const SmKeys pair(key);
    QByteArray sealed(smCounterSize, '\0');
    randombytes_buf(sealed.data(), size_t(sealed.size()));
    sealed += sm4Ctr(plain, pair.cipher.view(), sealed);
    return sealed + smTag(pair, place, sealed);
}

std::optional<QByteArray> smOpened(QByteArrayView sealed, QByteArrayView key, QByteArrayView place)
{
    if (sealed.size() < smCounterSize + smTagSize)
        return std::nullopt;
    const SmKeys pair(key);
    const QByteArrayView counterAndText = sealed.chopped(smTagSize);
    const QByteArray tag = smTag(pair, place, counterAndText);
    if (sodium_memcmp(tag.constData(), sealed.last(smTagSize).data(), size_t(smTagSize)) != 0)
        return std::nullopt;
    return sm4Ctr(counterAndText.sliced(smCounterSize), pair.cipher.view(), counterAndText.first(smCounterSize));
}

}
