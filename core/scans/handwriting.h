#pragma once

#include <QByteArray>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

class QPainter;

namespace scans {

/// What a pen, a finger or the mouse draws on a pad, stroke by stroke. Coordinates are dots of the pad.
class Handwriting final
{
public:
    /// \a pressure from 0 to 1; a mouse has 0.5.
    void begin(QPointF at, double pressure);
    /// Goes on with the stroke that was begun last; without one nothing happens.
    void goOn(QPointF at, double pressure);
    /// Takes the last stroke away.
    void undo();
    void clear() { m_strokes.clear(); }

    int strokes() const { return int(m_strokes.size()); }
    /// A dot or a slip of the hand is no signature: less ink than a quarter of \a pad is wide, or hardly any room taken.
    bool isTooShort(QSizeF pad) const;

    /// Draws it in black, lines smoothed, thicker where the pen was pressed.
    void draw(QPainter &painter) const;
    /// The ink cut out with a small margin, as PNG in grey on white, not wider than 1,200 and not higher than 400 dots; empty when nothing is
    /// drawn.
    QByteArray png() const;

private:
    struct Point {
        QPointF at;
        double pressure;
    };
    using Stroke = QList<Point>;
    QRectF bounds() const;

    QList<Stroke> m_strokes;
};

}
