#pragma once

#include "core/domain/hallrules.h"
#include "core/domain/plan.h"
#include "core/domain/refusal.h"
#include "core/domain/workcalendar.h"

namespace domain {

/// Why \a verdict on \a line may not be a deferral (容缺) or a commitment (告知承诺) on \a today: somebody who promises is on the
/// list of \a hall, or the day is missing, over or after the item's promise. Nothing against every other verdict.
QList<Refusal> promiseFaults(const Verdict &verdict, const Plan::MaterialLine &line, const Plan &plan, QDate today,
                             const WorkCalendar &calendar, const HallRules &hall);

}
