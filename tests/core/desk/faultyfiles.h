#pragma once

#include <QString>

/// A disk that fails on purpose: every write, sync, new file and rename below one folder goes through here, whoever does it in this
/// program (Qt, SQLite). Linked into a test program, it stands before the C library.
namespace faultyfiles {

enum class Fault {
    Full, ///< ENOSPC from that operation on
    Once, ///< EIO at that operation alone
    Broken, ///< EIO from that operation on
};

/// Operations below \a folder count from 1; the one numbered \a nth fails.
void failFrom(const QString &folder, int nth, Fault fault);
/// All is well again; how many operations there were.
int heal();

}
