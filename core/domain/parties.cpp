#include "core/domain/parties.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace domain {

namespace {

using Role = Field::Role;
constexpr std::array roles{Role::Applicant, Role::Enterprise, Role::Subject, Role::OtherParty, Role::Agent, Role::Matter};

/// "seller-name" → "seller"; empty when the field does not name somebody. A school is a fact about the applicant, an employer
/// or a householder one about the matter.
QString stemOf(const Field &field)
{
    if (field.role == Role::Matter)
        return {};
    const bool names = field.kind == Field::Kind::PersonName
        || (field.kind == Field::Kind::Text && (field.role != Role::Applicant || field.id == applicantNameField));
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

/// Whom \a fields name in \a role, in order.
QStringList stemsOf(const QList<Plan::FieldLine> &fields, Role role)
{
    QStringList stems;
    for (const Plan::FieldLine &line : fields) {
        if (const QString stem = line.field.role == role ? stemOf(line.field) : QString(); !stem.isEmpty())
            stems << stem;
    }
    return stems;
}

/// Which of \a stems \a field is about: the first, when its id does not say.
qsizetype ownerOf(const Field &field, const QStringList &stems)
{
    const auto owner = std::ranges::find_if(stems, [&](const QString &stem) {
        return field.id.startsWith(stem) && field.id.mid(stem.size()).startsWith(u'-');
    });
    return owner == stems.end() ? 0 : owner - stems.begin();
}

struct Draft {
    QString field; ///< id of the name
    Party party;
};

/// The persons that the form names in \a role, each with what else is asked of them.
QList<Draft> formParties(const Plan &plan, Role role)
{
    QList<Draft> drafts;
    for (const Plan::FieldLine &line : plan.fields) {
        if (line.field.role == role && !stemOf(line.field).isEmpty())
            drafts.append({line.field.id, {role, titleOf(line.field.label), line.value, {}, {}}});
    }
    const QStringList stems = stemsOf(plan.fields, role);
    for (const Plan::FieldLine &line : plan.fields) {
        if (line.field.role == role && !drafts.isEmpty())
            put(drafts[ownerOf(line.field, stems)].party, line.field, line.value);
    }
    return drafts;
}

bool isNatural(const Field &name)
{
    return name.kind == Field::Kind::PersonName || name.label.contains(QStringLiteral("姓名"));
}

/// The person whose name is asked for by \a name.
FormPerson personNamed(const Plan &plan, const Plan::FieldLine &name)
{
    const QStringList stems = stemsOf(plan.fields, name.field.role);
    const qsizetype owner = stems.indexOf(stemOf(name.field));
    FormPerson person{titleOf(name.field.label), {name.field.id}};
    for (const Plan::FieldLine &line : plan.fields) {
        const bool isTheirs = line.field.role == name.field.role && ownerOf(line.field, stems) == owner;
        if (isTheirs && line.field.id != name.field.id)
            person.fields << line.field.id;
    }
    return person;
}

/// Whether applicants stand with the enterprise: they have no name, only the phone of the enterprise is asked for.
bool applicantIsEnterprise(const QList<Plan::FieldLine> &fields)
{
    return stemsOf(fields, Role::Applicant).isEmpty() && !stemsOf(fields, Role::Enterprise).isEmpty();
}

/// How the guide calls whom a block of \a role is about; empty when it names nobody, or too many for a heading.
QString headingOf(Role role, const Plan &plan)
{
    QStringList titles;
    for (const Draft &draft : formParties(plan, role)) {
        const auto roster = std::ranges::find_if(plan.rosters, [&](const Plan::RosterLine &line) {
            return line.columns.front().id == draft.field;
        });
        titles << (roster == plan.rosters.end() ? draft.party.title : roster->roster.title);
    }
    // Who else is named in an enterprise, such as its legal representative, belongs to it.
    if (role == Role::Applicant || role == Role::Enterprise)
        return titles.value(0);
    return titles.size() > 2 ? QString() : titles.join(u'、');
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

FormPerson formPerson(const Plan &plan, const QString &field)
{
    const Plan::FieldLine *asked = plan.field(field);
    if (asked && !stemOf(asked->field).isEmpty() && isNatural(asked->field))
        return personNamed(plan, *asked);
    QList<Role> wanted{Role::Applicant, Role::Enterprise, Role::Agent, Role::Subject, Role::OtherParty};
    if (asked) {
        const QStringList stems = stemsOf(plan.fields, asked->field.role);
        const QString stem = stems.value(ownerOf(asked->field, stems));
        const Plan::FieldLine *owner = stem.isEmpty() ? nullptr : plan.field(stem + QLatin1String("-name"));
        if (owner && isNatural(owner->field))
            return personNamed(plan, *owner);
        wanted.prepend(asked->field.role);
    }
    for (const Role role : std::as_const(wanted)) {
        for (const Plan::FieldLine &line : plan.fields) {
            if (line.field.role == role && !stemOf(line.field).isEmpty() && isNatural(line.field))
                return personNamed(plan, line);
        }
    }
    return {};
}

void putInBlocks(QList<Plan::FieldLine> &fields)
{
    auto order = roles;
    if (applicantIsEnterprise(fields))
        std::swap(order[0], order[1]);
    QList<Plan::FieldLine> sorted;
    sorted.reserve(fields.size());
    for (const Role role : order) {
        const QStringList stems = stemsOf(fields, role);
        const auto begin = sorted.size();
        for (const Plan::FieldLine &line : std::as_const(fields)) {
            if (line.field.role == role)
                sorted.append(line);
        }
        std::stable_sort(sorted.begin() + begin, sorted.end(), [&](const auto &one, const auto &other) {
            return ownerOf(one.field, stems) < ownerOf(other.field, stems);
        });
    }
    fields = sorted;
}

QList<FormBlock> formBlocks(const Plan &plan)
{
    const bool joined = applicantIsEnterprise(plan.fields);
    QList<FormBlock> blocks;
    for (const Plan::FieldLine &line : plan.fields) {
        const Role role = joined && line.field.role == Role::Applicant ? Role::Enterprise : line.field.role;
        if (blocks.isEmpty() || blocks.back().role != role)
            blocks.append({role, headingOf(role, plan), {}});
        blocks.back().fields << line.field.id;
    }
    return blocks;
}

}
