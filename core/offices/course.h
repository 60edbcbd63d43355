#pragma once

#include "core/domain/commands.h"
#include "core/domain/deadlines.h"
#include "core/domain/refusal.h"

namespace offices {

/// What came of several commands on a case, one after the other.
struct Course {
    domain::Case file; ///< as it stands after those that were carried out
    QList<domain::Fact> facts; ///< of these
    QList<domain::Refusal> refused; ///< why the others were not
};

/// Carries out \a commands on \a file by the rules of the window; one that is refused is left out.
Course carriedOut(domain::Case file, const QList<domain::Command> &commands, const domain::Guide &guide, const domain::ClockRules &rules,
                  const QDateTime &now);
/// \a further behind \a course.
void goOn(Course &course, const QList<domain::Command> &further, const domain::Guide &guide, const domain::ClockRules &rules,
          const QDateTime &now);

}
