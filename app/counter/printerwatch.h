#pragma once

#include "core/devices/printer.h"

#include <QObject>
#include <QThread>
#include <QTimer>

/// Looks at the printer from a thread of its own, so that a print service that does not answer never stops the window.
class PrinterWatch final : public QObject
{
    Q_OBJECT

public:
    /// \a printer is asked from another thread and outlives the watch.
    explicit PrinterWatch(const devices::Printer &printer, QObject *parent = nullptr);
    ~PrinterWatch() override;

    /// Looks now, and from then on twice a minute.
    void look();

signals:
    void seen(const devices::Printer::Status &status);

private:
    const devices::Printer &m_printer;
    QThread m_thread;
    QObject m_there; ///< lives in the thread
    QTimer m_pause;
};
