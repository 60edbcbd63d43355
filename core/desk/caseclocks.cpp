#include "core/desk/caseclocks.h"

#include "core/domain/decidelife.h"

#include <algorithm>

namespace desk {

using namespace domain;

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

/// What a special step took is not counted (行政许可法 45).
void leaveOutPauses(Deadline &deadline, const CaseItem &item, const WorkCalendar &calendar)
{
    for (const CaseItem::Pause &pause : item.pauses) {
        const int days = pause.until.isNull() ? 0 : calendar.workdaysBetween(pause.from.date(), pause.until.date());
        if (days <= 0)
            continue;
        const LimitEnd end = calendar.afterWorkdays(deadline.due.date(), days);
        deadline.due.setDate(end.day);
        deadline.provisional = deadline.provisional || end.provisional;
    }
}

}

QList<CaseClock> caseClocks(const Case &file, const Guide &guide, const ClockRules &rules)
{
    CaseTimes times{.filed = file.filing->at, .pushed = file.life.pushedAt, .accepted = {}};
    const Items items = itemsOf(file, guide);
    for (const auto &[line, item] : items) {
        if (item.acceptedAt.isValid())
            times.accepted.insert(line.item.id, item.acceptedAt);
    }
    QList<CaseClock> clocks;
    for (Deadline deadline : deadlinesOf(planOf(file, guide, file.filing->at.date()), times, rules)) {
        const CaseItem item = file.life.items.value(deadline.item);
        leaveOutPauses(deadline, item, rules.calendar);
        clocks.append({deadline, metAt(deadline, file.life, items), item.isPaused()});
    }
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
