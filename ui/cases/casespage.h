#pragma once

#include "core/desk/reception.h"

#include <QWidget>

class CaseFilter;
class CasesModel;
class EmptyState;
class QPushButton;
class QStackedLayout;
class QTableView;
class SearchField;
class SectionHeader;

/// All cases of this PC, unfinished ones first, narrowed by what is typed.
class CasesPage final : public QWidget
{
    Q_OBJECT

public:
    explicit CasesPage(QWidget *parent = nullptr);

    /// Shows \a lines, with times as seen from \a now. The current row stays on its case.
    void showCases(const QList<desk::CaseLine> &lines, const QDateTime &now);

signals:
    void resumeRequested(const QString &caseId);
    /// Enter on a whole case number that is not among the rows.
    void numberEntered(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTable();
    void lookAgain();
    void step(int rows);
    void openCurrent();
    void setCurrentRow(int row);

    CasesModel *const m_model;
    CaseFilter *const m_filter;
    SectionHeader *const m_header;
    SearchField *const m_field;
    QPushButton *const m_all;
    QTableView *const m_table;
    EmptyState *const m_empty;
    QStackedLayout *m_stack = nullptr;
};
