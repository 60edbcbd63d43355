#include "ui/intake/checklistdelegate.h"

#include "ui/intake/checklistmodel.h"
#include "ui/intake/verdictlook.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace {

constexpr int rowInset = theme::space(2);

void paintLine(QPainter &painter, const QRect &place, theme::Type type, theme::Colour colour, const QString &text)
{
    painter.setFont(theme::font(type));
    painter.setPen(theme::colour(colour));
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
}

}

void ChecklistDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter->fillRect(option.rect, theme::colour(theme::Colour::AccentSoft));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      theme::colour(theme::Colour::Line));
    if (selected && index.column() == ChecklistModel::Number)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                          theme::colour(theme::Colour::Accent));
    switch (index.column()) {
    case ChecklistModel::Number:
        paintNumber(*painter, option.rect, index);
        break;
    case ChecklistModel::Material:
        paintMaterial(*painter, option.rect, index, selected);
        break;
    default:
        paintVerdict(*painter, option.rect, index);
    }
    painter->restore();
}

QSize ChecklistDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), m_compact ? compactHeight : comfortableHeight};
}

void ChecklistDelegate::paintNumber(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    painter.setFont(theme::font(theme::Type::Caption));
    painter.setPen(theme::colour(theme::Colour::Muted));
    painter.drawText(cell.adjusted(0, 0, -rowInset / 2, 0), Qt::AlignVCenter | Qt::AlignRight, index.data().toString());
}

void ChecklistDelegate::paintMaterial(QPainter &painter, const QRect &cell, const QModelIndex &index,
                                      bool current) const
{
    const QRect inner = cell.adjusted(rowInset, 2, -rowInset, -3);
    const theme::Type type = current ? theme::Type::Strong : theme::Type::Body;
    const QString name = index.data().toString();
    const QString detail = index.data(ChecklistModel::Detail).toString();
    if (!m_compact) {
        const int half = inner.height() * 55 / 100;
        paintLine(painter, inner.adjusted(0, 0, 0, half - inner.height()), type, theme::Colour::Text, name);
        paintLine(painter, inner.adjusted(0, half, 0, 0), theme::Type::Caption, theme::Colour::Muted, detail);
        return;
    }
    const int nameWidth = qMin(inner.width(), QFontMetrics(theme::font(type)).horizontalAdvance(name) + 2);
    paintLine(painter, QRect(inner.topLeft(), QSize(nameWidth, inner.height())), type, theme::Colour::Text, name);
    if (const QRect rest = inner.adjusted(nameWidth + rowInset, 0, 0, 0); rest.width() > theme::space(10))
        paintLine(painter, rest, theme::Type::Caption, theme::Colour::Muted, detail);
}

void ChecklistDelegate::paintVerdict(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    BadgeFace face = verdictFace({});
    if (const QVariant kind = index.data(ChecklistModel::Kind); kind.isValid()) {
        domain::Verdict verdict;
        verdict.kind = static_cast<domain::VerdictKind>(kind.toInt());
        face = verdictFace(verdict);
    }
    const QString detail = index.data(ChecklistModel::Detail).toString();
    const int badgeHeight = badgeSize(face).height();
    const bool below = !m_compact && !detail.isEmpty();
    const QRect inner = cell.adjusted(rowInset / 2, 0, -rowInset / 2, 0);
    paintBadge(painter, {inner.left(), below ? inner.top() + 2 : inner.center().y() - badgeHeight / 2}, face);
    if (below)
        paintLine(
            painter,
            QRect(inner.left() + 1, inner.top() + badgeHeight + 1, inner.width(), inner.height() - badgeHeight - 4),
            theme::Type::Caption, theme::Colour::Muted, detail);
}
