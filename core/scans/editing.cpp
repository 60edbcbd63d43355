#include "core/scans/editing.h"

#include <QPainter>
#include <QTransform>
#include <QtMath>

#include <vector>

namespace scans {

namespace {

constexpr int measured = 900; // dots on the longer side; enough for lines, quick to add up
constexpr double steepest = 6; // degrees; a sheet that lies worse is put straight by hand
constexpr double leastSlope = 0.15; // below this turning only softens the picture
constexpr int mostMarks = 150'000;

/// Where ink is, dark against the mean of the page.
std::vector<QPoint> marksOn(const QImage &picture)
{
    const QImage grey = picture.scaled(measured, measured, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                            .convertToFormat(QImage::Format_Grayscale8);
    qint64 sum = 0;
    for (int y = 0; y < grey.height(); ++y) {
        for (int x = 0; x < grey.width(); ++x)
            sum += grey.constScanLine(y)[x];
    }
    const qint64 mean = sum / std::max<qint64>(1, qint64(grey.width()) * grey.height());
    std::vector<QPoint> marks;
    for (int y = 0; y < grey.height(); ++y) {
        for (int x = 0; x < grey.width() && int(marks.size()) < mostMarks; ++x) {
            if (grey.constScanLine(y)[x] < mean * 3 / 4)
                marks.emplace_back(x, y);
        }
    }
    return marks;
}

/// Lines of text that are added up along their direction give high, narrow heaps.
double heapsAt(const std::vector<QPoint> &marks, double degrees)
{
    std::vector<double> rows(size_t(3 * measured));
    const double slope = qTan(qDegreesToRadians(degrees));
    for (const QPoint &mark : marks)
        ++rows[size_t(qRound(mark.y() - mark.x() * slope) + measured)];
    double heaps = 0;
    for (const double row : rows)
        heaps += row * row;
    return heaps;
}

double bestAround(const std::vector<QPoint> &marks, double middle, double reach, double step)
{
    double best = middle;
    double highest = heapsAt(marks, middle);
    for (double degrees = middle - reach; degrees <= middle + reach; degrees += step) {
        const double heaps = heapsAt(marks, degrees);
        if (heaps > highest) {
            highest = heaps;
            best = degrees;
        }
    }
    return best;
}

/// Turned about its middle; what was outside the picture is paper.
QImage turned(const QImage &picture, double degrees)
{
    QImage straight(picture.size(), QImage::Format_RGB32);
    straight.fill(Qt::white);
    QPainter painter(&straight);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QPointF middle = QRectF(picture.rect()).center();
    painter.translate(middle);
    painter.rotate(degrees);
    painter.translate(-middle);
    painter.drawImage(0, 0, picture);
    return straight;
}

QRect dotsOf(const QRectF &share, QSize size)
{
    const QRectF dots(share.x() * size.width(), share.y() * size.height(), share.width() * size.width(),
                      share.height() * size.height());
    return dots.toAlignedRect().intersected(QRect(QPoint(), size));
}

}

double slopeOf(const QImage &picture)
{
    const std::vector<QPoint> marks = marksOn(picture);
    if (marks.size() < 200)
        return 0;
    const double rough = bestAround(marks, 0, steepest, 0.5);
    return bestAround(marks, rough, 0.5, 0.1);
}

QImage edited(const QImage &picture, const Edit &edit)
{
    QImage result = picture;
    if (edit.quarterTurns % 4 != 0)
        result = result.transformed(QTransform().rotate(90.0 * (edit.quarterTurns % 4)));
    if (edit.straighten) {
        const double slope = slopeOf(result);
        if (qAbs(slope) >= leastSlope)
            result = turned(result, -slope);
    }
    if (!edit.cut.isEmpty()) {
        const QRect kept = dotsOf(edit.cut, result.size());
        if (!kept.isEmpty())
            result = result.copy(kept);
    }
    return result;
}

}
