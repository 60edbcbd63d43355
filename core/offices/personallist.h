#pragma once

#include "core/domain/plan.h"
#include "core/offices/course.h"

namespace offices {

/// What somebody chose about one matter, as it came.
struct Choices {
    domain::Answers answers; ///< situation → option or number
    QStringList dropped; ///< items that are not wanted
    QMap<QString, QString> paths; ///< item → path
};

/// What a clerk would do to enter \a choices, situations in the order of \a guide.
QList<domain::Command> commandsOf(const Choices &choices, const domain::Guide &guide);
/// A case on \a guide that stands for what one person said, and is never opened.
domain::Case imaginedCase(const domain::Guide &guide, const QDateTime &now);

/// The list of one person: the plan of a case that nobody opens, by the rules of the window.
struct PersonalList {
    domain::Plan plan;
    QList<domain::Refusal> refused; ///< choices that are none, e.g. a number that is not one; the others count
    bool isWhole = false; ///< nothing is left to ask
};
PersonalList personalListOf(const domain::Guide &guide, const Choices &choices, const QDateTime &now);

}
