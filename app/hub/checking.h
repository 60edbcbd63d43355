#pragma once

#include "core/hub/engine.h"

namespace hub {

/// What was found when a whole store was checked.
struct Check {
    qint64 events = 0; ///< opened, and the bytes that their writers wrote
    qint64 erased = 0; ///< of cases whose key was destroyed on order: they can never be opened
    qint64 entries = 0; ///< of the feeds
    int writers = 0;
    int files = 0; ///< of the library
    QStringList faults; ///< at most a hundred; no person data
    bool isSound() const { return faults.isEmpty(); }
};

/// Opens every event and compares it with its hash, follows the chain of every writer without a gap and the marks of every feed, sees
/// that each event stands in a feed, and reads every file of the library. Changes nothing; may run beside a hub at work. Pictures are
/// checked by those that fetch them.
base::Result<Check> checkStore(const Engine &engine);

}
