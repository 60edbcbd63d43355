#pragma once

#include "core/desk/staffdesk.h"

#include <QWidget>

class InlineMessage;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStandardItemModel;
class QTimer;

/// Asks who is there, over the whole window. By the keys alone: Up and Down choose a name, Enter goes on.
class SignInPage final : public QWidget
{
    Q_OBJECT

public:
    /// \a place: hall and window, as they are called.
    explicit SignInPage(const QString &place, QWidget *parent = nullptr);

    /// The names to choose from; the first is chosen while nothing is typed.
    void showMembers(const QList<people::StaffMember> &members);
    /// Somebody shall sign in.
    void askWho();
    /// \a member locked the window and shall come back; others can sign in instead (Ctrl+Shift+U).
    void askBack(const people::StaffMember &member, bool hasPin);
    void tell(const desk::SignInTrouble &trouble);
    /// While a try is looked at, here or at the hub, nothing can be typed; what takes longer is said.
    void setBusy(bool busy);

signals:
    void signInRequested(const QString &name, const people::Typed &password, const people::Typed &fresh);
    void unlockRequested(const people::Typed &secret);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build(const QString &place);
    void arrange(bool isBack);
    void wantFresh(bool wanted);
    void step(int rows);
    void goOn();
    void send();
    void forgetSecrets();

    QLabel *m_title = nullptr;
    QLabel *m_caption = nullptr;
    QWidget *m_keysWho = nullptr;
    QWidget *m_keysBack = nullptr;
    QLabel *m_nameLabel = nullptr;
    QLabel *m_secretLabel = nullptr;
    QLabel *m_freshLabel = nullptr;
    QLabel *m_againLabel = nullptr;
    QStandardItemModel *const m_members;
    QListView *m_list = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_secret = nullptr;
    QLineEdit *m_fresh = nullptr;
    QLineEdit *m_again = nullptr;
    InlineMessage *m_message = nullptr;
    QPushButton *m_go = nullptr;
    QTimer *m_wait = nullptr; ///< until it is said that it takes longer
    std::optional<people::StaffMember> m_back; ///< who locked the window
    bool m_hasPin = false;
    bool m_isBack = false; ///< they are asked, not whoever comes
};
