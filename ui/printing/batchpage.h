#pragma once

#include "core/desk/batchprint.h"

#include <QWidget>

class AgainBar;
class BatchModel;
class EmptyState;
class InlineMessage;
class QKeyEvent;
class QListWidget;
class QProgressBar;
class QPushButton;
class QStackedLayout;
class QTableView;
class SectionHeader;

/// Prints one kind of paper over many cases: which kinds there are for how many of them, what is left out and why, how far it is.
class BatchPage final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the page.
    BatchPage(desk::BatchPrint &batch, const desk::PrintQueue &queue, QWidget *parent = nullptr);

    /// Begins with \a caseIds; \a kind is the paper that is likely wanted, where one is. While a batch prints, that one stays.
    void begin(const QStringList &caseIds, std::optional<domain::PaperKind> kind);

signals:
    void leaveRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildKinds();
    QWidget *buildLines();
    bool take(const QKeyEvent &press);
    bool isAtWork() const;
    std::optional<domain::PaperKind> kind() const;
    int countOf(desk::BatchLine::Stand stand) const;
    void chooseKind();
    void print();
    void start(domain::PaperKind kind, bool again, const desk::PrintWish &wish);
    void askAgain();
    void showState();
    void showKinds();
    void showProgress();
    void showMessage();

    desk::BatchPrint &m_batch;
    const desk::PrintQueue &m_queue;
    QListWidget *const m_kinds;
    BatchModel *const m_model;
    QTableView *const m_lines;
    SectionHeader *const m_head;
    QProgressBar *const m_progress;
    QPushButton *const m_today;
    EmptyState *const m_empty;
    AgainBar *const m_again;
    InlineMessage *const m_message;
    QStackedLayout *const m_stack;
    std::optional<domain::PaperKind> m_likely; ///< kind to begin with, when there is something of it to print
    std::optional<domain::PaperKind> m_chosen; ///< by the clerk
    desk::BatchPrint::State m_shown = desk::BatchPrint::State::Idle; ///< of the last message
};
