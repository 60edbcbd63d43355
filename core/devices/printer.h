#pragma once

#include "core/devices/printsystem.h"

namespace devices {

/// The printers of this PC as one door.
class Printer
{
public:
    enum class State { Ready, Stopped, None, NoService };
    virtual ~Printer() = default;

    /// Name of the printer that print() would use, and whether it takes jobs now. Never blocks longer than a second.
    struct Status {
        State state = State::None;
        QString name;
        QString detail; ///< why it is stopped, as recordOf() has it
    };
    virtual Status status() const = 0;

    /// All printers as far as they are known; none when they are not.
    virtual QList<PrinterFace> printers() const = 0;

    /// Hands \a job over. Gives "printer, job" or Error::Device. The bytes go through memory only, never through a file of ours.
    virtual base::Result<QString> print(const PrintJob &job) = 0;
    /// Hands \a pdf to the usual printer under \a title (no person data: titles are seen in queues), on one side, once.
    base::Result<QString> print(const QByteArray &pdf, const QString &title)
    {
        return print(PrintJob{.printer = {}, .bytes = pdf, .title = title, .tray = {}});
    }
};

/// The printers of CUPS; every question goes to the service.
class CupsPrinter final : public Printer
{
public:
    using Printer::print;
    Status status() const override;
    QList<PrinterFace> printers() const override;
    base::Result<QString> print(const PrintJob &job) override;
};

}
