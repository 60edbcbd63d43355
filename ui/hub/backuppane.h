#pragma once

#include "core/desk/backup.h"
#include "core/desk/recoveryprint.h"
#include "core/domain/posts.h"
#include "ui/widgets/section.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

/// The safety copies of this window: when the last was made, why one is missing, where they go and what lies there; choosing the folder
/// and making a recovery code are for supervisors.
class BackupPane final : public QWidget
{
    Q_OBJECT

public:
    /// All outlive the pane. \a may: whether whoever is on duty may keep copies, asked once for each act.
    struct Needs {
        desk::Backup &backup;
        desk::RecoveryPrint &printing;
        std::function<bool()> may;
    };
    explicit BackupPane(const Needs &needs, QWidget *parent = nullptr);

    /// Makes a copy now.
    void copy();
    /// Makes a recovery code, prints it and shows it until its last group was typed back; where there is one already only when asked
    /// twice, because copies made before open with the older one.
    void makeCode();
    /// Prints the code that is shown once more.
    void printCode();
    /// Asks for folder and time of day.
    void choose();
    /// Back from a form, or gives up the copy under way; false: there is nothing to leave.
    bool leave();
    /// What lies there, looked at anew.
    void renew();

signals:
    /// Who is on duty may not; \a again does it once somebody allowed it.
    void lacked(domain::Duty duty, const std::function<void()> &again);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *buildState();
    QWidget *buildCode();
    QWidget *buildChoice();
    bool isAllowed(void (BackupPane::*act)());
    void showState();
    void showThere();
    void showFault(const base::Error &error);
    void offerSticks();
    void confirmCode();
    void takeChoice();
    void showForm(QWidget *form);

    desk::Backup &m_backup;
    desk::RecoveryPrint &m_printing;
    const std::function<bool()> m_may;
    QWidget *m_shown = nullptr; ///< one of the three forms
    QWidget *m_state = nullptr;
    QLabel *const m_last;
    QLabel *const m_where;
    QLabel *const m_there;
    QLabel *const m_fault;
    QProgressBar *const m_progress;
    QPushButton *const m_copy;
    QWidget *m_codeForm = nullptr;
    QLabel *const m_code;
    QLabel *const m_advice;
    QLabel *const m_codeFault;
    QLineEdit *const m_lastGroup;
    QWidget *m_choice = nullptr;
    QComboBox *const m_folder;
    QLineEdit *const m_time;
    QLabel *const m_choiceFault;
    bool m_isAsked = false; ///< whether a new code shall take the place of the one there is
};
