#pragma once

#include "core/desk/peopleimport.h"
#include "core/domain/commands.h"
#include "core/domain/plan.h"
#include "ui/widgets/stepcard.h"

class ListModel;
class PeopleModel;
class PeopleTableView;
class QLabel;

/// The lists of people of a case, one at a time: typed cell by cell, or taken over from a list that was pasted or stands in a
/// file, after it was looked at. What is taken over is one act.
class PeoplePanel final : public StepCard
{
    Q_OBJECT

public:
    explicit PeoplePanel(QWidget *parent = nullptr);

    /// \a today: the day by which values are judged.
    void show(const domain::Plan &plan, domain::Stage stage, QDate today);
    bool hasLists() const { return !m_rosters.isEmpty(); }
    /// The list that is shown; empty: none.
    QString roster() const { return m_roster; }
    /// The person under the cursor, from 0; the one below the last is somebody new; -1: none.
    int currentRow() const;
    /// Takes the keyboard: to \a field of the person \a number in \a roster; empty and 0: the next list, its first open cell.
    void open(const QString &roster = {}, int number = 0, const QString &field = {});
    /// Esc: back from looking at a list to the people; false when there is nothing to go back from.
    bool goBack();

public slots:
    /// Looks at \a text as a list.
    void lookAtText(const QString &text);
    /// Looks at the file \a path as a list.
    void lookAtFile(const QString &path);
    /// Asks where to save the faulty rows of the list that is looked at.
    void giveBack();

signals:
    void wanted(const domain::Command &command);
    /// A file with a list is to be chosen, for lookAtFile().
    void fileRequested();
    /// Rows to be corrected are to be saved: \a bytes of a workbook.
    void rowsToSave(const QByteArray &bytes, const QString &name);

private:
    const domain::Plan::RosterLine *current() const;
    void showRoster();
    void showFoot();
    void give(int row, const QString &field, const QString &value);
    void removeCurrent();
    void paste();
    void lookAt(const base::Result<desk::PeopleTable> &table);
    void takeOver(bool soundOnly);
    bool looks() const;

    PeopleModel *const m_people;
    ListModel *const m_list;
    PeopleTableView *const m_view;
    QLabel *const m_tabs;
    QLabel *const m_foot;
    QList<domain::Plan::RosterLine> m_rosters;
    QString m_roster; ///< id of the list that is shown
    QDate m_today;
    bool m_readOnly = false;
};
