#include "core/scans/quality.h"

#include <array>
#include <cstdlib>

namespace scans {

namespace {

constexpr int longSide = 1600; // about 140 dpi of an A4 page: at one scale, sharpness means the same for every camera
constexpr double fewMarks = 0.002; // share of the dots of a page that even a single line of text reaches
constexpr int darkPaper = 110;
constexpr int paleInk = 170;
constexpr int leastContrast = 30;

using Histogram = std::array<qint64, 2048>;

/// The value below which \a share of all entries are.
int quantile(const Histogram &histogram, qint64 total, double share)
{
    qint64 left = qint64(double(total) * share);
    for (size_t value = 0; value < histogram.size(); ++value) {
        left -= histogram[value];
        if (left < 0)
            return int(value);
    }
    return int(histogram.size()) - 1;
}

QImage atOneScale(const QImage &picture)
{
    const bool isLarge = std::max(picture.width(), picture.height()) > longSide;
    const QImage scaled
        = isLarge ? picture.scaled(longSide, longSide, Qt::KeepAspectRatio, Qt::SmoothTransformation) : picture;
    return scaled.convertToFormat(QImage::Format_Grayscale8);
}

Histogram brightnessOf(const QImage &grey)
{
    Histogram histogram{};
    for (int y = 0; y < grey.height(); ++y) {
        const uchar *row = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x)
            ++histogram[row[x]];
    }
    return histogram;
}

/// How strongly each dot differs from its four neighbours (the Laplacian), dots at the border left out.
Histogram edgesOf(const QImage &grey)
{
    Histogram histogram{};
    for (int y = 1; y < grey.height() - 1; ++y) {
        const uchar *above = grey.constScanLine(y - 1);
        const uchar *row = grey.constScanLine(y);
        const uchar *below = grey.constScanLine(y + 1);
        for (int x = 1; x < grey.width() - 1; ++x)
            ++histogram[size_t(std::abs(4 * row[x] - row[x - 1] - row[x + 1] - above[x] - below[x]))];
    }
    return histogram;
}

}

Quality qualityOf(const QImage &picture, QSize original)
{
    Quality quality;
    if (std::min(original.width(), original.height()) < fewestDots)
        quality.faults << QualityFault::FewDots;
    const QImage grey = atOneScale(picture);
    const Histogram brightness = brightnessOf(grey);
    const qint64 dots = qint64(grey.width()) * grey.height();
    quality.paper = quantile(brightness, dots, 0.9);
    quality.ink = quantile(brightness, dots, fewMarks);
    if (quality.paper < darkPaper)
        quality.faults << QualityFault::Dark;
    const int contrast = quality.paper - quality.ink;
    if (contrast < leastContrast) {
        quality.faults << QualityFault::Empty;
        return quality;
    }
    // The steepest few edges: the mean would call a page with little on it blurred.
    const qint64 inner = qint64(std::max(grey.width() - 2, 0)) * std::max(grey.height() - 2, 0);
    quality.sharpness = double(quantile(edgesOf(grey), inner, 1 - fewMarks)) / contrast;
    if (quality.sharpness < leastSharpness)
        quality.faults << QualityFault::Blurred; // which pales the ink, too
    else if (quality.ink > paleInk)
        quality.faults << QualityFault::WashedOut;
    return quality;
}

}
