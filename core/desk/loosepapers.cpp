#include "core/desk/loosepapers.h"

#include "core/desk/printjobs.h"
#include "core/devices/printer.h"

namespace desk {

using devices::PrintJob;

base::Result<LoosePapers::Sent> LoosePapers::print(const papers::Paper &paper, const QString &title, bool leavesNothing)
{
    const PrintRoute route = m_routes.of(paper.form);
    const QList<devices::PrinterFace> printers = m_printer.printers();
    const devices::PrinterFace *machine = machineFor(printers, route.printer);
    return printJob(paper, route, route.printer, machine).and_then([&](PrintJob job) {
        job.title = title;
        job.leavesNothing = leavesNothing;
        const bool bothSides = job.sides != PrintJob::Sides::One && machine && machine->duplex;
        return m_printer.print(job).map([&](const QString &where) { return Sent{where, bothSides}; });
    });
}

}
