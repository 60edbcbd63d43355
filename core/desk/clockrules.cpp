#include "core/desk/clockrules.h"

#include "core/guides/calendarreader.h"

namespace desk {

base::Result<Clocks> clocksOf(const base::HallSettings &hall, const QStringList &folders)
{
    base::Result<domain::OfficeHours> hours = domain::OfficeHours::parse(hall.hours);
    if (!hours)
        return base::Fail({hours.error().kind, hours.error().detail, QStringLiteral("hall.ini: hall/hours=") + hall.hours});
    guides::Calendars loaded = guides::loadCalendars(folders);
    const bool officeTime = hall.twoHours != QLatin1String("clock");
    return Clocks{{std::move(loaded.calendar), std::move(*hours), officeTime, hall.collectDays.toInt()},
                  std::move(loaded.faults)};
}

}
