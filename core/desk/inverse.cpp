#include "core/desk/inverse.h"

#include "core/domain/people.h"

namespace desk {

using namespace domain;

std::optional<Command> inverseOf(const Command &command, const Case &file, const Guide &guide)
{
    if (const auto *act = std::get_if<AnswerSituation>(&command))
        return AnswerSituation{act->situation, file.answers.value(act->situation)};
    if (const auto *act = std::get_if<DropItem>(&command))
        return KeepItem{act->item};
    if (const auto *act = std::get_if<KeepItem>(&command))
        return DropItem{act->item};
    if (const auto *act = std::get_if<ChoosePath>(&command))
        return ChoosePath{act->item, file.paths.value(act->item)};
    if (const auto *act = std::get_if<EnterField>(&command))
        return EnterField{act->field, file.fields.value(act->field)};
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
