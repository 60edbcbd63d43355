#include "ui/case/rowdelegate.h"

#include "ui/theme/theme.h"
#include "ui/widgets/rows.h"

#include <QAbstractItemView>
#include <QPainter>

using theme::Colour;
using theme::Type;

namespace {

constexpr int side = theme::space(2);
constexpr int edge = 3; ///< above and below
constexpr int wrapFlags = int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap | Qt::TextWrapAnywhere;

int lineHeight(Type type)
{
    return QFontMetrics(theme::font(type)).height();
}

/// Draws the badge at the right end of \a place and gives what is left of it.
QRect badgeAtEnd(QPainter &painter, const QRect &place, const BadgeFace &badge)
{
    if (badge.text.isEmpty())
        return place;
    const QSize size = badgeSize(badge);
    paintBadge(painter, {place.right() - size.width() + 1, place.center().y() - size.height() / 2 + 1}, badge);
    return place.adjusted(0, 0, -size.width() - side, 0);
}

}

RowDelegate::RowDelegate(RowShape shape, QWidget *parent) : QStyledItemDelegate(parent), m_shape(shape) { }

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto row = index.data(PaneModel::RowRole).value<PaneRow>();
    painter->save();
    paintRowGround(*painter, option, option.widget && option.widget->hasFocus());
    const QRect inner = option.rect.adjusted(side, edge, -side, -edge - 1);
    switch (m_shape) {
    case RowShape::OneLine:
        paintOneLine(*painter, inner, row);
        break;
    case RowShape::TwoLines:
        paintTwoLines(*painter, inner, row);
        break;
    case RowShape::Wrapped:
        paintWrapped(*painter, inner, row);
    }
    painter->restore();
}

void RowDelegate::paintOneLine(QPainter &painter, const QRect &inner, const PaneRow &row) const
{
    const QRect place = badgeAtEnd(painter, inner, row.badge);
    const int taken = paintLine(painter, place, theme::font(Type::Body), theme::colour(Colour::Text), row.text);
    if (const QRect rest = place.adjusted(taken + side, 0, 0, 0); rest.width() > theme::space(10))
        paintLine(painter, rest, theme::font(Type::Caption), theme::colour(Colour::Muted), row.detail);
}

void RowDelegate::paintTwoLines(QPainter &painter, const QRect &inner, const PaneRow &row) const
{
    const int above = lineHeight(Type::Body);
    const QRect upper = badgeAtEnd(painter, QRect(inner.left(), inner.top(), inner.width(), above), row.badge);
    paintLine(painter, upper, theme::font(Type::Body), theme::colour(Colour::Text), row.text);
    paintLine(painter, inner.adjusted(0, above, 0, 0), theme::font(Type::Caption), theme::colour(Colour::Muted),
              row.detail);
}

void RowDelegate::paintWrapped(QPainter &painter, const QRect &inner, const PaneRow &row) const
{
    const int above = lineHeight(Type::Caption);
    paintLine(painter, QRect(inner.left(), inner.top(), inner.width(), above), theme::font(Type::Caption),
              theme::colour(Colour::Muted), row.detail);
    painter.setFont(theme::font(Type::Body));
    painter.setPen(theme::colour(Colour::Text));
    painter.drawText(inner.adjusted(0, above, 0, 0), wrapFlags, row.text);
}

int RowDelegate::textWidth() const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(parent());
    return view->viewport()->width() - 2 * side;
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    int height = lineHeight(Type::Body);
    if (m_shape == RowShape::TwoLines)
        height += lineHeight(Type::Caption);
    if (m_shape == RowShape::Wrapped) {
        const auto row = index.data(PaneModel::RowRole).value<PaneRow>();
        height = lineHeight(Type::Caption)
            + QFontMetrics(theme::font(Type::Body))
                  .boundingRect(QRect(0, 0, textWidth(), 10000), wrapFlags, row.text)
                  .height();
    }
    return {option.rect.width(), height + 2 * edge + 1};
}
