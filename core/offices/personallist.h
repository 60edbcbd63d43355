#pragma once

#include "core/domain/plan.h"
#include "core/domain/refusal.h"

namespace offices {

/// What somebody chose about one matter, as it came.
struct Choices {
    domain::Answers answers; ///< situation → option or number
    QStringList dropped; ///< items that are not wanted
    QMap<QString, QString> paths; ///< item → path
};

/// The list of one person: the plan of a case that nobody opens, by the rules of the window.
struct PersonalList {
    domain::Plan plan;
    QList<domain::Refusal> refused; ///< choices that are none, e.g. a number that is not one; the others count
    bool isWhole = false; ///< nothing is left to ask
};
PersonalList personalListOf(const domain::Guide &guide, const Choices &choices, const QDateTime &now);

}
