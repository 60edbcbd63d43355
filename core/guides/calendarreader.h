#pragma once

#include "core/base/result.h"
#include "core/domain/workcalendar.h"

namespace guides {

/// The year that \a json writes down (format: resources/calendars/README.md), checked: free days are weekdays and worked days
/// weekend days of that year (for the whole country), none is both, and the working days are as many as the file says. The
/// first fault is an Error::Document that names \a file and the place in it.
base::Result<domain::CalendarYear> readCalendar(const QByteArray &json, const QString &file);

/// The calendars of a window.
struct Calendars {
    domain::WorkCalendar calendar;
    QList<base::Error> faults; ///< of files that are not used
};

/// Every *.json of \a folders, e.g. those of the program and those of the profile; a folder that is not there holds none. Of two
/// files for the same year and region the later folder's counts.
Calendars loadCalendars(const QStringList &folders);

}
