#include "core/people/windowkey.h"

#include "core/base/durablefile.h"
#include "core/base/smsuite.h"
#include "core/people/sm2.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <sodium.h>

namespace people {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;
using base::Result;
using base::Secret;

namespace {

const QByteArray sealedFor = QByteArrayLiteral("yichuang window key v1");
const QByteArray smHeader = QByteArrayLiteral("yichuang window key sm2\n");
constexpr char anyHeader[] = "yichuang window key ";
constexpr qsizetype nonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype tagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype seedSize = crypto_sign_SEEDBYTES;
constexpr qint64 largestCard = 16 * 1024;

const unsigned char *in(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *out(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

/// From what a key follows.
struct Seed {
    Secret bytes;
    Algorithm algorithm = Algorithm::Ed25519;
};

/// A file of Ed25519 is nonce, ciphertext and tag; of any other it begins with a line that names the algorithm, which is bound too.
QByteArray sealedSeed(const Seed &seed, const Secret &key)
{
    if (seed.algorithm == Algorithm::Sm2)
        return smHeader + base::smSealed(seed.bytes.view(), key.view().first(seedSize), smHeader);
    QByteArray nonce(nonceSize, '\0');
    randombytes_buf(nonce.data(), size_t(nonce.size()));
    QByteArray sealed(seed.bytes.size() + tagSize, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(out(sealed), nullptr, seed.bytes.data(), size_t(seed.bytes.size()), in(sealedFor),
                                               size_t(sealedFor.size()), nullptr, in(nonce), key.data());
    return nonce + sealed;
}

Secret openedEdSeed(const QByteArray &file, const Secret &key)
{
    if (file.size() != nonceSize + seedSize + tagSize)
        return {};
    QByteArray seed(seedSize, '\0');
    const QByteArrayView sealed = QByteArrayView(file).sliced(nonceSize);
    const int wrong = crypto_aead_xchacha20poly1305_ietf_decrypt(out(seed), nullptr, nullptr, in(sealed), size_t(sealed.size()),
                                                                 in(sealedFor), size_t(sealedFor.size()), in(file), key.data());
    return wrong ? Secret() : Secret(std::move(seed));
}

Secret openedSmSeed(const QByteArray &file, const Secret &key)
{
    std::optional<QByteArray> seed = base::smOpened(QByteArrayView(file).sliced(smHeader.size()), key.view().first(seedSize), smHeader);
    return seed && seed->size() == seedSize ? Secret(std::move(*seed)) : Secret();
}

Result<Seed> openedSeed(const QByteArray &content, const Secret &key, const QString &file)
{
    const bool isSm2 = content.startsWith(smHeader);
    if (!isSm2 && content.startsWith(anyHeader))
        return Fail({Error::Kind::Secret, u"the window's key is of an algorithm that this version does not know; bring the program up to date"_s,
                     file});
    Seed seed{isSm2 ? openedSmSeed(content, key) : openedEdSeed(content, key), isSm2 ? Algorithm::Sm2 : Algorithm::Ed25519};
    if (seed.bytes.isEmpty())
        return Fail({Error::Kind::Secret, u"the window's key does not open; put back the file that belongs to this profile"_s, file});
    return seed;
}

Result<Seed> seedIn(const QString &file, const Secret &key, Algorithm fresh)
{
    const Result<std::optional<QByteArray>> bytes = base::readWhole(file);
    if (!bytes)
        return Fail(bytes.error());
    if (*bytes)
        return openedSeed(**bytes, key, file);
    Seed made{Secret::random(seedSize), fresh};
    return base::writeDurably(file, sealedSeed(made, key)).map([&] { return made; });
}

QByteArray signedBytes(const QByteArray &purpose, const QByteArray &message)
{
    return "yichuang " + purpose + '\0' + message;
}

QString cardFile(const WindowCard &card, const QString &folder)
{
    return u"%1/%2.window.json"_s.arg(folder, QString::fromLatin1(card.keyId().toHex()));
}

Result<WindowCard> readCard(const QString &file)
{
    const Result<QByteArray> bytes = base::readPlain(file, largestCard);
    if (!bytes)
        return Fail(bytes.error());
    const QJsonObject json = QJsonDocument::fromJson(*bytes).object();
    const auto key = QByteArray::fromBase64Encoding(json["publicKey"_L1].toString().toLatin1(),
                                                    QByteArray::AbortOnBase64DecodingErrors);
    WindowCard card{json["hall"_L1].toString(), json["window"_L1].toString(), {}};
    const bool fits = json["kind"_L1].toString() == "window card"_L1 && json["format"_L1].toInt() == 1 && key && !card.window.isEmpty()
        && card.window.size() <= 100 && card.hall.size() <= 100;
    if (!fits)
        return Fail({Error::Kind::Document, u"is no card of a window"_s, file});
    const Result<PublicKey> named = publicKeyFrom(json["algorithm"_L1].toString(), *key);
    if (!named)
        return Fail({named.error().kind, named.error().detail, file});
    card.key = *named;
    return card;
}

}

Result<WindowKey> WindowKey::open(const QString &folder, const Secret &profileKey, Algorithm fresh)
{
    if (sodium_init() < 0)
        return Fail({Error::Kind::Secret, u"no source of random numbers"_s, {}});
    return seedIn(folder + u"/window.key"_s, profileKey, fresh).map([](const Seed &seed) {
        return fromSeed(seed.bytes, seed.algorithm);
    });
}

Result<QByteArray> WindowKey::resealed(const QByteArray &file, const Secret &from, const Secret &to)
{
    return openedSeed(file, from, {}).map([&](const Seed &seed) { return sealedSeed(seed, to); });
}

WindowKey WindowKey::fromSeed(const Secret &seed, Algorithm algorithm)
{
    Q_ASSERT(seed.size() >= seedSize);
    if (algorithm == Algorithm::Sm2) {
        Secret key = sm2Private(Secret(seed.view().first(seedSize).toByteArray()));
        QByteArray publicKey = sm2Public(key);
        return WindowKey(std::move(key), {std::move(publicKey), algorithm});
    }
    QByteArray publicKey(crypto_sign_PUBLICKEYBYTES, '\0');
    QByteArray secretKey(crypto_sign_SECRETKEYBYTES, '\0');
    crypto_sign_seed_keypair(out(publicKey), out(secretKey), seed.data());
    return WindowKey(Secret(std::move(secretKey)), {publicKey, Algorithm::Ed25519});
}

QByteArray WindowKey::sign(const QByteArray &purpose, const QByteArray &message) const
{
    const QByteArray bytes = signedBytes(purpose, message);
    if (m_public.algorithm == Algorithm::Sm2)
        return sm2Signature(m_secret, m_public.bytes, bytes);
    QByteArray signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(out(signature), nullptr, in(bytes), size_t(bytes.size()), m_secret.data());
    return signature;
}

Secret WindowKey::openSealed(const QByteArray &sealed) const
{
    if (m_public.algorithm == Algorithm::Sm2)
        return sm2Opened(sealed, m_secret, m_public.bytes);
    QByteArray publicKey(crypto_box_PUBLICKEYBYTES, '\0');
    QByteArray secretKey(crypto_box_SECRETKEYBYTES, '\0');
    if (sealed.size() <= qsizetype(crypto_box_SEALBYTES) || crypto_sign_ed25519_pk_to_curve25519(out(publicKey), in(m_public.bytes)) != 0
        || crypto_sign_ed25519_sk_to_curve25519(out(secretKey), m_secret.data()) != 0)
        return {};
    const Secret secret(std::move(secretKey));
    QByteArray content(sealed.size() - qsizetype(crypto_box_SEALBYTES), '\0');
    const int wrong = crypto_box_seal_open(out(content), in(sealed), size_t(sealed.size()), in(publicKey), secret.data());
    return wrong ? Secret() : Secret(std::move(content));
}

QByteArray sealedTo(const PublicKey &key, const Secret &content)
{
    if (key.algorithm == Algorithm::Sm2)
        return sm2Sealed(content, key.bytes);
    QByteArray publicKey(crypto_box_PUBLICKEYBYTES, '\0');
    if (key.bytes.size() != crypto_sign_PUBLICKEYBYTES || crypto_sign_ed25519_pk_to_curve25519(out(publicKey), in(key.bytes)) != 0)
        return {};
    QByteArray sealed(content.size() + qsizetype(crypto_box_SEALBYTES), '\0');
    crypto_box_seal(out(sealed), content.data(), size_t(content.size()), in(publicKey));
    return sealed;
}

bool isSignedBy(const PublicKey &key, const QByteArray &purpose, const QByteArray &message, const QByteArray &signature)
{
    const QByteArray bytes = signedBytes(purpose, message);
    if (key.algorithm == Algorithm::Sm2)
        return isSm2Signature(signature, key.bytes, bytes);
    if (key.bytes.size() != crypto_sign_PUBLICKEYBYTES || signature.size() != crypto_sign_BYTES)
        return false;
    return crypto_sign_verify_detached(in(signature), in(bytes), size_t(bytes.size()), in(key.bytes)) == 0;
}

KnownWindows readWindows(const QString &folder)
{
    KnownWindows known;
    const QStringList files = QDir(folder).entryList({u"*.window.json"_s}, QDir::Files, QDir::Name);
    for (const QString &name : files) {
        const Result<WindowCard> card = readCard(folder + u'/' + name);
        if (card)
            known.cards << *card;
        else
            known.faults << card.error();
    }
    return known;
}

Result<> keepWindow(const WindowCard &card, const QString &folder)
{
    const QString file = cardFile(card, folder);
    if (const Result<WindowCard> kept = readCard(file); kept && *kept == card)
        return {};
    const QJsonObject json{{"kind"_L1, "window card"_L1},
                           {"format"_L1, 1},
                           {"algorithm"_L1, algorithmName(card.key.algorithm)},
                           {"hall"_L1, card.hall},
                           {"window"_L1, card.window},
                           {"publicKey"_L1, QString::fromLatin1(card.key.bytes.toBase64())}};
    return base::makePrivateFolder(folder).and_then(
        [&] { return base::writeDurably(file, QJsonDocument(json).toJson(QJsonDocument::Indented)); });
}

}
