#include "ui/worklist/workdelegate.h"

#include "core/domain/casenumber.h"
#include "ui/theme/theme.h"
#include "ui/widgets/rows.h"
#include "ui/words/lifewords.h"
#include "ui/words/peoplewords.h"
#include "ui/worklist/taskface.h"
#include "ui/worklist/workmodel.h"

#include <QFontMetrics>
#include <QPainter>

using namespace Qt::StringLiterals;
using theme::Colour;
using theme::Type;

namespace {

constexpr int side = theme::space(4);
constexpr int urgencyWidth = theme::space(24);
constexpr int dueWidth = theme::space(48);
constexpr int gap = theme::space(3);

int strongHeight()
{
    return QFontMetrics(theme::font(Type::Strong)).height();
}

/// Draws \a text at the right end of \a place and gives what is left of it.
QRect paintAtEnd(QPainter &painter, const QRect &place, const QString &text)
{
    const QFont font = theme::font(Type::Caption);
    const int width = QFontMetrics(font).horizontalAdvance(text);
    paintLine(painter, place.adjusted(place.width() - width - 1, 0, 0, 0), font, theme::colour(Colour::Muted), text);
    return place.adjusted(0, 0, -width - gap, 0);
}

QString subjectOf(const desk::WorkLine &line)
{
    return line.task.subject.isEmpty() ? QString() : u"  "_s + line.task.subject;
}

}

void WorkDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto line = index.data(WorkModel::LineRole).value<desk::WorkLine>();
    painter->save();
    paintRowGround(*painter, option, option.widget && option.widget->hasFocus());
    const QRect inner = option.rect.adjusted(side, theme::space(2), -side, -theme::space(2));
    const QRect above(inner.left(), inner.top(), inner.width(), inner.height() / 2);
    const QRect below(inner.left(), above.bottom() + 1, inner.width(), inner.height() / 2);

    if (index.data(WorkModel::MarkedRole).toBool())
        paintMark(*painter, option.rect, side);
    const BadgeFace badge = urgencyFace(line.urgency);
    paintBadge(*painter, {inner.left(), inner.center().y() - badgeSize(badge).height() / 2 + 1}, badge);

    const bool late = line.urgency == domain::Urgency::Red || line.urgency == domain::Urgency::Overdue;
    const auto dueIn = [](const QRect &row) { return QRect(row.left() + urgencyWidth, row.top(), dueWidth - gap, row.height()); };
    paintLine(*painter, dueIn(above), theme::font(Type::Strong), theme::colour(late ? Colour::Bad : Colour::Text),
              index.data(WorkModel::DueRole).toString());
    paintLine(*painter, dueIn(below), theme::font(Type::Caption), theme::colour(Colour::Muted),
              index.data(WorkModel::DetailRole).toString());

    const int before = urgencyWidth + dueWidth;
    const QRect what = paintAtEnd(*painter, above.adjusted(before, 0, 0, 0), domain::groupedNumber(line.number));
    const int taken = paintLine(*painter, what, theme::font(Type::Strong), theme::colour(Colour::Text),
                                words::name(line.task.kind));
    paintLine(*painter, what.adjusted(taken, 0, 0, 0), theme::font(Type::Body), theme::colour(Colour::Text),
              subjectOf(line));
    const QRect where = paintAtEnd(*painter, below.adjusted(before, 0, 0, 0),
                                   line.task.waitsForOthers ? tr("waits for others") : QString());
    const QString who = line.applicant.isEmpty() ? tr("applicant not entered")
                                                 : words::applicantFor(line.applicant, line.subjects);
    paintLine(*painter, where, theme::font(Type::Caption), theme::colour(Colour::Muted), line.matter + u"  ·  "_s + who);
    painter->restore();
}

QSize WorkDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), 2 * strongHeight() + theme::space(5)};
}

void KindDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintRowGround(*painter, option, true);
    const QRect inner = option.rect.adjusted(side, 0, -side, 0);
    const QRect rest = paintAtEnd(*painter, inner, index.data(CountRole).toString());
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    paintLine(*painter, rest, theme::font(chosen ? Type::Strong : Type::Body), theme::colour(Colour::Text),
              index.data().toString());
    painter->restore();
}

QSize KindDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), strongHeight() + theme::space(3)};
}
