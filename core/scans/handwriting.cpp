#include "core/scans/handwriting.h"

#include <QBuffer>
#include <QImage>
#include <QLineF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace scans {

namespace {

constexpr double thinnest = 1.6; // dots of the pad
constexpr double thickest = 5.2;
constexpr double inkMargin = 8;
constexpr double sharpness = 2; // dots of the picture for one of the pad
constexpr QSize largestInk(1200, 400);
constexpr qsizetype mostPoints = 20'000; // of one stroke: somebody leans on the pad

double widthAt(double pressure)
{
    return thinnest + (thickest - thinnest) * std::clamp(pressure, 0.0, 1.0);
}

}

void Handwriting::begin(QPointF at, double pressure)
{
    m_strokes.append({Point{at, pressure}});
}

void Handwriting::goOn(QPointF at, double pressure)
{
    if (m_strokes.isEmpty() || m_strokes.last().size() >= mostPoints || m_strokes.last().last().at == at)
        return;
    m_strokes.last().append({at, pressure});
}

void Handwriting::undo()
{
    if (!m_strokes.isEmpty())
        m_strokes.removeLast();
}

bool Handwriting::isTooShort(QSizeF pad) const
{
    constexpr double leastInk = 0.25;
    constexpr double leastRoom = 0.06;
    double ink = 0;
    for (const Stroke &stroke : m_strokes) {
        for (qsizetype i = 1; i < stroke.size(); ++i)
            ink += QLineF(stroke[i - 1].at, stroke[i].at).length();
    }
    const QRectF room = bounds();
    return ink < leastInk * pad.width() || std::max(room.width(), room.height()) < leastRoom * pad.width();
}

void Handwriting::draw(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Stroke &stroke : m_strokes) {
        QPen pen(Qt::black, widthAt(stroke.first().pressure), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        painter.setPen(pen);
        if (stroke.size() == 1) {
            painter.drawPoint(stroke.first().at);
            continue;
        }
        // From the middle between two points to the next middle, bent towards the point: no corners where the hand made none.
        QPointF from = stroke.first().at;
        for (qsizetype i = 1; i < stroke.size(); ++i) {
            const QPointF middle = i + 1 < stroke.size() ? (stroke[i].at + stroke[i + 1].at) / 2 : stroke[i].at;
            QPainterPath path(from);
            path.quadTo(stroke[i].at, middle);
            pen.setWidthF(widthAt(stroke[i].pressure));
            painter.strokePath(path, pen);
            from = middle;
        }
    }
    painter.restore();
}

QByteArray Handwriting::png() const
{
    if (m_strokes.isEmpty())
        return {};
    const QRectF room = bounds().adjusted(-inkMargin, -inkMargin, inkMargin, inkMargin);
    const double scale = std::min({sharpness, largestInk.width() / room.width(), largestInk.height() / room.height()});
    QImage picture((room.size() * scale).toSize().expandedTo({1, 1}).boundedTo(largestInk), QImage::Format_Grayscale8);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.scale(scale, scale);
    painter.translate(-room.topLeft());
    draw(painter);
    painter.end();
    QByteArray bytes;
    QBuffer out(&bytes);
    out.open(QIODevice::WriteOnly);
    return picture.save(&out, "PNG") ? bytes : QByteArray();
}

QRectF Handwriting::bounds() const
{
    QPolygonF all;
    for (const Stroke &stroke : m_strokes) {
        for (const Point &point : stroke)
            all << point.at;
    }
    return all.boundingRect();
}

}
