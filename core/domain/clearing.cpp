#include "core/domain/clearing.h"

#include "core/domain/casenumber.h"
#include "core/domain/decidelife.h"
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

QList<Refusal> openItems(const Case &file, const Guide &guide)
{
    QList<Refusal> open;
    for (const auto &[line, item] : itemsOf(file, guide)) {
        if (!item.isEnded())
            open.append({Refusal::Why::ItemOpen, line.item.name, line.item.id});
    }
    return open;
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

Ruling<QList<Fact>> joinCase(const Case &file, const Guide &guide, const JoinCase &command)
{
    if (!file.life.archivedAt.isNull())
        return refuse(Refusal::Why::Archived, file.number);
    if (!file.joinedTo.isEmpty())
        return refuse(Refusal::Why::AlreadyDone, groupedNumber(file.joinedTo));
    if (const QList<Refusal> open = openItems(file, guide); !open.isEmpty())
        return tl::unexpected(open);
    const std::optional<CaseNumber> number = readCaseNumber(command.number);
    if (!number)
        return refuse(Refusal::Why::NumberInvalid, command.number.left(60));
    if (number->text() == file.number)
        return refuse(Refusal::Why::JoinedToItself, groupedNumber(file.number));
    QList<Fact> facts;
    if (file.stage == Stage::Intake)
        facts.append(CaseAbandoned{QStringLiteral("与办件%1重复，并入该件").arg(groupedNumber(number->text()))});
    facts.append(CaseJoined{number->text()});
    return facts;
}

QString standInOf(const Case &file, const Guide &guide)
{
    const bool isUnderWay = file.stage == Stage::Intake || !openItems(file, guide).isEmpty();
    return isUnderWay ? QString() : file.joinedTo;
}

QList<Conflict> openConflicts(const Case &file)
{
    QList<Conflict> open;
    std::ranges::copy_if(file.conflicts, std::back_inserter(open),
                         [](const Conflict &conflict) { return conflict.clearedAt.isNull(); });
    return open;
}

}
