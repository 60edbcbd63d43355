#include "ui/issuance/shelfdelegate.h"

#include "core/domain/casenumber.h"
#include "ui/issuance/shelfface.h"
#include "ui/issuance/shelfmodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/rows.h"
#include "ui/words/peoplewords.h"

#include <QFontMetrics>
#include <QPainter>

using namespace Qt::StringLiterals;
using domain::ShelfState;
using theme::Colour;
using theme::Type;

namespace {

constexpr int rowSide = theme::space(3);
constexpr int markWidth = theme::space(6);
constexpr int stateWidth = theme::space(28);
constexpr int endWidth = theme::space(34);
constexpr int partGap = theme::space(3);

/// Draws \a text at the right end of \a place and gives what is left of it; \a text takes at most half.
QRect paintAtRight(QPainter &painter, const QRect &place, const QString &text)
{
    const QFont font = theme::font(Type::Caption);
    const int width = qMin(place.width() / 2, QFontMetrics(font).horizontalAdvance(text) + 1);
    paintLine(painter, place.adjusted(place.width() - width, 0, 0, 0), font, theme::colour(Colour::Muted), text);
    return place.adjusted(0, 0, -width - partGap, 0);
}

}

void ShelfDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto entry = index.data(ShelfModel::LineRole).value<desk::ShelfEntry>();
    const QDateTime now = index.data(ShelfModel::NowRole).toDateTime();
    painter->save();
    paintRowGround(*painter, option, true);
    const QRect inner = option.rect.adjusted(rowSide, theme::space(2), -rowSide, -theme::space(2));
    const QRect above(inner.left(), inner.top(), inner.width(), inner.height() / 2);
    const QRect below(inner.left(), above.bottom() + 1, inner.width(), inner.height() / 2);
    if (index.data(ShelfModel::MarkedRole).toBool()) {
        const int icon = theme::space(4);
        theme::icon(u"check"_s, Colour::Accent).paint(painter, {inner.left(), inner.center().y() - icon / 2, icon, icon});
    }
    const BadgeFace badge = shelfFace(entry.state);
    paintBadge(*painter, {inner.left() + markWidth, inner.center().y() - badgeSize(badge).height() / 2 + 1}, badge);

    const int endLeft = inner.left() + markWidth + stateWidth;
    const bool isLate = entry.state == ShelfState::Late || entry.state == ShelfState::Forgotten
        || (entry.state == ShelfState::Ready && entry.urgency == domain::Urgency::Red);
    paintLine(*painter, {endLeft, above.top(), endWidth - partGap, above.height()}, theme::font(Type::Strong),
              theme::colour(isLate ? Colour::Bad : Colour::Text), waitingWords(entry, now));
    paintLine(*painter, {endLeft, below.top(), endWidth - partGap, below.height()}, theme::font(Type::Caption),
              theme::colour(Colour::Muted), clockWords(entry, now));

    const int before = endLeft + endWidth - inner.left();
    const QRect what = paintAtRight(*painter, above.adjusted(before, 0, 0, 0), whereabouts(entry));
    paintLine(*painter, what, theme::font(Type::Strong), theme::colour(Colour::Text), entry.result.name);
    const QRect whose = paintAtRight(*painter, below.adjusted(before, 0, 0, 0), collectionWords(entry));
    const QString who = entry.applicant.isEmpty() ? tr("applicant not entered")
                                                  : words::applicantFor(entry.applicant, entry.subjects);
    paintLine(*painter, whose, theme::font(Type::Caption), theme::colour(Colour::Muted),
              who + u"  ·  "_s + domain::groupedNumber(entry.number) + u"  ·  "_s + entry.matter);
    painter->restore();
}

QSize ShelfDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), 2 * QFontMetrics(theme::font(Type::Strong)).height() + theme::space(5)};
}
