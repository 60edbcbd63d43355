#pragma once

#include "core/desk/hublink.h"

#include <QWidget>

class Card;
class EmptyState;
class InlineMessage;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedLayout;
class QTableWidget;

/// “Is my work safe?”: what is at the hub, what still waits and why, and how this window joins a hub.
class HubPage final : public QWidget
{
    Q_OBJECT

public:
    /// \a link outlives the page. \a profileFolder: whose disk is looked at.
    HubPage(desk::HubLink &link, const QString &profileFolder, QWidget *parent = nullptr);

    /// What waits, read anew.
    void renew();

signals:
    void openRequested(const QString &caseId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildSafety();
    QWidget *buildQueue();
    QWidget *buildJoining();
    void setUpKeys();
    void showStatus();
    void showQueue();
    void showJoining(bool shown);
    void placeFocus();
    void join();
    void openCurrent();

    desk::HubLink &m_link;
    const QString m_folder;
    QLabel *const m_safety;
    QLabel *const m_contact;
    QLabel *const m_trouble;
    QLabel *const m_disk;
    QTableWidget *const m_queue;
    EmptyState *const m_nothing;
    QStackedLayout *m_queueStack = nullptr;
    Card *m_joining = nullptr;
    Card *m_waiting = nullptr; ///< the queue; of a window without a hub there is none
    QLineEdit *const m_address;
    QLineEdit *const m_code;
    QPushButton *const m_join;
    InlineMessage *const m_message;
    QStringList m_ids; ///< of the cases in the table
};
