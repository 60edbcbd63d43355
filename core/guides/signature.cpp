#include "core/guides/signature.h"

#include "core/base/durablefile.h"
#include "core/base/text.h"
#include "core/guides/inspection.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

#include <sodium.h>
#include <unistd.h>

namespace guides {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;

namespace {

/// What is signed before the bytes; the zero byte ends it. See the header.
QByteArray purposeOf(Signed as)
{
    return as == Signed::DishonestyList ? QByteArrayLiteral("yichuang dishonesty list v1\0")
                                        : QByteArrayLiteral("yichuang guide pack v1\0");
}

const QString algorithm = u"ed25519"_s;
constexpr int longestName = 100;
constexpr qint64 longestFile = 16 * 1024; ///< of a key or signature: a few hundred bytes in truth

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

bool isReady()
{
    return sodium_init() >= 0;
}

QByteArray messageOf(const QByteArray &pack, Signed as)
{
    return purposeOf(as) + pack;
}

/// BLAKE2b of \a bytes, \a size bytes long.
QByteArray blake2b(const QByteArray &bytes, qsizetype size)
{
    QByteArray digest(size, '\0');
    crypto_generichash(bytesOf(digest), size_t(size), bytesOf(bytes), size_t(bytes.size()), nullptr, 0);
    return digest;
}

bool isName(const QString &name)
{
    return !name.isEmpty() && name.size() <= longestName && base::cleanLine(name, longestName) == name;
}

QByteArray linesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

Fail notA(const QString &what, const QString &file)
{
    return Fail({Error::Kind::Document, u"is not %1"_s.arg(what), file});
}

/// Base64 that has exactly \a size bytes; else nothing.
std::optional<QByteArray> bytesAt(const QJsonObject &object, QLatin1StringView key, qsizetype size)
{
    const auto decoded = QByteArray::fromBase64Encoding(object.value(key).toString().toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).size() != size)
        return {};
    return *decoded;
}

/// The object in \a bytes when it says that it is a \a kind of this format and algorithm.
std::optional<QJsonObject> objectIn(const QByteArray &bytes, const QString &kind)
{
    if (bytes.size() > longestFile)
        return {};
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const bool isKind = object.value("kind"_L1).toString() == kind && object.value("format"_L1).toInt() == 1
        && object.value("algorithm"_L1).toString() == algorithm;
    return isKind ? std::optional(object) : std::nullopt;
}

QJsonObject headOf(const QString &kind, const Publisher &publisher)
{
    return {{u"format"_s, 1},
            {u"kind"_s, kind},
            {u"algorithm"_s, algorithm},
            {u"publisher"_s, publisher.name},
            {u"keyId"_s, publisher.keyId()}};
}

const QString publicKind = u"guide publisher"_s;
const QString secretKind = u"guide publisher, secret"_s;

QString signatureKind(Signed as)
{
    return as == Signed::DishonestyList ? u"dishonesty list signature"_s : u"guide pack signature"_s;
}

std::optional<Publisher> publisherIn(const QJsonObject &object)
{
    const std::optional<QByteArray> key = bytesAt(object, "publicKey"_L1, crypto_sign_PUBLICKEYBYTES);
    const Publisher publisher{object.value("publisher"_L1).toString(), key.value_or(QByteArray())};
    const bool fits = key && isName(publisher.name) && object.value("keyId"_L1).toString() == publisher.keyId();
    return fits ? std::optional(publisher) : std::nullopt;
}

base::Result<QByteArray> smallFile(const QString &file)
{
    const base::Result<std::optional<QByteArray>> bytes = base::readWhole(file);
    if (!bytes)
        return Fail(bytes.error());
    if (!*bytes)
        return Fail({Error::Kind::Storage, u"is not there"_s, file});
    return **bytes;
}

/// A new file, durable when this returns; never one that is there already.
base::Result<> writeNew(const QString &file, const QByteArray &bytes, QFile::Permissions permissions)
{
    QFile target(file);
    const bool written = target.open(QFile::WriteOnly | QFile::NewOnly, permissions) && target.write(bytes) == bytes.size()
        && target.flush() && ::fsync(target.handle()) == 0;
    if (written)
        return {};
    const Error error{Error::Kind::Storage, target.errorString(), file};
    if (target.isOpen())
        target.remove(); // half a key is of no use and would be in the way of a whole one
    return Fail(error);
}

}

QString Publisher::keyId() const
{
    return QString::fromLatin1(blake2b(key, crypto_generichash_BYTES_MIN).toHex());
}

base::Result<PublisherKey> makePublisherKey(const QString &name)
{
    if (!isName(name))
        return Fail({Error::Kind::Document, u"a publisher needs a name of 1 to 100 characters in one line"_s, name.left(longestName)});
    if (!isReady())
        return Fail({Error::Kind::Secret, u"libsodium does not start"_s, {}});
    QByteArray open(crypto_sign_PUBLICKEYBYTES, '\0');
    QByteArray secret(crypto_sign_SECRETKEYBYTES, '\0');
    crypto_sign_keypair(bytesOf(open), bytesOf(secret));
    PublisherKey key{{name, open}, base::Secret(secret)};
    sodium_memzero(secret.data(), size_t(secret.size()));
    return key;
}

base::Result<> writeKey(const PublisherKey &key, const QString &folder)
{
    const QString secretFile = folder + "/publisher.key"_L1;
    const QString publicFile = folder + "/publisher.pub"_L1;
    for (const QString &file : {secretFile, publicFile}) {
        if (QFileInfo(file).exists() || QFileInfo(file).isSymLink())
            return Fail({Error::Kind::Storage, u"is there already and is not written over"_s, file});
    }
    QJsonObject secret = headOf(secretKind, key.publisher);
    secret.insert("secretKey"_L1, QString::fromLatin1(key.secret.view().toByteArray().toBase64()));
    QJsonObject open = headOf(publicKind, key.publisher);
    open.insert("publicKey"_L1, QString::fromLatin1(key.publisher.key.toBase64()));
    const QFile::Permissions owner = QFile::ReadOwner | QFile::WriteOwner;
    const base::Result<> written = writeNew(secretFile, linesOf(secret), owner);
    if (!written)
        return written;
    const base::Result<> both
        = writeNew(publicFile, linesOf(open), owner | QFile::ReadGroup | QFile::ReadOther);
    return both ? base::syncFolder(folder) : both;
}

base::Result<PublisherKey> readKey(const QString &file)
{
    const base::Result<QByteArray> bytes = smallFile(file);
    if (!bytes)
        return Fail(bytes.error());
    const std::optional<QJsonObject> object = objectIn(*bytes, secretKind);
    const std::optional<QByteArray> secret
        = object ? bytesAt(*object, "secretKey"_L1, crypto_sign_SECRETKEYBYTES) : std::nullopt;
    if (!secret || !isReady())
        return notA(u"the secret key of a publisher"_s, file);
    PublisherKey key{{object->value("publisher"_L1).toString(), QByteArray(crypto_sign_PUBLICKEYBYTES, '\0')},
                     base::Secret(*secret)};
    crypto_sign_ed25519_sk_to_pk(bytesOf(key.publisher.key), key.secret.data());
    if (!isName(key.publisher.name) || object->value("keyId"_L1).toString() != key.publisher.keyId())
        return notA(u"a whole key: name, key and its number do not fit each other"_s, file);
    return key;
}

base::Result<Publisher> readPublisher(const QString &file)
{
    const base::Result<QByteArray> bytes = smallFile(file);
    if (!bytes)
        return Fail(bytes.error());
    const std::optional<QJsonObject> object = objectIn(*bytes, publicKind);
    const std::optional<Publisher> publisher = object ? publisherIn(*object) : std::nullopt;
    if (!publisher)
        return notA(u"the public key of a publisher"_s, file);
    return *publisher;
}

Publishers readPublishers(const QString &folder)
{
    Publishers found;
    for (const QFileInfo &entry : QDir(folder).entryInfoList({u"*.pub"_s}, QDir::Files, QDir::Name)) {
        const base::Result<Publisher> publisher = readPublisher(entry.filePath());
        if (publisher)
            found.publishers.append(*publisher);
        else
            found.faults.append(publisher.error());
    }
    return found;
}

Signed signedAs(const QByteArray &bytes)
{
    const QString kind = QJsonDocument::fromJson(bytes).object().value("kind"_L1).toString();
    return kind == "dishonesty list"_L1 ? Signed::DishonestyList : Signed::GuidePack;
}

QByteArray signatureOf(const QByteArray &pack, const PublisherKey &key, Signed as)
{
    const QByteArray message = messageOf(pack, as);
    QByteArray signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(bytesOf(signature), nullptr, bytesOf(message), size_t(message.size()), key.secret.data());
    QJsonObject object = headOf(signatureKind(as), key.publisher);
    object.insert("blake2b"_L1, digestOf(pack));
    object.insert("signature"_L1, QString::fromLatin1(signature.toBase64()));
    return linesOf(object);
}

QString digestOf(const QByteArray &pack)
{
    return QString::fromLatin1(blake2b(pack, crypto_generichash_BYTES).toHex());
}

QString signatureFile(const QString &file)
{
    return file + ".sig"_L1;
}

SignatureState checkSignature(const QByteArray &pack, const std::optional<QByteArray> &signature,
                              const QList<Publisher> &trusted, Signed as)
{
    using Kind = SignatureState::Kind;
    if (!signature)
        return {};
    const std::optional<QJsonObject> object = objectIn(*signature, signatureKind(as));
    const std::optional<QByteArray> bytes
        = object ? bytesAt(*object, "signature"_L1, crypto_sign_BYTES) : std::nullopt;
    if (!bytes || !isReady())
        return {.kind = Kind::Unreadable, .detail = as == Signed::GuidePack ? u"not a signature of a guide pack"_s : u"not a signature of such a list"_s};
    const QString keyId = object->value("keyId"_L1).toString();
    const auto publisher = std::ranges::find_if(trusted, [&](const Publisher &one) { return one.keyId() == keyId; });
    if (publisher == trusted.end())
        return {.kind = Kind::UnknownPublisher,
                .publisher = base::cleanLine(object->value("publisher"_L1).toString(), longestName),
                .keyId = base::cleanLine(keyId, 64)};
    const QByteArray message = messageOf(pack, as);
    const bool isDigest = object->value("blake2b"_L1).toString() == digestOf(pack);
    const bool fits = isDigest
        && crypto_sign_verify_detached(bytesOf(*bytes), bytesOf(message), size_t(message.size()), bytesOf(publisher->key))
            == 0;
    return {.kind = fits ? Kind::Genuine : Kind::Altered, .publisher = publisher->name, .keyId = keyId};
}

QString sentence(const SignatureState &state)
{
    switch (state.kind) {
    case SignatureState::Kind::Genuine:
        return u"签名有效：由“%1”发布，内容未被改动"_s.arg(state.publisher);
    case SignatureState::Kind::Altered:
        return u"签名不符：“%1”发布之后，内容或签名被改动过，请向发布单位重新索取"_s.arg(state.publisher);
    case SignatureState::Kind::UnknownPublisher:
        return u"发布单位不明：签名自称“%1”（密钥%2），本机没有它的公钥，请向发布单位索取公钥并核对密钥编号"_s.arg(state.publisher,
                                                                                    state.keyId);
    case SignatureState::Kind::Unreadable:
        return u"签名文件无法识别，请向发布单位重新索取"_s;
    case SignatureState::Kind::Missing:
        break;
    }
    return u"没有签名：无法确认由谁发布"_s;
}

}
