#pragma once

#include "core/base/result.h"
#include "core/desk/printroutes.h"
#include "core/devices/printsystem.h"
#include "core/papers/paper.h"

namespace desk {

/// The printer that a job for \a queue goes to: the usual one when it is empty. Null: it is not among \a printers.
const devices::PrinterFace *machineFor(const QList<devices::PrinterFace> &printers, const QString &queue);

/// Whether papers go to \a machine (null: not known) in their layout for 80 mm paper, where they have one.
bool isForRoll(PrintRoute::Layout layout, const devices::PrinterFace *machine);
/// The same for its test page: a queue without a driver of which nothing was said is most likely a receipt printer, and what is
/// made for A4 would come out of it as metres of letters.
bool isTestForRoll(PrintRoute::Layout layout, const devices::PrinterFace *machine);

/// \a paper as a job for \a queue, by \a route, as often as the paper says; \a machine is that queue as far as it is known (null:
/// not). A paper for the roll goes to a queue without a driver in the printer's own language. The title is left to the caller.
base::Result<devices::PrintJob> printJob(const papers::Paper &paper, const PrintRoute &route, const QString &queue,
                                         const devices::PrinterFace *machine);

}
