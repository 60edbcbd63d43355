#include "core/offices/personallist.h"

#include "core/domain/decide.h"

#include <algorithm>

namespace offices {

using namespace domain;

namespace {

/// Answers and choices set no limit and meet none.
const ClockRules noClocks;

bool asksSomething(const Case &file, const Guide &guide, const QDateTime &now)
{
    using Why = Refusal::Why;
    return std::ranges::any_of(obstaclesToFiling(file, guide, noClocks, now), [](const Refusal &reason) {
        return reason.why == Why::SituationOpen || reason.why == Why::PathOpen || reason.why == Why::ItemsExclude
            || reason.why == Why::NothingChosen;
    });
}

}

QList<Command> commandsOf(const Choices &choices, const Guide &guide)
{
    QList<Command> commands;
    for (const Situation &situation : guide.matter.situations) {
        if (const QString answer = choices.answers.value(situation.id); !answer.isEmpty())
            commands << AnswerSituation{situation.id, answer};
    }
    for (const QString &item : choices.dropped)
        commands << DropItem{item};
    for (auto path = choices.paths.begin(); path != choices.paths.end(); ++path)
        commands << ChoosePath{path.key(), path.value()};
    return commands;
}

Case imaginedCase(const Guide &guide, const QDateTime &now)
{
    return apply(Case{}, {now, {}, CaseOpened{QStringLiteral("list"), {}, guide.ref}});
}

PersonalList personalListOf(const Guide &guide, const Choices &choices, const QDateTime &now)
{
    const Course course = carriedOut(imaginedCase(guide, now), commandsOf(choices, guide), guide, noClocks, now);
    return {planOf(course.file, guide, now.date()), course.refused, !asksSomething(course.file, guide, now)};
}

}
