#include "core/domain/people.h"

#include <QSet>

#include <algorithm>

namespace domain {

namespace {

using Why = Refusal::Why;

bool isIdentity(const Field &field)
{
    return field.kind == Field::Kind::IdNumber || field.kind == Field::Kind::CreditCode;
}

/// \a typed cleaned, without what is empty; a field that is none of \a roster is a refusal.
Ruling<Person> cleaned(const Person &typed, const Roster &roster, const Guide &guide)
{
    Person person{.number = typed.number, .values = {}};
    for (auto value = typed.values.begin(); value != typed.values.end(); ++value) {
        if (!roster.fields.contains(value.key()))
            return tl::unexpected(QList<Refusal>{{Why::UnknownField, value.key(), {}}});
        const QString clean = fieldValue(guide.fields.value(value.key()), value.value());
        if (!clean.isEmpty())
            person.values.insert(value.key(), clean);
    }
    return person;
}

/// Gives everybody but the first a number: the one they have, when it was given to them, else a fresh one.
void number(QList<Person> &people, int lastPerson)
{
    QSet<int> taken;
    for (qsizetype i = 1; i < people.size(); ++i) {
        int &number = people[i].number;
        if (number < 2 || number > lastPerson || taken.contains(number))
            number = 0;
        else
            taken.insert(number);
    }
    for (qsizetype i = 1; i < people.size(); ++i) {
        if (people[i].number == 0)
            people[i].number = ++lastPerson;
    }
}

/// The form as \a first asks for it.
QList<Fact> formFacts(const Case &file, const Roster &roster, const Person &first)
{
    QList<Fact> facts;
    for (const QString &field : roster.fields) {
        if (file.fields.value(field) != first.values.value(field))
            facts.append(FieldEntered{field, first.values.value(field)});
    }
    return facts;
}

/// What the list beyond the first needs to become \a wanted.
QList<Fact> listFacts(const QList<Person> &before, const QList<Person> &wanted, const QString &roster)
{
    QHash<int, const Person *> known;
    for (const Person &person : before)
        known.insert(person.number, &person);
    PeopleEntered entered{.roster = roster, .people = {}};
    for (const Person &person : wanted) {
        const Person *old = known.take(person.number);
        if (!old || *old != person)
            entered.people.append(person);
    }
    QList<Fact> facts;
    if (QList<int> gone = known.keys(); !gone.isEmpty()) {
        std::ranges::sort(gone);
        facts.append(PeopleRemoved{roster, gone});
    }
    if (!entered.people.isEmpty())
        facts.append(entered);
    return facts;
}

}

QList<Person> peopleOf(const Case &file, const Roster &roster)
{
    Person first{.number = 1, .values = {}};
    for (const QString &field : roster.fields) {
        if (const QString value = file.fields.value(field); !value.isEmpty())
            first.values.insert(field, value);
    }
    QList<Person> people = file.people.value(roster.id);
    if (!first.values.isEmpty())
        people.prepend(first);
    return people;
}

FieldFault personFault(const Field &column, const QString &value, QDate day)
{
    const FieldFault fault = fieldFault(column, value, day);
    return fault == FieldFault::Missing && column.kind == Field::Kind::Phone ? FieldFault::None : fault;
}

QList<Plan::PersonLine> personLines(const QList<Person> &people, const QList<Field> &columns, QDate day)
{
    QList<Plan::PersonLine> lines;
    QSet<QString> known;
    for (const Person &person : people) {
        Plan::PersonLine line{.person = person, .faults = {}, .twice = false};
        for (const Field &column : columns) {
            const QString value = person.values.value(column.id);
            const FieldFault fault
                = person.number == 1 ? fieldFault(column, value, day) : personFault(column, value, day);
            if (fault != FieldFault::None)
                line.faults.insert(column.id, fault);
            if (!isIdentity(column) || value.isEmpty())
                continue;
            line.twice = line.twice || known.contains(value);
            known.insert(value);
        }
        lines.append(line);
    }
    return lines;
}

QString calledInList(const Plan::RosterLine &roster, const Person &person, qsizetype position)
{
    const QString name = person.values.value(roster.columns.front().id);
    const QString place = roster.roster.title + u' ' + QString::number(position);
    return name.isEmpty() ? place : place + u' ' + name;
}

Ruling<QList<Fact>> decidePeople(const Case &file, const ListPeople &command, const Guide &guide)
{
    const Roster *roster = guide.matter.roster(command.roster);
    if (!roster)
        return tl::unexpected(QList<Refusal>{{Why::UnknownRoster, command.roster, {}}});
    if (command.people.size() > mostPeople)
        return tl::unexpected(QList<Refusal>{{Why::TooManyPeople, QString::number(mostPeople), roster->id}});
    QList<Person> people;
    for (const Person &typed : command.people) {
        const Ruling<Person> person = cleaned(typed, *roster, guide);
        if (!person)
            return tl::unexpected(person.error());
        if (!person->values.isEmpty())
            people.append(*person);
    }
    number(people, file.lastPerson);
    const Person first = people.isEmpty() ? Person{} : people.takeFirst();
    return formFacts(file, *roster, first) + listFacts(file.people.value(roster->id), people, roster->id);
}

QList<Refusal> faultsOfPeople(const Plan &plan)
{
    QList<Refusal> reasons;
    for (const Plan::RosterLine &roster : plan.rosters) {
        for (qsizetype i = 0; i < roster.people.size(); ++i) {
            const Plan::PersonLine &line = roster.people[i];
            const QString who = calledInList(roster, line.person, i + 1);
            const QString id = roster.roster.id + u'/' + QString::number(line.person.number) + u'/';
            for (const Field &column : roster.columns) {
                const FieldFault fault = line.person.number == 1 ? FieldFault::None : line.faults.value(column.id);
                if (fault != FieldFault::None)
                    reasons.append({fault == FieldFault::Missing ? Why::FieldMissing : Why::FieldInvalid,
                                    who + u'：' + column.label, id + column.id});
            }
            if (line.twice)
                reasons.append({Why::PersonTwice, who, id});
        }
    }
    return reasons;
}

}
