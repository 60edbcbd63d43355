#pragma once

#include "core/papers/casepapers.h"

#include <QJsonObject>

namespace papers {

/// Everybody besides the applicant: \c people in rows, and in words the persons concerned and who acts by which letter. The words:
/// forms/README.md.
void addPeople(QJsonObject &facts, const CaseFacts &from);

}
