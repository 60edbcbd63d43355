#pragma once

#include "core/base/clock.h"
#include "core/desk/reportdesk.h"

#include <QWidget>

class ChartsPane;
class FiguresTable;
class InlineMessage;
class QLabel;
class QListWidget;
class QProgressBar;
class QStackedLayout;
class SpanBar;

/// The report of the hall: which days, whose work, every figure with what it is compared with, charts, the cases behind a figure.
class ReportPage final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the page.
    ReportPage(desk::ReportDesk &desk, const base::Clock &clock, QWidget *parent = nullptr);

    /// What is shown; null: nothing was counted yet.
    const std::shared_ptr<const reports::Report> &report() const { return m_report; }

signals:
    void openRequested(const QString &caseId);
    void printRequested(const std::shared_ptr<const reports::Report> &report);
    void saveRequested(const std::shared_ptr<const reports::Report> &report);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildSide();
    void setUpKeys();
    void count();
    void take(const std::shared_ptr<const reports::Report> &report);
    void offerScopes();
    void showCases();
    void showGlossary();
    void backToCharts();
    void leave();

    desk::ReportDesk &m_desk;
    const base::Clock &m_clock;
    std::shared_ptr<const reports::Report> m_report;
    SpanBar *const m_span;
    QLabel *const m_state; ///< from which data
    QProgressBar *const m_progress;
    InlineMessage *const m_message;
    FiguresTable *const m_figures;
    ChartsPane *const m_charts;
    QLabel *const m_casesHead;
    QListWidget *const m_cases;
    QListWidget *const m_glossary;
    QStackedLayout *m_side = nullptr;
};
