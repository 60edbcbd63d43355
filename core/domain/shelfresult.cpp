#include "core/domain/shelfresult.h"

#include "core/domain/decidelife.h"

#include <algorithm>

namespace domain {

namespace {

using Kind = Task::Kind;

/// The task of this kind that is about \a item, alone or with others.
const Task *taskOn(const QList<Task> &tasks, Kind kind, const QString &item)
{
    const auto isIt = [&](const Task &task) { return task.kind == kind && (task.subjectId.isEmpty() || task.subjectId == item); };
    const auto found = std::ranges::find_if(tasks, isIt);
    return found == tasks.end() ? nullptr : &*found;
}

ShelfStand standOf(const CaseItem &item, bool onPaper, const QString &id, const QList<Task> &tasks)
{
    if (item.delivery)
        return ShelfStand::ToProve;
    if (onPaper && item.custody.isEmpty())
        return ShelfStand::Expected;
    if (!taskOn(tasks, Kind::Deliver, id))
        return ShelfStand::Held;
    return taskOn(tasks, Kind::TellAgain, id) ? ShelfStand::Told : ShelfStand::Ready;
}

const Task *clockOf(ShelfStand stand, const QString &id, const QList<Task> &tasks)
{
    switch (stand) {
    case ShelfStand::Expected:
    case ShelfStand::Held:
        return nullptr;
    case ShelfStand::Ready:
        return taskOn(tasks, Kind::Deliver, id);
    case ShelfStand::Told:
        return taskOn(tasks, Kind::TellAgain, id);
    case ShelfStand::ToProve:
        return taskOn(tasks, Kind::SendProof, id);
    }
    Q_UNREACHABLE();
}

QDateTime sinceOf(const CaseItem &item)
{
    if (item.delivery)
        return item.delivery->at;
    return item.custody.isEmpty() ? item.endedAt : item.custody.first().at;
}

ShelfResult resultOf(const Plan::ItemLine &line, const CaseItem &item, const CollectionChoice &choice, const QList<Task> &tasks)
{
    const bool onPaper = !item.outcome || item.outcome->physical;
    ShelfResult result{.item = line.item.id,
                       .name = line.item.name,
                       .department = line.item.department,
                       .level = line.item.level,
                       .stand = standOf(item, onPaper, line.item.id, tasks),
                       .refusal = !item.outcome || !item.outcome->granted,
                       .onPaper = onPaper,
                       .together = choice.together,
                       .way = item.delivery ? item.delivery->way : choice.way,
                       .since = sinceOf(item)};
    if (const Task *clock = clockOf(result.stand, result.item, tasks)) {
        result.due = clock->due;
        result.amberFrom = clock->amberFrom;
        result.redFrom = clock->redFrom;
        result.provisional = clock->provisional;
    }
    if (!item.custody.isEmpty())
        result.custody = item.custody.last();
    if (item.outcome) {
        result.certificate = item.outcome->certificate;
        result.eLicence = item.outcome->eLicence;
    }
    if (item.delivery)
        result.tracking = item.delivery->tracking;
    return result;
}

}

ShelfState shelfStateOf(ShelfStand stand, const QDateTime &due, const QDateTime &now)
{
    const bool isPast = due.isValid() && due < now;
    if (isPast && stand == ShelfStand::Ready)
        return ShelfState::Late;
    if (isPast && stand == ShelfStand::Told)
        return ShelfState::Forgotten;
    return static_cast<ShelfState>(stand);
}

QList<ShelfResult> shelfResultsOf(const Case &file, const Guide &guide, const QList<Task> &tasks)
{
    QList<ShelfResult> results;
    if (file.life.archivedAt.isValid())
        return results;
    for (const auto &[line, item] : itemsOf(file, guide)) {
        if (item.hasResult() && item.proofSentAt.isNull())
            results.append(resultOf(line, item, file.life.collection, tasks));
    }
    return results;
}

Urgency urgencyOf(const ShelfResult &result, const QDateTime &now)
{
    return urgencyOf(Task{.due = result.due, .amberFrom = result.amberFrom, .redFrom = result.redFrom}, now);
}

}
