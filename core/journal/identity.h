#pragma once

#include "core/journal/eventstore.h"
#include "core/journal/journal.h"

namespace journal {

/// Identity and the row of table writer that stands for it.
struct Settled {
    Identity identity;
    Writer writer;
};

/// Who writes \a database in \a folder from now on. device.json and the journal must agree on device and incarnation; when
/// they do not (new journal, older one put back, device.json lost) a new incarnation with a mark never used before begins, so
/// that no sequence number and no case number can come twice. device.json is written before the journal knows.
base::Result<Settled> settleIdentity(const QString &folder, Database &database, const base::Clock &clock);
/// A new incarnation begins, whatever agrees.
base::Result<Settled> renewIdentity(const QString &folder, Database &database, const base::Clock &clock);

}
