#pragma once

#include "core/desk/hublibrary.h"
#include "ui/hub/backuppane.h"

#include <QWidget>

class Card;
class InlineMessage;
class QLabel;
class QLineEdit;
class QPushButton;
class QueuePane;
class ReceiptsPane;

/// “Is my work safe?”: what is at the hub, what still waits and why, and how this window joins a hub.
class HubPage final : public QWidget
{
    Q_OBJECT

public:
    /// What the page asks; all outlive it.
    struct Needs {
        desk::HubLink &link;
        desk::HubLibrary &library;
        BackupPane::Needs copies;
        QString profileFolder; ///< whose disk is looked at
    };
    explicit HubPage(const Needs &needs, QWidget *parent = nullptr);

    /// What waits, read anew.
    void renew();

signals:
    void openRequested(const QString &caseId);
    /// The case of a receipt, by its number.
    void numberRequested(const QString &number);
    /// As BackupPane::lacked().
    void lacked(domain::Duty duty, const std::function<void()> &again);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildSafety();
    QWidget *buildJoining();
    void setUpKeys();
    void showStatus();
    void showLists();
    void showJoining(bool shown);
    void placeFocus();
    void join();
    void stepLists();
    void tellFailure(const base::Error &error);

    desk::HubLink &m_link;
    desk::HubLibrary &m_library;
    const QString m_folder;
    BackupPane *const m_copies;
    QLabel *const m_safety;
    QLabel *const m_contact;
    QLabel *const m_trouble;
    QLabel *const m_disk;
    QueuePane *const m_queue;
    ReceiptsPane *const m_receipts;
    QWidget *const m_lists; ///< both; of a window without a hub there are none
    Card *m_joining = nullptr;
    QLineEdit *const m_address;
    QLineEdit *const m_code;
    QPushButton *const m_join;
    InlineMessage *const m_message;
};
