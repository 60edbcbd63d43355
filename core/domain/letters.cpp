#include "core/domain/letters.h"

#include <algorithm>

namespace domain {

namespace {

VerdictKind verdictOf(Letter::Kind kind)
{
    return kind == Letter::Kind::Deferral ? VerdictKind::Deferred : VerdictKind::Committed;
}

const Letter *letterOf(Letter::Kind kind, const Guide &guide)
{
    const auto letter = std::ranges::find(guide.letters, kind, &Letter::kind);
    return letter == guide.letters.end() ? nullptr : &*letter;
}

/// Says the same to everybody: no blank but the office that asks.
bool isForEverybody(const QString &paragraph)
{
    QString rest = paragraph;
    rest.remove(QStringLiteral("{department}"));
    return !rest.contains(u'{');
}

}

QList<Promise> promisesOf(const Case &file, const Plan &plan, Letter::Kind kind)
{
    QList<Promise> promises;
    for (const Plan::MaterialLine &line : plan.materials) {
        const auto verdict = file.verdicts.constFind(line.material.id);
        if (verdict != file.verdicts.constEnd() && verdict->kind == verdictOf(kind) && !verdict->signedByApplicant)
            promises.append({line.material.id, line.material.name, verdict->due});
    }
    return promises;
}

const IssuedLetter *letterInForce(const Case &file, const Plan &plan, Letter::Kind kind)
{
    const auto last = std::find_if(file.letters.rbegin(), file.letters.rend(),
                                   [&](const IssuedLetter &letter) { return letter.kind == kind; });
    const bool holds = last != file.letters.rend() && last->applicant == applicantName(file)
        && last->promises == promisesOf(file, plan, kind);
    return holds ? &*last : nullptr;
}

QList<Letter::Kind> lettersWanted(const Case &file, const Plan &plan, bool orSignature)
{
    QList<Letter::Kind> wanted;
    for (const Letter::Kind kind : letterKinds) {
        if (promisesOf(file, plan, kind).isEmpty())
            continue;
        const IssuedLetter *letter = letterInForce(file, plan, kind);
        if (!letter || (orSignature && letter->signedAt.isNull()))
            wanted.append(kind);
    }
    return wanted;
}

QString consequencesOf(Letter::Kind kind, const Guide &guide)
{
    QStringList told;
    if (const Letter *letter = letterOf(kind, guide)) {
        for (const QString &paragraph : letter->paragraphs) {
            if (isForEverybody(paragraph))
                told << QString(paragraph).replace(QStringLiteral("{department}"), QStringLiteral("办理部门"));
        }
    }
    if (!told.isEmpty())
        return told.join(u'\n');
    return kind == Letter::Kind::Deferral
        ? QStringLiteral("到期没有补齐，或者补交的材料不符合要求的，终止办理并退回申请材料，由此产生的后果由申请人承担；"
                         "不按承诺补交的，以后申请容缺受理可能受到限制。")
        : QStringLiteral("承诺是自愿的，也可以提交材料。承诺不实的，依法终止办理、责令限期整改、撤销已经作出的决定或者给予"
                         "行政处罚，并纳入信用记录；涉嫌犯罪的，移送司法机关。");
}

PaperRef paperOf(const IssuedLetter &letter)
{
    const bool defers = letter.kind == Letter::Kind::Deferral;
    return {.kind = defers ? PaperKind::DeferralLetter : PaperKind::CommitmentLetter, .number = letter.number, .item = {}};
}

QString titleOf(Letter::Kind kind, const Guide &guide)
{
    if (const Letter *letter = letterOf(kind, guide); letter && !letter->title.isEmpty())
        return letter->title;
    return kind == Letter::Kind::Deferral ? QStringLiteral("容缺受理承诺书") : QStringLiteral("告知承诺书");
}

}
