#pragma once

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QRandomGenerator>
#include <QtMath>

#include <cmath>

/// What happens to a printed code on its way: ink, rubbing, wet fingers, and a camera that is not held straight.
namespace damage {

enum class Kind {
    Ink, ///< dark blots of many sizes
    Rubbed, ///< the same where the print came off
    Wiped, ///< lines across the whole code, drawn with a wet finger: half dark
};

/// The patterns at three corners by which a code is found at all; no level of correction makes good for one that is gone.
inline bool hitsFinder(const QPointF &at, double reach, const QRectF &code, double module)
{
    const double side = 8 * module + reach;
    const bool left = at.x() < code.left() + side;
    const bool right = at.x() > code.right() - side;
    const bool top = at.y() < code.top() + side;
    const bool bottom = at.y() > code.bottom() - side;
    return (top && (left || right)) || (bottom && left);
}

/// Spoils \a share of \a code (the square without its quiet zone, in pixels, with modules of \a module pixels) on \a picture.
/// The same \a seed does the same again.
inline void spoil(QImage &picture, const QRectF &code, double module, Kind kind, double share, quint32 seed)
{
    QRandomGenerator random(seed);
    QImage spoilt(picture.size(), QImage::Format_Grayscale8);
    spoilt.fill(0);
    const auto within = [&](double from, double to) { return from + (to - from) * random.generateDouble(); };
    const auto covered = [&] {
        qint64 count = 0;
        for (int y = int(code.top()); y < int(code.bottom()); ++y) {
            for (int x = int(code.left()); x < int(code.right()); ++x)
                count += spoilt.constScanLine(y)[x] > 127;
        }
        return double(count) / (code.width() * code.height());
    };
    constexpr double exactly = 0.005;
    double most = 6; // modules; less when only a little is left to spoil
    while (covered() < share - exactly) {
        const QImage before = spoilt;
        const QPointF at(within(code.left(), code.right()), within(code.top(), code.bottom()));
        const double reach = module * within(std::min(1.5, most / 2), most);
        QPainter painter(&spoilt);
        painter.setClipRect(code);
        if (kind == Kind::Wiped) {
            const double angle = within(0, M_PI);
            const QPointF along = QPointF(std::cos(angle), std::sin(angle)) * code.width() * 1.5;
            painter.setPen(QPen(Qt::white, reach / 2));
            painter.drawLine(at - along, at + along);
        } else if (!hitsFinder(at, reach, code, module)) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(Qt::white);
            painter.drawEllipse(at, reach, reach * within(0.6, 1));
        }
        painter.end();
        if (covered() > share + exactly) {
            spoilt = before;
            most *= 0.8;
        }
    }
    picture = picture.convertToFormat(QImage::Format_Grayscale8);
    for (int y = 0; y < picture.height(); ++y) {
        uchar *line = picture.scanLine(y);
        for (int x = 0; x < picture.width(); ++x) {
            if (spoilt.constScanLine(y)[x] > 127)
                line[x] = kind == Kind::Ink ? 20 : kind == Kind::Rubbed ? 240 : uchar((110 + line[x]) / 2);
        }
    }
}

/// \a picture as a camera sees it that is turned by \a degrees and nearer to one side by \a tilt (a share of the width).
inline QImage askew(const QImage &picture, double degrees, double tilt)
{
    const double w = picture.width();
    const double h = picture.height();
    QTransform lean;
    const QPolygonF from{{QPointF(0, 0), QPointF(w, 0), QPointF(w, h), QPointF(0, h)}};
    const QPolygonF to{{QPointF(0, 0), QPointF(w, tilt * h / 2), QPointF(w, h - tilt * h / 2), QPointF(0, h)}};
    QTransform::quadToQuad(from, to, lean);
    QTransform turn;
    turn.rotate(degrees);
    const QImage turned = picture.convertToFormat(QImage::Format_ARGB32).transformed(lean * turn, Qt::SmoothTransformation);
    QImage seen(turned.size(), QImage::Format_RGB32);
    seen.fill(Qt::white);
    QPainter(&seen).drawImage(0, 0, turned);
    return seen;
}

}
