#include "core/domain/parties.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace domain {

namespace {

using Role = Field::Role;
constexpr std::array roles{Role::Applicant, Role::Enterprise, Role::Subject, Role::OtherParty, Role::Agent};

/// "seller-name" → "seller"; empty when the field does not name somebody.
QString stemOf(const Field &field)
{
    const bool names = field.kind == Field::Kind::PersonName || field.kind == Field::Kind::Text;
    return names && field.id.endsWith(QLatin1String("-name")) ? field.id.chopped(5) : QString();
}

/// "卖方（原户主）姓名" → "卖方"
QString titleOf(const QString &label)
{
    static const QRegularExpression brackets(QStringLiteral("（[^）]*）"));
    static const QRegularExpression ending(QStringLiteral("(的)?(姓名|名称)$"));
    const QString title = QString(label).remove(brackets).remove(ending);
    return title.isEmpty() ? label : title;
}

void put(Party &party, const Field &field, const QString &value)
{
    switch (field.kind) {
    case Field::Kind::IdNumber:
    case Field::Kind::CreditCode:
        party.identity = party.identity.isEmpty() ? value : party.identity;
        break;
    case Field::Kind::Phone:
        party.phone = party.phone.isEmpty() ? value : party.phone;
        break;
    default:
        break;
    }
}

struct Draft {
    QString stem;
    QString field; ///< id of the name
    Party party;
};

/// The persons that the form names in \a role, each with what else is asked of them.
QList<Draft> formParties(const Plan &plan, Role role)
{
    QList<Draft> drafts;
    for (const Plan::FieldLine &line : plan.fields) {
        if (const QString stem = stemOf(line.field); line.field.role == role && !stem.isEmpty())
            drafts.append({stem, line.field.id, {role, titleOf(line.field.label), line.value, {}, {}}});
    }
    for (const Plan::FieldLine &line : plan.fields) {
        if (line.field.role != role || drafts.isEmpty())
            continue;
        const auto owner = std::ranges::find_if(
            drafts, [&](const Draft &draft) { return line.field.id.startsWith(draft.stem + u'-'); });
        put(owner == drafts.end() ? drafts.front().party : owner->party, line.field, line.value);
    }
    return drafts;
}

Party listed(const Plan::RosterLine &roster, const Person &person)
{
    const Field &name = roster.columns.front();
    Party party{name.role, roster.roster.title, person.values.value(name.id), {}, {}};
    for (const Field &column : roster.columns)
        put(party, column, person.values.value(column.id));
    return party;
}

}

QList<Party> partiesOf(const Plan &plan)
{
    QList<Party> parties;
    for (const Role role : roles) {
        for (const Draft &draft : formParties(plan, role)) {
            const auto roster = std::ranges::find_if(plan.rosters, [&](const Plan::RosterLine &line) {
                return line.columns.front().id == draft.field;
            });
            if (roster == plan.rosters.end()) {
                parties.append(draft.party);
                continue;
            }
            for (const Plan::PersonLine &line : roster->people)
                parties.append(listed(*roster, line.person));
        }
    }
    parties.removeIf([](const Party &party) { return party.name.isEmpty(); });
    return parties;
}

QList<Party> subjectsOf(const QList<Party> &parties)
{
    QList<Party> subjects;
    std::ranges::copy_if(parties, std::back_inserter(subjects),
                         [](const Party &party) { return party.role == Role::Subject; });
    return subjects;
}

}
