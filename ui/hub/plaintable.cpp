#include "ui/hub/plaintable.h"

#include <QHeaderView>
#include <QShortcut>

PlainTable::PlainTable(const QString &name, const QStringList &columns, QWidget *parent)
    : QTableWidget(0, int(columns.size()), parent)
{
    setAccessibleName(name);
    setHorizontalHeaderLabels(columns);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    setWordWrap(true);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto open = [this] {
        if (const QString key = currentKey(); !key.isEmpty())
            emit opened(key);
    };
    auto *enter = new QShortcut(Qt::Key_Return, this);
    enter->setContext(Qt::WidgetShortcut);
    connect(enter, &QShortcut::activated, this, open);
    connect(this, &QTableWidget::doubleClicked, this, open);
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
