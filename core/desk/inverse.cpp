#include "core/desk/inverse.h"

#include "core/domain/people.h"
#include "core/domain/scans.h"

namespace desk {

using namespace domain;

namespace {

/// What puts \a field back to what it is in \a file.
EnterField entered(const QString &field, const Case &file)
{
    return {field, file.fields.value(field), file.fieldSources.value(field)};
}

std::optional<Command> inverseOfLife(const LifeCommand &command, const Case &file)
{
    if (const auto *act = std::get_if<AttachScan>(&command))
        return act->from.isEmpty() ? LifeCommand(RemoveScan{act->scan, {}}) : LifeCommand(RevertScan{act->scan});
    const auto *move = std::get_if<MoveScan>(&command);
    const auto *remove = std::get_if<RemoveScan>(&command);
    const auto *revert = std::get_if<RevertScan>(&command);
    const ScanPicture *picture
        = presentScan(file, move ? move->scan : remove ? remove->scan : revert ? revert->scan : QString());
    if (!picture)
        return {};
    if (move)
        return LifeCommand(MoveScan{picture->scan, picture->material});
    return LifeCommand(
        AttachScan{picture->scan, picture->material, picture->kind, picture->bytes, revert ? picture->from : QString()});
}

}

std::optional<Command> inverseOf(const Command &command, const Case &file, const Guide &guide)
{
    if (const auto *life = std::get_if<LifeCommand>(&command))
        return inverseOfLife(*life, file);
    if (const auto *act = std::get_if<AnswerSituation>(&command))
        return AnswerSituation{act->situation, file.answers.value(act->situation)};
    if (const auto *act = std::get_if<DropItem>(&command))
        return KeepItem{act->item};
    if (const auto *act = std::get_if<KeepItem>(&command))
        return DropItem{act->item};
    if (const auto *act = std::get_if<ChoosePath>(&command))
        return ChoosePath{act->item, file.paths.value(act->item)};
    if (const auto *act = std::get_if<EnterField>(&command))
        return entered(act->field, file);
    if (const auto *act = std::get_if<EnterFields>(&command)) {
        EnterFields before;
        for (const EnterField &field : act->fields)
            before.fields.append(entered(field.field, file));
        return before;
    }
    if (const auto *act = std::get_if<ListPeople>(&command)) {
        const Roster *roster = guide.matter.roster(act->roster);
        return roster ? std::optional<Command>(ListPeople{act->roster, peopleOf(file, *roster)}) : std::nullopt;
    }
    const auto *given = std::get_if<GiveVerdict>(&command);
    const auto *takenBack = std::get_if<TakeBackVerdict>(&command);
    if (!given && !takenBack)
        return {};
    const QString material = given ? given->material : takenBack->material;
    const auto before = file.verdicts.constFind(material);
    if (before == file.verdicts.constEnd())
        return TakeBackVerdict{material};
    return GiveVerdict{material, *before};
}

}
