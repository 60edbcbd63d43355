#include "core/guides/conditioncheck.h"

#include "core/guides/inspection.h"

namespace guides {

using namespace Qt::StringLiterals;
using domain::Condition;
using domain::Situation;

namespace {

void checkAnswer(const Condition &condition, const Situation &situation, Inspection &inspection)
{
    const bool asksOption = condition.kind == Condition::Kind::AnswerIs;
    if (asksOption != (situation.kind == Situation::Kind::Choice))
        inspection.fault(asksOption ? u"situation %1 asks for a number, not for an option"_s.arg(quoted(situation.id))
                                    : u"situation %1 asks for an option, not for a number"_s.arg(quoted(situation.id)));
    else if (asksOption && !situation.option(condition.value))
        inspection.faultAt("is", u"situation %1 has no option %2"_s.arg(quoted(situation.id), quoted(condition.value)));
}

const char *keyOf(Condition::Kind kind)
{
    switch (kind) {
    case Condition::Kind::Always:
        break;
    case Condition::Kind::AnswerIs:
        return "is";
    case Condition::Kind::AtLeast:
        return "atLeast";
    case Condition::Kind::Below:
        return "below";
    case Condition::Kind::All:
        return "all";
    case Condition::Kind::Any:
        return "any";
    case Condition::Kind::Not:
        return "not";
    }
    return "";
}

/// Checks what one condition of the tree names, and goes on to its parts.
class ConditionCheck
{
public:
    ConditionCheck(const Situations &situations, const QSet<QString> &parameters, Inspection &inspection)
        : m_situations(situations), m_parameters(parameters), m_inspection(inspection)
    {
    }

    void check(const Condition &condition)
    {
        if (!condition.subject.isEmpty())
            checkSubject(condition);
        const Inspection::Step step = m_inspection.into(keyOf(condition.kind));
        if (!condition.parameter.isEmpty() && !m_parameters.contains(condition.parameter))
            m_inspection.faultAt("parameter", u"no parameter %1 in this pack"_s.arg(quoted(condition.parameter)));
        if (condition.kind == Condition::Kind::Not)
            check(condition.parts.constFirst());
        else
            checkParts(condition.parts);
    }

private:
    void checkSubject(const Condition &condition)
    {
        if (const Situation *situation = m_situations.value(condition.subject))
            checkAnswer(condition, *situation, m_inspection);
        else
            m_inspection.faultAt("answer", u"no situation %1 in this matter"_s.arg(quoted(condition.subject)));
    }

    void checkParts(const QList<Condition> &parts)
    {
        for (qsizetype index = 0; index < parts.size(); ++index) {
            const Inspection::Step step = m_inspection.into(index);
            check(parts[index]);
        }
    }

    const Situations &m_situations;
    const QSet<QString> &m_parameters;
    Inspection &m_inspection;
};

}

void checkCondition(const Condition &condition, const Situations &situations, const QSet<QString> &parameters,
                    Inspection &inspection)
{
    ConditionCheck(situations, parameters, inspection).check(condition);
}

}
