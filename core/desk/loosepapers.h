#pragma once

#include "core/base/result.h"
#include "core/papers/paper.h"

namespace devices {
class Printer;
}

namespace desk {

class PrintRoutes;

/// Prints papers that are of no case (guides, leaflets, personal lists): each where the routes send its form, and as they say.
class LoosePapers final
{
public:
    /// What was handed over.
    struct Sent {
        QString where; ///< "printer, job", or the printer alone while the job is on its way; empty: no printer was seen yet
        bool bothSides = false; ///< the printer turns the sheet by itself
    };

    /// Both outlive it. \a printer must not wait where a window prints.
    LoosePapers(devices::Printer &printer, const PrintRoutes &routes) : m_printer(printer), m_routes(routes) { }

    /// Error::Device when nothing was handed over. \a title is seen in queues: no person data. \a leavesNothing: see devices::PrintJob.
    base::Result<Sent> print(const papers::Paper &paper, const QString &title, bool leavesNothing = false);

private:
    devices::Printer &m_printer;
    const PrintRoutes &m_routes;
};

}
