#pragma once

#include "core/domain/caseclocks.h"
#include "core/domain/commands.h"
#include "core/domain/refusal.h"

namespace domain {

// decide() for what supervisors do about a filed case and what is answered; see oversight.h. \a asFiled as asFiledOf() gives it.

Ruling<QList<Fact>> explainDelay(const Case &file, const Plan &asFiled, const ExplainDelay &command);
Ruling<QList<Fact>> ruleOnDelay(const Case &file, const RuleOnDelay &command);
Ruling<QList<Fact>> orderRecheck(const Case &file, const Plan &asFiled, const OrderRecheck &command);
Ruling<QList<Fact>> recordRecheck(const Case &file, const RecordRecheck &command);
Ruling<QList<Fact>> recordBrokenPromise(const Case &file, const Plan &asFiled, const RecordBrokenPromise &command);
Ruling<QList<Fact>> remindDepartment(const Case &file, const Plan &asFiled, const RemindDepartment &command);
Ruling<QList<Fact>> confirmReminder(const Case &file, const ConfirmReminder &command);
Ruling<QList<Fact>> recordNumberLook(const Case &file, const Plan &plan, const RecordNumberLook &command);

/// Whether \a clock was missed: met too late, or open (not paused) and over at \a now.
bool isLate(const CaseClock &clock, const QDateTime &now);
/// The items of \a file, which is filed, that are late or were, in order, each once; the case itself (its push, its acceptance, its
/// promise as a whole) is an empty id and comes first.
QStringList lateItems(const Case &file, const Guide &guide, const ClockRules &rules, const QDateTime &now);

/// A number of a person that screens show in part.
struct HiddenNumber {
    QString id; ///< field; of a roster: roster, a slash, the number of the person, a slash, the field
    QString label; ///< of the field; of a roster with the person's number behind it
    Field::Kind kind = Field::Kind::IdNumber;
    QString value; ///< whole; person data
    bool operator==(const HiddenNumber &) const = default;
};
/// Every identity and telephone number that was filled in, the form before the rosters.
QList<HiddenNumber> hiddenNumbers(const Case &file, const Plan &plan);

}
