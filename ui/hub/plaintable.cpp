#include "ui/hub/plaintable.h"

#include "ui/widgets/rowtable.h"

#include <QHeaderView>

PlainTable::PlainTable(const QString &name, const QStringList &columns, QWidget *parent)
    : QTableWidget(0, int(columns.size()), parent)
{
    setAccessibleName(name);
    setHorizontalHeaderLabels(columns);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setStretchLastSection(true);
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    setWordWrap(true);
    chooseByRows(*this, [this] {
        if (const QString key = currentKey(); !key.isEmpty())
            emit opened(key);
    });
}

void PlainTable::show(const QList<Row> &rows)
{
    const QString chosen = currentKey();
    m_keys.clear();
    setRowCount(int(rows.size()));
    for (const Row &row : rows) {
        const int place = int(m_keys.size());
        for (int column = 0; column < columnCount(); ++column)
            setItem(place, column, new QTableWidgetItem(row.cells.value(column)));
        m_keys << row.key;
    }
    setCurrentCell(qMax(0, int(m_keys.indexOf(chosen))), 0);
}

QString PlainTable::currentKey() const
{
    return m_keys.value(currentRow());
}
