#pragma once

#include "core/domain/plan.h"

namespace domain {

/// Somebody a case is about: applicant, enterprise, subject, other side, agent.
struct Party {
    Field::Role role = Field::Role::Applicant;
    QString title; ///< in the words of the guide: 申请人, 逝者, 卖方, 职工 …
    QString name;
    QString identity; ///< number of the identity document or credit code; may be empty
    QString phone;
    bool operator==(const Party &) const = default;
};

/// Everybody \a plan asks about and who is named, applicant and enterprise first, then those whom it concerns, the other side,
/// those who act; people of a roster stand together.
QList<Party> partiesOf(const Plan &plan);

/// The persons concerned (当事人) who are not the applicant: the deceased, the child, the employees.
QList<Party> subjectsOf(const QList<Party> &parties);

/// Fields of the form that stand together because they are about the same side.
struct FormBlock {
    Field::Role role = Field::Role::Applicant;
    QString title; ///< in the words of the guide: 逝者, 卖方, 母亲、父亲 …; empty: only the word for the role fits
    QStringList fields; ///< ids, as in the plan
    bool operator==(const FormBlock &) const = default;
};

/// One person as the form asks about them.
struct FormPerson {
    QString title; ///< in the words of the guide: 申请人, 卖方 …
    QStringList fields; ///< ids of all that is asked about this person, the name first; empty: the form names nobody
    bool operator==(const FormPerson &) const = default;
};

/// The natural person whom \a field of the form is about. When that is an enterprise or the matter: its first person, else the applicant, else the
/// first person of the form.
FormPerson formPerson(const Plan &plan, const QString &field);

/// Sorts \a fields as the form shows them: by role in the order of partiesOf(), the matter last; within a role by person, and
/// what is asked of one person in the order of the guide.
void putInBlocks(QList<Plan::FieldLine> &fields);

/// The form of \a plan, block by block.
QList<FormBlock> formBlocks(const Plan &plan);

}
