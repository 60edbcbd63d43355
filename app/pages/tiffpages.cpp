#include "app/pages/pagesource.h"
#include "core/scans/unfolding.h"

#include <tiffio.h>

#include <vector>

using scans::PictureFault;

namespace {

constexpr double evenly = 0.05; // dots that differ less in height and width are square

/// The file in memory as the library wants to read it.
struct Reading {
    QByteArrayView file;
    qsizetype place = 0;
};

tmsize_t read(thandle_t handle, void *to, tmsize_t bytes)
{
    auto &reading = *static_cast<Reading *>(handle);
    const qsizetype left = reading.place < reading.file.size() ? reading.file.size() - reading.place : 0;
    const qsizetype part = std::min<qsizetype>(left, bytes);
    std::copy_n(reading.file.data() + (part > 0 ? reading.place : 0), part, static_cast<char *>(to));
    reading.place += part;
    return part;
}

tmsize_t writeNothing(thandle_t, void *, tmsize_t)
{
    return 0;
}

toff_t seek(thandle_t handle, toff_t offset, int from)
{
    auto &reading = *static_cast<Reading *>(handle);
    const qint64 start = from == SEEK_SET ? 0 : from == SEEK_CUR ? reading.place : reading.file.size();
    reading.place = std::max<qsizetype>(0, start + qsizetype(offset));
    return toff_t(reading.place);
}

int close(thandle_t)
{
    return 0;
}

toff_t sizeOf(thandle_t handle)
{
    return toff_t(static_cast<Reading *>(handle)->file.size());
}

int map(thandle_t handle, void **start, toff_t *size)
{
    const QByteArrayView file = static_cast<Reading *>(handle)->file;
    *start = const_cast<char *>(file.data()); // the library reads it only
    *size = toff_t(file.size());
    return 1;
}

void unmap(thandle_t, void *, toff_t) { }

struct CloseTiff {
    void operator()(TIFF *tiff) const { TIFFClose(tiff); }
};

/// Of a fax, whose dots are twice as high as wide.
QSize squareSize(TIFF *tiff, QSize size)
{
    float across = 0, down = 0;
    TIFFGetField(tiff, TIFFTAG_XRESOLUTION, &across);
    TIFFGetField(tiff, TIFFTAG_YRESOLUTION, &down);
    const double stretch = across > 0 && down > 0 ? double(across) / double(down) : 1;
    if (std::abs(stretch - 1) < evenly || stretch < 0.2 || stretch > 5)
        return size;
    const QSize square = stretch > 1 ? QSize(size.width(), int(size.height() * stretch)) : QSize(int(size.width() / stretch), size.height());
    return qint64(square.width()) * square.height() > scans::mostDots ? size : square;
}

bool isBlackAndWhite(TIFF *tiff)
{
    uint16_t bits = 1, samples = 1;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_BITSPERSAMPLE, &bits);
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &samples);
    return bits == 1 && samples == 1;
}

class TiffSource final : public PageSource
{
public:
    explicit TiffSource(QByteArrayView file) : m_reading{file}
    {
        TIFFSetErrorHandler(nullptr);
        TIFFSetWarningHandler(nullptr);
        m_file.reset(TIFFClientOpen("", "r", &m_reading, read, writeNothing, seek, close, sizeOf, map, unmap));
        if (m_file)
            findPages();
    }

    tl::expected<int, PictureFault> pages() override
    {
        return m_file ? tl::expected<int, PictureFault>(int(m_pages.size())) : tl::unexpected(PictureFault::Unreadable);
    }

    tl::expected<QImage, PictureFault> draw(int number) override
    {
        TIFF *tiff = m_file.get();
        const int directory = m_pages.at(size_t(number - 1));
        if (directory < 0 || TIFFSetDirectory(tiff, tdir_t(directory)) == 0)
            return tl::unexpected(PictureFault::Unreadable);
        uint32_t width = 0, height = 0;
        TIFFGetField(tiff, TIFFTAG_IMAGEWIDTH, &width);
        TIFFGetField(tiff, TIFFTAG_IMAGELENGTH, &height);
        if (width == 0 || height == 0)
            return tl::unexpected(PictureFault::Unreadable);
        if (quint64(width) * height > quint64(scans::mostDots))
            return tl::unexpected(PictureFault::TooManyDots);
        const QSize size{static_cast<int>(width), static_cast<int>(height)};
        QImage image(size, QImage::Format_RGBA8888);
        if (image.isNull())
            return tl::unexpected(PictureFault::TooMuchMemory);
        // The library would mirror, but never lay a picture on its side: it is asked for nothing, all is done below.
        uint16_t orientation = ORIENTATION_TOPLEFT;
        TIFFGetFieldDefaulted(tiff, TIFFTAG_ORIENTATION, &orientation);
        constexpr int stopAtFaults = 1;
        if (TIFFReadRGBAImageOriented(tiff, width, height, reinterpret_cast<uint32_t *>(image.bits()), orientation,
                                      stopAtFaults) == 0)
            return tl::unexpected(PictureFault::Unreadable);
        const QSize square = squareSize(tiff, size);
        if (square != size)
            image = image.scaled(square, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        image = upright(onPaper(image), orientation);
        return isBlackAndWhite(tiff) && square == size ? image.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither) : image;
    }

private:
    /// What shows through is paper.
    static QImage onPaper(const QImage &image)
    {
        QImage opaque = image.convertToFormat(QImage::Format_ARGB32);
        for (int y = 0; y < opaque.height(); ++y) {
            auto *row = reinterpret_cast<QRgb *>(opaque.scanLine(y));
            for (int x = 0; x < opaque.width(); ++x) {
                if (qAlpha(row[x]) == 0)
                    row[x] = qRgb(255, 255, 255);
            }
        }
        return opaque.convertToFormat(QImage::Format_RGB32);
    }

    static QImage upright(const QImage &image, uint16_t orientation)
    {
        const QTransform diagonally(0, 1, 1, 0, 0, 0);
        switch (orientation) {
        case ORIENTATION_TOPRIGHT:
            return image.mirrored(true, false);
        case ORIENTATION_BOTRIGHT:
            return image.mirrored(true, true);
        case ORIENTATION_BOTLEFT:
            return image.mirrored(false, true);
        case ORIENTATION_LEFTTOP:
            return image.transformed(diagonally);
        case ORIENTATION_RIGHTTOP:
            return image.transformed(QTransform().rotate(90));
        case ORIENTATION_RIGHTBOT:
            return image.mirrored(true, true).transformed(diagonally);
        case ORIENTATION_LEFTBOT:
            return image.transformed(QTransform().rotate(270));
        default:
            return image;
        }
    }

    /// The directories that are pages and no small pictures of pages. A chain of directories that breaks or bites its tail ends in a
    /// page that is not to be had.
    void findPages()
    {
        TIFF *tiff = m_file.get();
        do {
            uint32_t kind = 0;
            TIFFGetFieldDefaulted(tiff, TIFFTAG_SUBFILETYPE, &kind);
            if (!(kind & (FILETYPE_REDUCEDIMAGE | FILETYPE_MASK)))
                m_pages.push_back(int(TIFFCurrentDirectory(tiff)));
            if (TIFFLastDirectory(tiff))
                return;
        } while (int(m_pages.size()) <= scans::mostPages && TIFFReadDirectory(tiff));
        m_pages.push_back(-1);
    }

    Reading m_reading;
    std::unique_ptr<TIFF, CloseTiff> m_file;
    std::vector<int> m_pages; ///< directories; −1: a page that is not to be had
};

}

std::unique_ptr<PageSource> tiffSource(QByteArrayView file)
{
    return std::make_unique<TiffSource>(file);
}
