#include "ui/case/itemschart.h"

#include "ui/case/chartlayout.h"
#include "ui/case/itemface.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using theme::Colour;

namespace {

constexpr int leastBoxWidth = theme::space(38);
constexpr int boxHeight = theme::space(12);
constexpr int gutter = theme::space(3); ///< between boxes; lines run here
constexpr int margin = theme::space(2); ///< a line runs here too
constexpr int arrow = 4;

}

ItemsChart::ItemsChart(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Items"));
}

void ItemsChart::show(const CaseView &view)
{
    m_lines.clear();
    m_boxes.clear();
    for (const auto &[line, item] : view.items) {
        m_lines << line;
        m_boxes.append(
            {.id = line.item.id, .name = line.item.name, .promise = {}, .face = itemFace(item), .place = {}});
        if (!item.isEnded())
            m_boxes.last().promise = shortPromiseOf(view, line.item.id);
    }
    if (!box(m_current)) {
        const auto open = std::ranges::find_if(view.items, [](const auto &entry) { return !entry.second.isEnded(); });
        m_current = open != view.items.end() ? open->first.item.id : m_boxes.isEmpty() ? QString() : m_boxes.first().id;
    }
    layOut();
}

void ItemsChart::setRoom(int height)
{
    if (std::exchange(m_room, height) != height)
        layOut();
}

/// Two columns or as many as it takes that all rows can be seen, \a widest at most.
int ItemsChart::columnsFor(int widest) const
{
    for (int columns = std::min(2, widest); columns < widest; ++columns) {
        if (heightIn(columns) <= m_room)
            return columns;
    }
    return widest;
}

int ItemsChart::heightIn(int columns) const
{
    int rows = 0;
    for (const chart::Box &placed : chart::boxes(m_lines, columns))
        rows = std::max(rows, placed.row + 1);
    return 2 * margin + rows * (boxHeight + gutter) - gutter;
}

int ItemsChart::mostColumns() const
{
    return std::max(1, (width() + gutter - 2 * margin) / (leastBoxWidth + gutter));
}

int ItemsChart::leastHeight() const
{
    return heightIn(mostColumns());
}

void ItemsChart::layOut()
{
    const int columns = columnsFor(mostColumns());
    const int boxWidth = (width() - 2 * margin - (columns - 1) * gutter) / columns;
    int bottom = 0;
    for (const chart::Box &placed : chart::boxes(m_lines, columns)) {
        const auto found = std::ranges::find(m_boxes, placed.id, &Box::id);
        found->row = placed.row;
        found->column = placed.column;
        found->place = QRect(margin + placed.column * (boxWidth + gutter), margin + placed.row * (boxHeight + gutter),
                             boxWidth, boxHeight);
        bottom = std::max(bottom, found->place.bottom());
    }
    setMinimumHeight(bottom + 1 + margin);
    update();
}

const ItemsChart::Box *ItemsChart::box(const QString &id) const
{
    const auto found = std::ranges::find(m_boxes, id, &Box::id);
    return found == m_boxes.end() ? nullptr : &*found;
}

void ItemsChart::choose(const QString &id)
{
    const Box *found = box(id);
    if (!found || id == m_current)
        return;
    m_current = id;
    setAccessibleDescription(found->name + u", "_s + found->face.text);
    update();
    emit chosen(id);
}

void ItemsChart::chooseNumber(int number)
{
    if (number >= 1 && number <= m_boxes.size())
        choose(m_boxes[number - 1].id);
}

QRect ItemsChart::currentPlace() const
{
    const Box *current = box(m_current);
    return current ? current->place : QRect();
}

/// To the nearest box \a rows below or \a columns to the right.
void ItemsChart::step(int rows, int columns)
{
    const Box *current = box(m_current);
    if (!current)
        return;
    const Box *best = nullptr;
    int shortest = 0;
    for (const Box &other : std::as_const(m_boxes)) {
        const int down = (other.row - current->row) * (rows ? rows : 1);
        const int right = (other.column - current->column) * (columns ? columns : 1);
        if (rows ? down <= 0 : (down != 0 || right <= 0))
            continue;
        const int distance = rows ? down * 100 + std::abs(right) : right;
        if (!best || distance < shortest) {
            best = &other;
            shortest = distance;
        }
    }
    if (best)
        choose(QString(best->id));
}

void ItemsChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const chart::Edge &edge : chart::edges(m_lines))
        paintEdge(painter, *box(edge.from), *box(edge.to));
    for (const Box &each : std::as_const(m_boxes))
        paintBox(painter, each);
}

/// Down from the one, through the gaps between the boxes, into the other from above.
void ItemsChart::paintEdge(QPainter &painter, const Box &from, const Box &to) const
{
    const bool marked = from.id == m_current || to.id == m_current;
    painter.setPen(QPen(theme::colour(marked ? Colour::Accent : Colour::Edge), marked ? 1.6 : 1.2));
    const qreal start = from.place.center().x();
    const qreal end = to.place.center().x();
    const qreal below = from.place.bottom() + gutter / 2.0;
    const qreal above = to.place.top() - gutter / 2.0;
    QPainterPath path(QPointF(start, from.place.bottom() + 1));
    path.lineTo(start, below);
    if (to.row > from.row + 1) {
        const qreal beside = to.place.left() - gutter / 2.0;
        path.lineTo(beside, below);
        path.lineTo(beside, above);
    }
    path.lineTo(end, above);
    path.lineTo(end, to.place.top() - 1);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setBrush(painter.pen().color());
    painter.drawPolygon(QPolygonF{{end - arrow, to.place.top() - arrow - 1.0},
                                  {end + arrow, to.place.top() - arrow - 1.0},
                                  {end, to.place.top() - 1.0}});
}

void ItemsChart::paintBox(QPainter &painter, const Box &each) const
{
    const bool current = each.id == m_current;
    const qreal line = current ? 2 : 1;
    painter.setBrush(theme::colour(current && hasFocus() ? Colour::AccentSoft : Colour::Surface));
    painter.setPen(QPen(theme::colour(current ? Colour::Accent : Colour::Line), line));
    painter.drawRoundedRect(QRectF(each.place).adjusted(line / 2, line / 2, -line / 2, -line / 2), 6, 6);

    const QRect inner = each.place.adjusted(theme::space(2), theme::space(1), -theme::space(2), -theme::space(1));
    const QRect upper(inner.left(), inner.top(), inner.width(), inner.height() / 2);
    const QRect lower(inner.left(), upper.bottom() + 1, inner.width(), inner.height() / 2);
    const QString number = QString::number(&each - m_boxes.constData() + 1);
    painter.setFont(theme::font(theme::Type::Caption));
    painter.setPen(theme::colour(Colour::Muted));
    painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter, number);
    const QRect name = upper.adjusted(painter.fontMetrics().horizontalAdvance(number) + theme::space(1) + 1, 0, 0, 0);
    painter.setFont(theme::font(current ? theme::Type::Strong : theme::Type::Body));
    painter.setPen(theme::colour(Colour::Text));
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(each.name, Qt::ElideMiddle, name.width()));
    const QSize badge = badgeSize(each.face);
    paintBadge(painter, {lower.left(), lower.center().y() - badge.height() / 2 + 1}, each.face);
    const QRect rest = lower.adjusted(badge.width() + theme::space(1), 0, 0, 0);
    painter.setFont(theme::font(theme::Type::Caption));
    painter.setPen(theme::colour(Colour::Muted));
    painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(each.promise, Qt::ElideRight, rest.width()));
}

void ItemsChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void ItemsChart::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        step(0, -1);
        break;
    case Qt::Key_Right:
        step(0, 1);
        break;
    case Qt::Key_Up:
        step(-1, 0);
        break;
    case Qt::Key_Down:
        step(1, 0);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ItemsChart::mousePressEvent(QMouseEvent *event)
{
    for (const Box &each : std::as_const(m_boxes)) {
        if (each.place.contains(event->position().toPoint())) {
            choose(QString(each.id));
            return;
        }
    }
}

void ItemsChart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void ItemsChart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}
