#include "core/scans/picture.h"

#include <QBuffer>
#include <QImageReader>
#include <QImageWriter>

#include <optional>

namespace scans {

namespace {

constexpr int mostScans = 200; // a progressive JPEG has about ten; each is a pass over all dots
constexpr int jpegQuality = 92;
const QByteArray pngStart("\x89PNG\r\n\x1a\n", 8);

std::optional<PictureKind> kindOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xd8\xff"))
        return PictureKind::Jpeg;
    if (bytes.startsWith(pngStart))
        return PictureKind::Png;
    return {};
}

/// In the coded part of a JPEG 0xff is followed by 0, so these markers are met nowhere else behind the last scan.
bool isWhole(const QByteArray &bytes, PictureKind kind)
{
    if (kind == PictureKind::Png)
        return bytes.lastIndexOf("IEND") > bytes.lastIndexOf("IDAT");
    return bytes.lastIndexOf("\xff\xd9") > bytes.lastIndexOf("\xff\xda") && bytes.contains("\xff\xda");
}

QByteArray formatOf(PictureKind kind)
{
    return kind == PictureKind::Jpeg ? QByteArrayLiteral("jpeg") : QByteArrayLiteral("png");
}

}

QString nameOf(PictureKind kind)
{
    return QString::fromLatin1(formatOf(kind));
}

tl::expected<PictureHead, PictureFault> headOf(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return tl::unexpected(PictureFault::Empty);
    if (bytes.size() > mostBytes)
        return tl::unexpected(PictureFault::TooBig);
    const std::optional<PictureKind> kind = kindOf(bytes);
    if (!kind)
        return tl::unexpected(PictureFault::UnknownKind);
    if (*kind == PictureKind::Jpeg && bytes.count("\xff\xda") > mostScans)
        return tl::unexpected(PictureFault::Unreadable);

    QBuffer source;
    source.setData(bytes);
    QImageReader reader(&source, formatOf(*kind));
    reader.setAutoDetectImageFormat(false);
    QSize size = reader.size();
    if (size.isEmpty())
        return tl::unexpected(isWhole(bytes, *kind) ? PictureFault::Unreadable : PictureFault::CutOff);
    if (qint64(size.width()) * size.height() > mostDots)
        return tl::unexpected(PictureFault::TooManyDots);
    if (!isWhole(bytes, *kind))
        return tl::unexpected(PictureFault::CutOff);
    if (reader.transformation() & QImageIOHandler::TransformationRotate90)
        size.transpose();
    return PictureHead{*kind, size};
}

tl::expected<QImage, PictureFault> decode(const QByteArray &bytes, QSize box)
{
    const auto head = headOf(bytes);
    if (!head)
        return tl::unexpected(head.error());
    QBuffer source;
    source.setData(bytes);
    QImageReader reader(&source, formatOf(head->kind));
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    if (!box.isEmpty() && (head->size.width() > box.width() || head->size.height() > box.height())) {
        QSize scaled = head->size.scaled(box, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
        if (reader.transformation() & QImageIOHandler::TransformationRotate90)
            scaled.transpose();
        reader.setScaledSize(scaled);
    }
    QImage image = reader.read();
    if (image.isNull())
        return tl::unexpected(PictureFault::Unreadable);
    return image;
}

tl::expected<QByteArray, PictureFault> encode(const QImage &image, PictureKind kind)
{
    QByteArray bytes;
    QBuffer target(&bytes);
    target.open(QIODevice::WriteOnly);
    QImageWriter writer(&target, formatOf(kind));
    writer.setQuality(kind == PictureKind::Jpeg ? jpegQuality : -1);
    if (!writer.write(image))
        return tl::unexpected(PictureFault::Unreadable);
    return bytes;
}

}
