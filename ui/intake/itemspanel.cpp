#include "ui/intake/itemspanel.h"

#include "ui/intake/itemsmodel.h"
#include "ui/intake/optionlist.h"

#include <QVBoxLayout>

ItemsPanel::ItemsPanel(QWidget *parent)
    : StepCard(2, tr("Items"), QStringLiteral("F3"), parent), m_model(new ItemsModel(this)),
      m_list(new OptionList(this))
{
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Items"));
    body()->addWidget(m_list);
    connect(m_list, &OptionList::spacePressed, this, &ItemsPanel::toggle);
    connect(m_list, &OptionList::boxClicked, this, &ItemsPanel::toggle);
    connect(m_list, &OptionList::optionClicked, this, &ItemsPanel::choosePath);
    connect(m_list, &OptionList::typed, this, [this](const QModelIndex &index, QChar character) {
        if (character.isDigit() && character != u'0')
            choosePath(index, character.digitValue() - 1);
    });
    connect(m_list, &OptionList::erased, this, [this](const QModelIndex &index) {
        emit wanted(domain::ChoosePath{m_model->line(index.row()).item.id, {}});
    });
    connect(m_list, &OptionList::enterPressed, this, [this](const QModelIndex &index) {
        const int open = m_model->nextOpen(index.row());
        if (open >= 0 && open != index.row())
            m_list->goTo(open);
        else
            emit passed();
    });
}

void ItemsPanel::show(const domain::Plan &plan)
{
    m_model->show(plan.items);
    const int open = m_model->openCount();
    const int chosen = m_model->chosenCount();
    if (open > 0)
        setState(State::Open, tr("%n way(s) to choose", nullptr, open));
    else
        setState(chosen > 0 && m_model->undecidedCount() == 0 ? State::Done : State::Waiting,
                 tr("%1 of %2").arg(chosen).arg(m_model->rowCount()));
}

void ItemsPanel::takeFocus(const QString &item)
{
    const int row = m_model->rowOf(item);
    m_list->goTo(row >= 0 ? row : m_model->nextOpen(-1));
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void ItemsPanel::toggle(const QModelIndex &index)
{
    const domain::Plan::ItemLine line = m_model->line(index.row());
    clearRefusal();
    if (line.chosen)
        emit wanted(domain::DropItem{line.item.id});
    else
        emit wanted(domain::KeepItem{line.item.id});
}

void ItemsPanel::choosePath(const QModelIndex &index, int option)
{
    const domain::Plan::ItemLine line = m_model->line(index.row());
    if (line.paths.size() < 2 || option >= line.paths.size())
        return;
    clearRefusal();
    emit wanted(domain::ChoosePath{line.item.id, line.paths[option].id});
    if (const int next = m_model->nextOpen(index.row()); next >= 0 && refusal().isEmpty())
        m_list->goTo(next);
}
