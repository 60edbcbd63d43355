#include "core/guides/hallclocks.h"

#include "core/guides/calendarreader.h"

namespace guides {

namespace {

/// A default made by hand, without a file, says nothing: two hours.
int minutesOf(const QString &setting)
{
    return setting.isEmpty() ? domain::ClockRules().minutesToPush : setting.toInt();
}

}

base::Result<Clocks> clocksOf(const base::HallSettings &hall, const QStringList &folders)
{
    base::Result<domain::OfficeHours> hours = domain::OfficeHours::parse(hall.hours);
    if (!hours)
        return base::Fail({hours.error().kind, hours.error().detail, QStringLiteral("hall.ini: hall/hours=") + hall.hours});
    Calendars loaded = loadCalendars(folders);
    const bool officeTime = hall.twoHours != QLatin1String("clock");
    return Clocks{{.calendar = std::move(loaded.calendar),
                   .hours = std::move(*hours),
                   .twoHoursInOfficeTime = officeTime,
                   .collectDays = hall.collectDays.toInt(),
                   .minutesToPush = minutesOf(hall.pushMinutes),
                   .minutesToReview = minutesOf(hall.reviewMinutes),
                   .daysToAccept = hall.acceptDays == QLatin1String("0") ? 0 : 1},
                  std::move(loaded.faults)};
}

}
