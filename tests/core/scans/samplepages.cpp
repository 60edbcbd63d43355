#include "tests/core/scans/samplepages.h"

#include <QBuffer>
#include <QPainter>
#include <QRandomGenerator>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace samplepages {

namespace {

QByteArray encoded(const QImage &page, const char *format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    page.save(&buffer, format, quality);
    return bytes;
}

/// One pass of a box of 2r+1 dots along the rows; the picture is transposed by the caller.
QImage boxed(const QImage &grey, int r)
{
    QImage result(grey.size(), QImage::Format_Grayscale8);
    for (int y = 0; y < grey.height(); ++y) {
        const uchar *from = grey.constScanLine(y);
        uchar *to = result.scanLine(y);
        for (int x = 0; x < grey.width(); ++x) {
            int sum = 0;
            for (int d = -r; d <= r; ++d)
                sum += from[std::clamp(x + d, 0, grey.width() - 1)];
            to[x] = uchar(sum / (2 * r + 1));
        }
    }
    return result;
}

}

QImage text(int lines, int dpi)
{
    QImage page(qRound(8.27 * dpi), qRound(11.69 * dpi), QImage::Format_RGB32);
    page.fill(Qt::white);
    QPainter painter(&page);
    QFont font(u"Noto Serif CJK SC"_s);
    font.setPixelSize(dpi / 6); // 12 points
    painter.setFont(font);
    for (int line = 0; line < lines; ++line) {
        const int y = dpi + line * dpi * 9 / 40;
        painter.drawText(QPoint(dpi, y), u"第%1条 申请人张三丰应当如实提交有关材料 ABCD-%2"_s.arg(line + 1).arg(line * 7919));
    }
    return page;
}

QImage blurred(const QImage &page, double radius)
{
    const int r = std::max(1, qRound(radius * std::max(page.width(), page.height()) / 2338.0));
    QImage grey = page.convertToFormat(QImage::Format_Grayscale8);
    const QTransform transpose(0, 1, 1, 0, 0, 0);
    for (int pass = 0; pass < 2; ++pass) {
        for (int direction = 0; direction < 2; ++direction)
            grey = boxed(grey, r).transformed(transpose).convertToFormat(QImage::Format_Grayscale8);
    }
    return grey;
}

QImage lit(const QImage &page, double gain, int lift, double noise)
{
    QImage grey = page.convertToFormat(QImage::Format_Grayscale8);
    QRandomGenerator dice(7);
    for (int y = 0; y < grey.height(); ++y) {
        uchar *row = grey.scanLine(y);
        for (int x = 0; x < grey.width(); ++x) {
            // The sum of three throws is near enough to a bell curve.
            const double grain = (dice.generateDouble() + dice.generateDouble() + dice.generateDouble() - 1.5) * 2 * noise;
            row[x] = uchar(std::clamp(row[x] * gain + lift + grain, 0.0, 255.0));
        }
    }
    return grey;
}

QImage askew(const QImage &page, double degrees)
{
    QImage result(page.size(), QImage::Format_RGB32);
    result.fill(Qt::white);
    QPainter painter(&result);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(QRectF(page.rect()).center());
    painter.rotate(degrees);
    painter.translate(-QRectF(page.rect()).center());
    painter.drawImage(0, 0, page);
    return result;
}

QByteArray jpeg(const QImage &page, int quality)
{
    return encoded(page, "jpeg", quality);
}

QByteArray png(const QImage &page)
{
    return encoded(page, "png", -1);
}

}
