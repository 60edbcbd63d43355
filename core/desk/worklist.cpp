#include "core/desk/worklist.h"

#include "core/domain/codes.h"
#include "core/journal/journal.h"

namespace desk {

using namespace domain;

WorkList::WorkList(journal::Journal &journal, const guides::Shelf &shelf, const base::Clock &clock, const OnDuty &duty,
                   const CaseBook &book, QObject *parent) :
    QObject(parent), m_journal(journal), m_matters(shelf), m_clock(clock), m_duty(duty)
{
    connect(&book, &CaseBook::written, this, &WorkList::changed);
    connect(&book, &CaseBook::completed, this, &WorkList::changed);
}

namespace {

journal::TaskQuery queryOf(const WorkFilter &filter, const QString &clerk, const QDateTime &now)
{
    return {.now = now,
            .kinds = filter.kinds,
            .urgency = filter.urgency,
            .matter = filter.matter,
            .owner = filter.mine ? clerk : QString(),
            .oursOnly = filter.oursOnly};
}

}

base::Result<WorkList::Page> WorkList::page(const WorkFilter &filter, const Place &after, int most) const
{
    const QDateTime now = m_clock.now();
    const auto found = m_journal.tasks(queryOf(filter, m_duty.name(), now), {after.due, after.place}, most);
    if (!found)
        return tl::unexpected(found.error());
    Page page{.lines = {}, .end = after, .isLast = found->size() < most};
    for (const journal::TaskLine &line : *found) {
        page.lines.append({.caseId = line.caseId,
                           .number = line.number,
                           .matter = m_matters.name(line.guide),
                           .guide = line.guide,
                           .applicant = maskedName(line.applicant),
                           .subjects = maskedSubjects(foundByFrom(line.summary)),
                           .task = line.task,
                           .urgency = urgencyOf(line.task, now)});
        page.end = {line.place.due, line.place.place};
    }
    return page;
}

base::Result<WorkCounts> WorkList::counts(const WorkFilter &filter) const
{
    const auto counted = m_journal.taskCounts(queryOf(filter, m_duty.name(), m_clock.now()));
    if (!counted)
        return tl::unexpected(counted.error());
    WorkCounts counts;
    for (size_t kind = 0; kind < counts.byKind.size(); ++kind) {
        for (size_t urgency = 0; urgency < counts.byUrgency.size(); ++urgency) {
            const int tasks = counted->tasks[kind][urgency];
            counts.byKind[kind] += tasks;
            counts.byUrgency[urgency] += tasks;
            counts.all += tasks;
        }
    }
    return counts;
}

}
