#pragma once

#include "core/desk/worklist.h"

#include <QWidget>

class EmptyState;
class QKeyEvent;
class QListView;
class QListWidget;
class QPushButton;
class QStackedLayout;
class QTimer;
class SectionHeader;
class WorkModel;

/// What is to be done next in all cases, the nearest legal end first, narrowed by keys.
class WorkPage final : public QWidget
{
    Q_OBJECT

public:
    /// \a list and \a clock outlive the page.
    WorkPage(const desk::WorkList &list, const base::Clock &clock, QWidget *parent = nullptr);

    const desk::WorkFilter &filter() const { return m_filter; }

signals:
    void resumeRequested(const QString &caseId);
    /// The citizen of the chosen task was reminded of \a material, which is deferred.
    void reminded(const QString &caseId, const QString &material);
    /// Papers of \a caseIds are wanted together: of the marked ones, else of all that are shown.
    void batchRequested(const QStringList &caseIds);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildUrgencies();
    QWidget *buildSwitches();
    QWidget *buildLists();
    bool take(const QKeyEvent &press);
    void chooseUrgency(std::optional<domain::Urgency> urgency);
    void chooseKind(int row);
    void stepKind(int rows);
    void narrowToMatter(bool narrow);
    bool isNarrowed() const;
    void showEverything();
    void startFromTop();
    void refresh();
    void showCounts();
    void showKinds(const desk::WorkCounts &counts);
    void showState();
    void openCurrent();
    void remind();
    bool takeMarks(const QKeyEvent &press);
    void mark();
    int lastSeenRow() const;

    const desk::WorkList &m_list;
    desk::WorkFilter m_filter;
    WorkModel *const m_model;
    QList<QPushButton *> m_urgencies; ///< all, then by key: the most urgent first
    QPushButton *const m_mine;
    QPushButton *const m_ours;
    QPushButton *const m_matter; ///< only the matter of the task that was chosen
    SectionHeader *const m_head;
    QListWidget *const m_kinds;
    QListView *const m_tasks;
    EmptyState *const m_empty;
    QStackedLayout *const m_stack;
    QTimer *const m_minute;
    QTimer *const m_soon; ///< several acts at once are one reading
};
