#include "core/papers/peoplewords.h"

#include "core/domain/agent.h"
#include "core/domain/codes.h"
#include "core/domain/parties.h"
#include "core/papers/paperfacts.h"

#include <QJsonArray>

namespace papers {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostPeopleInWords = 5; // more than these stand in a table only

/// Until when a letter of authority holds, in words.
QString untilWords(const QString &value)
{
    if (value == domain::untilDone)
        return u"至委托事项办结"_s;
    const QDate day = QDate::fromString(value, Qt::ISODate);
    return day.isValid() ? u"至"_s + dayText(day) : value;
}

bool isApplicant(const domain::Party &party, const domain::Case &file)
{
    return party.role == domain::Field::Role::Applicant && party.name == file.fields.value(domain::applicantNameField);
}

bool isTheEnterprise(const domain::Party &party, const domain::Case &file)
{
    return party.role == domain::Field::Role::Enterprise && party.name == file.fields.value(domain::enterpriseNameField);
}

QJsonObject partyRow(const domain::Party &party)
{
    const bool isEnterprise = party.role == domain::Field::Role::Enterprise;
    return {{u"title"_s, party.title},
            {u"name"_s, party.name},
            {u"identity"_s, isEnterprise ? party.identity : domain::maskedNumber(party.identity)},
            {u"partyPhone"_s, domain::maskedPhone(party.phone)}};
}

}

void addPeople(QJsonObject &facts, const CaseFacts &from)
{
    QJsonArray people;
    QStringList subjects;
    for (const domain::Party &party : domain::partiesOf(from.plan)) {
        if (people.isEmpty() && (isApplicant(party, from.file) || isTheEnterprise(party, from.file)))
            continue; // has a line of its own
        people << partyRow(party);
        if (party.role == domain::Field::Role::Subject)
            subjects << party.name;
    }
    facts.insert(u"people"_s, people);
    facts.insert(u"peopleCount"_s, people.size());
    facts.insert(u"manyPeople"_s, people.size() > mostPeopleInWords);
    facts.insert(u"subjects"_s, subjects.mid(0, mostPeopleInWords).join(u'、'));
    facts.insert(u"subjectCount"_s, subjects.size());
    facts.insert(u"moreSubjects"_s, subjects.size() > mostPeopleInWords);
    const auto value = [&](const QString &field) {
        const domain::Plan::FieldLine *line = from.plan.field(field);
        return line ? line->value : QString();
    };
    facts.insert(u"agent"_s, from.plan.agentActs ? value(domain::agentNameField) : QString());
    facts.insert(u"agentScope"_s, value(domain::agentScopeField));
    facts.insert(u"agentUntil"_s, untilWords(value(domain::agentUntilField)));
}

}
