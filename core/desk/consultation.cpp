#include "core/desk/consultation.h"

#include "core/desk/inverse.h"

namespace desk {

using namespace domain;

namespace {

bool isChoice(const Command &command)
{
    return std::holds_alternative<AnswerSituation>(command) || std::holds_alternative<DropItem>(command)
        || std::holds_alternative<KeepItem>(command) || std::holds_alternative<ChoosePath>(command);
}

/// Answers and choices set no limit and meet none.
const ClockRules noClocks;

}

Consultation::Consultation(Guide guide, const base::Clock &clock, QObject *parent)
    : QObject(parent), m_guide(std::move(guide)), m_clock(clock)
{
    const Event opened{m_clock.now(), {}, CaseOpened{QStringLiteral("consultation"), {}, m_guide.ref}};
    m_case = apply(Case{}, opened);
    m_plan = planOf(m_case, m_guide, today());
}

Done Consultation::perform(const Command &command)
{
    if (!isChoice(command))
        return tl::unexpected(Undone{{{Refusal::Why::NotOpen, {}, {}}}, {}});
    const QDateTime now = m_clock.now();
    const Ruling<QList<Fact>> ruling = decide(m_case, command, m_guide, noClocks, now);
    if (!ruling)
        return tl::unexpected(Undone{ruling.error(), {}});
    if (ruling->isEmpty())
        return {};
    if (const std::optional<Command> inverse = inverseOf(command, m_case))
        m_undo.append(*inverse);
    for (const Fact &fact : *ruling)
        m_case = apply(std::move(m_case), {now, {}, fact});
    m_plan = planOf(m_case, m_guide, now.date());
    emit changed();
    return {};
}

Done Consultation::undo()
{
    if (m_undo.isEmpty())
        return {};
    const Command inverse = m_undo.takeLast();
    const QList<Command> before = m_undo;
    const Done done = perform(inverse);
    m_undo = before; // without the inverse of the inverse
    return done;
}

QList<Fact> Consultation::choices() const
{
    QList<Fact> facts;
    for (const Situation &situation : m_guide.matter.situations) {
        if (const QString answer = m_case.answers.value(situation.id); !answer.isEmpty())
            facts.append(SituationAnswered{situation.id, answer});
    }
    for (const Item &item : m_guide.matter.items) {
        if (m_case.dropped.contains(item.id))
            facts.append(ItemDropped{item.id});
        if (const QString path = m_case.paths.value(item.id); !path.isEmpty())
            facts.append(PathChosen{item.id, path});
    }
    return facts;
}

}
