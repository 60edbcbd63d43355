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

}
