#pragma once

#include "core/desk/casesearch.h"
#include "core/desk/reception.h"
#include "ui/cases/assignbar.h"
#include "ui/widgets/casemarks.h"

#include <QWidget>

#include <functional>

class CaseFilter;
class CasesModel;
class EmptyState;
class QPushButton;
class QStackedLayout;
class QTableView;
class SearchField;
class SectionHeader;

/// All cases of this PC, unfinished ones first; or, while something is typed, whichever fit it.
class CasesPage final : public QWidget
{
    Q_OBJECT

public:
    /// \a search is asked at every key press and outlives the page.
    explicit CasesPage(const desk::CaseSearch &search, QWidget *parent = nullptr);

    /// The windows that cases can be given to, asked for whenever somebody wants to give some away. Without it none are given.
    void offerWindows(std::function<QList<OtherWindow>()> windows) { m_windows = std::move(windows); }
    /// What was marked was dealt with.
    void clearMarks() { setMarks({}); }
    /// Shows \a lines, with times as seen from \a now. The current row stays on its case.
    void showCases(const QList<desk::CaseLine> &lines, const QDateTime &now);
    /// As CasesModel::setOwnWindow().
    void setOwnWindow(const QString &window);

signals:
    void resumeRequested(const QString &caseId);
    /// Enter on a whole case number that is not among the rows.
    void numberEntered(const QString &text);
    /// Papers of \a caseIds are wanted together: of the marked ones, else of all that are shown.
    void batchRequested(const QStringList &caseIds);
    /// \a caseIds are to belong to \a window: the marked ones, else the chosen one.
    void assignRequested(const QStringList &caseIds, const OtherWindow &window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTable();
    void lookAgain();
    /// Shows what is to be shown now, with the current row on its case.
    void renew();
    void renewFrom(const QString &current);
    void showCaption();
    void showEmptyWords();
    QString idAt(int row) const;
    void step(int rows);
    void openCurrent();
    void setUpMarks();
    void mark();
    void beginAssigning();
    void endAssigning(const OtherWindow &window);
    QStringList casesToAssign() const;
    void setMarks(const CaseMarks &marks);
    QStringList casesShown() const;
    void setCurrentRow(int row);

    const desk::CaseSearch &m_search;
    CasesModel *const m_model;
    CasesModel *const m_found; ///< what fits the words typed
    CaseMarks m_marks;
    QDateTime m_now;
    CaseFilter *const m_filter;
    SectionHeader *const m_header;
    SearchField *const m_field;
    QPushButton *const m_all;
    QTableView *const m_table;
    EmptyState *const m_empty;
    AssignBar *const m_assign;
    std::function<QList<OtherWindow>()> m_windows;
    QStackedLayout *m_stack = nullptr;
};
