#pragma once

#include "core/domain/commands.h"
#include "core/domain/plan.h"
#include "core/domain/refusal.h"

namespace domain {

/// Persons that one roster of a case may have.
constexpr int mostPeople = 500;

/// The people of \a roster in \a file: the one of the form (number 1) when anything is filled in there, then all others.
QList<Person> peopleOf(const Case &file, const Roster &roster);

/// \a people with what is wrong in \a columns, seen on \a day. Only the first of a roster must have a phone.
QList<Plan::PersonLine> personLines(const QList<Person> &people, const QList<Field> &columns, QDate day);
/// What is wrong with \a value of a person beyond the first in \a column.
FieldFault personFault(const Field &column, const QString &value, QDate day);

/// How lists and refusals call the person in \a line, who stands at \a position (from 1): "职工 3 李四".
QString calledInList(const Plan::RosterLine &roster, const Person &person, qsizetype position);

/// The facts that make the roster what \a command says; see decide().
Ruling<QList<Fact>> decidePeople(const Case &file, const ListPeople &command, const Guide &guide);

/// What speaks against filing in the lists; what the form says of their first persons is not among it. The id of a refusal is
/// ROSTER/NUMBER/FIELD.
QList<Refusal> faultsOfPeople(const Plan &plan);

}
