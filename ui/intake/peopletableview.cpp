#include "ui/intake/peopletableview.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QStyledItemDelegate>

namespace {

constexpr int rowsMeasured = 40; // for the widths of columns

/// Enter gives the value and opens the next cell.
class NextCellDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *editor = qobject_cast<QWidget *>(watched);
        if (editor && event->type() == QEvent::KeyPress) {
            const int key = static_cast<QKeyEvent *>(event)->key();
            if (key == Qt::Key_Return || key == Qt::Key_Enter) {
                emit commitData(editor);
                emit closeEditor(editor, EditNextItem);
                return true;
            }
        }
        return QStyledItemDelegate::eventFilter(watched, event);
    }
};

}

PeopleTableView::PeopleTableView(QWidget *parent) : QTableView(parent)
{
    setItemDelegate(new NextCellDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::DoubleClicked);
    setWordWrap(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setResizeContentsPrecision(rowsMeasured);
    horizontalHeader()->setMinimumSectionSize(theme::space(20));
    horizontalHeader()->setMaximumSectionSize(theme::space(70));
    horizontalHeader()->setSectionsClickable(false);
    verticalHeader()->setSectionsClickable(false);
    verticalHeader()->setDefaultSectionSize(theme::space(8));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setMinimumHeight(theme::space(24));
}

void PeopleTableView::fitColumns()
{
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setStretchLastSection(true);
}

void PeopleTableView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isEditable = currentIndex().isValid() && (model()->flags(currentIndex()) & Qt::ItemIsEditable);
    if (event->matches(QKeySequence::Paste))
        emit pastePressed();
    else if (event->key() == Qt::Key_Delete)
        emit removePressed();
    else if (isEnter && isEditable && !(event->modifiers() & Qt::ControlModifier))
        edit(currentIndex());
    else if (isEnter)
        emit enterPressed(event->modifiers() & Qt::ControlModifier);
    else
        QTableView::keyPressEvent(event);
}

void PeopleTableView::inputMethodEvent(QInputMethodEvent *event)
{
    // A text that an input method gives at once, without showing it first, would only open the cell and be lost.
    const bool atOnce = event->preeditString().isEmpty() && !event->commitString().isEmpty();
    if (!atOnce || state() == EditingState || !(model()->flags(currentIndex()) & Qt::ItemIsEditable)) {
        QTableView::inputMethodEvent(event);
        return;
    }
    edit(currentIndex());
    if (QWidget *editor = QApplication::focusWidget(); editor && editor != this)
        QCoreApplication::sendEvent(editor, event);
}

void PeopleTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    scrollTo(currentIndex());
}

void PeopleTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    emit cellChanged();
}
