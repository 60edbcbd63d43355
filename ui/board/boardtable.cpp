#include "ui/board/boardtable.h"

#include "ui/widgets/rowtable.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

#include <algorithm>

namespace {

constexpr double wallFactor = 1.7;

/// Leaves room between one column and the next.
class RoomyDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(option.fontMetrics.height(), 0);
    }
};

}

QFont boardFont(theme::Type type, BoardSize size)
{
    QFont font = theme::font(type);
    if (size == BoardSize::Wall) {
        if (font.pixelSize() > 0)
            font.setPixelSize(int(font.pixelSize() * wallFactor));
        else
            font.setPointSizeF(font.pointSizeF() * wallFactor);
    }
    return font;
}

BoardTable::BoardTable(const QString &name, const QStringList &columns, int stretched, BoardSize size, QWidget *parent)
    : QTableWidget(0, int(columns.size()), parent)
{
    setAccessibleName(name);
    setItemDelegate(new RoomyDelegate(this));
    setHorizontalHeaderLabels(columns);
    setFont(boardFont(theme::Type::Body, size));
    horizontalHeader()->setFont(boardFont(theme::Type::Caption, size));
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(QFontMetrics(font()).height() + theme::space(size == BoardSize::Wall ? 4 : 3));
    setWordWrap(false);
    setTextElideMode(Qt::ElideRight);
    chooseByRows(*this, [this] {
        if (const QString key = currentKey(); !key.isEmpty())
            emit opened(key);
    });
    setFocusPolicy(size == BoardSize::Wall ? Qt::NoFocus : Qt::StrongFocus);
    if (size == BoardSize::Wall)
        setSelectionMode(QAbstractItemView::NoSelection);
}

void BoardTable::show(const QList<Row> &rows)
{
    if (rows == m_rows)
        return;
    const QString chosen = currentKey();
    m_rows = rows;
    setRowCount(int(rows.size()));
    int current = 0;
    for (int place = 0; place < rows.size(); ++place) {
        const Row &row = rows[place];
        for (int column = 0; column < columnCount(); ++column) {
            auto *cell = new QTableWidgetItem(row.cells.value(column));
            cell->setToolTip(row.cells.value(column));
            if (row.strong || column == columnCount() - 1)
                cell->setForeground(theme::colour(row.colour));
            setItem(place, column, cell);
        }
        if (!chosen.isEmpty() && row.key == chosen)
            current = place;
    }
    if (selectionMode() != QAbstractItemView::NoSelection)
        setCurrentCell(current, 0);
}

QString BoardTable::currentKey() const
{
    const int row = currentRow();
    return row >= 0 && row < m_rows.size() ? m_rows[row].key : QString();
}
