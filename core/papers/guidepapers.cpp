#include "core/papers/guidepapers.h"

#include "core/papers/guidefacts.h"
#include "core/papers/layout.h"
#include "core/papers/paperfacts.h"

#include <algorithm>

namespace papers {

using namespace Qt::StringLiterals;
using domain::Plan;

namespace {

QJsonArray answerRows(const Plan &plan)
{
    QJsonArray rows;
    for (const Plan::Question &question : plan.questions) {
        const domain::Situation &situation = question.situation;
        const domain::Situation::Option *option = situation.option(question.answer);
        const QString given
            = option ? option->label : question.answer + (question.answer.isEmpty() ? QString() : situation.unit);
        rows << QJsonObject{{u"question"_s, situation.question}, {u"answer"_s, given}};
    }
    return rows;
}

QJsonArray textsOfPath(const Plan::ItemLine &line)
{
    QStringList names;
    for (const domain::Path &path : line.paths)
        names << path.name;
    return textRows(line.path.isEmpty() ? names : QStringList());
}

QJsonObject chosenRow(const Plan::ItemLine &line, const Plan &plan)
{
    const domain::Path *path = line.item.path(line.path);
    QStringList before;
    for (const QString &id : line.item.after) {
        const Plan::ItemLine *other = plan.item(id);
        if (other && other->chosen)
            before << other->item.name;
    }
    QJsonArray steps;
    for (const domain::SpecialStep &step : line.item.special)
        steps << QJsonObject{{u"step"_s, step.name}, {u"stepDays"_s, countWord(step.days)}, {u"stepNote"_s, step.note}};
    QJsonObject row{{u"name"_s, line.item.name},
                    {u"department"_s, line.item.department},
                    {u"path"_s, path ? path->name : QString()},
                    {u"openPaths"_s, textsOfPath(line)},
                    {u"before"_s, before.join(u'、')},
                    {u"steps"_s, steps},
                    {u"itemConditions"_s, textRows(line.item.conditions)},
                    {u"fee"_s, line.item.fee},
                    {u"outcome"_s, line.item.outcome},
                    {u"place"_s, line.item.place}};
    addDays(row, line.promisedDays, line.statutoryDays);
    return row;
}

QJsonObject neededRow(const Plan::MaterialLine &line)
{
    QStringList points;
    for (const domain::Checkpoint &point : line.material.checkpoints)
        points << point.text;
    QJsonObject row{{u"material"_s, line.material.name},
                    {u"issuer"_s, line.material.issuer},
                    {u"format"_s, line.material.format},
                    {u"deferrable"_s, line.material.deferrable},
                    {u"committable"_s, line.material.committable},
                    {u"points"_s, textRows(points)},
                    {u"note"_s, line.material.note},
                    {u"itemNames"_s, line.itemNames.join(u'、')},
                    {u"notes"_s, textRows(line.notes)}};
    addSources(row, line.material);
    return row;
}

/// What of a plan a person is told; stands in for the words of the same name about the whole matter.
void addPlan(QJsonObject &facts, const Plan &plan)
{
    QJsonArray items;
    QStringList undecided;
    for (const Plan::ItemLine &line : plan.items) {
        if (line.chosen)
            items << chosenRow(line, plan);
        if (line.applies == domain::Truth::Unknown)
            undecided << line.item.name;
    }
    QJsonArray materials;
    for (const Plan::MaterialLine &line : plan.materials)
        materials << neededRow(line);
    facts.insert(u"answers"_s, answerRows(plan));
    facts.insert(u"hasOpenQuestions"_s,
                 std::ranges::any_of(plan.questions, [](const auto &question) { return question.answer.isEmpty(); }));
    facts.insert(u"items"_s, items);
    facts.insert(u"itemCount"_s, items.size());
    facts.insert(u"undecided"_s, textRows(undecided));
    facts.insert(u"materials"_s, materials);
    facts.insert(u"materialCount"_s, materials.size());
    const int promise = plan.promisedDays();
    facts.insert(u"totalDays"_s, countWord(promise));
    facts.insert(u"totalAtOnce"_s, promise == 0);
}

bool fitsOneSheet(const Paper &leaflet)
{
    return layoutOf(leaflet).pages.size() <= 2;
}

/// Old people read leaflets too: letters grow while all fits one sheet.
Paper withLargestLetters(Paper leaflet)
{
    const double scale = leaflet.scale;
    for (const double growth : {1.33, 1.25, 1.15, 1.07}) {
        leaflet.scale = scale * growth;
        if (fitsOneSheet(leaflet))
            return leaflet;
    }
    leaflet.scale = scale;
    return leaflet;
}

QJsonObject wholeGuide(const GuideFacts &from)
{
    QJsonObject facts = matterFacts(from);
    addItems(facts, from);
    addMaterialsAndForms(facts, from);
    return facts;
}

}

base::Result<Paper> fullGuide(const FormFolder &forms, const GuideFacts &from)
{
    return filled(forms, u"full-guide"_s, wholeGuide(from));
}

base::Result<Paper> conciseGuide(const FormFolder &forms, const GuideFacts &from)
{
    QJsonObject facts = wholeGuide(from);
    base::Result<Paper> paper;
    // Each step leaves out what is more easily looked up in the full guide; what does not fit even then goes on on another sheet.
    for (const auto &[withDetails, withConditions] :
         {std::pair(true, true), std::pair(false, true), std::pair(false, false)}) {
        facts.insert(u"withDetails"_s, withDetails);
        facts.insert(u"withConditions"_s, withConditions);
        facts.insert(u"shortened"_s, !withDetails);
        paper = filled(forms, u"concise-guide"_s, facts);
        if (!paper || fitsOneSheet(*paper))
            return paper.map(withLargestLetters);
    }
    return paper;
}

base::Result<Paper> personalList(const FormFolder &forms, const GuideFacts &from, const Plan &plan)
{
    QJsonObject facts = matterFacts(from);
    addPlan(facts, plan);
    return filled(forms, u"personal-list"_s, facts);
}

}
