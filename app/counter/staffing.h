#pragma once

#include "app/counter/workplace.h"
#include "ui/widgets/inlinemessage.h"

#include <QTimer>

class Allowing;
class MainWindow;
class SignInPage;

/// Who sits at the window: covers it while nobody does or whoever does has gone for a moment, and changes people. Whatever is under the
/// cover stays exactly as it is.
class Staffing final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it. Begins at once: the window is covered before it is shown, where somebody has to sign in.
    Staffing(Workplace &workplace, MainWindow &window, QObject *parent = nullptr);

    bool isCovered() const;
    /// Keeps \a page shut to whoever has no post for \a duty; they are told why, and somebody who has may open it until it is left.
    void guard(QWidget *page, domain::Duty duty);
    /// What was refused for want of a post may be allowed for once.
    Allowing &allowing() { return *m_allowing; }

signals:
    /// What is in hand is put down now, under the name of whoever has it.
    void leaving();
    /// Somebody else is at work: the first page comes.
    void arrived();
    void said(InlineMessage::Level level, const QString &what, const QString &detail);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpKeys();
    void setUpClipboard();
    void clearClipboard();
    void showState();
    void showPerson();
    void cover();
    void uncover();
    void askForPin();
    void takePin(const people::Typed &pin);

    Workplace &m_workplace;
    MainWindow &m_window;
    SignInPage *const m_page;
    Allowing *const m_allowing;
    QTimer m_idle;
    QTimer m_clipboard;
    bool m_isOurs = false; ///< what lies on the clipboard
    QList<QPointer<QWidget>> m_hidden; ///< windows besides the main one
};
