#include "core/domain/officehours.h"
#include "core/guides/calendarreader.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::LimitEnd;
using domain::OfficeHours;
using domain::WorkCalendar;

namespace {

QString shipped()
{
    return qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/calendars"_s;
}

QDate day(const QString &text)
{
    return QDate::fromString(text, Qt::ISODate);
}

QDateTime moment(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

}

/// Working days, natural days and office time, by the calendars that are shipped.
class TestWorkCalendar : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void yearsHaveTheirWorkdays_data();
    void yearsHaveTheirWorkdays();
    void afterWorkdays_data();
    void afterWorkdays();
    void afterDays_data();
    void afterDays();
    void countingBackAndForthAgrees();
    void aRegionIsLaidOverTheCountry();
    void officeTime_data();
    void officeTime();
    void wrongHoursAreRefused_data();
    void wrongHoursAreRefused();
    void brokenCalendarIsRefused_data();
    void brokenCalendarIsRefused();

private:
    WorkCalendar m_calendar;
};

void TestWorkCalendar::initTestCase()
{
    const guides::Calendars loaded = guides::loadCalendars({shipped(), shipped() + u"/nowhere"_s});
    QVERIFY(loaded.faults.isEmpty());
    m_calendar = loaded.calendar;
    QCOMPARE(m_calendar.notice(2026), u"国办发明电〔2025〕7号"_s);
    QVERIFY(!m_calendar.knows(2027));
}

void TestWorkCalendar::yearsHaveTheirWorkdays_data()
{
    QTest::addColumn<int>("days");
    QTest::newRow("2024") << 251;
    QTest::newRow("2025") << 248;
    QTest::newRow("2026") << 248;
}

void TestWorkCalendar::yearsHaveTheirWorkdays()
{
    const int year = QByteArray(QTest::currentDataTag()).toInt();
    QTEST(m_calendar.workdaysBetween(QDate(year - 1, 12, 31), QDate(year, 12, 31)), "days");
}

void TestWorkCalendar::afterWorkdays_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("end");
    QTest::addColumn<bool>("provisional");
    QTest::newRow("the day itself is not counted") << u"2026-11-18"_s << 1 << u"2026-11-19"_s << false;
    QTest::newRow("over a weekend") << u"2026-11-20"_s << 1 << u"2026-11-23"_s << false;
    QTest::newRow("at once") << u"2026-11-20"_s << 0 << u"2026-11-20"_s << false;
    QTest::newRow("at once, on a Saturday") << u"2026-11-21"_s << 0 << u"2026-11-23"_s << false;
    QTest::newRow("Saturday before New Year is worked") << u"2026-02-13"_s << 1 << u"2026-02-14"_s << false;
    QTest::newRow("over the New Year") << u"2026-02-14"_s << 1 << u"2026-02-24"_s << false;
    QTest::newRow("the Saturday after it is worked") << u"2026-02-27"_s << 1 << u"2026-02-28"_s << false;
    QTest::newRow("Sunday 20 September is worked") << u"2026-09-18"_s << 1 << u"2026-09-20"_s << false;
    QTest::newRow("over the October holidays") << u"2026-09-30"_s << 5 << u"2026-10-13"_s << false;
    QTest::newRow("2025: over 1 and Mid-Autumn") << u"2025-09-30"_s << 3 << u"2025-10-11"_s << false;
    QTest::newRow("New Year's Eve of 2024 was worked") << u"2024-02-08"_s << 1 << u"2024-02-09"_s << false;
    QTest::newRow("into the year after") << u"2025-12-31"_s << 1 << u"2026-01-04"_s << false;
    QTest::newRow("into a year without a calendar") << u"2026-12-30"_s << 2 << u"2027-01-01"_s << true;
    QTest::newRow("before the first calendar") << u"2023-12-29"_s << 1 << u"2024-01-02"_s << true;
    QTest::newRow("leap day") << u"2024-02-28"_s << 1 << u"2024-02-29"_s << false;
}

void TestWorkCalendar::afterWorkdays()
{
    QFETCH(QString, start);
    QFETCH(int, count);
    QFETCH(QString, end);
    QFETCH(bool, provisional);
    QCOMPARE(m_calendar.afterWorkdays(day(start), count), (LimitEnd{day(end), provisional}));
}

void TestWorkCalendar::afterDays_data()
{
    QTest::addColumn<QString>("start");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("end");
    QTest::newRow("ends on a working day") << u"2026-11-16"_s << 3 << u"2026-11-19"_s;
    QTest::newRow("ends on a Saturday") << u"2026-11-16"_s << 5 << u"2026-11-23"_s;
    QTest::newRow("ends in the holidays") << u"2026-09-25"_s << 7 << u"2026-10-08"_s;
    QTest::newRow("ends on a worked Saturday") << u"2026-10-03"_s << 7 << u"2026-10-10"_s;
}

void TestWorkCalendar::afterDays()
{
    QFETCH(QString, start);
    QFETCH(int, count);
    QFETCH(QString, end);
    QCOMPARE(m_calendar.afterDays(day(start), count).day, day(end));
}

/// An independent count, day by day, for every start of three years and many limits.
void TestWorkCalendar::countingBackAndForthAgrees()
{
    for (QDate start(2024, 1, 1); start < QDate(2026, 11, 1); start = start.addDays(1)) {
        for (const int count : {1, 2, 3, 5, 10, 20}) {
            const LimitEnd end = m_calendar.afterWorkdays(start, count);
            QVERIFY(m_calendar.isWorkday(end.day));
            QCOMPARE(m_calendar.workdaysBetween(start, end.day), count);
            QCOMPARE(m_calendar.workdaysBetween(end.day, start), -count);
        }
    }
}

void TestWorkCalendar::aRegionIsLaidOverTheCountry()
{
    const domain::CalendarYear country{.year = 2026,
                                       .notice = u"国"_s,
                                       .source = {},
                                       .region = {},
                                       .off = {QDate(2026, 10, 1)},
                                       .worked = {QDate(2026, 10, 10)}};
    const domain::CalendarYear region{.year = 2026,
                                      .notice = u"市"_s,
                                      .source = {},
                                      .region = u"洛阳市"_s,
                                      .off = {QDate(2026, 10, 10), QDate(2026, 10, 12)},
                                      .worked = {QDate(2026, 10, 1)}};
    for (const WorkCalendar &calendar : {WorkCalendar({country, region}), WorkCalendar({region, country})}) {
        QVERIFY(calendar.isWorkday(QDate(2026, 10, 1)));
        QVERIFY(!calendar.isWorkday(QDate(2026, 10, 10)));
        QVERIFY(!calendar.isWorkday(QDate(2026, 10, 12)));
        QCOMPARE(calendar.notice(2026), u"国"_s);
    }
    QVERIFY(!WorkCalendar({region}).knows(2026));
}

void TestWorkCalendar::officeTime_data()
{
    QTest::addColumn<QString>("hours");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("due");
    const QString plain = u"08:30-12:00 14:00-17:30"_s;
    const QString seasons = u"08:30-12:00 14:00-17:30; 6-1: 08:30-12:00 15:00-18:30; 10-1: 08:30-12:00 14:00-17:30"_s;
    QTest::newRow("within the morning") << plain << u"2026-11-18T09:00:00"_s << u"2026-11-18T11:00:00"_s;
    QTest::newRow("ends with the morning") << plain << u"2026-11-18T10:00:00"_s << u"2026-11-18T12:00:00"_s;
    QTest::newRow("over noon") << plain << u"2026-11-18T11:30:00"_s << u"2026-11-18T15:30:00"_s;
    QTest::newRow("in the noon break") << plain << u"2026-11-18T13:00:00"_s << u"2026-11-18T16:00:00"_s;
    QTest::newRow("over night") << plain << u"2026-11-18T16:30:00"_s << u"2026-11-19T09:30:00"_s;
    QTest::newRow("over a weekend") << plain << u"2026-11-20T17:00:00"_s << u"2026-11-23T10:00:00"_s;
    QTest::newRow("on a Saturday") << plain << u"2026-11-21T10:00:00"_s << u"2026-11-23T10:30:00"_s;
    QTest::newRow("on a worked Saturday") << plain << u"2026-02-14T16:30:00"_s << u"2026-02-24T09:30:00"_s;
    QTest::newRow("before it opens") << plain << u"2026-11-18T07:00:00"_s << u"2026-11-18T10:30:00"_s;
    QTest::newRow("summer") << seasons << u"2026-07-01T11:30:00"_s << u"2026-07-01T16:30:00"_s;
    QTest::newRow("last day of summer into autumn") << seasons << u"2026-09-30T17:30:00"_s << u"2026-10-08T09:30:00"_s;
    QTest::newRow("winter before the first season") << seasons << u"2026-03-02T11:30:00"_s << u"2026-03-02T15:30:00"_s;
}

void TestWorkCalendar::officeTime()
{
    QFETCH(QString, hours);
    QFETCH(QString, start);
    QFETCH(QString, due);
    const base::Result<OfficeHours> parsed = OfficeHours::parse(hours);
    QVERIFY(parsed);
    QCOMPARE(parsed->after(moment(start), 120, m_calendar), (std::pair{moment(due), false}));
    QVERIFY(parsed->after(moment(u"2026-12-31T17:00:00"_s), 120, m_calendar).second);
}

void TestWorkCalendar::wrongHoursAreRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "08:30", "12:00-08:30", "08:30-12:00 11:00-17:00", "8:30-12:00", "08:30-25:00",
                             "6-1: 08:30-12:00; 5-1: 08:30-12:00", "13-1: 08:30-12:00", "08:30-12:00; 08:30-12:00"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestWorkCalendar::wrongHoursAreRefused()
{
    QFETCH(QString, text);
    QVERIFY(!OfficeHours::parse(text));
}

void TestWorkCalendar::brokenCalendarIsRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const char *from, const char *to, const char *place) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromUtf8(place);
    };
    row("a day forgotten", "\"2026-01-01\", ", "", "workdays");
    row("a day of another year", "2026-01-01", "2025-01-01", "off[0]");
    row("no day at all", "2026-02-16", "2026-02-30", "off[2]");
    row("a free Saturday", "2026-01-01", "2026-01-03", "off");
    row("a worked weekday", "2026-01-04", "2026-01-05", "worked");
    row("unknown key", "\"format\"", "\"colour\": 1, \"format\"", "colour");
    row("year as a text", "2026,", "\"2026\",", "year");
    row("not JSON", "{", "[", "");
    row("a key twice", "\"notice\"", "\"year\": 2026, \"notice\"", "year");
}

void TestWorkCalendar::brokenCalendarIsRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, place);
    QFile file(shipped() + u"/2026.json"_s);
    QVERIFY(file.open(QFile::ReadOnly));
    QByteArray json = file.readAll();
    QVERIFY(guides::readCalendar(json, u"2026.json"_s));
    json.replace(json.indexOf(from), from.size(), to);
    const auto year = guides::readCalendar(json, u"2026.json"_s);
    QVERIFY(!year);
    QVERIFY2(year.error().place.contains(place), qPrintable(year.error().place + year.error().detail));
    QTemporaryDir folder;
    QFile broken(folder.filePath(u"2026.json"_s));
    QVERIFY(broken.open(QFile::WriteOnly) && broken.write(json) == json.size());
    broken.close();
    const guides::Calendars loaded = guides::loadCalendars({shipped(), folder.path()});
    QCOMPARE(loaded.faults.size(), 1);
    QVERIFY(loaded.calendar.knows(2026)); // the broken one keeps nothing away
}

QTEST_GUILESS_MAIN(TestWorkCalendar)
#include "tst_workcalendar.moc"
