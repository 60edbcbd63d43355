#pragma once

#include "core/domain/commands.h"
#include "core/domain/plan.h"
#include "core/domain/workcalendar.h"
#include "ui/intake/lookupstrip.h"
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

    /// Asks, in the words of \a title, which of \a holders the licence for \a material is of.
    void chooseHolder(const QString &material, const QString &title, const QStringList &holders);
    /// \a material is being looked up, as \a text says; the clerk may go on meanwhile.
    void waitForLookUp(const QString &material, const QString &text);
    /// What came of it; beside the list when it is at \a material, else as a refusal or not at all.
    void endLookUp(const QString &material, LookUpStrip::Mood mood, const QString &text);
    /// Nothing is said of a look-up any more.
    void leaveLookUp();

signals:
    void wanted(const domain::Command &command);
    void passed(); ///< Enter with every verdict given
    void lookUpWanted(const QString &material);
    void holderChosen(int holder);
    void lookUpStopped();

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
    QString materialAt(int row) const;
    void beginLookUp(int row);
    void showBelow(QWidget *part);

    ChecklistModel *const m_model;
    ChecklistView *const m_view;
    QLabel *const m_empty;
    QList<KeyButton *> m_verdictKeys; ///< in the order of verdictKeys
    KeyButton *m_lookUpKey = nullptr; ///< made with m_keys
    QWidget *const m_keys;
    MaterialNotes *const m_notes;
    VerdictStrip *const m_strip;
    LookUpStrip *const m_lookUpStrip;
    domain::Plan m_plan;
    QDate m_today;
    domain::WorkCalendar m_calendar;
    QString m_asked; ///< material that the strip asks about
    QString m_lookedUp; ///< material that the strip for look-ups speaks of
    bool m_waits = false; ///< it is being asked for, else that strip tells what came of it
};
