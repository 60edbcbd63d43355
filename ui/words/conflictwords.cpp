#include "ui/words/conflictwords.h"

#include "core/domain/events.h"
#include "core/domain/masking.h"
#include "ui/words/lifewords.h"
#include "ui/words/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace words {

namespace {

using Kind = domain::Conflict::Kind;

struct ConflictTexts {
    Q_DECLARE_TR_FUNCTIONS(ConflictWords)
};

bool isPicked(const domain::Conflict &conflict)
{
    return conflict.kind == Kind::Field || conflict.kind == Kind::Verdict;
}

}

QString subject(const domain::Conflict &conflict, const domain::Guide &guide)
{
    if (const auto field = guide.fields.constFind(conflict.subject); field != guide.fields.constEnd())
        return field->label;
    if (const domain::Item *item = guide.matter.item(conflict.subject))
        return item->name;
    if (const domain::Situation *situation = guide.matter.situation(conflict.subject))
        return situation->question;
    const auto material = guide.materials.constFind(conflict.subject);
    if (material != guide.materials.constEnd())
        return material->name;
    if (conflict.subject.contains(u'/'))
        return ConflictTexts::tr("a person of a list");
    return conflict.subject.size() == 64 ? ConflictTexts::tr("a picture") : ConflictTexts::tr("the case");
}

QString value(const domain::Conflict &conflict, const QString &value, const domain::Guide &guide)
{
    if (value.isEmpty())
        return ConflictTexts::tr("nothing");
    if (conflict.kind == Kind::Verdict) {
        const auto verdict = domain::verdictFromWord(value);
        return verdict ? words::name(*verdict) : value;
    }
    if (const domain::Situation *situation = guide.matter.situation(conflict.subject)) {
        const domain::Situation::Option *option = situation->option(value);
        return option ? option->label : value;
    }
    if (const domain::Item *item = guide.matter.item(conflict.subject)) {
        const domain::Path *path = item->path(value);
        return path ? path->name : value == "dropped"_L1 ? ConflictTexts::tr("not applied for") : ConflictTexts::tr("applied for");
    }
    if (conflict.subject.contains(u'/'))
        return domain::maskedName(value);
    const domain::Field::Kind kind = guide.fields.value(conflict.subject).kind;
    return kind == domain::Field::Kind::PersonName ? domain::maskedName(value) : domain::withMaskedNumbers(kind, value);
}

QString sentence(const domain::Conflict &conflict, const domain::Guide &guide)
{
    const QString about = subject(conflict, guide);
    const QString who = ConflictTexts::tr("%1 %2 and %3 %4").arg(conflict.earlierActor, moment(conflict.earlierAt), conflict.laterActor,
                                                                 moment(conflict.laterAt));
    switch (conflict.kind) {
    case Kind::Field:
    case Kind::Verdict:
        return ConflictTexts::tr("%1: “%2” is shown, “%3” was said too (%4)")
            .arg(about, value(conflict, conflict.shown, guide), value(conflict, conflict.other, guide), who);
    case Kind::Step:
        return ConflictTexts::tr("%1: two windows acted without knowing of each other (%2)").arg(about, who);
    case Kind::Withdrawal:
        return ConflictTexts::tr("%1: withdrawn at one window and dealt with at another (%2)").arg(about, who);
    case Kind::HandOver:
        return ConflictTexts::tr("%1: the result was handed over twice; the first stands (%2)").arg(about, who);
    case Kind::Assignment:
        return ConflictTexts::tr("%1: done by a window that had given the case away; it does not count yet (%2)").arg(about, who);
    }
    Q_UNREACHABLE();
}

QString shownChoice(const domain::Conflict &conflict, const domain::Guide &guide)
{
    return isPicked(conflict) ? value(conflict, conflict.shown, guide) : ConflictTexts::tr("it stays as shown");
}

QString otherChoice(const domain::Conflict &conflict, const domain::Guide &guide)
{
    return isPicked(conflict) ? value(conflict, conflict.other, guide) : ConflictTexts::tr("the other act counts");
}

QString name(domain::Standing standing)
{
    switch (standing) {
    case domain::Standing::Stands:
        return {};
    case domain::Standing::InConflict:
        return ConflictTexts::tr("contradicted");
    case domain::Standing::Disputed:
        return ConflictTexts::tr("does not count");
    }
    Q_UNREACHABLE();
}

}
