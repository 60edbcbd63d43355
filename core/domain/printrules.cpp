#include "core/domain/printrules.h"

#include "core/domain/issuedpapers.h"

#include <algorithm>

namespace domain {

namespace {

/// The prints of \a paper that came out or still may.
QList<PrintAct> printsThatCount(const Case &file, const PaperRef &paper)
{
    const QDateTime begun = lastVoided(file, paper);
    QList<PrintAct> prints;
    std::ranges::copy_if(file.prints, std::back_inserter(prints), [&](const PrintAct &print) {
        return print.paper == paper && print.state != PrintAct::State::Failed && (begun.isNull() || print.at > begun);
    });
    return prints;
}

}

bool isOut(const Case &file, const PaperRef &paper)
{
    return !printsThatCount(file, paper).isEmpty();
}

int nextCopy(const Case &file, const PaperRef &paper)
{
    const QList<PrintAct> prints = printsThatCount(file, paper);
    const auto isTaken = [&](int copy) { return std::ranges::find(prints, copy, &PrintAct::copy) != prints.end(); };
    int copy = 1;
    while (isTaken(copy))
        ++copy;
    return copy;
}

bool mayBecome(PrintAct::State from, PrintAct::State to)
{
    using Print = PrintAct::State;
    switch (from) {
    case Print::Requested:
        return to != Print::Requested;
    case Print::Spooled:
        return to == Print::Printed || to == Print::Failed || to == Print::Confirmed;
    case Print::Printed:
        return to == Print::Failed || to == Print::Confirmed; // failed: it did not come out all the same
    case Print::Failed:
    case Print::Confirmed:
        return false;
    }
    return false;
}

}
