#include "core/domain/deadlines.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::Deadline;
using domain::Plan;
using Kind = domain::Deadline::Kind;

namespace {

QDateTime moment(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

Plan::ItemLine line(const QString &id, int promised, int statutory, const QStringList &after = {}, bool chosen = true)
{
    Plan::ItemLine line{};
    line.item.id = id;
    line.item.after = after;
    line.chosen = chosen;
    line.promisedDays = promised;
    line.statutoryDays = statutory;
    return line;
}

/// Licence first, then three that wait for it, one of which waits for another; one is not applied for.
Plan restaurant()
{
    Plan plan;
    plan.items = {line(u"licence"_s, 1, 3), line(u"food"_s, 5, 20, {u"licence"_s}),
                  line(u"fire"_s, 1, 13, {u"licence"_s}), line(u"sign"_s, 3, -1, {u"fire"_s}),
                  line(u"drain"_s, 30, 20, {u"licence"_s}, false)};
    return plan;
}

domain::ClockRules rules(bool officeTime = true)
{
    const domain::CalendarYear year{.year = 2026,
                                    .notice = u"样例"_s,
                                    .source = {},
                                    .region = {},
                                    .off = {QDate(2026, 2, 16), QDate(2026, 2, 17), QDate(2026, 2, 18), QDate(2026, 2, 19),
                                            QDate(2026, 2, 20), QDate(2026, 2, 23)},
                                    .worked = {QDate(2026, 2, 14), QDate(2026, 2, 28)}};
    return {.calendar = domain::WorkCalendar({year}),
            .hours = *domain::OfficeHours::parse(u"08:30-12:00 14:00-17:30"_s),
            .twoHoursInOfficeTime = officeTime};
}

const Deadline *find(const QList<Deadline> &deadlines, Kind kind, const QString &item = {})
{
    for (const Deadline &deadline : deadlines) {
        if (deadline.kind == kind && deadline.item == item)
            return &deadline;
    }
    return nullptr;
}

}

/// The ends of one case: two hours, one working day, the items' and the matter's own.
class TestDeadlines : public QObject
{
    Q_OBJECT

private slots:
    void filedBeforeTheNewYear();
    void byTheWallClock();
    void aCountyMayPromiseMore();
    void acceptanceCountsFromThePush();
    void itemsCountFromTheirAcceptance();
    void unknownTimesHaveNoDeadline();
    void intoAYearWithoutCalendar();
};

void TestDeadlines::filedBeforeTheNewYear()
{
    const QList<Deadline> ends = domain::deadlinesOf(
        restaurant(), {.filed = moment(u"2026-02-13T16:30:00"_s), .pushed = {}, .accepted = {}}, rules());
    QCOMPARE(find(ends, Kind::Push)->due, moment(u"2026-02-14T09:30:00"_s));
    QCOMPARE(find(ends, Kind::Acceptance)->due, moment(u"2026-02-24T23:59:59"_s));
    QCOMPARE(find(ends, Kind::ItemPromise, u"licence"_s)->due.date(), QDate(2026, 2, 25));
    QCOMPARE(find(ends, Kind::ItemPromise, u"food"_s)->days, 6);
    QCOMPARE(find(ends, Kind::ItemPromise, u"sign"_s)->days, 5);
    QCOMPARE(find(ends, Kind::ItemStatutory, u"food"_s)->days, 20);
    QVERIFY(!find(ends, Kind::ItemStatutory, u"sign"_s));
    QVERIFY(!find(ends, Kind::ItemPromise, u"drain"_s));
    QCOMPARE(find(ends, Kind::MatterPromise)->days, 6);
    // 25, 26, 27, Saturday 28, 2 March, 3 March
    QCOMPARE(find(ends, Kind::MatterPromise)->due, moment(u"2026-03-03T23:59:59"_s));
    for (const Deadline &end : ends)
        QVERIFY(!end.provisional);
}

void TestDeadlines::byTheWallClock()
{
    const Deadline push = domain::twoHours(Kind::Push, moment(u"2026-02-13T16:30:00"_s), rules(false));
    QCOMPARE(push.due, moment(u"2026-02-13T18:30:00"_s));
}

void TestDeadlines::aCountyMayPromiseMore()
{
    domain::ClockRules county = rules();
    county.minutesToPush = 60;
    county.minutesToReview = 30;
    county.daysToAccept = 0;
    const QDateTime filed = moment(u"2026-02-13T11:30:00"_s);
    QCOMPARE(domain::twoHours(Kind::Push, filed, county).due, moment(u"2026-02-13T14:30:00"_s));
    QCOMPARE(domain::twoHours(Kind::OnlineReview, filed, county).due, moment(u"2026-02-13T12:00:00"_s));
    const QList<Deadline> ends = domain::deadlinesOf(restaurant(), {.filed = filed, .pushed = {}, .accepted = {}}, county);
    QCOMPARE(find(ends, Kind::Acceptance)->due, moment(u"2026-02-13T23:59:59"_s)); // on the day of the push
    county.twoHoursInOfficeTime = false;
    QCOMPARE(domain::twoHours(Kind::Push, filed, county).due, moment(u"2026-02-13T12:30:00"_s));
}

void TestDeadlines::acceptanceCountsFromThePush()
{
    const QList<Deadline> ends = domain::deadlinesOf(restaurant(),
                                                     {.filed = moment(u"2026-02-13T16:30:00"_s),
                                                      .pushed = moment(u"2026-02-13T16:50:00"_s),
                                                      .accepted = {}},
                                                     rules());
    QCOMPARE(find(ends, Kind::Acceptance)->due, moment(u"2026-02-14T23:59:59"_s));
}

void TestDeadlines::itemsCountFromTheirAcceptance()
{
    const QList<Deadline> ends
        = domain::deadlinesOf(restaurant(),
                              {.filed = moment(u"2026-03-02T09:00:00"_s),
                               .pushed = moment(u"2026-03-02T09:10:00"_s),
                               .accepted = {{u"licence"_s, moment(u"2026-03-02T10:00:00"_s)},
                                            {u"food"_s, moment(u"2026-03-03T10:00:00"_s)}}},
                              rules());
    QCOMPARE(find(ends, Kind::ItemPromise, u"licence"_s)->due.date(), QDate(2026, 3, 3));
    QCOMPARE(find(ends, Kind::ItemPromise, u"food"_s)->due.date(), QDate(2026, 3, 11));
    QCOMPARE(find(ends, Kind::ItemStatutory, u"food"_s)->due.date(), QDate(2026, 3, 31));
    QCOMPARE(find(ends, Kind::ItemPromise, u"fire"_s)->start, moment(u"2026-03-03T23:59:59"_s)); // latest acceptance
}

void TestDeadlines::unknownTimesHaveNoDeadline()
{
    Plan plan = restaurant();
    plan.items[2].promisedDays = -1; // fire: sign, which waits for it, is unknown as well
    const QList<Deadline> ends = domain::deadlinesOf(
        plan, {.filed = moment(u"2026-03-02T09:00:00"_s), .pushed = {}, .accepted = {}}, rules());
    QVERIFY(!find(ends, Kind::ItemPromise, u"fire"_s));
    QVERIFY(!find(ends, Kind::ItemPromise, u"sign"_s));
    QVERIFY(find(ends, Kind::ItemPromise, u"food"_s));
    QVERIFY(!find(ends, Kind::MatterPromise));
}

void TestDeadlines::intoAYearWithoutCalendar()
{
    const QList<Deadline> ends = domain::deadlinesOf(
        restaurant(), {.filed = moment(u"2026-12-29T09:00:00"_s), .pushed = {}, .accepted = {}}, rules());
    QVERIFY(!find(ends, Kind::Push)->provisional);
    QVERIFY(!find(ends, Kind::Acceptance)->provisional);
    QVERIFY(find(ends, Kind::MatterPromise)->provisional);
}

QTEST_GUILESS_MAIN(TestDeadlines)
#include "tst_deadlines.moc"
