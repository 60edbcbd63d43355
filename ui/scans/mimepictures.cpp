#include "ui/scans/mimepictures.h"

#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {

/// Bytes as another program copied them: they are decoded where they can do no harm, and not in the window while it pastes.
QByteArray copiedBytes(const QMimeData &data)
{
    for (const QString &type : {u"image/png"_s, u"image/jpeg"_s, u"application/pdf"_s, u"image/tiff"_s, u"image/heic"_s}) {
        if (data.hasFormat(type))
            return data.data(type);
    }
    return {};
}

}

bool holdsPictures(const QMimeData &data)
{
    return data.hasUrls() || data.hasImage() || !copiedBytes(data).isEmpty();
}

QList<desk::Incoming> picturesIn(const QMimeData &data)
{
    QStringList files;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    if (!files.isEmpty())
        return picturesOf(files);
    if (const QByteArray bytes = copiedBytes(data); !bytes.isEmpty())
        return {{.name = {}, .file = {}, .bytes = bytes, .image = {}}};
    const auto image = qvariant_cast<QImage>(data.imageData());
    if (image.isNull())
        return {};
    return {{.name = {}, .file = {}, .bytes = {}, .image = image}};
}

QList<desk::Incoming> picturesOf(const QStringList &files, bool removeFiles)
{
    QList<desk::Incoming> pictures;
    for (const QString &file : files)
        pictures.append({.name = QFileInfo(file).fileName(), .file = file, .bytes = {}, .image = {}, .removeFile = removeFiles});
    return pictures;
}
