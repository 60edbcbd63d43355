#pragma once

#include "app/hub/checking.h"
#include "app/hub/premises.h"

namespace hub {

// Copies of a hub with an embedded store, and how one is put back. One of PostgreSQL is copied with PostgreSQL's own means
// (app/hub/README.md). hub.key is never in a copy: who finds it reads nothing.

/// A copy that was read back.
struct Backup {
    QString folder; ///< hub.db, hall.ini where there was one, SHA256SUMS
    Check check;
    qint64 bookLines = 0; ///< of the chain
};

/// Copies the hub at \a place, at work or not, into a new folder of \a into that is named after the time, and reads the copy back: every
/// event, chain, feed and file, and the book. Error::Damaged names the first fault; the copy is kept then, for whoever looks into it.
base::Result<Backup> backUp(const Place &place, const Engine &engine, const QString &into);

/// Puts the copy in the folder \a from back at \a place, where no hub may be yet, with the key \a keyFile (empty: it is at \a place); reads
/// everything, and begins a new epoch: windows send again what the copy lacks, legal numbers go on far above what it knows. Error::Document
/// when the copy is not what was written, Error::Secret when the key is another's. After an error no hub is there.
base::Result<Backup> putBack(const Place &place, const QString &from, const QString &keyFile);

}
