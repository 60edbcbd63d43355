#include "ui/intake/optiondelegate.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace {

constexpr int margin = theme::space(2);
constexpr int rowInset = 3; ///< above and below
constexpr int textLeft = theme::space(8); ///< right of the mark
constexpr int optionHeight = 26;
constexpr int markSize = 16;
constexpr int captionHeight = 17;

QString text(const QModelIndex &index, int role)
{
    return index.data(role).toString();
}

RowMark markOf(const QModelIndex &index)
{
    return index.data(OptionRole::Mark).value<RowMark>();
}

QRect textRect(const QRect &row)
{
    return row.adjusted(textLeft, rowInset, -margin, 0);
}

int linesHeight(const QString &text, const QFont &font, int width)
{
    const QRect space(0, 0, qMax(width, 1), 1000);
    return QFontMetrics(font).boundingRect(space, Qt::TextWordWrap, text).height();
}

void paintBox(QPainter &painter, const QRect &place, bool checked, theme::Colour colour)
{
    painter.setPen(theme::colour(checked ? colour : theme::Colour::Edge));
    painter.setBrush(theme::colour(checked ? colour : theme::Colour::Surface));
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (checked)
        theme::icon(QStringLiteral("check"), theme::Colour::OnAccent).paint(&painter, place.adjusted(1, 1, -1, -1));
}

void paintMark(QPainter &painter, const QRect &row, const QModelIndex &index)
{
    const QRect place(row.left() + margin, row.top() + rowInset + 4, markSize, markSize);
    const QVariant box = index.data(OptionRole::Box);
    const RowMark mark = markOf(index);
    if (box.isValid()) {
        paintBox(painter, place, box.toBool(), mark == RowMark::Open ? theme::Colour::Warn : theme::Colour::Accent);
    } else if (mark == RowMark::Done) {
        theme::icon(QStringLiteral("check"), theme::Colour::Good).paint(&painter, place);
    } else if (mark == RowMark::Off) {
        painter.fillRect(QRect(place.left() + 3, place.center().y(), markSize - 6, 2),
                         theme::colour(theme::Colour::Edge));
    } else if (mark == RowMark::Undecided) {
        theme::icon(QStringLiteral("question"), theme::Colour::Muted).paint(&painter, place);
    } else {
        painter.setPen(QPen(theme::colour(theme::Colour::Warn), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QRectF(place).adjusted(3, 3, -3, -3));
    }
}

}

void OptionDelegate::setExpanded(const QModelIndex &index)
{
    if (m_expanded == index)
        return;
    const QPersistentModelIndex before = std::exchange(m_expanded, index);
    if (before.isValid())
        emit sizeHintChanged(before);
    if (index.isValid())
        emit sizeHintChanged(index);
}

bool OptionDelegate::showsOptions(const QModelIndex &index) const
{
    return m_expanded == index;
}

bool OptionDelegate::showsDetail(const QModelIndex &index) const
{
    // The options below, or what is being typed, already say it.
    const bool saidBelow
        = !index.data(OptionRole::Options).toStringList().isEmpty() || index.data(OptionRole::Entry).isValid();
    return !(showsOptions(index) && saidBelow) && !text(index, OptionRole::Detail).isEmpty();
}

int OptionDelegate::optionAt(const QModelIndex &index, const QRect &row, QPoint position) const
{
    if (!showsOptions(index))
        return -1;
    const int below = position.y() - row.top() - headHeight(index, row.width());
    const int option = below / optionHeight;
    return below >= 0 && option < index.data(OptionRole::Options).toStringList().size() ? option : -1;
}

int OptionDelegate::headHeight(const QModelIndex &index, int width) const
{
    const int inner = width - textLeft - margin;
    const bool expanded = showsOptions(index);
    const QFont headFont = theme::font(expanded ? theme::Type::Strong : theme::Type::Body);
    int height = rowInset
        + (expanded ? linesHeight(text(index, Qt::DisplayRole), headFont, inner) : QFontMetrics(headFont).height());
    if (showsDetail(index))
        height += captionHeight;
    return height + rowInset;
}

QSize OptionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = option.widget ? option.rect.width() : 280;
    int height = headHeight(index, width);
    if (showsOptions(index)) {
        const bool isEntry = index.data(OptionRole::Entry).isValid();
        const int lines = isEntry ? 1 : int(index.data(OptionRole::Options).toStringList().size());
        height += lines > 0 ? lines * optionHeight + 2 * rowInset : 0;
    }
    return {width, height};
}

void OptionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool hovered = option.state & QStyle::State_MouseOver;
    if (showsOptions(index) || hovered) {
        painter->setPen(Qt::NoPen);
        QColor ground = theme::colour(theme::Colour::AccentSoft);
        ground.setAlphaF(showsOptions(index) ? 1.0F : 0.5F);
        painter->setBrush(ground);
        painter->drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 4, 4);
    }
    paintMark(*painter, option.rect, index);
    paintHead(*painter, option.rect, index);
    if (showsOptions(index)) {
        if (index.data(OptionRole::Entry).isValid())
            paintEntry(*painter, option.rect, index);
        else
            paintOptions(*painter, option.rect, index);
    }
    painter->restore();
}

void OptionDelegate::paintHead(QPainter &painter, const QRect &row, const QModelIndex &index) const
{
    const bool expanded = showsOptions(index);
    const bool off = markOf(index) == RowMark::Off;
    QRect place = textRect(row);
    painter.setFont(theme::font(expanded ? theme::Type::Strong : theme::Type::Body));
    painter.setPen(theme::colour(off ? theme::Colour::Muted : theme::Colour::Text));
    const QString head = text(index, Qt::DisplayRole);
    QRect used;
    if (expanded) {
        painter.drawText(place, Qt::TextWordWrap, head, &used);
    } else {
        painter.drawText(place, Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(head, Qt::ElideRight, place.width()), &used);
    }
    if (!showsDetail(index))
        return;
    const QString detail = text(index, OptionRole::Detail);
    place.setTop(used.bottom());
    place.setHeight(captionHeight);
    painter.setFont(theme::font(theme::Type::Caption));
    painter.setPen(theme::colour(markOf(index) == RowMark::Open ? theme::Colour::Warn : theme::Colour::Muted));
    painter.drawText(place, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(detail, Qt::ElideRight, place.width()));
}

void OptionDelegate::paintOptions(QPainter &painter, const QRect &row, const QModelIndex &index) const
{
    const QStringList options = index.data(OptionRole::Options).toStringList();
    const int chosen = index.data(OptionRole::Chosen).toInt();
    QRect line(row.left() + textLeft, row.top() + headHeight(index, row.width()), row.width() - textLeft - margin,
               optionHeight);
    for (int i = 0; i < options.size(); ++i, line.translate(0, optionHeight)) {
        const QRect badge(line.left(), line.center().y() - 8, 18, 18);
        painter.setPen(theme::colour(i == chosen ? theme::Colour::Accent : theme::Colour::Edge));
        painter.setBrush(theme::colour(i == chosen ? theme::Colour::Accent : theme::Colour::Surface));
        painter.drawRoundedRect(badge, 4, 4);
        painter.setFont(theme::font(theme::Type::Caption));
        painter.setPen(theme::colour(i == chosen ? theme::Colour::OnAccent : theme::Colour::Text));
        if (i < 9)
            painter.drawText(badge, Qt::AlignCenter, QString::number(i + 1));
        painter.setFont(theme::font(i == chosen ? theme::Type::Strong : theme::Type::Body));
        painter.setPen(theme::colour(i == chosen ? theme::Colour::Accent : theme::Colour::Text));
        const QRect label = line.adjusted(badge.width() + margin, 0, 0, 0);
        painter.drawText(label, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(options[i], Qt::ElideRight, label.width()));
    }
}

void OptionDelegate::paintEntry(QPainter &painter, const QRect &row, const QModelIndex &index) const
{
    const QRect box(row.left() + textLeft, row.top() + headHeight(index, row.width()), 120, optionHeight);
    painter.setPen(theme::colour(theme::Colour::Accent));
    painter.setBrush(theme::colour(theme::Colour::Surface));
    painter.drawRoundedRect(box, 4, 4);
    painter.setFont(theme::font(theme::Type::Strong));
    painter.setPen(theme::colour(theme::Colour::Text));
    const QString typed = text(index, OptionRole::Entry);
    const QRect inner = box.adjusted(margin, 0, -margin, 0);
    painter.drawText(inner, Qt::AlignVCenter, typed);
    const int caret = inner.left() + painter.fontMetrics().horizontalAdvance(typed) + 1;
    painter.fillRect(QRect(caret, box.top() + 5, 1, box.height() - 10), theme::colour(theme::Colour::Accent));
    painter.setFont(theme::font(theme::Type::Body));
    painter.drawText(box.adjusted(box.width() + margin, 0, 200, 0), Qt::AlignVCenter, text(index, OptionRole::Unit));
}
