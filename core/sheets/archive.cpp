#include "core/sheets/archive.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

#include <zip.h>

#include <memory>

namespace sheets {

using namespace Qt::StringLiterals;

namespace {

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using Entry = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

base::Fail refuse(const QString &reason, const QString &part = {})
{
    return base::Fail({base::Error::Kind::Document, reason, part});
}

QString damagedText()
{
    return u"文件已损坏或不完整，请从原处重新取得"_s;
}

/// Why \a bytes cannot be a workbook at all, by its first bytes; empty: it may be one.
QString foreignText(const QByteArray &bytes)
{
    if (bytes.size() > mostBookBytes)
        return u"文件超过 %1 MB"_s.arg(mostBookBytes >> 20);
    if (bytes.startsWith("\xd0\xcf\x11\xe0"))
        return u"文件已加密，或者是旧的 .xls 格式：请取消密码，另存为 .xlsx"_s;
    if (!bytes.startsWith("PK"))
        return u"不是 .xlsx 工作簿"_s;
    return {};
}

Archive openArchive(const QByteArray &bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes.constData(), zip_uint64_t(bytes.size()), 0, &error);
    Archive archive(source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr, &zip_discard);
    if (source && !archive)
        zip_source_free(source);
    zip_error_fini(&error);
    return archive;
}

/// Whether cells may depend on the part: the others are not even unpacked.
bool mayHoldCells(const QString &name)
{
    static const QRegularExpression others(
        u"^(docProps|customXml|xl/(drawings|comments|threadedComments|media|theme|charts))/|comments[0-9]*[.]xml$"_s);
    return (name.endsWith(".xml"_L1) || name.endsWith(".rels"_L1)) && !others.match(name).hasMatch();
}

/// Unpacks one part. \a left is how much may still be unpacked, whatever the archive says of its size.
base::Result<QByteArray> unpack(zip_t *archive, zip_uint64_t index, const zip_stat_t &stat, qsizetype &left)
{
    const QString name = QString::fromUtf8(stat.name);
    if (stat.encryption_method != ZIP_EM_NONE)
        return refuse(u"文件已加密：请取消密码后再保存"_s);
    const QString tooLarge = u"展开后超过 %1 MB"_s.arg(mostExpandedBytes >> 20);
    if (stat.size > zip_uint64_t(left))
        return refuse(tooLarge, name);
    const Entry entry(zip_fopen_index(archive, index, 0), &zip_fclose);
    if (!entry)
        return refuse(damagedText(), name);
    QByteArray bytes;
    QByteArray block(1 << 16, Qt::Uninitialized);
    for (;;) {
        const zip_int64_t got = zip_fread(entry.get(), block.data(), zip_uint64_t(block.size()));
        if (got < 0)
            return refuse(damagedText(), name);
        if (got == 0)
            return bytes;
        left -= got;
        if (left < 0)
            return refuse(tooLarge, name);
        bytes.append(block.constData(), got);
    }
}

/// Programs that write workbooks never use a document type; who hides entities in one means no good.
QString xmlFault(const QByteArray &bytes)
{
    QXmlStreamReader xml(bytes);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::DTD)
            return u"含有文档类型声明（DOCTYPE），不予读取"_s;
    }
    return xml.hasError() ? damagedText() : QString();
}

base::Result<BookParts> unpacked(const QByteArray &bytes)
{
    const Archive archive = openArchive(bytes);
    if (!archive)
        return refuse(damagedText());
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count > mostParts)
        return refuse(u"含有 %1 个部分，超过 %2 个"_s.arg(count).arg(mostParts));
    BookParts parts;
    qsizetype left = mostExpandedBytes;
    for (zip_uint64_t index = 0; index < zip_uint64_t(count); ++index) {
        zip_stat_t stat;
        constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
        if (zip_stat_index(archive.get(), index, 0, &stat) != 0 || (stat.valid & needed) != needed)
            return refuse(damagedText());
        const QString name = QString::fromUtf8(stat.name);
        if (!mayHoldCells(name))
            continue;
        base::Result<QByteArray> part = unpack(archive.get(), index, stat, left);
        if (!part)
            return base::Fail(part.error());
        if (const QString fault = xmlFault(*part); !fault.isEmpty())
            return refuse(fault, name);
        if (parts.contains(name))
            return refuse(damagedText(), name);
        parts.insert(name, std::move(*part));
    }
    return parts;
}

}

base::Result<BookParts> partsOfBook(const QByteArray &bytes)
{
    if (const QString foreign = foreignText(bytes); !foreign.isEmpty())
        return refuse(foreign);
    return unpacked(bytes);
}

}
