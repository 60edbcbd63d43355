#include "core/desk/importedguides.h"

#include "core/base/durablefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace desk {

using namespace Qt::StringLiterals;
using base::Error;
using base::Fail;
using domain::GuidePack;

namespace {

const QString recordKind = u"guide pack import"_s;
constexpr qint64 longestRecord = 64 * 1024;
constexpr int mostAside = 1000; ///< of one pack

QByteArray recordBytes(const ImportRecord &record)
{
    return QJsonDocument(QJsonObject{{u"format"_s, 1},
                                     {u"kind"_s, recordKind},
                                     {u"blake2b"_s, record.digest},
                                     {u"at"_s, record.at.toString(Qt::ISODateWithMs)},
                                     {u"publisher"_s, record.publisher},
                                     {u"keyId"_s, record.keyId},
                                     {u"person"_s, record.person},
                                     {u"reason"_s, record.reason}})
        .toJson();
}

base::Result<ImportRecord> recordIn(const QString &file)
{
    const base::Result<QByteArray> bytes = base::readPlain(file, longestRecord);
    const QJsonObject object = QJsonDocument::fromJson(bytes.value_or(QByteArray())).object();
    if (object.value("kind"_L1).toString() != recordKind)
        return Fail({Error::Kind::Document, u"there is no record of this import"_s, file});
    return ImportRecord{.digest = object.value("blake2b"_L1).toString(),
                        .at = QDateTime::fromString(object.value("at"_L1).toString(), Qt::ISODateWithMs),
                        .publisher = object.value("publisher"_L1).toString(),
                        .keyId = object.value("keyId"_L1).toString(),
                        .person = object.value("person"_L1).toString(),
                        .reason = object.value("reason"_L1).toString()};
}

QString recordFile(const QString &file)
{
    return file + ".record"_L1;
}

/// Gives \a file another name beside it, so that it is kept but not read; the new name, or empty when that fails.
QString putAside(const QString &file)
{
    for (int number = 1; number <= mostAside; ++number) {
        const QString aside = u"%1.aside-%2"_s.arg(file).arg(number);
        if (!QFileInfo::exists(aside))
            return QFile::rename(file, aside) ? aside : QString();
    }
    return {};
}

}

QString ImportedGuides::fileOf(const QString &id, const QString &version) const
{
    return m_folder + u'/' + id + u'-' + version + ".json"_L1; // both were checked by packreader.h: a–z 0–9 - and digits, dots
}

base::Result<GuidePack> ImportedGuides::packIn(const QString &file) const
{
    const base::Result<QByteArray> bytes = base::readPlain(file, guides::mostPackBytes + 1);
    if (!bytes)
        return Fail({Error::Kind::Document, bytes.error().detail + u"; it is not used"_s, file});
    const base::Result<ImportRecord> record = recordIn(recordFile(file));
    if (!record)
        return Fail({Error::Kind::Document, u"was not imported by this program (no record of it); it is not used"_s, file});
    if (record->digest != guides::digestOf(*bytes)) {
        const QString aside = putAside(file);
        const QString where = aside.isEmpty() ? QString() : u" and was put aside as "_s + QFileInfo(aside).fileName();
        return Fail({Error::Kind::Document, u"is not what was imported; it is not used%1: import it again"_s.arg(where), file});
    }
    base::Result<GuidePack> pack = guides::readPack(*bytes, file);
    if (pack && fileOf(pack->id, pack->version) != file)
        return Fail({Error::Kind::Document, u"holds %1 %2, which is not what it is named after"_s.arg(pack->id, pack->version), file});
    return pack;
}

ImportedGuides::Content ImportedGuides::read() const
{
    Content content;
    if (QFileInfo(m_folder).isSymLink()) {
        content.faults.append({Error::Kind::Document, u"is a link; the imported guides are not used"_s, m_folder});
        return content;
    }
    const QDir::Filters all = QDir::Files | QDir::Dirs | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot;
    for (const QString &name : QDir(m_folder).entryList({u"*.json"_s}, all, QDir::Name)) {
        const QString file = m_folder + u'/' + name;
        if (base::Result<GuidePack> pack = packIn(file))
            content.entries.append({file, std::move(*pack)});
        else
            content.faults.append(pack.error());
    }
    return content;
}

base::Result<> ImportedGuides::add(const GuidePack &pack, const QByteArray &bytes,
                                   const std::optional<QByteArray> &signature, const ImportRecord &record) const
{
    const QString file = fileOf(pack.id, pack.version);
    const QString signatureFile = guides::signatureFile(file);
    if (const auto made = base::makePrivateFolder(m_folder); !made)
        return made;
    QFile::remove(signatureFile); // of an import that was cut off
    if (const auto written = base::writeDurably(recordFile(file), recordBytes(record)); !written)
        return written;
    if (signature) {
        if (const auto written = base::writeDurably(signatureFile, *signature); !written)
            return written;
    }
    return base::writeDurably(file, bytes);
}

base::Result<ImportRecord> ImportedGuides::record(const QString &id, const QString &version) const
{
    return recordIn(recordFile(fileOf(id, version)));
}

}
