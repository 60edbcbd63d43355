#include "core/domain/clearing.h"

#include "core/domain/liferules.h"

#include <QUuid>

#include <algorithm>

namespace domain {

namespace {

/// Of two values of a field or two verdicts one is picked; everything else needs a reason.
bool isPicked(const Conflict &conflict)
{
    return conflict.kind == Conflict::Kind::Field || conflict.kind == Conflict::Kind::Verdict;
}

}

Ruling<QList<Fact>> clearConflict(const Case &file, const ClearConflict &command)
{
    const auto conflict = std::ranges::find(file.conflicts, command.conflict, &Conflict::id);
    if (conflict == file.conflicts.end())
        return refuse(Refusal::Why::UnknownConflict, command.conflict);
    if (conflict->clearedAt.isValid())
        return refuse(Refusal::Why::AlreadyDone);
    const QString words = wordsOf(command.words);
    if (words.isEmpty() && !isPicked(*conflict))
        return refuse(Refusal::Why::ReasonMissing);
    return QList<Fact>{ConflictCleared{conflict->id, command.other, words}};
}

Ruling<QList<Fact>> assignCase(const Case &file, const AssignCase &command)
{
    const QString window = nameOf(command.window);
    if (window.isEmpty() || QUuid(command.device).isNull())
        return refuse(Refusal::Why::ReceiverMissing);
    if (command.device == file.holder)
        return QList<Fact>{};
    return QList<Fact>{CaseAssigned{command.device, window}};
}

QList<Conflict> openConflicts(const Case &file)
{
    QList<Conflict> open;
    std::ranges::copy_if(file.conflicts, std::back_inserter(open),
                         [](const Conflict &conflict) { return conflict.clearedAt.isNull(); });
    return open;
}

}
