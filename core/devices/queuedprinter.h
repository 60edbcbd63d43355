#pragma once

#include "core/devices/printer.h"
#include "core/devices/printrunner.h"

#include <QSet>

namespace devices {

/// The usual printer without waiting for it: what is printed goes to the runner, and only what fails is told, later. For papers
/// that are no act of a case.
class QueuedPrinter final : public QObject, public Printer
{
    Q_OBJECT

public:
    /// \a runner outlives it.
    explicit QueuedPrinter(PrintRunner &runner, QObject *parent = nullptr);

    /// As last seen by the runner (see PrintRunner::look()); NoService before that.
    Status status() const override { return m_status; }
    /// Gives the printer that was usual when last seen; failed() tells when the paper does not come to it.
    base::Result<QString> print(const QByteArray &pdf, const QString &title) override;

signals:
    void failed(const base::Error &error);

private:
    void see(const base::Result<QList<PrinterFace>> &printers);

    PrintRunner &m_runner;
    Status m_status{State::NoService, {}, {}};
    QSet<QString> m_jobs;
};

}
