#include "core/domain/caseclocks.h"

#include "core/domain/decidelife.h"

#include <algorithm>

namespace domain {

namespace {

using Items = QList<std::pair<Plan::ItemLine, CaseItem>>;

/// When the last of \a items had its moment; null when one has not.
template <class Moment>
QDateTime lastOf(const Items &items, Moment moment)
{
    QDateTime last;
    for (const auto &[line, item] : items) {
        const QDateTime at = moment(item);
        if (at.isNull())
            return {};
        last = last.isNull() ? at : std::max(last, at);
    }
    return last;
}

QDateTime metAt(const Deadline &deadline, const CaseLife &life, const Items &items)
{
    switch (deadline.kind) {
    case Deadline::Kind::Push:
    case Deadline::Kind::OnlineReview:
        return life.pushedAt;
    case Deadline::Kind::Acceptance:
        return lastOf(items,
                      [](const CaseItem &item) { return item.acceptedAt.isNull() ? item.endedAt : item.acceptedAt; });
    case Deadline::Kind::ItemPromise:
    case Deadline::Kind::ItemStatutory:
        return life.items.value(deadline.item).endedAt;
    case Deadline::Kind::MatterPromise:
        return lastOf(items, [](const CaseItem &item) { return item.endedAt; });
    }
    Q_UNREACHABLE();
}

}

QList<CaseClock> caseClocks(const Case &file, const Guide &guide, const ClockRules &rules)
{
    const Items items = itemsOf(file, guide);
    QList<CaseClock> clocks;
    for (const Deadline &deadline : deadlinesOf(file, guide, rules))
        clocks.append({deadline, metAt(deadline, file.life, items)});
    return clocks;
}

std::optional<CaseClock> nextClock(const QList<CaseClock> &clocks)
{
    std::optional<CaseClock> next;
    for (const CaseClock &clock : clocks) {
        if (clock.isOpen() && (!next || clock.deadline.due < next->deadline.due))
            next = clock;
    }
    return next;
}

}
