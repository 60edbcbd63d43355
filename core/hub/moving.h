#pragma once

#include "core/hub/engine.h"

namespace hub {

/// The windows of \a hall have the case from now on, with all of its events; those of the hall that had it are told to forget it (sync
/// rule 13). Error::Missing when there is no such case, or no window in \a hall.
/// \a by, for the book.
[[nodiscard]] base::Result<> moveCase(const Engine &engine, const QString &caseId, const QString &hall,
                                      const QString &by = atConsole());

/// Destroys the key of the case and its pictures, for ever: its events can never be read again, and its windows are told to forget it
/// (sync rule 14). What they still send of it is acknowledged and kept without its content. Error::Missing as above.
[[nodiscard]] base::Result<> eraseCase(const Engine &engine, const QString &caseId, const QString &by = atConsole());
/// The same of several, each in a transaction of its own; where one fails those before are erased.
[[nodiscard]] base::Result<> eraseCases(const Engine &engine, const QStringList &caseIds, const QString &by = atConsole());

}
