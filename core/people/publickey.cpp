#include "core/people/publickey.h"

#include <sodium.h>

namespace people {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;

namespace {

constexpr qsizetype keyIdSize = 8;

}

QString algorithmName(Algorithm)
{
    return u"ed25519"_s;
}

QByteArray PublicKey::keyId() const
{
    QByteArray digest(keyIdSize * 2, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(digest.data()), size_t(digest.size()),
                       reinterpret_cast<const unsigned char *>(bytes.constData()), size_t(bytes.size()), nullptr, 0);
    return digest.left(keyIdSize);
}

QByteArray PublicKey::named() const
{
    return bytes.toHex();
}

base::Result<PublicKey> publicKeyFrom(const QString &algorithm, const QByteArray &bytes)
{
    if (!algorithm.isEmpty() && algorithm != algorithmName(Algorithm::Ed25519))
        return Fail({Error::Kind::Document, u"is a key of an algorithm that this version does not know; bring the program up to date"_s, {}});
    if (bytes.size() != crypto_sign_PUBLICKEYBYTES)
        return Fail({Error::Kind::Document, u"is no key of its algorithm"_s, {}});
    return PublicKey{bytes, Algorithm::Ed25519};
}

}
