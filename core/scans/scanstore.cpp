#include "core/scans/scanstore.h"

#include "core/base/durablefile.h"
#include "core/domain/scans.h"
#include "core/journal/seal.h"
#include "core/scans/picture.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <sodium.h>

#include <algorithm>

namespace scans {

namespace {

using namespace Qt::StringLiterals;
using Kind = base::Error::Kind;

const QByteArray magic = QByteArrayLiteral("YCS"); // the number of the suite follows
constexpr qsizetype markBytes = 20;
constexpr qint64 mostFile = mostBytes + 1024; // with nonce, tag and head

/// The name of a file: says nothing of the picture to whoever has no key.
QString markOf(const base::Secret &key, const QString &scan)
{
    const QByteArray plain = "name|" + scan.toLatin1();
    QByteArray mark(markBytes, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char *>(mark.data()), size_t(mark.size()),
                       reinterpret_cast<const unsigned char *>(plain.constData()), size_t(plain.size()), key.data(),
                       size_t(key.size()));
    return QString::fromLatin1(mark.toHex());
}

/// Bound to its case and name: a file moved to another case, or renamed, does not open.
QByteArray placeFor(const CaseShelf &shelf, const QString &name)
{
    return "scan|" + shelf.caseId.toUtf8() + '|' + name.toLatin1();
}

bool isMark(const QString &name)
{
    const auto isHex = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    return name.size() == 2 * markBytes && std::ranges::all_of(name, isHex);
}

}

QString ScanStore::addressOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QString ScanStore::fileOf(const CaseShelf &shelf, const QString &scan) const
{
    return folderOf(shelf.caseId) + u'/' + markOf(shelf.key, scan);
}

base::Result<QByteArray> ScanStore::open(const CaseShelf &shelf, const QString &name) const
{
    const QString file = folderOf(shelf.caseId) + u'/' + name;
    const base::Result<QByteArray> raw = base::readPlain(file, mostFile);
    if (!raw)
        return base::Fail(raw.error());
    if (!raw->startsWith(magic) || raw->size() <= magic.size())
        return base::Fail({Kind::Damaged, u"not a stored picture"_s, file});
    const journal::Sealed sealed{raw->at(magic.size()), raw->mid(magic.size() + 1)};
    base::Result<QByteArray> plain = journal::unseal(sealed, shelf.key, placeFor(shelf, name));
    if (!plain)
        return base::Fail({plain.error().kind, plain.error().detail, file});
    return plain;
}

base::Result<QString> ScanStore::keep(const CaseShelf &shelf, const QByteArray &bytes) const
{
    const QString scan = addressOf(bytes);
    const QString file = fileOf(shelf, scan);
    if (QFileInfo::exists(file) && open(shelf, markOf(shelf.key, scan)))
        return scan;
    for (const QString &folder : {m_folder, folderOf(shelf.caseId)}) {
        if (const base::Result<> made = base::makePrivateFolder(folder); !made)
            return base::Fail(made.error());
    }
    const journal::Sealed sealed = journal::seal(bytes, shelf.key, placeFor(shelf, markOf(shelf.key, scan)));
    return base::writeDurably(file, magic + char(sealed.suite) + sealed.bytes).map([&] { return scan; });
}

base::Result<QByteArray> ScanStore::read(const CaseShelf &shelf, const QString &scan) const
{
    const QString file = fileOf(shelf, scan);
    if (!QFileInfo::exists(file))
        return base::Fail({Kind::Missing, u"the picture is not in the profile"_s, file});
    const base::Result<QByteArray> bytes = open(shelf, markOf(shelf.key, scan));
    if (bytes && addressOf(*bytes) != scan)
        return base::Fail({Kind::Damaged, u"the picture is not the one that was stored"_s, file});
    return bytes;
}

QList<Finding> ScanStore::check(const CaseShelf &shelf, const QList<Recorded> &recorded) const
{
    QList<Finding> findings;
    QStringList known;
    for (const Recorded &picture : recorded) {
        known << markOf(shelf.key, picture.scan);
        const base::Result<QByteArray> bytes = read(shelf, picture.scan);
        if (bytes && bytes->size() == picture.bytes)
            continue;
        const bool isGone = !bytes && bytes.error().kind == Kind::Missing;
        findings.append({isGone ? Finding::Kind::Missing : Finding::Kind::Damaged, picture.scan,
                         folderOf(shelf.caseId) + u'/' + known.last()});
    }
    const QStringList names
        = QDir(folderOf(shelf.caseId)).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &name : names) {
        const QString file = folderOf(shelf.caseId) + u'/' + name;
        if (known.contains(name))
            continue;
        if (!isMark(name)) {
            const bool isOurs = isMark(name.section(u'.', 0, 0)) && name.count(u'.') == 1;
            findings.append({isOurs ? Finding::Kind::Unfinished : Finding::Kind::Foreign, {}, file});
            continue;
        }
        const base::Result<QByteArray> bytes = open(shelf, name);
        if (bytes && markOf(shelf.key, addressOf(*bytes)) == name)
            findings.append({Finding::Kind::Unrecorded, addressOf(*bytes), file});
        else
            findings.append({Finding::Kind::Damaged, {}, file});
    }
    return findings;
}

QStringList ScanStore::cases() const
{
    return QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

QDateTime ScanStore::changedAt(const QString &caseId) const
{
    const QFileInfo folder(folderOf(caseId));
    return folder.isDir() ? folder.lastModified() : QDateTime();
}

}
