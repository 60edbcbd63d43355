#pragma once

#include "core/domain/commands.h"
#include "core/domain/plan.h"
#include "ui/widgets/stepcard.h"

class OptionList;
class SituationsModel;

/// Step 1: the questions whose answers select items, materials and paths. One digit answers and goes on to the next open one.
class SituationsPanel final : public StepCard
{
    Q_OBJECT

public:
    explicit SituationsPanel(QWidget *parent = nullptr);

    void show(const domain::Plan &plan);
    /// Takes the keyboard: to \a situation, else to the first open one, else to where it was.
    void takeFocus(const QString &situation = {});
    /// Gives a number that was typed and not yet given as an answer.
    void flush();

signals:
    void wanted(const domain::Command &command);
    void passed(); ///< Enter with nothing left to do here

private:
    void choose(const QModelIndex &index, int option);
    void type(const QModelIndex &index, QChar character);
    void erase(const QModelIndex &index);
    void giveNumber(const QModelIndex &index);
    void answer(const QString &situation, const QString &answer);
    void goOn(const QString &situation);

    SituationsModel *const m_model;
    OptionList *const m_list;
};
