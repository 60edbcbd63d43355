#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QStringList>

namespace journal {

/// The tables of journal.db in which something is sealed under the key of the profile itself: all of them are sealed anew by rekey(), or
/// emptied where the next start makes them again.
QStringList tablesUnderProfileKey();

/// Whether \a key is the one of journal.db in \a folder; false where there is no journal.
base::Result<bool> opensJournal(const QString &folder, const base::Secret &key);

/// Everything that lies under \a from in journal.db of \a folder lies under \a to when this returns, in one durable transaction. What only
/// follows from the events under marks of the key (work list, shelf, reports) is given up and made again by refreshDigests(). Keys of cases
/// stay what they are. The profile must be locked and its journal closed. A value that \a from does not open is Error::Damaged, and
/// nothing was changed.
[[nodiscard]] base::Result<> rekey(const QString &folder, const base::Secret &from, const base::Secret &to);

/// Writes journal.db anew, without what was once in pages that are free now, and empties its log. Needs as much room as the file has.
[[nodiscard]] base::Result<> sweepJournal(const QString &folder);

/// The content of a file that is the number of the suite and a sealed value, \a bytes, sealed for \a place under \a to.
base::Result<QByteArray> resealed(const QByteArray &bytes, const base::Secret &from, const base::Secret &to, const QByteArray &place);

}
