#include "core/domain/conditionwords.h"

namespace domain {

using namespace Qt::StringLiterals;

namespace {

QString limitText(const Condition &condition, const Situation &situation, const GuidePack &pack)
{
    if (condition.parameter.isEmpty())
        return QString::number(condition.number, 'f', QLocale::FloatingPointShortest) + situation.unit;
    const auto value = pack.parameters.constFind(condition.parameter);
    const QString known = value == pack.parameters.constEnd()
        ? u"未设定"_s
        : QString::number(*value, 'f', QLocale::FloatingPointShortest) + situation.unit;
    return u"“%1”（%2）"_s.arg(pack.parameterNames.value(condition.parameter), known);
}

QString answerText(const Condition &condition, const Situation &situation, const GuidePack &pack)
{
    const QString question = u"“%1”"_s.arg(situation.question);
    switch (condition.kind) {
    case Condition::Kind::AtLeast:
        return question + u"不少于"_s + limitText(condition, situation, pack);
    case Condition::Kind::Below:
        return question + u"少于"_s + limitText(condition, situation, pack);
    default:
        break;
    }
    const Situation::Option *option = situation.option(condition.value);
    return question + u"为“%1”"_s.arg(option ? option->label : condition.value);
}

}

QString conditionText(const Condition &condition, const Matter &matter, const GuidePack &pack)
{
    if (const Situation *situation = matter.situation(condition.subject))
        return answerText(condition, *situation, pack);
    QStringList parts;
    for (const Condition &part : condition.parts) {
        const QString text = conditionText(part, matter, pack);
        parts.append(part.parts.size() > 1 ? u"（%1）"_s.arg(text) : text);
    }
    switch (condition.kind) {
    case Condition::Kind::All:
        return parts.join(u"，并且"_s);
    case Condition::Kind::Any:
        return parts.join(u"，或者"_s);
    case Condition::Kind::Not:
        return u"并非："_s + parts.value(0);
    default:
        return {};
    }
}

}
