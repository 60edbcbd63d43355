#include "core/domain/workcalendar.h"

#include <algorithm>

namespace domain {

WorkCalendar::WorkCalendar(QList<CalendarYear> years)
{
    std::ranges::stable_partition(years, [](const CalendarYear &year) { return year.region.isEmpty(); });
    for (const CalendarYear &year : std::as_const(years)) {
        if (year.region.isEmpty())
            m_known.insert(year.year, year.notice);
        m_off.subtract(year.worked).unite(year.off);
        m_worked.subtract(year.off).unite(year.worked);
    }
}

bool WorkCalendar::isWorkday(QDate day) const
{
    if (m_worked.contains(day))
        return true;
    return day.dayOfWeek() < Qt::Saturday && !m_off.contains(day);
}

LimitEnd WorkCalendar::afterWorkdays(QDate start, int count) const
{
    QDate day = count == 0 ? nextWorkdayFrom(start) : start;
    for (int counted = 0; counted < count; ++counted)
        day = nextWorkdayFrom(day.addDays(1));
    return {day, isProvisional(start, day)};
}

LimitEnd WorkCalendar::afterDays(QDate start, int count) const
{
    const QDate day = nextWorkdayFrom(start.addDays(count));
    return {day, isProvisional(start, day)};
}

int WorkCalendar::workdaysBetween(QDate from, QDate to) const
{
    if (to < from)
        return -workdaysBetween(to, from);
    int count = 0;
    for (QDate day = from.addDays(1); day <= to; day = day.addDays(1))
        count += isWorkday(day);
    return count;
}

QDate WorkCalendar::nextWorkdayFrom(QDate day) const
{
    while (!isWorkday(day))
        day = day.addDays(1);
    return day;
}

bool WorkCalendar::isProvisional(QDate from, QDate to) const
{
    for (int year = from.year(); year <= to.year(); ++year) {
        if (!knows(year))
            return true;
    }
    return false;
}

}
