#include "core/people/publickey.h"

#include "core/base/smsuite.h"
#include "core/people/sm2.h"

#include <sodium.h>

namespace people {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;

namespace {

constexpr qsizetype keyIdSize = 8;

}

QString algorithmName(Algorithm algorithm)
{
    return algorithm == Algorithm::Sm2 ? u"sm2"_s : u"ed25519"_s;
}

QByteArray PublicKey::keyId() const
{
    if (algorithm == Algorithm::Sm2)
        return base::sm3(named()).first(keyIdSize);
    QByteArray digest(keyIdSize * 2, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(digest.data()), size_t(digest.size()),
                       reinterpret_cast<const unsigned char *>(bytes.constData()), size_t(bytes.size()), nullptr, 0);
    return digest.left(keyIdSize);
}

QByteArray PublicKey::named() const
{
    return algorithm == Algorithm::Ed25519 ? bytes.toHex() : algorithmName(algorithm).toLatin1() + ':' + bytes.toHex();
}

base::Result<PublicKey> publicKeyFrom(const QString &algorithm, const QByteArray &bytes)
{
    const bool isSm2 = algorithm == algorithmName(Algorithm::Sm2);
    if (!isSm2 && !algorithm.isEmpty() && algorithm != algorithmName(Algorithm::Ed25519))
        return Fail({Error::Kind::Document, u"is of an algorithm that this version does not know; bring the program up to date"_s, {}});
    if (isSm2 ? !isSm2Public(bytes) : bytes.size() != crypto_sign_PUBLICKEYBYTES)
        return Fail({Error::Kind::Document, u"is no key of its algorithm"_s, {}});
    return PublicKey{bytes, isSm2 ? Algorithm::Sm2 : Algorithm::Ed25519};
}

}
