#include "core/desk/clockrules.h"

#include "core/guides/calendarreader.h"

#include <QRegularExpression>

namespace desk {

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
    guides::Calendars loaded = guides::loadCalendars(folders);
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

domain::HallRules authorityOf(const base::HallSettings &hall, const DishonestyStore &store)
{
    static const QRegularExpression gap(QStringLiteral("[\\s、,，]+"));
    domain::HallRules rules;
    rules.acceptsAtWindow = hall.acceptsAtWindow.split(gap, Qt::SkipEmptyParts);
    rules.remindBefore.clear();
    for (const QString &days : hall.remindBefore.split(gap, Qt::SkipEmptyParts))
        rules.remindBefore.append(days.toInt());
    rules.isDishonest = [&store](const QString &number) { return store.contains(number); };
    return rules;
}

}
