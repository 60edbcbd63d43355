#include "core/domain/pastpapers.h"

#include "core/domain/issuedpapers.h"

#include <algorithm>

namespace domain {

std::optional<Case> asIssued(const QList<Placed> &history, const PaperRef &paper)
{
    const bool followsIntake = papersOfIntake().contains(paper.kind);
    const Case file = merge(history, [&](const Case &then, qsizetype index) {
                          const auto *print = std::get_if<PrintRequested>(&history[index].event.fact);
                          const bool isPrinted = print && print->paper == paper;
                          return !isPrinted && !(isIssued(then, paper) && (!followsIntake || then.filing));
                      }).file;
    const auto isPrinted = [&](const PrintAct &print) { return print.paper == paper; };
    if (isIssued(file, paper) || std::ranges::any_of(file.prints, isPrinted))
        return file;
    return {};
}

}
