#include "core/domain/copysheet.h"

#include "core/domain/codes.h"
#include "core/domain/copysteps.h"
#include "core/domain/parties.h"

#include <algorithm>

namespace domain {

namespace {

using SourceKind = CopySource::Kind;

CopyLine::Secrecy secrecyOf(Field::Kind kind)
{
    switch (kind) {
    case Field::Kind::IdNumber:
        return CopyLine::Secrecy::Number;
    case Field::Kind::Phone:
        return CopyLine::Secrecy::Phone;
    default:
        return CopyLine::Secrecy::None;
    }
}

/// Steps after which nothing of the number is left that would have to be masked.
bool takesSecrecyAway(const CopyStep &step)
{
    return step.kind == CopyStep::Kind::BirthDate || step.kind == CopyStep::Kind::Sex || step.kind == CopyStep::Kind::Table;
}

/// Fills the blanks of one map with one case.
class SheetFiller
{
public:
    SheetFiller(const CopyMap &map, const Case &file, const Plan &plan, const Guide &guide) :
        m_map(map), m_case(file), m_plan(plan), m_guide(guide), m_parties(partiesOf(plan))
    {
        m_sheet.system = map.system;
        m_sheet.sample = map.sample;
    }

    CopySheet filled()
    {
        for (const CopyScreen &screen : m_map.screens) {
            if (screen.roster.isEmpty())
                add(screen, screen.title);
            else
                addForEach(screen);
        }
        return std::move(m_sheet);
    }

private:
    struct Found {
        QString value;
        CopyLine::Secrecy secrecy = CopyLine::Secrecy::None;
    };

    void addForEach(const CopyScreen &screen)
    {
        const Plan::RosterLine *roster = m_plan.roster(screen.roster);
        if (!roster)
            return;
        for (qsizetype i = 0; i < roster->people.size(); ++i) {
            m_person = &roster->people[i].person;
            add(screen, QStringLiteral("%1 %2").arg(screen.title).arg(i + 1));
        }
        m_person = nullptr;
    }

    void add(const CopyScreen &screen, const QString &title)
    {
        m_sheet.screens << title;
        for (const CopyBlank &blank : screen.blanks)
            m_sheet.lines.append(lineOf(blank));
    }

    CopyLine lineOf(const CopyBlank &blank) const
    {
        CopyLine line{.screen = m_sheet.screens.size() - 1, .label = blank.label, .value = {}};
        const Found found = firstOf(blank.from);
        line.secrecy = blank.secret ? CopyLine::Secrecy::Number : found.secrecy;
        line.value = found.value;
        if (found.value.isEmpty()) {
            leaveEmpty(line, blank);
            return line;
        }
        QString value = found.value;
        for (const CopyStep &step : blank.steps) {
            const auto next = changed(value, step, m_map);
            if (!next) {
                line.state = CopyLine::State::ByHand;
                line.fault = next.error();
                line.detail = step.argument;
                return line;
            }
            value = *next;
            if (takesSecrecyAway(step) && !blank.secret)
                line.secrecy = CopyLine::Secrecy::None;
        }
        line.value = value;
        return line;
    }

    static void leaveEmpty(CopyLine &line, const CopyBlank &blank)
    {
        switch (blank.missing) {
        case CopyBlank::Missing::Skip:
            line.state = CopyLine::State::Passed;
            return;
        case CopyBlank::Missing::Fallback:
            line.value = blank.fallback;
            return;
        case CopyBlank::Missing::Stop:
            line.state = CopyLine::State::ByHand;
            line.fault = CopyLine::Fault::NothingThere;
            return;
        }
    }

    Found firstOf(const QList<CopySource> &sources) const
    {
        for (const CopySource &source : sources) {
            if (const Found found = valueOf(source); !found.value.isEmpty())
                return found;
        }
        return {};
    }

    Found valueOf(const CopySource &source) const
    {
        switch (source.kind) {
        case SourceKind::Field:
            return fieldValueOf(source.subject);
        case SourceKind::PartyName:
            return {party(source.role).name};
        case SourceKind::PartyIdentity: {
            const bool isFirm = source.role == Field::Role::Enterprise;
            return {party(source.role).identity, isFirm ? CopyLine::Secrecy::None : CopyLine::Secrecy::Number};
        }
        case SourceKind::PartyPhone:
            return {party(source.role).phone, CopyLine::Secrecy::Phone};
        case SourceKind::CaseNumber:
            return {m_case.number};
        case SourceKind::FiledAt:
            return {m_case.filing ? m_case.filing->at.toString(Qt::ISODate) : QString()};
        case SourceKind::OpenedAt:
            return {m_case.openedAt.toString(Qt::ISODate)};
        case SourceKind::Clerk:
            return {m_case.filing ? m_case.filing->clerk : m_case.clerk};
        case SourceKind::MatterName:
            return {m_guide.matter.name};
        case SourceKind::MatterCode:
            return {m_guide.matter.code};
        case SourceKind::LeadDepartment:
            return {m_guide.matter.lead};
        case SourceKind::Region:
            return {m_guide.regionName};
        case SourceKind::ItemNames:
            return {joined(&Item::name)};
        case SourceKind::ItemCodes:
            return {joined(&Item::code)};
        case SourceKind::Departments:
            return {joined(&Item::department)};
        case SourceKind::Text:
            return {source.subject};
        }
        Q_UNREACHABLE();
    }

    /// Of the person whose screen it is, where that person has such a value, else of the form.
    Found fieldValueOf(const QString &id) const
    {
        const CopyLine::Secrecy secrecy = secrecyOf(m_guide.fields.value(id).kind);
        if (m_person && m_person->values.contains(id))
            return {m_person->values.value(id), secrecy};
        const Plan::FieldLine *line = m_plan.field(id);
        return {line ? line->value : QString(), secrecy};
    }

    Party party(Field::Role role) const
    {
        const auto found = std::ranges::find(m_parties, role, &Party::role);
        return found == m_parties.end() ? Party() : *found;
    }

    QString joined(QString Item::*part) const
    {
        QStringList parts;
        for (const Plan::ItemLine &line : m_plan.items) {
            if (line.chosen && !(line.item.*part).isEmpty())
                parts << line.item.*part;
        }
        parts.removeDuplicates();
        return parts.join(u'、');
    }

    const CopyMap &m_map;
    const Case &m_case;
    const Plan &m_plan;
    const Guide &m_guide;
    const QList<Party> m_parties;
    CopySheet m_sheet;
    const Person *m_person = nullptr; ///< whose screen it is; null: not one of a roster
};

}

QString CopyLine::shown() const
{
    switch (secrecy) {
    case Secrecy::Number:
        return maskedNumber(value);
    case Secrecy::Phone:
        return maskedPhone(value);
    case Secrecy::None:
        return value;
    }
    Q_UNREACHABLE();
}

QString CopySheet::nameOf(qsizetype line) const
{
    return screens[lines[line].screen] + QStringLiteral(" › ") + lines[line].label;
}

CopySheet copySheetOf(const CopyMap &map, const Case &file, const Plan &plan, const Guide &guide)
{
    return SheetFiller(map, file, plan, guide).filled();
}

}
