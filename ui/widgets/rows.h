#pragma once

#include <QStyleOptionViewItem>

class QPainter;

/// The ground of a row that a delegate draws itself: selected, under the mouse or plain, with a hairline below.
/// \a active: the selection is where the keys go. \a bar: with the accent bar at its left end.
void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, bool active, bool bar = true);

/// Draws one line of text, cut with an ellipsis where it does not fit; gives the width that it took.
int paintLine(QPainter &painter, const QRect &place, const QFont &font, const QColor &colour, const QString &text);

/// The sign that a row is marked for an act on several, in the margin before its text, which begins \a margin pixels from the left.
void paintMark(QPainter &painter, const QRect &row, int margin);
