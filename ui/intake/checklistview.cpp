#include "ui/intake/checklistview.h"

#include "ui/intake/checklistdelegate.h"
#include "ui/intake/checklistmodel.h"
#include "ui/intake/verdictlook.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>

ChecklistView::ChecklistView(QWidget *parent) : QTableView(parent), m_delegate(new ChecklistDelegate(this))
{
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->hide();
    setMinimumHeight(ChecklistDelegate::compactHeight * 3);
}

void ChecklistView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    horizontalHeader()->setMinimumSectionSize(theme::space(6));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(ChecklistModel::Material, QHeaderView::Stretch);
    horizontalHeader()->resizeSection(ChecklistModel::Number, theme::space(7));
    horizontalHeader()->resizeSection(ChecklistModel::Verdict, theme::space(36));
}

void ChecklistView::goTo(int row)
{
    if (row >= 0 && row < model()->rowCount())
        setCurrentIndex(model()->index(row, ChecklistModel::Material));
}

void ChecklistView::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const int row = currentRow();
    const std::optional<domain::VerdictKind> kind = verdictOf(static_cast<Qt::Key>(event->key()));
    if (!plain || row < 0)
        QTableView::keyPressEvent(event);
    else if (kind)
        emit verdictKeyPressed(row, *kind);
    else if (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete)
        emit takeBackPressed(row);
    else if (event->key() == Qt::Key_8 || event->key() == Qt::Key_L)
        emit lookUpPressed(row);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit enterPressed(row);
    else if (!event->text().isEmpty() && event->text()[0].isPrint())
        event->ignore(); // no search by letters: letters are verdicts
    else
        QTableView::keyPressEvent(event);
}

void ChecklistView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid())
        goTo(0);
}

void ChecklistView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    scrollTo(currentIndex());
}

void ChecklistView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    emit rowChanged(current.isValid() ? current.row() : -1);
}

void ChecklistView::fitRows(int height)
{
    const int rows = model()->rowCount();
    const bool compact = rows * ChecklistDelegate::comfortableHeight > height;
    const int rowHeight = compact ? ChecklistDelegate::compactHeight : ChecklistDelegate::comfortableHeight;
    m_delegate->setCompact(compact);
    verticalHeader()->setDefaultSectionSize(rowHeight);
    setMaximumHeight(qMax(rows * rowHeight, minimumHeight()));
}
