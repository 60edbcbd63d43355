#include "ui/intake/optionlist.h"

#include "ui/intake/optiondelegate.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>

OptionList::OptionList(QWidget *parent) : QListView(parent), m_delegate(new OptionDelegate(this))
{
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setResizeMode(QListView::Adjust);
    setMouseTracking(true);
    setTabKeyNavigation(false);
}

void OptionList::setModel(QAbstractItemModel *model)
{
    QListView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &QWidget::updateGeometry);
    connect(model, &QAbstractItemModel::dataChanged, this, [this] { scheduleDelayedItemsLayout(); });
}

void OptionList::goTo(int row)
{
    if (row < 0 || row >= model()->rowCount())
        return;
    setCurrentIndex(model()->index(row, 0));
    expandCurrent();
}

QSize OptionList::sizeHint() const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect.setWidth(viewport()->width());
    int height = theme::space(1);
    for (int row = 0; model() && row < model()->rowCount(); ++row)
        height += m_delegate->sizeHint(option, model()->index(row, 0)).height();
    return {theme::space(60), height};
}

QSize OptionList::minimumSizeHint() const
{
    return {theme::space(40), theme::space(24)};
}

void OptionList::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    const QString text = event->text();
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!index.isValid() || !plain) {
        QListView::keyPressEvent(event);
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        emit enterPressed(index);
    } else if (event->key() == Qt::Key_Space) {
        emit spacePressed(index);
    } else if (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete) {
        emit erased(index);
    } else if (text.size() == 1 && (text[0].isDigit() || text[0] == u'.')) {
        emit typed(index, text[0]);
    } else if (text.isEmpty() || !text[0].isPrint()) {
        QListView::keyPressEvent(event);
    } else {
        event->ignore();
    }
}

OptionList::Target OptionList::targetAt(QPoint position) const
{
    const QModelIndex index = indexAt(position);
    if (!index.isValid())
        return {};
    const QRect row = visualRect(index);
    const bool onBox = position.x() < row.left() + theme::space(7) && index.data(OptionRole::Box).isValid();
    return {index, m_delegate->optionAt(index, row, position), onBox};
}

void OptionList::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? targetAt(event->position().toPoint()) : Target{};
    QListView::mousePressEvent(event);
}

void OptionList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const Target target = std::exchange(m_pressed, {});
    if (!target.index.isValid())
        return;
    if (target.option >= 0)
        emit optionClicked(target.index, target.option);
    else if (target.box)
        emit boxClicked(target.index);
}

void OptionList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    if (!currentIndex().isValid() && model() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, 0));
    expandCurrent();
}

void OptionList::focusOutEvent(QFocusEvent *event)
{
    QListView::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason)
        return;
    emit left(currentIndex());
    m_delegate->setExpanded({});
    updateGeometry();
}

void OptionList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
    updateGeometry();
    if (hasFocus() && currentIndex().isValid())
        scrollTo(currentIndex()); // what is being decided stays in sight
}

void OptionList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (previous.isValid() && previous.model() == model())
        emit left(previous);
    expandCurrent();
}

void OptionList::expandCurrent()
{
    if (!hasFocus())
        return;
    m_delegate->setExpanded(currentIndex());
    scheduleDelayedItemsLayout();
    updateGeometry();
    if (currentIndex().isValid())
        scrollTo(currentIndex());
}
