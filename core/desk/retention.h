#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QStringList>

namespace desk {

class Profile;

/// What is past its time; ids and months, no person.
struct PastTime {
    QStringList drafts; ///< ids of cases
    QStringList archived; ///< ids of cases
    QStringList unsent; ///< cases past their time that stay because the hub lacks something of them
    QStringList months; ///< of the audit trail
};

/// What of the profile in \a folder, opened as \a profile, is past its time at \a now, by domain::retentionTable(). Changes nothing.
base::Result<PastTime> pastTime(Profile &profile, const QString &folder, const QDateTime &now);

/// Forgets \a past for ever: keys of cases and months are destroyed, pictures removed; noted in the audit trail before. Nothing else of
/// the program may be at work on the profile. \a who: as the trail names them; empty: whoever hall.ini names.
[[nodiscard]] base::Result<> forgetPast(Profile &profile, const QString &folder, const PastTime &past, const base::Clock &clock,
                                        const QString &who = {});

}
