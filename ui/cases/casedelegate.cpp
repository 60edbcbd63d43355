#include "ui/cases/casedelegate.h"

#include "core/domain/casenumber.h"
#include "ui/cases/caseface.h"
#include "ui/cases/casesmodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/rows.h"
#include "ui/words/peoplewords.h"

#include <QFontMetrics>
#include <QPainter>

using namespace Qt::StringLiterals;
using theme::Colour;
using theme::Type;

void CaseDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto line = index.data(CasesModel::LineRole).value<desk::CaseLine>();
    painter->save();
    paintRowGround(*painter, option, option.widget && option.widget->hasFocus());
    const QRect inner = option.rect.adjusted(theme::space(4), theme::space(2), -theme::space(4), -theme::space(2));
    const QRect above(inner.left(), inner.top(), inner.width(), inner.height() / 2);
    const QRect below(inner.left(), above.bottom() + 1, inner.width(), inner.height() / 2);

    const QString when = index.data(CasesModel::WhenRole).toString();
    const int whenWidth = QFontMetrics(theme::font(Type::Caption)).horizontalAdvance(when);
    paintLine(*painter, above.adjusted(0, 0, -whenWidth - theme::space(3), 0), theme::font(Type::Strong),
              theme::colour(Colour::Text), line.matter);
    paintLine(*painter, above.adjusted(above.width() - whenWidth - 1, 0, 0, 0), theme::font(Type::Caption),
              theme::colour(Colour::Muted), when);

    const BadgeFace badge = stageBadge(line);
    const QSize badgeRoom = badgeSize(badge);
    paintBadge(*painter, {below.right() - badgeRoom.width() + 1, below.center().y() - badgeRoom.height() / 2 + 1}, badge);
    const QString named = words::applicantFor(line.applicant, line.subjects);
    const QString who = named.isEmpty() ? QString() : u"  ·  "_s + named;
    const QString window = index.data(CasesModel::WindowRole).toString();
    const QString where = window.isEmpty() ? QString() : u"  ·  "_s + window;
    paintLine(*painter, below.adjusted(0, 0, -badgeRoom.width() - theme::space(3), 0), theme::font(Type::Caption),
              theme::colour(Colour::Muted), domain::groupedNumber(line.number) + who + where);
    painter->restore();
}

QSize CaseDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), 2 * QFontMetrics(theme::font(Type::Strong)).height() + theme::space(5)};
}

void CaseCellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    QStyleOptionViewItem ground = option;
    ground.state.setFlag(QStyle::State_MouseOver, false);
    // The bar at the left marks the row once, not every cell.
    const bool first = index.column() == 0;
    paintRowGround(*painter, ground, true, first);
    const QRect inner = option.rect.adjusted(theme::space(first ? 4 : 2), 0, -theme::space(2), 0);
    if (first && index.data(CasesModel::MarkedRole).toBool())
        paintMark(*painter, option.rect, theme::space(4));
    const auto line = index.data(CasesModel::LineRole).value<desk::CaseLine>();
    if (index.column() == CasesModel::Stage) {
        const BadgeFace badge = stageBadge(line);
        paintBadge(*painter, {inner.left(), inner.center().y() - badgeSize(badge).height() / 2 + 1}, badge);
    } else {
        const bool main = index.column() == CasesModel::Matter;
        const bool quiet = index.column() == CasesModel::Changed || index.column() == CasesModel::Window || index.column() == CasesModel::Found
            || (index.column() == CasesModel::Applicant && line.applicant.isEmpty());
        paintLine(*painter, inner, theme::font(main ? Type::Strong : Type::Body),
                  theme::colour(quiet ? Colour::Muted : Colour::Text), index.data().toString());
    }
    painter->restore();
}
