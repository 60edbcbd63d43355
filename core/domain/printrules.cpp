#include "core/domain/printrules.h"

#include "core/domain/issuedpapers.h"

#include <algorithm>

namespace domain {

int nextCopy(const Case &file, const PaperRef &paper)
{
    const QDateTime begun = lastVoided(file, paper);
    const auto isTaken = [&](int copy) {
        return std::ranges::any_of(file.prints, [&](const PrintAct &print) {
            return print.paper == paper && print.copy == copy && print.state != PrintAct::State::Failed
                && (begun.isNull() || print.at > begun);
        });
    };
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
