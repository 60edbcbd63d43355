#pragma once

#include "core/base/result.h"
#include "core/devices/printsystem.h"
#include "core/papers/paper.h"

namespace desk {

struct PrintRoute;

/// The printer that a job for \a queue goes to: the usual one when it is empty. Null: it is not among \a printers.
const devices::PrinterFace *machineFor(const QList<devices::PrinterFace> &printers, const QString &queue);

/// \a paper as a job for \a queue, by \a route, as often as the paper says; \a machine is that queue as far as it is known (null:
/// not). A paper for the roll goes to a queue without a driver in the printer's own language. The title is left to the caller.
base::Result<devices::PrintJob> printJob(const papers::Paper &paper, const PrintRoute &route, const QString &queue,
                                         const devices::PrinterFace *machine);

}
