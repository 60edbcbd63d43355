#include "core/desk/printjobs.h"

#include "core/devices/printend.h"
#include "core/papers/roll.h"
#include "core/papers/sheet.h"

#include <algorithm>

namespace desk {

using namespace Qt::StringLiterals;
using devices::PrintJob;

namespace {

constexpr int longPaper = 3; ///< pages from which both sides are printed on

PrintJob::Sides sidesFor(PrintRoute::Sides wanted, papers::Paper::Format format, int pages)
{
    switch (wanted) {
    case PrintRoute::Sides::One:
        return PrintJob::Sides::One;
    case PrintRoute::Sides::LongEdge:
        return PrintJob::Sides::LongEdge;
    case PrintRoute::Sides::ShortEdge:
        return PrintJob::Sides::ShortEdge;
    case PrintRoute::Sides::Auto:
        break;
    }
    if (format == papers::Paper::Format::Folded)
        return PrintJob::Sides::ShortEdge;
    return pages >= longPaper ? PrintJob::Sides::LongEdge : PrintJob::Sides::One;
}

}

const devices::PrinterFace *machineFor(const QList<devices::PrinterFace> &printers, const QString &queue)
{
    const auto found = std::ranges::find_if(printers, [&](const devices::PrinterFace &some) {
        return queue.isEmpty() ? some.isUsual : some.name == queue;
    });
    return found == printers.end() ? nullptr : &*found;
}

bool isForRoll(PrintRoute::Layout layout, const devices::PrinterFace *machine)
{
    const bool isNarrow = machine && (machine->roll || machine->raw);
    return layout == PrintRoute::Layout::Roll || (layout == PrintRoute::Layout::Auto && isNarrow);
}

base::Result<PrintJob> printJob(const papers::Paper &paper, const PrintRoute &route, const QString &queue,
                                const devices::PrinterFace *machine)
{
    const bool isRoll = paper.format == papers::Paper::Format::Roll80;
    if (machine && machine->raw && !isRoll && route.layout != PrintRoute::Layout::A4)
        return base::Fail({base::Error::Kind::Device, u"printer %1 %2"_s.arg(machine->name, devices::printends::noDriver), {}});
    const papers::Sheet sheet(paper);
    PrintJob job{.printer = queue,
                 .bytes = {},
                 .title = {},
                 .tray = route.tray,
                 .copies = route.pieces > 0 ? route.pieces : paper.copies,
                 .sides = sidesFor(route.sides, paper.format, sheet.pageCount()),
                 .colour = route.colour};
    if (isRoll) {
        job.exact = true;
        job.media.clear();
        if (machine && machine->raw) {
            job.raw = true;
            job.bytes = papers::escPos(sheet.raster());
            return job;
        }
    }
    return sheet.pdf().map([&](const QByteArray &pdf) {
        job.bytes = pdf;
        return job;
    });
}

}
