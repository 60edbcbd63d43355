#pragma once

#include "core/domain/case.h"

namespace guides {

/// What the guide \a now would ask of the case \a file on \a day and its own guide \a own does not, and the other way round: one
/// Chinese sentence for each question, item, material or blank of its plan that is not the same. Empty when the case is asked for
/// the same under both, whatever else is different in them.
QStringList checklistNews(const domain::Case &file, const domain::Guide &own, const domain::Guide &now, QDate day);

}
