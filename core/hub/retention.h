#pragma once

#include "core/domain/retention.h"
#include "core/hub/engine.h"

namespace hub {

/// A case by what may be said of it.
struct OldCase {
    QString uuid;
    QString number; ///< empty: its opening never came
};

/// What is past its time at a hub; no person.
struct PastTime {
    QList<OldCase> drafts;
    QList<OldCase> archived;
    QStringList unreadable; ///< ids of old cases of which nobody can tell whether they were archived; they stay
    int lookUps = 0; ///< lines of the record of who looked up licences
    int aside = 0; ///< events that were kept aside
};

/// What of the store is past its time now, by domain::retentionTable(): by the moments at which the hub received events, and those at which
/// they say that a case was archived, whichever is later. Changes nothing.
base::Result<PastTime> pastTime(const Engine &engine);

/// Forgets \a past for ever: cases are erased (hub::eraseCases(), so their windows forget them too), look-ups and what was kept aside go. All
/// of it stands in the book as done by \a by.
[[nodiscard]] base::Result<> forgetPast(const Engine &engine, const PastTime &past, const QString &by = atConsole());

}
