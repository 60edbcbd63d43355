#pragma once

#include "core/hub/engine.h"

namespace hub {

/// States facts on a case in the name of the hub, which is a writer with a chain of its own, for all its processes together.
/// Error::Missing for a case that is unknown or was erased.
[[nodiscard]] base::Result<> appendOwn(const Engine &engine, const QString &caseId, const QList<domain::Fact> &facts);

}
