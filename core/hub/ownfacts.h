#pragma once

#include "core/domain/case.h"
#include "core/domain/events.h"
#include "core/hub/engine.h"

namespace hub {

/// States facts on a case in the name of the hub, which is a writer with a chain of its own, for all its processes together.
/// Error::Missing for a case that is unknown or was erased.
[[nodiscard]] base::Result<> appendOwn(const Engine &engine, const QString &caseId, const QList<domain::Fact> &facts);

/// What follows for a case as it stands; no facts: nothing is written.
using ActOnCase = std::function<base::Result<QList<domain::Fact>>(const domain::Case &file)>;
/// States what \a act makes of a case in the name of \a actor, who did it at a page of the hub. \a act may be asked more than once. What a
/// window pushes at the same moment stands beside it, as windows' acts do.
[[nodiscard]] base::Result<> appendOwn(const Engine &engine, const QString &caseId, const QString &actor, const ActOnCase &act);
/// What is written in the same transaction, with the case as it stands after the act.
using AlsoWrite = std::function<base::Result<>(Transaction &rows, const domain::Case &after)>;
/// The same with \a also, which is asked although there are no facts.
[[nodiscard]] base::Result<> appendOwn(const Engine &engine, const QString &caseId, const QString &actor, const ActOnCase &act,
                                       const AlsoWrite &also);

// The same inside a transaction of the caller, who tells of the growth (Engine::tell()) once it is committed.

/// The facts that \a act makes of the case, and \a also.
base::Result<Growth> appendIn(Transaction &rows, const Engine &engine, const QString &caseId, const QString &actor, const ActOnCase &act,
                              const AlsoWrite &also);
/// Opens the case \a caseId, which nobody knows yet, in \a hall: \a facts begin with its opening.
base::Result<Growth> openIn(Transaction &rows, const Engine &engine, const QString &caseId, const QString &hall, const QString &actor,
                            const QList<domain::Fact> &facts);

}
