#pragma once

#include "core/domain/commands.h"
#include "core/domain/plan.h"
#include "core/domain/workcalendar.h"
#include "ui/widgets/stepcard.h"

class ChecklistModel;
class ChecklistView;
class KeyButton;
class MaterialNotes;
class QLabel;
class VerdictStrip;

/// Step 4: the materials of all chosen items, each to be given a verdict by one key. Below the list stands what to look at, or
/// what the verdict still has to be told.
class ChecklistPanel final : public StepCard
{
    Q_OBJECT

public:
    explicit ChecklistPanel(QWidget *parent = nullptr);

    /// \a today and \a calendar: from when and by which working days deferrals are reckoned.
    void show(const domain::Plan &plan, const domain::Case &file, QDate today, const domain::WorkCalendar &calendar);
    /// Takes the keyboard: to \a material, else to the first without a verdict, else to where it was.
    void takeFocus(const QString &material = {});

signals:
    void wanted(const domain::Command &command);
    void passed(); ///< Enter with every verdict given

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeKeys();
    void fitRows();
    void begin(int row, domain::VerdictKind kind);
    void give(const domain::Verdict &verdict);
    void takeBack(int row);
    void closeStrip();
    void showNotes(int row);
    void dimKeys(int row);

    ChecklistModel *const m_model;
    ChecklistView *const m_view;
    QLabel *const m_empty;
    QList<KeyButton *> m_verdictKeys; ///< in the order of verdictKeys
    QWidget *const m_keys;
    MaterialNotes *const m_notes;
    VerdictStrip *const m_strip;
    domain::Plan m_plan;
    QDate m_today;
    domain::WorkCalendar m_calendar;
    QString m_asked; ///< material that the strip asks about
};
