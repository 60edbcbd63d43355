#pragma once

#include "core/base/result.h"
#include "core/desk/printroutes.h"
#include "core/devices/printsystem.h"
#include "core/papers/paper.h"

namespace desk {

/// The printer that a job for \a queue goes to: the usual one when it is empty. Null: it is not among \a printers.
const devices::PrinterFace *machineFor(const QList<devices::PrinterFace> &printers, const QString &queue);

/// Whether papers go to \a machine (null: not known) in their layout for 80 mm paper, where they have one. A queue without a driver of
/// which nothing was said is most likely a receipt printer.
bool isForRoll(PrintRoute::Layout layout, const devices::PrinterFace *machine);

/// \a paper as a job for \a queue, by \a route, as often as the paper says; \a machine is that queue as far as it is known (null:
/// not). A paper for the roll goes to a queue without a driver in the printer's own language. Another paper goes to such a queue only
/// when its layout was set to A4: out of a receipt printer it would come as metres of letters, so Error::Device says what to do
/// (devices::PrintFailure::NoDriver). The title is left to the caller.
base::Result<devices::PrintJob> printJob(const papers::Paper &paper, const PrintRoute &route, const QString &queue,
                                         const devices::PrinterFace *machine);

}
