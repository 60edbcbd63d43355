#pragma once

#include "core/domain/commands.h"
#include "core/domain/plan.h"
#include "ui/widgets/stepcard.h"

class ItemsModel;
class OptionList;

/// Step 2: the items of the matter. Space keeps or drops, a digit chooses the path where there is more than one.
class ItemsPanel final : public StepCard
{
    Q_OBJECT

public:
    explicit ItemsPanel(QWidget *parent = nullptr);

    void show(const domain::Plan &plan);
    /// Takes the keyboard: to \a item, else to the first whose path is open, else to where it was.
    void takeFocus(const QString &item = {});

signals:
    void wanted(const domain::Command &command);
    void passed(); ///< Enter with nothing left to do here

private:
    void toggle(const QModelIndex &index);
    void choosePath(const QModelIndex &index, int option);

    ItemsModel *const m_model;
    OptionList *const m_list;
};
