#pragma once

#include "core/domain/commands.h"
#include "core/domain/hallrules.h"
#include "core/domain/plan.h"
#include "core/domain/refusal.h"

namespace domain {

/// decide() for what comes after the intake; the table of commands and states is tests/core/domain/tst_life.cpp.
/// \a asFiled as asFiledOf() gives it.
Ruling<QList<Fact>> decideLife(const Case &file, const LifeCommand &command, const Plan &asFiled, const QDateTime &now,
                               const HallRules &hall = {});

/// What was applied for: the plan by the guide as it stood on the day of filing, or, before that, as it stands on \a today.
Plan asFiledOf(const Case &file, const Guide &guide, QDate today);

/// The items of a filed case, in order, with where each stands; empty before filing.
QList<std::pair<Plan::ItemLine, CaseItem>> itemsOf(const Case &file, const Guide &guide);

/// Steps whose time no promise counts, beside those that the guide names (行政许可法 45).
const QStringList &lawfulSteps();

}
