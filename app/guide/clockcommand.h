#pragma once

#include "app/guide/packfinder.h"

class QTextStream;

/// What \c clock is asked for; as typed.
struct ClockRequest {
    QString pack; ///< id or file
    QString matter; ///< id, number in the catalogue or name
    QString filed; ///< yyyy-MM-ddTHH:mm
    QString accepted; ///< the same; empty: as late as may be
    QStringList answers; ///< situation=answer
    QString hours; ///< as domain::OfficeHours::parse() understands them
    bool byWallClock = false; ///< the two hours
    QStringList calendars; ///< folders
};

/// Prints every deadline of a case that is filed at that moment. Gives the exit code: 0 done; 1 the pack, the matter or an answer
/// is not there, or a calendar is broken; 2 a moment or the hours are not written as they should be.
int tellClock(const PackFinder &finder, const ClockRequest &request, QTextStream &out, QTextStream &err);
