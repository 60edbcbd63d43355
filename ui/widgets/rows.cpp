#include "ui/widgets/rows.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

void paintRowGround(QPainter &painter, const QStyleOptionViewItem &option, bool active, bool bar)
{
    using theme::Colour;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const QRect row = option.rect;
    if (selected && active)
        painter.fillRect(row, theme::colour(Colour::AccentSoft));
    else if (selected || hovered)
        painter.fillRect(row, theme::colour(Colour::Window));
    painter.fillRect(QRect(row.left(), row.bottom(), row.width(), 1), theme::colour(Colour::Line));
    if (selected && active && bar)
        painter.fillRect(QRect(row.left(), row.top(), 3, row.height()), theme::colour(Colour::Accent));
}

int paintLine(QPainter &painter, const QRect &place, const QFont &font, const QColor &colour, const QString &text)
{
    const QFontMetrics metrics(font);
    const QString fitting = metrics.elidedText(text, Qt::ElideRight, place.width());
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, fitting);
    return metrics.horizontalAdvance(fitting);
}

void paintMark(QPainter &painter, const QRect &row, int margin)
{
    const int side = margin - 3; // beside the bar of a chosen row
    const QRect box(row.left() + 2, row.center().y() - side / 2, side, side);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::colour(theme::Colour::Accent));
    painter.drawRoundedRect(box, 3, 3);
    theme::icon(QStringLiteral("check"), theme::Colour::OnAccent).paint(&painter, box);
    painter.restore();
}
