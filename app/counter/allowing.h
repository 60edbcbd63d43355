#pragma once

#include "app/counter/workplace.h"
#include "ui/widgets/inlinemessage.h"

#include <QPointer>

class AllowDialog;
class MainWindow;

/// The supervisor over the shoulder: after an act was refused for want of a post, Ctrl+Shift+A asks who allows it for this once; then it is
/// done as if it had been asked for again.
class Allowing final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    Allowing(Workplace &workplace, MainWindow &window, QObject *parent = nullptr);

    /// \a duty on \a subjects was refused; \a again does it, as long as \a context is there and nothing else is on the screen.
    void lack(QObject *context, domain::Duty duty, const QStringList &subjects, const std::function<void()> &again);
    /// Why \a page stays shut, for MainWindow::guardPage(); one that was allowed is open until it is left.
    QString whyShut(QWidget *page, domain::Duty duty);
    /// Nothing that was allowed holds any more; an allowed page is left.
    void end();

signals:
    void said(InlineMessage::Level level, const QString &what, const QString &detail);

private:
    struct Lack {
        QPointer<QObject> context;
        domain::Duty duty;
        QStringList subjects;
        std::function<void()> again;
    };
    void ask();
    void take(const people::StaffMember &by);
    void forget();

    Workplace &m_workplace;
    MainWindow &m_window;
    std::optional<Lack> m_lack;
    QPointer<AllowDialog> m_dialog;
    QPointer<QWidget> m_allowedPage; ///< that is open by an allowance
    QPointer<QWidget> m_pageBefore;
};
