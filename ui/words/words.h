#pragma once

#include "core/base/result.h"
#include "core/domain/case.h"
#include "core/domain/fieldcheck.h"
#include "core/domain/posts.h"
#include "core/domain/refusal.h"

#include <QString>

/// The clerk's words for the values of core: short names for chips and columns, sentences that tell what to do.
namespace words {

/// Why the rule says no and what to do about it, with the subject of \a refusal in it.
QString sentence(const domain::Refusal &refusal);
/// What did not work and what to do; without the technical detail of \a error.
QString sentence(const base::Error &error);
/// What to do about what was typed; empty for FieldFault::None.
QString sentence(domain::FieldFault fault);

QString name(domain::VerdictKind kind);
QString name(domain::Stage stage);
QString name(domain::PaperKind kind);
QString name(domain::Confidence confidence);
QString name(domain::Material::Form form);
QString name(domain::Material::Acquisition acquisition);
/// Whose fact a field is.
QString name(domain::Field::Role role);

/// What \a duty is to do, to stand behind “may”.
QString doing(domain::Duty duty);

/// A term as people say it: at once, or a number of working days; empty when \a workingDays is below 0 (not known).
QString term(int workingDays);
/// A day as it is written at the counter, e.g. 2026-11-26; empty for a null date.
QString day(QDate date);

}
