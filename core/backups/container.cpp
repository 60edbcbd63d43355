#include "core/backups/container.h"

#include "core/base/durablefile.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QtEndian>

#include <sodium.h>

#include <algorithm>
#include <numeric>

#include <unistd.h>

namespace backups {

using namespace Qt::StringLiterals;
using Kind = base::Error::Kind;

namespace {

const QByteArray magic = QByteArrayLiteral("YCB1");
constexpr qsizetype largestPiece = 64 * 1024;
constexpr qsizetype largestRecord = largestPiece + 1 + qsizetype(crypto_secretstream_xchacha20poly1305_ABYTES);
constexpr qsizetype sealedKeySize = crypto_secretstream_xchacha20poly1305_KEYBYTES + crypto_box_SEALBYTES;
constexpr qsizetype headerSize = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr char fileRecord = 'F', bytesRecord = 'B', endRecord = 'E';
constexpr int dailyKept = 7, weeklyKept = 4;

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

base::Fail storage(const QFile &file)
{
    return base::Fail({Kind::Storage, file.errorString(), file.fileName()});
}

base::Fail damaged(const QFile &file, const QString &why)
{
    return base::Fail({Kind::Damaged, u"%1, before byte %2"_s.arg(why).arg(file.pos()), file.fileName()});
}

/// A path inside a folder and nothing else.
bool isInside(const QString &name)
{
    if (name.isEmpty() || name.size() > 400 || name.startsWith(u'/') || name.contains(QChar::Null) || name.contains(u'\\'))
        return false;
    const QStringList steps = name.split(u'/');
    return std::ranges::none_of(steps, [](const QString &step) { return step.isEmpty() || step == "."_L1 || step == ".."_L1; });
}

/// Hands every record behind the stream's header to \a visit, to the last one.
base::Result<> eachRecord(QFile &file, const base::Secret &key, const std::function<base::Result<>(char kind, QByteArrayView bytes)> &visit)
{
    crypto_secretstream_xchacha20poly1305_state stream;
    const QByteArray header = file.read(headerSize);
    if (header.size() != headerSize || crypto_secretstream_xchacha20poly1305_init_pull(&stream, raw(header), key.data()) != 0)
        return damaged(file, u"the copy is cut off"_s);
    for (;;) {
        const QByteArray length = file.read(sizeof(quint32));
        const qsizetype size = length.size() == sizeof(quint32) ? qsizetype(qFromBigEndian<quint32>(length.constData())) : 0;
        if (size < 1 + qsizetype(crypto_secretstream_xchacha20poly1305_ABYTES) || size > largestRecord)
            return damaged(file, u"the copy is cut off or was changed"_s);
        const QByteArray sealed = file.read(size);
        QByteArray plain(size - qsizetype(crypto_secretstream_xchacha20poly1305_ABYTES), '\0');
        unsigned char tag = 0;
        if (sealed.size() != size
            || crypto_secretstream_xchacha20poly1305_pull(&stream, raw(plain), nullptr, &tag, raw(sealed), size_t(size), raw(length),
                                                          size_t(length.size()))
                != 0)
            return damaged(file, u"the copy is cut off or was changed"_s);
        const bool isLast = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
        if (isLast != (plain.front() == endRecord))
            return damaged(file, u"the copy ends where it should not"_s);
        if (isLast)
            return file.atEnd() ? base::Result<>() : damaged(file, u"something stands behind the end"_s);
        if (const base::Result<> visited = visit(plain.front(), QByteArrayView(plain).sliced(1)); !visited)
            return visited;
    }
}

}

struct CopyWriter::Parts {
    QString name;
    QFile file;
    base::Secret key = base::Secret::random(crypto_secretstream_xchacha20poly1305_KEYBYTES);
    crypto_secretstream_xchacha20poly1305_state stream{};
    crypto_generichash_state written{}; ///< over every record
    GoesOn goesOn;
    bool isFinished = false;

    base::Result<> tell(qint64 bytes) const
    {
        if (!goesOn || goesOn(bytes))
            return {};
        return base::Fail({Kind::Busy, u"was given up"_s, name});
    }
};

CopyWriter::CopyWriter(std::unique_ptr<Parts> parts) : m(std::move(parts)) { }

CopyWriter::~CopyWriter()
{
    if (!m->isFinished)
        m->file.remove();
    sodium_memzero(&m->stream, sizeof m->stream);
}

base::Result<std::unique_ptr<CopyWriter>> CopyWriter::begin(const QString &file, const QByteArray &recoveryKey, GoesOn goesOn)
{
    if (sodium_init() < 0 || recoveryKey.size() != crypto_box_PUBLICKEYBYTES)
        return base::Fail({Kind::Secret, u"no recovery key"_s, file});
    auto parts = std::make_unique<Parts>();
    parts->name = file;
    parts->goesOn = std::move(goesOn);
    parts->file.setFileName(file + u".part"_s);
    QByteArray sealedKey(sealedKeySize, '\0'), header(headerSize, '\0');
    if (crypto_box_seal(raw(sealedKey), parts->key.data(), size_t(parts->key.size()), raw(recoveryKey)) != 0)
        return base::Fail({Kind::Secret, u"no recovery key"_s, file});
    crypto_secretstream_xchacha20poly1305_init_push(&parts->stream, raw(header), parts->key.data());
    crypto_generichash_init(&parts->written, nullptr, 0, crypto_generichash_BYTES);
    const QByteArray start = magic + sealedKey + header;
    if (!parts->file.open(QIODevice::WriteOnly | QIODevice::Truncate) || parts->file.write(start) != start.size())
        return storage(parts->file);
    parts->file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return std::unique_ptr<CopyWriter>(new CopyWriter(std::move(parts)));
}

base::Result<> CopyWriter::push(char kind, QByteArrayView bytes, bool isLast)
{
    const QByteArray plain = kind + bytes.toByteArray();
    crypto_generichash_update(&m->written, raw(plain), size_t(plain.size()));
    QByteArray sealed(plain.size() + qsizetype(crypto_secretstream_xchacha20poly1305_ABYTES), '\0');
    QByteArray length(sizeof(quint32), '\0');
    qToBigEndian(quint32(sealed.size()), length.data());
    crypto_secretstream_xchacha20poly1305_push(&m->stream, raw(sealed), nullptr, raw(plain), size_t(plain.size()), raw(length),
                                               size_t(length.size()),
                                               isLast ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
    if (m->file.write(length + sealed) != length.size() + sealed.size())
        return storage(m->file);
    return m->tell(bytes.size());
}

base::Result<> CopyWriter::add(const QString &name, QByteArrayView bytes)
{
    base::Result<> done = push(fileRecord, name.toUtf8(), false);
    for (qsizetype at = 0; done && at < bytes.size(); at += largestPiece)
        done = push(bytesRecord, bytes.sliced(at, std::min(largestPiece, bytes.size() - at)), false);
    return done;
}

base::Result<> CopyWriter::addFile(const QString &name, const QString &path)
{
    const base::Result<std::unique_ptr<QFile>> source = base::openPlain(path);
    if (!source)
        return base::Fail(source.error());
    const qint64 size = (*source)->size();
    qint64 read = 0;
    base::Result<> done = push(fileRecord, name.toUtf8(), false);
    while (done && !(*source)->atEnd()) {
        const QByteArray piece = (*source)->read(largestPiece);
        if (piece.isEmpty())
            return storage(**source);
        read += piece.size();
        done = push(bytesRecord, piece, false);
    }
    if (done && read < size)
        return base::Fail({Kind::Storage, u"became shorter while it was read"_s, path});
    return done;
}

base::Result<qint64> CopyWriter::finish()
{
    if (const base::Result<> ended = push(endRecord, {}, true); !ended)
        return base::Fail(ended.error());
    if (!m->file.flush() || ::fsync(m->file.handle()) != 0)
        return storage(m->file);
    m->file.close();
    QByteArray written(crypto_generichash_BYTES, '\0'), found(crypto_generichash_BYTES, '\0');
    crypto_generichash_final(&m->written, raw(written), size_t(written.size()));
    crypto_generichash_state reading;
    crypto_generichash_init(&reading, nullptr, 0, crypto_generichash_BYTES);
    if (!m->file.open(QIODevice::ReadOnly))
        return storage(m->file);
    m->file.seek(magic.size() + sealedKeySize);
    const base::Result<> read = eachRecord(m->file, m->key, [&](char kind, QByteArrayView bytes) -> base::Result<> {
        const QByteArray plain = kind + bytes.toByteArray();
        crypto_generichash_update(&reading, raw(plain), size_t(plain.size()));
        return m->tell(bytes.size());
    });
    if (!read)
        return base::Fail(read.error());
    crypto_generichash_update(&reading, raw(QByteArray(1, endRecord)), 1);
    crypto_generichash_final(&reading, raw(found), size_t(found.size()));
    if (found != written)
        return damaged(m->file, u"what was read back is not what was written"_s);
    const qint64 size = m->file.size();
    m->file.close();
    QFile::remove(m->name);
    if (!m->file.rename(m->name))
        return storage(m->file);
    m->isFinished = true;
    return base::syncFolder(QFileInfo(m->name).path()).map([size] { return size; });
}

base::Result<> readCopy(const QString &file, const RecoverySecret &secret, const CopyVisitor &visitor)
{
    const base::Result<std::unique_ptr<QFile>> source = base::openPlain(file);
    if (!source)
        return base::Fail(source.error());
    QFile &copy = **source;
    if (copy.read(magic.size()) != magic)
        return base::Fail({Kind::Document, u"is no safety copy"_s, file});
    const QByteArray sealedKey = copy.read(sealedKeySize);
    QByteArray key(crypto_secretstream_xchacha20poly1305_KEYBYTES, '\0');
    if (sealedKey.size() != sealedKeySize
        || crypto_box_seal_open(raw(key), raw(sealedKey), size_t(sealedKeySize), raw(secret.publicKey()), secret.secretKey().data()) != 0)
        return base::Fail({Kind::Secret, u"this recovery code does not open this copy"_s, file});
    bool hasFile = false;
    return eachRecord(copy, base::Secret(std::move(key)), [&](char kind, QByteArrayView bytes) -> base::Result<> {
        if (kind == bytesRecord && hasFile)
            return visitor.bytes(bytes);
        const QString name = QString::fromUtf8(bytes);
        if (kind != fileRecord || !isInside(name))
            return damaged(copy, u"has something in it that is no file of a profile"_s);
        hasFile = true;
        return visitor.file(name);
    });
}

bool beginsAsCopy(const QString &file)
{
    const base::Result<std::unique_ptr<QFile>> copy = base::openPlain(file);
    return copy && (*copy)->size() > magic.size() + sealedKeySize + headerSize && (*copy)->read(magic.size()) == magic;
}

QList<bool> dispensable(const QList<QDateTime> &moments)
{
    QList<qsizetype> latestFirst(moments.size());
    std::iota(latestFirst.begin(), latestFirst.end(), 0);
    std::ranges::stable_sort(latestFirst, [&](qsizetype one, qsizetype other) { return moments[one] > moments[other]; });
    QList<bool> goes(moments.size(), true);
    QSet<QDate> days;
    QSet<qint64> weeks; ///< Mondays
    for (const qsizetype i : latestFirst) {
        const QDate day = moments[i].date();
        const qint64 week = day.toJulianDay() - day.dayOfWeek();
        const bool isDaily = !days.contains(day) && days.size() < dailyKept;
        const bool isWeekly = !weeks.contains(week) && weeks.size() < weeklyKept;
        goes[i] = !isDaily && !isWeekly;
        days.insert(day);
        weeks.insert(week);
    }
    return goes;
}

}
