#include "core/desk/consultation.h"

namespace desk {

using namespace domain;

namespace {

bool isChoice(const Command &command)
{
    return std::holds_alternative<AnswerSituation>(command) || std::holds_alternative<DropItem>(command)
        || std::holds_alternative<KeepItem>(command) || std::holds_alternative<ChoosePath>(command);
}

bool isOfConsultation(const Refusal &open)
{
    using Why = Refusal::Why;
    return open.why == Why::SituationOpen || open.why == Why::PathOpen || open.why == Why::ItemsExclude
        || open.why == Why::NothingChosen;
}

/// Answers and choices set no limit and meet none.
const ClockRules noClocks;

}

Consultation::Consultation(Guide guide, const base::Clock &clock, QObject *parent)
    : QObject(parent), m_guide(std::move(guide)), m_clock(clock), m_case(fresh()), m_plan(planOf(m_case, m_guide, today()))
{
}

Case Consultation::fresh() const
{
    return apply(Case{}, {m_clock.now(), {}, CaseOpened{QStringLiteral("consultation"), {}, m_guide.ref}});
}

void Consultation::show(Case file)
{
    m_case = std::move(file);
    m_plan = planOf(m_case, m_guide, today());
    emit changed();
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
    m_undo.append(m_case);
    Case after = m_case;
    for (const Fact &fact : *ruling)
        after = apply(std::move(after), {now, {}, fact});
    show(std::move(after));
    return {};
}

void Consultation::undo()
{
    if (!m_undo.isEmpty())
        show(m_undo.takeLast());
}

void Consultation::startOver()
{
    if (choices().isEmpty())
        return;
    m_undo.append(m_case);
    show(fresh());
}

QList<Refusal> Consultation::open() const
{
    QList<Refusal> reasons = obstaclesToFiling(m_case, m_guide, noClocks, m_clock.now());
    reasons.removeIf([](const Refusal &reason) { return !isOfConsultation(reason); });
    return reasons;
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
