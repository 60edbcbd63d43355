#pragma once

#include <QImage>
#include <QRectF>

namespace scans {

/// What is done to a picture, in this order.
struct Edit {
    int quarterTurns = 0; ///< clockwise
    bool straighten = false; ///< by the lines of text
    QRectF cut; ///< what is kept, as shares (0–1) of width and height after turning; empty: all
    bool operator==(const Edit &) const = default;
};

/// By how many degrees (−6 … 6) the lines of text on \a picture fall to the right; 0 when no lines are found.
double slopeOf(const QImage &picture);

QImage edited(const QImage &picture, const Edit &edit);

}
