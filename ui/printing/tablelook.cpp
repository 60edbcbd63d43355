#include "ui/printing/tablelook.h"

#include "ui/theme/theme.h"
#include "ui/widgets/rows.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

using theme::Colour;
using theme::Type;

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    QStyleOptionViewItem ground = option;
    ground.state.setFlag(QStyle::State_MouseOver, false);
    const bool first = index.column() == 0; // the bar at the left marks the row once
    paintRowGround(*painter, ground, option.widget && option.widget->hasFocus(), first);
    const QRect inner = option.rect.adjusted(theme::space(first ? 4 : 2), 0, -theme::space(2), 0);
    const auto face = index.data(FaceRole).value<BadgeFace>();
    int taken = 0;
    if (!face.text.isEmpty()) {
        const QSize size = badgeSize(face);
        paintBadge(*painter, {inner.left(), inner.center().y() - size.height() / 2 + 1}, face);
        taken = size.width() + theme::space(2);
    }
    const bool strong = index.data(StrongRole).toBool();
    const bool quiet = index.data(QuietRole).toBool();
    paintLine(*painter, inner.adjusted(taken, 0, 0, 0), theme::font(strong ? Type::Strong : Type::Body),
              theme::colour(quiet ? Colour::Muted : Colour::Text), index.data().toString());
    painter->restore();
}

void dressTable(QTableView &table, const QList<int> &widths, int stretched)
{
    table.setItemDelegate(new CellDelegate(&table));
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setShowGrid(false);
    table.setTabKeyNavigation(false);
    table.setFrameShape(QFrame::NoFrame);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(theme::space(10));
    QHeaderView *head = table.horizontalHeader();
    head->setHighlightSections(false);
    head->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    head->setSectionsClickable(false);
    head->setSectionResizeMode(QHeaderView::Fixed);
    head->setSectionResizeMode(stretched, QHeaderView::Stretch);
    for (int column = 0; column < widths.size(); ++column) {
        if (column != stretched)
            table.setColumnWidth(column, widths[column]);
    }
}
