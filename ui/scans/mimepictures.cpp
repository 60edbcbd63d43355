#include "ui/scans/mimepictures.h"

#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QUrl>

bool holdsPictures(const QMimeData &data)
{
    return data.hasUrls() || data.hasImage();
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
