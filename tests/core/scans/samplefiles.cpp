#include "tests/core/scans/samplefiles.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <libheif/heif.h>
#include <tiffio.h>

using namespace Qt::StringLiterals;

namespace samplefiles {

namespace {

QByteArray stream(const QByteArray &head, const QByteArray &body)
{
    return "<< " + head + " /Length " + QByteArray::number(body.size()) + " >>\nstream\n" + body + "\nendstream";
}

QByteArray object(qsizetype number, const QByteArray &body)
{
    return QByteArray::number(number) + " 0 obj\n" + body + "\nendobj\n";
}

/// Without a table of its objects: every reader looks for them itself then.
QByteArray whole(const QByteArray &objects)
{
    return "%PDF-1.7\n" + object(1, "<< /Type /Catalog /Pages 2 0 R >>") + objects + "trailer << /Root 1 0 R >>\n%%EOF\n";
}

QByteArray contents(const QString &file)
{
    QFile in(file);
    return in.open(QFile::ReadOnly) ? in.readAll() : QByteArray();
}

}

QByteArray deflated(const QByteArray &bytes)
{
    return qCompress(bytes, 9).mid(4);
}

QByteArray pdf(const QList<PdfPage> &pages, const QByteArray &more)
{
    QByteArray kids, objects;
    qsizetype number = 1000;
    for (const PdfPage &page : pages) {
        kids += QByteArray::number(number) + " 0 R ";
        objects += object(number, "<< /Type /Page /Parent 2 0 R /MediaBox " + page.box + " /Resources << " + page.resources
                                      + " >> /Contents " + QByteArray::number(number + 1) + " 0 R >>");
        objects += object(number + 1, stream(page.filter.isEmpty() ? "" : "/Filter [" + page.filter + "]", page.drawing));
        number += 2;
    }
    const QByteArray tree = "<< /Type /Pages /Kids [" + kids + "] /Count " + QByteArray::number(pages.size()) + " >>";
    return whole(object(2, tree) + objects + more);
}

QByteArray pdfWithTree(const QByteArray &tree)
{
    return whole(object(2, tree) + object(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"));
}

QByteArray locked(const QByteArray &pdf, const QByteArray &password)
{
    const QTemporaryDir dir;
    QFile in(dir.filePath(u"in.pdf"_s));
    if (!in.open(QFile::WriteOnly) || in.write(pdf) != pdf.size())
        qFatal("not written");
    in.close();
    const QString out = dir.filePath(u"out.pdf"_s);
    QProcess::execute(u"qpdf"_s, {u"--encrypt"_s, QString::fromLatin1(password), u"owner"_s, u"256"_s, u"--"_s, in.fileName(), out});
    return contents(out);
}

QByteArray tiff(const QList<QImage> &pages, int orientation)
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"pages.tif"_s);
    TIFF *file = TIFFOpen(QFile::encodeName(path).constData(), "w");
    for (const QImage &page : pages) {
        const bool isMono = page.depth() == 1;
        const QImage image = isMono ? page.convertToFormat(QImage::Format_Mono) : page.convertToFormat(QImage::Format_RGB888);
        TIFFSetField(file, TIFFTAG_IMAGEWIDTH, image.width());
        TIFFSetField(file, TIFFTAG_IMAGELENGTH, image.height());
        TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, isMono ? 1 : 8);
        TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, isMono ? 1 : 3);
        TIFFSetField(file, TIFFTAG_PHOTOMETRIC, isMono ? PHOTOMETRIC_MINISWHITE : PHOTOMETRIC_RGB);
        TIFFSetField(file, TIFFTAG_COMPRESSION, isMono ? COMPRESSION_CCITTFAX4 : COMPRESSION_ADOBE_DEFLATE);
        TIFFSetField(file, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
        TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, 64);
        TIFFSetField(file, TIFFTAG_ORIENTATION, orientation);
        for (int y = 0; y < image.height(); ++y) {
            QByteArray row(reinterpret_cast<const char *>(image.constScanLine(y)), TIFFScanlineSize(file));
            TIFFWriteScanline(file, row.data(), uint32_t(y), 0);
        }
        TIFFWriteDirectory(file);
    }
    TIFFClose(file);
    return contents(path);
}

QByteArray inCircles(QByteArray tiff)
{
    // Little-endian, as the library writes it here: a directory is a count, so many entries of 12 bytes, and where the next one is.
    const auto number = [&](quint32 at, int bytes) {
        quint32 value = 0;
        for (int i = 0; i < bytes; ++i)
            value |= quint32(uchar(tiff.at(qsizetype(at) + i))) << (8 * i);
        return value;
    };
    const quint32 first = number(4, 4);
    for (quint32 directory = first;;) {
        const quint32 link = directory + 2 + 12 * number(directory, 2);
        directory = number(link, 4);
        if (directory != 0)
            continue;
        for (int i = 0; i < 4; ++i)
            tiff[qsizetype(link) + i] = char(first >> (8 * i));
        return tiff;
    }
}

QByteArray heic(const QImage &picture)
{
    const QImage rgb = picture.convertToFormat(QImage::Format_RGB888);
    heif_context *context = heif_context_alloc();
    heif_image *image = nullptr;
    heif_image_create(rgb.width(), rgb.height(), heif_colorspace_RGB, heif_chroma_interleaved_RGB, &image);
    heif_image_add_plane(image, heif_channel_interleaved, rgb.width(), rgb.height(), 8);
    int stride = 0;
    uint8_t *plane = heif_image_get_plane(image, heif_channel_interleaved, &stride);
    for (int y = 0; y < rgb.height(); ++y)
        std::copy_n(rgb.constScanLine(y), 3 * rgb.width(), plane + y * stride);
    heif_encoder *encoder = nullptr;
    QByteArray bytes;
    if (heif_context_get_encoder_for_format(context, heif_compression_HEVC, &encoder).code == heif_error_Ok) {
        heif_context_encode_image(context, image, encoder, nullptr, nullptr);
        heif_encoder_release(encoder);
        heif_writer writer{1, [](heif_context *, const void *data, size_t size, void *to) {
                               static_cast<QByteArray *>(to)->append(static_cast<const char *>(data), qsizetype(size));
                               return heif_error{heif_error_Ok, heif_suberror_Unspecified, ""};
                           }};
        heif_context_write(context, &writer, &bytes);
    }
    heif_image_release(image);
    heif_context_free(context);
    return bytes;
}

}
