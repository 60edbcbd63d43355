#pragma once

#include "core/desk/staffdesk.h"

#include <QDialog>

class InlineMessage;
class QComboBox;
class QLineEdit;
class QPushButton;

/// Asks somebody beside the clerk who they are, to allow one act. By the keys alone: Up and Down choose a name, Enter goes on, Esc leaves
/// all as it was.
class AllowDialog final : public QDialog
{
    Q_OBJECT

public:
    /// \a what: the act, in words; \a members: the names to choose from, who may have the post first.
    AllowDialog(const QString &what, const QList<people::StaffMember> &members, QWidget *parent);

    void tell(const desk::SignInTrouble &trouble);
    /// While the hub is asked nothing can be typed.
    void setBusy(bool busy);

signals:
    void given(const QString &name, const people::Typed &secret);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void goOn();

    QComboBox *const m_name;
    QLineEdit *const m_secret;
    InlineMessage *const m_message;
    QPushButton *const m_allow;
};
