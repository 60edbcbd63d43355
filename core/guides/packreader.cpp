#include "core/guides/packreader.h"

#include "core/guides/inspection.h"
#include "core/guides/keycheck.h"
#include "core/guides/packcheck.h"
#include "core/guides/packshape.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace guides {

using namespace Qt::StringLiterals;

namespace {

qsizetype lineAt(QByteArrayView json, qsizetype offset)
{
    return 1 + json.first(std::min(offset, json.size())).count('\n');
}

/// The line feed is one byte in UTF-8 and in every damaged text, so lines can be judged one by one.
void checkEncoding(const QByteArray &json, Inspection &inspection)
{
    if (json.isValidUtf8())
        return;
    const QList<QByteArray> lines = json.split('\n');
    for (qsizetype index = 0; index < lines.size(); ++index) {
        if (!lines[index].isValidUtf8())
            inspection.faultAtLine(index + 1, u"is not UTF-8"_s);
    }
}

/// The object that \a json is, when it is a pack at all.
QJsonObject parse(const QByteArray &json, Inspection &inspection)
{
    if (json.size() > mostPackBytes) {
        inspection.fault(u"is longer than 32 MB"_s);
        return {};
    }
    checkEncoding(json, inspection);
    if (!inspection.faults().isEmpty())
        return {};
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        inspection.faultAtLine(lineAt(json, error.offset), u"is not JSON: "_s + error.errorString());
        return {};
    }
    QJsonObject root = document.object();
    if (!root.contains("pack"_L1) || !root.contains("format"_L1)) {
        inspection.fault(u"is not a guide pack"_s);
        return {};
    }
    if (const QJsonValue format = root.value("format"_L1); format.isDouble() && format.toDouble() > 1) {
        inspection.faultAt("format", u"%1 is newer than this program reads (1)"_s.arg(format.toDouble()));
        return {};
    }
    return root;
}

domain::GuidePack inspect(const QByteArray &json, Inspection &inspection)
{
    const QJsonObject root = parse(json, inspection);
    if (!inspection.faults().isEmpty())
        return {};
    checkKeys(json, inspection);
    domain::GuidePack pack = shapePack(root, inspection);
    checkPack(pack, inspection);
    return pack;
}

/// Editors of some systems put a byte order mark before UTF-8; it says nothing.
QByteArray withoutMark(const QByteArray &json)
{
    return json.startsWith("\xef\xbb\xbf") ? json.sliced(3) : json;
}

}

base::Result<domain::GuidePack> readPack(const QByteArray &json, const QString &file)
{
    Inspection inspection(file);
    domain::GuidePack pack = inspect(withoutMark(json), inspection);
    if (!inspection.faults().isEmpty())
        return base::Fail(inspection.faults().first());
    return pack;
}

QList<base::Error> faultsIn(const QByteArray &json, const QString &file)
{
    Inspection inspection(file);
    inspect(withoutMark(json), inspection);
    return inspection.faults();
}

base::Result<QByteArray> readPackFile(const QString &file)
{
    QFile source(file);
    if (!source.open(QFile::ReadOnly))
        return base::Fail({base::Error::Kind::Document, source.errorString(), file});
    // One byte more than allowed is enough to see that it is too long, whatever the file system says of its size.
    QByteArray json = source.read(mostPackBytes + 1);
    if (source.error() != QFile::NoError)
        return base::Fail({base::Error::Kind::Document, source.errorString(), file});
    return json;
}

}
