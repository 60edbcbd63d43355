#pragma once

#include "core/desk/printqueue.h"

#include <QWidget>

class AgainBar;
class EmptyState;
class InlineMessage;
class QKeyEvent;
class QListView;
class QStackedLayout;
class QueueModel;
class SectionHeader;

/// What was printed at this window and what became of it.
class PrintingPage final : public QWidget
{
    Q_OBJECT

public:
    /// \a queue outlives the page.
    explicit PrintingPage(desk::PrintQueue &queue, QWidget *parent = nullptr);

    /// What is said about the case in hand: \a unprinted of its papers were never printed. An empty \a number: there is none.
    void showCase(const QString &number, int unprinted);

signals:
    /// The paper of the chosen print is wanted as a file.
    void saveRequested(const desk::QueuedPrint &print);
    void openRequested(const QString &caseId);
    /// Every paper of the case in hand that was never printed is wanted.
    void batchRequested();
    void printersRequested();
    void numbersRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    bool take(const QKeyEvent &press);
    void showState();
    QString current() const;
    void confirm();
    void confirmAll();
    void askAgain();
    void tell(const desk::Done &done);

    desk::PrintQueue &m_queue;
    QueueModel *const m_model;
    SectionHeader *const m_head;
    QListView *const m_list;
    EmptyState *const m_empty;
    AgainBar *const m_again;
    InlineMessage *const m_message;
    QStackedLayout *m_stack = nullptr;
    bool m_saysCase = false; ///< the message is about the case in hand
    QString m_chosen; ///< print that stays chosen when rows move
};
