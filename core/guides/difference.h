#pragma once

#include "core/domain/guide.h"

namespace guides {

/// One thing that is not the same in two versions of a guide, said to an official.
struct Difference {
    QString matterId; ///< empty: of the pack, or of something that several matters share
    QString matterName; ///< as the newer version calls it
    QString text; ///< one Chinese sentence without a full stop, e.g. 事项“出生登记”自2026-12-01起增加材料“结婚证”
    bool changesChecklist = false; ///< it can change what an applicant is asked for: items, materials, questions, blanks
    bool operator==(const Difference &) const = default;
};

/// What is different in \a now, in the order of the pack; empty exactly when both say the same. A change that no rule here
/// has words for is still told, as other changes of the thing it belongs to.
QList<Difference> differencesBetween(const domain::GuidePack &old, const domain::GuidePack &now);

/// The same for one matter and what it refers to (materials, fields, places, samples, parameters); nothing about the other
/// matters or the head of the pack. A matter that one of the two does not have is new or taken out.
QList<Difference> differencesBetween(const domain::GuidePack &old, const domain::GuidePack &now,
                                     const QString &matterId);

/// What is different in one material, each sentence beginning with its name.
QList<Difference> differencesBetween(const domain::Material &old, const domain::Material &now);

}
