#include "core/backups/recovery.h"

#include <sodium.h>

#include <optional>

namespace backups {

namespace {

constexpr qsizetype secretSize = 16;
constexpr qsizetype checkSize = 4;
constexpr int bitsOfLetter = 5;
constexpr qsizetype lettersOfGroup = 4;
constexpr qsizetype markSize = 5;
const QString scannedMark = QStringLiteral("YICHUANG-RECOVERY:");
/// Crockford's base 32: nothing that is taken for something else.
const QByteArray letters = QByteArrayLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");

const unsigned char *in(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *out(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

QByteArray digestOf(const QByteArray &purpose, QByteArrayView bytes, qsizetype size)
{
    QByteArray digest(size, '\0');
    crypto_generichash(out(digest), size_t(size), in(bytes), size_t(bytes.size()), in(purpose), size_t(purpose.size()));
    return digest;
}

QByteArray checkOf(QByteArrayView secret)
{
    return digestOf("yichuang recovery check", secret, crypto_generichash_BYTES_MIN).left(checkSize);
}

QByteArray spelled(const QByteArray &bytes)
{
    QByteArray text;
    unsigned bits = 0;
    int held = 0;
    for (const char byte : bytes) {
        bits = bits << 8 | static_cast<unsigned char>(byte);
        for (held += 8; held >= bitsOfLetter;) {
            held -= bitsOfLetter;
            text += letters[qsizetype(bits >> held & 31U)];
        }
    }
    return text;
}

QString grouped(const QByteArray &text)
{
    QStringList groups;
    for (qsizetype at = 0; at < text.size(); at += lettersOfGroup)
        groups << QString::fromLatin1(text.mid(at, lettersOfGroup));
    return groups.join(u'-');
}

/// Nothing where a letter is none of ours.
std::optional<QByteArray> unspelled(const QString &typed)
{
    QByteArray bytes;
    unsigned bits = 0;
    int held = 0;
    for (QChar letter : typed.toUpper()) {
        if (letter.isSpace() || letter == u'-')
            continue;
        letter = letter == u'O' ? u'0' : letter == u'I' || letter == u'L' ? u'1' : letter.unicode();
        const qsizetype value = letter.unicode() < 128 ? letters.indexOf(char(letter.unicode())) : -1;
        if (value < 0)
            return std::nullopt;
        bits = bits << bitsOfLetter | unsigned(value);
        held += bitsOfLetter;
        if (held >= 8) {
            held -= 8;
            bytes += char(bits >> held & 255U);
        }
    }
    return held == 0 ? std::optional(bytes) : std::nullopt;
}

}

RecoverySecret RecoverySecret::fresh()
{
    return RecoverySecret(base::Secret::random(secretSize));
}

base::Result<RecoverySecret> RecoverySecret::read(const QString &typed)
{
    const base::Fail wrong({base::Error::Kind::Secret, QStringLiteral("mistyped: look at the recovery code again"), {}});
    const QString text = typed.left(200).trimmed();
    const bool isScanned = text.startsWith(scannedMark, Qt::CaseInsensitive);
    const std::optional<QByteArray> bytes = unspelled(isScanned ? text.mid(scannedMark.size()) : text);
    if (!bytes || bytes->size() != secretSize + checkSize || checkOf(bytes->first(secretSize)) != bytes->last(checkSize))
        return wrong;
    return RecoverySecret(base::Secret(bytes->first(secretSize)));
}

QString RecoverySecret::words() const
{
    return grouped(spelled(m_bytes.view().toByteArray() + checkOf(m_bytes.view())));
}

QString RecoverySecret::scanned() const
{
    return scannedMark + words();
}

base::Secret RecoverySecret::secretKey() const
{
    return base::Secret(digestOf("yichuang recovery key", m_bytes.view(), crypto_box_SECRETKEYBYTES));
}

QByteArray RecoverySecret::publicKey() const
{
    QByteArray key(crypto_box_PUBLICKEYBYTES, '\0');
    crypto_scalarmult_base(out(key), secretKey().data());
    return key;
}

QString keyMark(const QByteArray &key)
{
    return grouped(spelled(digestOf("yichuang recovery mark", key, crypto_generichash_BYTES_MIN).left(markSize)));
}

}
