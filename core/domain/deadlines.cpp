#include "core/domain/deadlines.h"

#include <algorithm>

namespace domain {

namespace {

constexpr int minutesOfTwoHours = 120;
constexpr int daysToAccept = 1;

/// The last second of \a day, in the zone of \a moment.
QDateTime endOf(QDate day, QDateTime moment)
{
    moment.setDate(day);
    moment.setTime(QTime(23, 59, 59));
    return moment;
}

/// The moment from which the item's days are counted: its acceptance, or the latest that is allowed.
QDateTime startOf(const QString &item, const CaseTimes &times, const Deadline &acceptance)
{
    return times.accepted.value(item, acceptance.due);
}

/// When the last of the items was accepted, or must be.
QDateTime lastStart(const Plan &plan, const CaseTimes &times, const Deadline &acceptance)
{
    QDateTime last;
    for (const Plan::ItemLine &line : plan.items) {
        if (!line.chosen)
            continue;
        const QDateTime start = startOf(line.item.id, times, acceptance);
        last = last.isNull() ? start : std::max(last, start);
    }
    return last;
}

}

Deadline twoHours(Deadline::Kind kind, const QDateTime &start, const ClockRules &rules)
{
    if (!rules.twoHoursInOfficeTime)
        return {.kind = kind, .item = {}, .days = 0, .start = start, .due = start.addSecs(minutesOfTwoHours * 60)};
    const auto [due, provisional] = rules.hours.after(start, minutesOfTwoHours, rules.calendar);
    return {.kind = kind, .item = {}, .days = 0, .start = start, .due = due, .provisional = provisional};
}

Deadline workdays(Deadline::Kind kind, const QString &item, const QDateTime &start, int days, const ClockRules &rules)
{
    const LimitEnd end = rules.calendar.afterWorkdays(start.date(), days);
    return {.kind = kind,
            .item = item,
            .days = days,
            .start = start,
            .due = endOf(end.day, start),
            .provisional = end.provisional};
}

QList<Deadline> deadlinesOf(const Plan &plan, const CaseTimes &times, const ClockRules &rules)
{
    using Kind = Deadline::Kind;
    const Deadline push = twoHours(Kind::Push, times.filed, rules);
    const QDateTime received = times.pushed.isNull() ? push.due : times.pushed;
    Deadline acceptance = workdays(Kind::Acceptance, {}, received, daysToAccept, rules);
    acceptance.provisional = acceptance.provisional || (times.pushed.isNull() && push.provisional);
    QList<Deadline> deadlines{push, acceptance};
    const QMap<QString, int> ends = plan.promisedEnds();
    for (const Plan::ItemLine &line : plan.items) {
        if (!line.chosen)
            continue;
        const QDateTime start = startOf(line.item.id, times, acceptance);
        if (const int end = ends.value(line.item.id); end >= 0)
            deadlines.append(workdays(Kind::ItemPromise, line.item.id, start, end, rules));
        if (line.statutoryDays >= 0)
            deadlines.append(workdays(Kind::ItemStatutory, line.item.id, start, line.statutoryDays, rules));
    }
    if (const int days = plan.promisedDays(); days >= 0)
        deadlines.append(workdays(Kind::MatterPromise, {}, lastStart(plan, times, acceptance), days, rules));
    return deadlines;
}

}
