#include "core/guides/calendarreader.h"

#include "core/guides/keycheck.h"
#include "core/guides/objectreader.h"
#include "core/guides/packreader.h"
#include "core/guides/provenanceshape.h"

#include <QDir>
#include <QJsonDocument>

#include <algorithm>

namespace guides {

using namespace Qt::StringLiterals;
using domain::CalendarYear;

namespace {

constexpr int firstYear = 1949;
constexpr int lastYear = 2199;

struct ShapedYear {
    CalendarYear year;
    int workdays = 0;
};

QSet<QDate> shapeDates(ObjectReader &object, QLatin1StringView key, int year, Inspection &inspection)
{
    const QStringList texts = object.texts(key);
    const Inspection::Step step = inspection.into(key);
    QSet<QDate> days;
    for (qsizetype index = 0; index < texts.size(); ++index) {
        const Inspection::Step entryStep = inspection.into(index);
        const QDate day = QDate::fromString(texts[index], u"yyyy-MM-dd"_s);
        if (!day.isValid() || day.year() != year)
            inspection.fault(u"%1 is no day of %2 (yyyy-MM-dd)"_s.arg(quoted(texts[index])).arg(year));
        days.insert(day);
    }
    return days;
}

ShapedYear shapeCalendar(const QJsonObject &root, Inspection &inspection)
{
    ObjectReader object(root, inspection);
    ShapedYear shaped;
    CalendarYear &year = shaped.year;
    object.whole("format"_L1, 1, 1);
    year.year = object.whole("year"_L1, firstYear, lastYear);
    year.region = object.text("region"_L1, Need::Optional);
    year.notice = object.text("notice"_L1);
    object.date("published"_L1, Need::Optional);
    year.source = shapeProvenance(object, inspection, Need::Required).source;
    shaped.workdays = object.whole("workdays"_L1, 0, 366, year.region.isEmpty() ? std::nullopt : std::optional(0));
    year.off = shapeDates(object, "off"_L1, year.year, inspection);
    year.worked = shapeDates(object, "worked"_L1, year.year, inspection);
    return shaped;
}

int workdaysOf(const CalendarYear &year)
{
    const QDate first(year.year, 1, 1);
    return domain::WorkCalendar({year}).workdaysBetween(first.addDays(-1), QDate(year.year, 12, 31));
}

void checkCalendar(const ShapedYear &shaped, Inspection &inspection)
{
    const CalendarYear &year = shaped.year;
    const auto isWeekend = [](QDate day) { return day.dayOfWeek() >= Qt::Saturday; };
    if (year.off.intersects(year.worked))
        inspection.faultAt("worked", u"names a day that is free as well"_s);
    // The country frees weekdays and has weekends worked; a region may do as it must.
    if (!year.region.isEmpty())
        return;
    if (std::ranges::any_of(year.off, isWeekend))
        inspection.faultAt("off", u"names a Saturday or Sunday, which is free anyway"_s);
    if (!std::ranges::all_of(year.worked, isWeekend))
        inspection.faultAt("worked", u"names a weekday, which is worked anyway"_s);
    if (const int counted = workdaysOf(year); counted != shaped.workdays)
        inspection.faultAt("workdays", u"%1 is said, %2 are counted"_s.arg(shaped.workdays).arg(counted));
}

}

base::Result<CalendarYear> readCalendar(const QByteArray &json, const QString &file)
{
    Inspection inspection(file);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return base::Fail({base::Error::Kind::Document, u"is not JSON: "_s + error.errorString(), file});
    checkKeys(json, inspection);
    const ShapedYear shaped = shapeCalendar(document.object(), inspection);
    if (inspection.faults().isEmpty())
        checkCalendar(shaped, inspection);
    if (!inspection.faults().isEmpty())
        return base::Fail(inspection.faults().first());
    return shaped.year;
}

Calendars loadCalendars(const QStringList &folders)
{
    QMap<std::pair<int, QString>, CalendarYear> years;
    QList<base::Error> faults;
    for (const QString &folder : folders) {
        const QDir dir(folder);
        for (const QString &name : dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
            const QString file = dir.filePath(name);
            const base::Result<CalendarYear> year
                = readPackFile(file).and_then([&](const QByteArray &json) { return readCalendar(json, file); });
            if (year)
                years.insert({year->year, year->region}, *year);
            else
                faults.append(year.error());
        }
    }
    return {domain::WorkCalendar(years.values()), faults};
}

}
