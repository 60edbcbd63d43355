#include "core/papers/casewords.h"
#include "core/papers/paperbuilders.h"
#include "core/papers/paperfacts.h"

#include <array>

namespace papers {

using namespace Qt::StringLiterals;
using domain::Field;

namespace {

constexpr std::array roles{
    std::pair{Field::Role::Applicant, "roleApplicant"}, std::pair{Field::Role::Enterprise, "roleEnterprise"},
    std::pair{Field::Role::Subject, "roleSubject"},     std::pair{Field::Role::OtherParty, "roleOtherParty"},
    std::pair{Field::Role::Agent, "roleAgent"},         std::pair{Field::Role::Matter, "roleMatter"},
};

/// 一 … 十, as chapters are counted.
QString chapterWord(qsizetype number)
{
    static const QString numerals = u"一二三四五六七八九十"_s;
    return number >= 1 && number <= numerals.size() ? QString(numerals[number - 1]) : QString::number(number);
}

/// The answers to the questions of the guide, in its own words.
QJsonArray answerRows(const domain::Plan &plan)
{
    QJsonArray rows;
    for (const domain::Plan::Question &question : plan.questions) {
        if (question.answer.isEmpty())
            continue;
        const domain::Situation::Option *option = question.situation.option(question.answer);
        rows << QJsonObject{{u"question"_s, question.situation.question},
                            {u"answer"_s, option ? option->label : question.answer + question.situation.unit}};
    }
    return rows;
}

/// The fields of the one form by whom they are about; \a chapter is the number of the first group.
QJsonArray fieldRows(const domain::Plan &plan, qsizetype chapter)
{
    QJsonArray groups;
    for (const auto &[role, word] : roles) {
        QJsonArray fields;
        for (const domain::Plan::FieldLine &line : plan.fields) {
            if (line.field.role == role)
                fields << QJsonObject{{u"label"_s, line.field.label}, {u"value"_s, line.value}};
        }
        if (fields.isEmpty())
            continue;
        QJsonObject group{{u"fields"_s, fields}, {u"chapter"_s, chapterWord(chapter + groups.size())}};
        for (const auto &[other, otherWord] : roles)
            group.insert(QLatin1String(otherWord), other == role);
        groups << group;
    }
    return groups;
}

/// What letters have in common: numbers in full, and the day is left to the hand that signs.
QJsonObject letterFacts(const CaseFacts &from)
{
    QJsonObject facts = commonFacts(from);
    addNumbersInFull(facts, from.file);
    addAct(facts, from.file.changedAt, from.hall.clerk);
    addMaterials(facts, from);
    return facts;
}

}

base::Result<QJsonObject> deferralFacts(const FormFolder &, const CaseFacts &from, const domain::PaperRef &)
{
    return letterFacts(from);
}

base::Result<QJsonObject> commitmentFacts(const FormFolder &, const CaseFacts &from, const domain::PaperRef &)
{
    return letterFacts(from);
}

base::Result<QJsonObject> applicationFacts(const FormFolder &, const CaseFacts &from, const domain::PaperRef &)
{
    QJsonObject facts = letterFacts(from);
    const QJsonArray answers = answerRows(from.plan);
    const qsizetype firstGroup = answers.isEmpty() ? 2 : 3;
    const QJsonArray groups = fieldRows(from.plan, firstGroup);
    const domain::CollectionChoice &choice = from.file.life.collection;
    facts.insert(u"answers"_s, answers);
    facts.insert(u"fieldGroups"_s, groups);
    facts.insert(u"materialChapter"_s, chapterWord(firstGroup + groups.size()));
    facts.insert(u"together"_s, choice.together);
    facts.insert(u"courierAddress"_s, choice.address);
    addWay(facts, choice.way);
    return facts;
}

base::Result<QJsonObject> coverFacts(const FormFolder &, const CaseFacts &from, const domain::PaperRef &)
{
    QJsonObject facts = commonFacts(from);
    addFiling(facts, from.file);
    addMaterials(facts, from);
    return facts;
}

}
