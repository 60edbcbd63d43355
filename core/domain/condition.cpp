#include "core/domain/condition.h"

#include <QStringList>

#include <algorithm>

namespace domain {

Truth operator&&(Truth a, Truth b)
{
    return std::min(a, b);
}

Truth operator||(Truth a, Truth b)
{
    return std::max(a, b);
}

Truth operator!(Truth a)
{
    if (a == Truth::Unknown)
        return a;
    return a == Truth::Yes ? Truth::No : Truth::Yes;
}

namespace {

Truth truth(bool yes)
{
    return yes ? Truth::Yes : Truth::No;
}

Truth comparedWithLimit(const Condition &condition, const Answers &answers, const Parameters &parameters)
{
    if (answers.value(condition.subject) == notAsked)
        return Truth::No;
    bool isNumber = false;
    const double answered = answers.value(condition.subject).toDouble(&isNumber);
    if (!isNumber)
        return Truth::Unknown;
    if (!condition.parameter.isEmpty() && !parameters.contains(condition.parameter))
        return Truth::Unknown;
    const double limit = condition.parameter.isEmpty() ? condition.number : parameters.value(condition.parameter);
    return truth(condition.kind == Condition::Kind::AtLeast ? answered >= limit : answered < limit);
}

}

Truth holds(const Condition &condition, const Answers &answers, const Parameters &parameters)
{
    const auto part = [&](const Condition &inner) { return holds(inner, answers, parameters); };
    Truth result = Truth::Yes;
    switch (condition.kind) {
    case Condition::Kind::Always:
        return Truth::Yes;
    case Condition::Kind::AnswerIs: {
        const QString answer = answers.value(condition.subject);
        return answer.isEmpty() ? Truth::Unknown : truth(answer == condition.value);
    }
    case Condition::Kind::AtLeast:
    case Condition::Kind::Below:
        return comparedWithLimit(condition, answers, parameters);
    case Condition::Kind::All:
        for (const Condition &inner : condition.parts)
            result = result && part(inner);
        return result;
    case Condition::Kind::Any:
        result = Truth::No;
        for (const Condition &inner : condition.parts)
            result = result || part(inner);
        return result;
    case Condition::Kind::Not:
        return !part(condition.parts.value(0));
    }
    return result;
}

QStringList situationsIn(const Condition &condition)
{
    QStringList found;
    if (!condition.subject.isEmpty())
        found << condition.subject;
    for (const Condition &inner : condition.parts)
        found << situationsIn(inner);
    found.removeDuplicates();
    return found;
}

}
