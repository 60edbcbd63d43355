#pragma once

#include "core/desk/backup.h"
#include "ui/widgets/section.h"

class QLabel;
class QPushButton;

/// The safety copies of this window: when the last was made, why one is missing, and the recovery code, which is shown once.
class BackupPane final : public QWidget
{
    Q_OBJECT

public:
    /// \a backup outlives the pane.
    explicit BackupPane(desk::Backup &backup, QWidget *parent = nullptr);

    /// Makes a copy now.
    void copy();
    /// Makes a recovery code and shows it until it is put away; where there is one already only when asked twice, because copies made
    /// before open with the older one.
    void makeCode();

private:
    void showState();
    void putCodeAway();

    desk::Backup &m_backup;
    QLabel *const m_last;
    QLabel *const m_fault;
    QLabel *const m_code;
    QLabel *const m_advice;
    QPushButton *const m_copy;
    QPushButton *const m_make;
    bool m_isAsked = false;
};
