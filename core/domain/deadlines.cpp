#include "core/domain/deadlines.h"

#include <algorithm>

namespace domain {

namespace {

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

bool cameToNothing(const CaseItem &item)
{
    return item.isEnded() && item.state != CaseItem::State::Decided;
}

/// Working days that the clock of \a item stood still, without the pause that still goes on. One that ends before it begins
/// (somebody set the clock back) counts nothing.
int pausedDays(const CaseItem &item, const WorkCalendar &calendar)
{
    int days = 0;
    for (const CaseItem::Pause &pause : item.pauses) {
        if (pause.until.isValid())
            days += std::max(0, calendar.workdaysBetween(pause.from.date(), pause.until.date()));
    }
    return days;
}

/// The plan of a filed case with the time that its pauses took.
Plan withPauses(Plan plan, const CaseLife &life, const WorkCalendar &calendar)
{
    for (Plan::ItemLine &line : plan.items) {
        const CaseItem item = life.items.value(line.item.id);
        const int days = pausedDays(item, calendar);
        line.chosen = line.chosen && !cameToNothing(item);
        line.promisedDays += line.promisedDays < 0 ? 0 : days;
        line.statutoryDays += line.statutoryDays < 0 ? 0 : days;
    }
    return plan;
}

/// Items that are paused, and those that wait for one that is.
QSet<QString> stoppedItems(const Plan &plan, const CaseLife &life)
{
    QSet<QString> stopped;
    for (qsizetype round = 0; round < plan.items.size(); ++round) {
        for (const Plan::ItemLine &line : plan.items) {
            const auto isStopped = [&](const QString &id) { return stopped.contains(id); };
            const bool stands = life.items.value(line.item.id).isPaused() || std::ranges::any_of(line.item.after, isStopped);
            if (line.chosen && stands)
                stopped.insert(line.item.id);
        }
    }
    return stopped;
}

CaseTimes timesOf(const Case &file)
{
    const QDateTime filed = file.filing->at;
    CaseTimes times{.filed = filed, .pushed = {}, .accepted = {}, .pushDue = file.filing->pushDue};
    if (file.life.pushedAt.isValid())
        times.pushed = std::max(filed, file.life.pushedAt);
    for (auto it = file.life.items.begin(); it != file.life.items.end(); ++it) {
        if (it->acceptedAt.isValid())
            times.accepted.insert(it.key(), std::max(filed, it->acceptedAt));
    }
    return times;
}

/// Whether the clock of \a deadline stands still: the law's limit of an item for its own special steps only.
bool standsStill(const Deadline &deadline, const QSet<QString> &stopped, const CaseLife &life)
{
    switch (deadline.kind) {
    case Deadline::Kind::ItemPromise:
        return stopped.contains(deadline.item);
    case Deadline::Kind::ItemStatutory:
        return life.items.value(deadline.item).isPaused();
    case Deadline::Kind::MatterPromise:
        return !stopped.isEmpty();
    case Deadline::Kind::Push:
    case Deadline::Kind::OnlineReview:
    case Deadline::Kind::Acceptance:
        break;
    }
    return false;
}

}

Deadline twoHours(Deadline::Kind kind, const QDateTime &start, const ClockRules &rules)
{
    const int minutes = kind == Deadline::Kind::OnlineReview ? rules.minutesToReview : rules.minutesToPush;
    if (!rules.twoHoursInOfficeTime)
        return {.kind = kind, .item = {}, .days = 0, .start = start, .due = start.addSecs(minutes * 60)};
    const auto [due, provisional] = rules.hours.after(start, minutes, rules.calendar);
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
    Deadline push = twoHours(Kind::Push, times.filed, rules);
    if (times.pushDue.isValid())
        push.due = times.pushDue;
    const QDateTime received = times.pushed.isNull() ? push.due : times.pushed;
    Deadline acceptance = workdays(Kind::Acceptance, {}, received, rules.daysToAccept, rules);
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

QList<Deadline> deadlinesOf(const Case &file, const Guide &guide, const ClockRules &rules)
{
    const Plan plan = withPauses(planOf(file, guide, file.filing->at.date()), file.life, rules.calendar);
    const QSet<QString> stopped = stoppedItems(plan, file.life);
    QList<Deadline> deadlines = deadlinesOf(plan, timesOf(file), rules);
    for (Deadline &deadline : deadlines) {
        if (standsStill(deadline, stopped, file.life)) {
            deadline.paused = true;
            deadline.due = {};
        }
    }
    return deadlines;
}

}
