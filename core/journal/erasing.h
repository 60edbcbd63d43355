#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QDateTime>
#include <QStringList>

namespace journal {

/// A case by what can be known of it without its key.
struct CaseAge {
    QString id;
    bool isDraft = false; ///< was never filed
    QDateTime archivedAt; ///< when it was archived last; null: it was not
    QDateTime changedAt;
    bool isUnsent = false; ///< the hub lacks something that was written here on it
};

/// The age of every case in the journal in \a folder that can still be read, the oldest change first.
base::Result<QList<CaseAge>> caseAges(const QString &folder);

/// Destroys the keys of \a cases in the journal in \a folder, in one durable transaction: they are shown no more, their events stay in the
/// chain as unreadable rows. No program may have the journal open.
[[nodiscard]] base::Result<> eraseCases(const QString &folder, const base::Secret &profileKey, const QStringList &cases, const QDateTime &at);

}
