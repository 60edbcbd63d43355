#include "core/domain/plan.h"

#include "core/domain/agent.h"
#include "core/domain/parties.h"
#include "core/domain/people.h"

#include <algorithm>

namespace domain {

namespace {

/// Builds a Plan step by step from one case and its guide.
class Planner
{
public:
    Planner(const Case &file, const Guide &guide, QDate day) :
        m_case(file), m_guide(guide), m_day(day), m_answers(effectiveAnswers(file, guide))
    {
    }

    Plan plan()
    {
        for (const Situation &situation : m_guide.matter.situations) {
            if (truth(situation.when) != Truth::No)
                m_plan.questions.append({situation, m_case.answers.value(situation.id)});
        }
        for (const Item &item : m_guide.matter.items)
            m_plan.items.append(itemLine(item));
        for (const Plan::ItemLine &line : std::as_const(m_plan.items)) {
            if (line.chosen) {
                addMaterials(line);
                addFields(line);
            }
        }
        addAgent();
        addLetters();
        putInBlocks(m_plan.fields);
        for (const Roster &roster : m_guide.matter.rosters)
            addRoster(roster);
        return std::move(m_plan);
    }

private:
    Truth truth(const Condition &condition) const { return holds(condition, m_answers, m_guide.parameters); }

    /// The answers that count: a question that other answers rule out is "not asked", whatever was said before.
    static Answers effectiveAnswers(const Case &file, const Guide &guide)
    {
        Answers answers = file.answers;
        // One question may rule out the next; as many rounds as there are questions settle the longest chain.
        for (qsizetype round = 0; round < guide.matter.situations.size(); ++round) {
            for (const Situation &situation : guide.matter.situations) {
                if (holds(situation.when, answers, guide.parameters) == Truth::No)
                    answers.insert(situation.id, notAsked);
            }
        }
        return answers;
    }

    Plan::ItemLine itemLine(const Item &item) const
    {
        Plan::ItemLine line{.item = item,
                            .applies = truth(item.when),
                            .chosen = false,
                            .path = {},
                            .paths = {},
                            .promisedDays = item.promisedDays,
                            .statutoryDays = item.statutoryDays};
        line.chosen = line.applies == Truth::Yes && !m_case.dropped.contains(item.id);
        std::ranges::copy_if(item.paths, std::back_inserter(line.paths),
                             [&](const Path &path) { return truth(path.when) == Truth::Yes; });
        const QString wanted = m_case.paths.value(item.id);
        const bool possible = std::ranges::any_of(line.paths, [&](const Path &path) { return path.id == wanted; });
        line.path = possible ? wanted : line.paths.size() == 1 ? line.paths.front().id : QString();
        if (const Path *path = item.path(line.path)) {
            line.promisedDays = path->promisedDays;
            line.statutoryDays = path->statutoryDays;
        }
        return line;
    }

    void addMaterials(const Plan::ItemLine &line)
    {
        for (const MaterialUse &use : line.item.materials) {
            const bool onPath = use.path.isEmpty() || use.path == line.path;
            const Material material = m_guide.materials.value(use.material);
            if (!onPath || !use.provenance.inForceOn(m_day) || !material.provenance.inForceOn(m_day)
                || truth(use.when) != Truth::Yes)
                continue;
            Plan::MaterialLine &merged = materialLine(material);
            if (!merged.itemIds.contains(line.item.id)) {
                merged.itemIds << line.item.id;
                merged.itemNames << line.item.name;
            }
            if (!use.note.isEmpty() && !merged.notes.contains(use.note))
                merged.notes << use.note;
        }
    }

    Plan::MaterialLine &materialLine(const Material &material)
    {
        const auto it = std::ranges::find_if(m_plan.materials,
                                             [&](const auto &line) { return line.material.id == material.id; });
        if (it != m_plan.materials.end())
            return *it;
        m_plan.materials.append({.material = material, .itemIds = {}, .itemNames = {}, .notes = {}});
        return m_plan.materials.back();
    }

    void addFields(const Plan::ItemLine &line)
    {
        for (const QString &id : line.item.fields) {
            const Field field = m_guide.fields.value(id);
            if (truth(field.when) == Truth::Yes)
                addField(field);
        }
    }

    void addField(const Field &field)
    {
        if (m_plan.field(field.id))
            return;
        const QString value = m_case.fields.value(field.id);
        const FieldFault fault = isAgentUntil(field) ? validityFault(value, m_day) : fieldFault(field, value, m_day);
        m_plan.fields.append({field, value, fault, m_case.fieldSources.value(field.id)});
    }

    /// An agent whom the guide does not ask about needs the letter of the rule; scope and validity are always asked for.
    void addAgent()
    {
        const bool askedByGuide = m_plan.field(agentNameField) != nullptr;
        const bool somethingChosen = std::ranges::any_of(m_plan.items, &Plan::ItemLine::chosen);
        m_plan.agentActs = askedByGuide || (somethingChosen && m_case.fields.contains(agentActsField));
        if (!m_plan.agentActs)
            return;
        for (const Field &field : agentFields()) {
            if (!askedByGuide || field.id == agentScopeField || field.id == agentUntilField)
                addField(field);
        }
        if (askedByGuide)
            return;
        Plan::MaterialLine &letter = materialLine(agentLetter());
        for (const Plan::ItemLine &line : std::as_const(m_plan.items)) {
            if (line.chosen) {
                letter.itemIds << line.item.id;
                letter.itemNames << line.item.name;
            }
        }
    }

    /// Each agent whom the guide names for one side has a letter of their own.
    void addLetters()
    {
        for (const Plan::FieldLine &line : QList<Plan::FieldLine>(m_plan.fields)) {
            for (const Field &field : letterFields(line.field))
                addField(field);
        }
    }

    void addRoster(const Roster &roster)
    {
        Plan::RosterLine line{.roster = roster, .columns = {}, .people = {}};
        for (const QString &id : roster.fields) {
            if (const Plan::FieldLine *field = m_plan.field(id))
                line.columns.append(field->field);
        }
        if (line.columns.isEmpty() || line.columns.front().id != roster.fields.front())
            return;
        line.people = personLines(peopleOf(m_case, roster), line.columns, m_day);
        m_plan.rosters.append(line);
    }

    const Case &m_case;
    const Guide &m_guide;
    const QDate m_day;
    const Answers m_answers;
    Plan m_plan;
};

}

const Plan::ItemLine *Plan::item(const QString &id) const
{
    const auto it = std::ranges::find_if(items, [&](const ItemLine &line) { return line.item.id == id; });
    return it == items.end() ? nullptr : &*it;
}

const Plan::MaterialLine *Plan::material(const QString &id) const
{
    const auto it = std::ranges::find_if(materials, [&](const MaterialLine &line) { return line.material.id == id; });
    return it == materials.end() ? nullptr : &*it;
}

const Plan::FieldLine *Plan::field(const QString &id) const
{
    const auto it = std::ranges::find_if(fields, [&](const FieldLine &line) { return line.field.id == id; });
    return it == fields.end() ? nullptr : &*it;
}

const Plan::RosterLine *Plan::roster(const QString &id) const
{
    const auto it = std::ranges::find_if(rosters, [&](const RosterLine &line) { return line.roster.id == id; });
    return it == rosters.end() ? nullptr : &*it;
}

QMap<QString, int> Plan::promisedEnds() const
{
    // Packs have no circular prerequisites (checked when they are read), so each item's end is settled after at most as many
    // rounds as there are items.
    QMap<QString, int> ends;
    for (qsizetype round = 0; round < items.size(); ++round) {
        for (const ItemLine &line : items) {
            if (!line.chosen)
                continue;
            int start = 0;
            for (const QString &before : line.item.after) {
                const int end = ends.value(before, 0); // one that is not applied for is not waited for
                start = start < 0 || end < 0 ? -1 : std::max(start, end);
            }
            ends[line.item.id] = start < 0 || line.promisedDays < 0 ? -1 : start + line.promisedDays;
        }
    }
    return ends;
}

int Plan::promisedDays() const
{
    const QMap<QString, int> ends = promisedEnds();
    if (ends.isEmpty() || ends.values().contains(-1))
        return -1;
    return *std::ranges::max_element(ends);
}

Plan planOf(const Case &file, const Guide &guide, QDate day)
{
    return Planner(file, guide, day).plan();
}

}
