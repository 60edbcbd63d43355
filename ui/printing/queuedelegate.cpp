#include "ui/printing/queuedelegate.h"

#include "core/domain/casenumber.h"
#include "ui/printing/printwords.h"
#include "ui/printing/queuemodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/rows.h"

#include <QFontMetrics>
#include <QPainter>

using namespace Qt::StringLiterals;
using theme::Colour;
using theme::Type;

namespace {

constexpr int queueSide = theme::space(4);
constexpr int badgeWidth = theme::space(32);
constexpr int numberWidth = theme::space(46);

}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto print = index.data(QueueModel::PrintRole).value<desk::QueuedPrint>();
    painter->save();
    paintRowGround(*painter, option, option.widget && option.widget->hasFocus());
    const QRect inner = option.rect.adjusted(queueSide, theme::space(2), -queueSide, -theme::space(2));
    const BadgeFace badge = printwords::badge(print);
    paintBadge(*painter, {inner.left(), inner.center().y() - badgeSize(badge).height() / 2 + 1}, badge);
    const QRect above(inner.left() + badgeWidth, inner.top(), inner.width() - badgeWidth, inner.height() / 2);
    const QRect below(above.left(), above.bottom() + 1, above.width(), above.height());
    const QRect number(above.right() - numberWidth, above.top(), numberWidth, above.height());
    paintLine(*painter, number, theme::font(Type::Caption), theme::colour(Colour::Muted),
              domain::groupedNumber(print.number));
    const QRect what = above.adjusted(0, 0, -numberWidth - theme::space(2), 0);
    const int taken = paintLine(*painter, what, theme::font(Type::Strong), theme::colour(Colour::Text),
                                printwords::paper(print));
    paintLine(*painter, what.adjusted(taken + theme::space(2), 0, 0, 0), theme::font(Type::Caption),
              theme::colour(Colour::Muted), print.matter);
    const bool needsSomebody = print.isBlocked() || print.state == domain::PrintAct::State::Failed;
    paintLine(*painter, below, theme::font(Type::Caption), theme::colour(needsSomebody ? Colour::Bad : Colour::Muted),
              printwords::sentence(print));
    painter->restore();
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), 2 * QFontMetrics(theme::font(Type::Strong)).height() + theme::space(5)};
}
