#pragma once

#include "core/devices/printer.h"
#include "core/devices/printrunner.h"

#include <QSet>

namespace devices {

/// The printers without waiting for them: what is printed goes to the runner, and only what fails is told, later. For papers
/// that are no act of a case.
class QueuedPrinter final : public QObject, public Printer
{
    Q_OBJECT

public:
    /// \a runner outlives it.
    explicit QueuedPrinter(PrintRunner &runner, QObject *parent = nullptr);

    /// As last seen by the runner (see PrintRunner::look()); NoService before that.
    Status status() const override { return m_status; }
    QList<PrinterFace> printers() const override { return m_printers; }
    using Printer::print;
    /// Gives the printer of \a job, or the one that was usual when last seen; failed() tells when the paper does not come to it.
    base::Result<QString> print(const PrintJob &job) override;

signals:
    void failed(const base::Error &error);

private:
    void see(const base::Result<QList<PrinterFace>> &printers);

    PrintRunner &m_runner;
    QList<PrinterFace> m_printers;
    Status m_status{State::NoService, {}, {}};
    QSet<QString> m_jobs;
};

}
