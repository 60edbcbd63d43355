#include "app/counter/clockwatch.h"

#include "ui/shell/mainwindow.h"

#include <QShortcut>
#include <QTimer>

ClockWatch::ClockWatch(Workplace &workplace, MainWindow &window, QObject *parent)
    : QObject(parent), m_workplace(workplace), m_window(window)
{
    auto *minute = new QTimer(this);
    minute->setInterval(60'000);
    connect(minute, &QTimer::timeout, this, &ClockWatch::show);
    minute->start();
    auto *right = new QShortcut(Qt::CTRL | Qt::Key_F12, &window);
    connect(right, &QShortcut::activated, this, &ClockWatch::confirm);
    show();
}

void ClockWatch::confirm()
{
    const bool wasInDoubt = m_workplace.clockGuard().doubt().has_value();
    m_workplace.clockGuard().confirm();
    show();
    if (wasInDoubt)
        emit said(InlineMessage::Level::Info, tr("The clock of this PC is taken to be right."), tr("Do once more what you wanted to do."));
}

void ClockWatch::show()
{
    using Kind = domain::ClockDoubt::Kind;
    const std::optional<domain::ClockDoubt> doubt = m_workplace.clockGuard().doubt();
    if (!doubt)
        m_window.warnOfClock({});
    else if (doubt->kind == Kind::FarAhead)
        m_window.warnOfClock(tr("nothing recorded for %n day(s): is it today? Ctrl+F12", nullptr, int(doubt->minutes / (24 * 60))));
    else
        m_window.warnOfClock(tr("your clock is %n minute(s) off (Ctrl+F12: it is right)", nullptr, int(doubt->minutes)));
}
