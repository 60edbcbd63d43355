#pragma once

#include "app/counter/workplace.h"
#include "ui/widgets/inlinemessage.h"

class MainWindow;

/// Looks once a minute whether the clock of this PC can be believed, and warns beside the time of day; Ctrl+F12 says that it is right.
class ClockWatch final : public QObject
{
    Q_OBJECT

public:
    /// \a workplace and \a window outlive it.
    ClockWatch(Workplace &workplace, MainWindow &window, QObject *parent = nullptr);

signals:
    void said(InlineMessage::Level level, const QString &what, const QString &detail);

private:
    void show();
    void confirm();

    Workplace &m_workplace;
    MainWindow &m_window;
};
