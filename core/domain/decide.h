#pragma once

#include "core/domain/commands.h"
#include "core/domain/deadlines.h"
#include "core/domain/hallrules.h"
#include "core/domain/plan.h"
#include "core/domain/refusal.h"

namespace domain {

/// The facts that follow when \a command is carried out on \a file under \a guide at \a now by the clocks \a rules in \a hall, or
/// every reason why it may not be. An empty list is a command that changes nothing. Pure: no clock, no store; the same in the
/// window and at the hub.
Ruling<QList<Fact>> decide(const Case &file, const Command &command, const Guide &guide, const ClockRules &rules,
                           const QDateTime &now, const HallRules &hall = {});

/// \a file after \a event. Total: a fact that makes no sense for the case leaves it as it was.
Case apply(Case file, const Event &event);

/// Everything that speaks against the one-time notice (一次性告知书) now; empty: it may be issued.
QList<Refusal> obstaclesToNotice(const Case &file, const Guide &guide, const ClockRules &rules, const QDateTime &now);
/// Everything that speaks against filing (收件) now. What a letter (容缺受理承诺书, 告知承诺书) still lacks comes last.
QList<Refusal> obstaclesToFiling(const Case &file, const Guide &guide, const ClockRules &rules, const QDateTime &now,
                                 const HallRules &hall = {});

/// The gaps that a notice would name now, in the order of the list.
QList<Gap> gapsOf(const Case &file, const Plan &plan);

/// Last day to which \a material may be deferred in \a plan: the shortest promise of its items, in working days of \a calendar
/// after today; at least the day itself. Without a known promise: five working days.
QDate latestDeferral(const Plan &plan, const QString &material, QDate today, const WorkCalendar &calendar);

}
