#include "ui/widgets/rowtable.h"

#include <QHeaderView>
#include <QShortcut>
#include <QTableWidget>

void chooseByRows(QTableWidget &table, const std::function<void()> &open)
{
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    // The heads begin where the cells below them begin.
    table.horizontalHeader()->setStyleSheet(QStringLiteral("QHeaderView::section, QHeaderView::section:first { padding: 6px 3px; }"));
    table.verticalHeader()->hide();
    table.setFrameShape(QFrame::NoFrame);
    table.setShowGrid(false);
    table.setTabKeyNavigation(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *enter = new QShortcut(Qt::Key_Return, &table);
    enter->setContext(Qt::WidgetShortcut);
    QObject::connect(enter, &QShortcut::activated, &table, open);
    QObject::connect(&table, &QTableWidget::doubleClicked, &table, open);
}
