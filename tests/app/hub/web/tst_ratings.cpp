#include "core/domain/codes.h"
#include "core/offices/cityreports.h"
#include "core/offices/ratingdesk.h"
#include "core/reports/glossary.h"
#include "tests/app/hub/store/storetest.h"
#include "tests/app/hub/web/citizen.h"

using namespace Qt::StringLiterals;
using hub::Response;

namespace {

const QString applicant = u"41120219900307123"_s + domain::mod11_2(u"41120219900307123"_s); // synthetic

QByteArray ratingForm(const QString &code, int level, const QByteArray &words = {})
{
    return "code=" + code.toLatin1() + "&level=" + QByteArray::number(level) + "&words=" + words;
}

}

/// 好差评: once, by who has the receipt, and the two lowest levels want an answer.
class TestRatings final : public StoreTest
{
    Q_OBJECT

private slots:
    void onceByWhoHasTheReceipt()
    {
        CitizenWorld world(*room);
        const QString number = world.fileCase(applicant);
        const QString code = world.code();
        QVERIFY(world.get(u"/C/"_s + code).body.contains("name=\"level\""));
        QCOMPARE(world.post("/rating", ratingForm(number, 5)).status, 400); // without the secret
        QCOMPARE(world.post("/rating", ratingForm(code.left(24) + u'.' + QString(126, u'0'), 5)).status, 404);
        QCOMPARE(world.post("/rating", ratingForm(code, 0)).status, 400);
        QCOMPARE(world.post("/rating", ratingForm(code, 6)).status, 400);
        QVERIFY(text(world.post("/rating", ratingForm(world.code(domain::PaperKind::AcceptanceNotice), 5))).contains(u"收件回执上的二维码"_s));
        const offices::RatingDesk desk(world.center.engine, world.rules);
        QVERIFY(desk.entries(false, 10)->isEmpty());

        const Response taken = world.post("/rating", ratingForm(code, 5, "%E5%BE%88%E5%A5%BD"));
        QVERIFY(text(taken).contains(u"已收到您的评价：非常满意"_s));
        QVERIFY(text(world.post("/rating", ratingForm(code, 1))).contains(u"已经评价过了"_s));
        QVERIFY(!world.get(u"/C/"_s + code).body.contains("name=\"level\""));
        const auto entries = desk.entries(false, 10);
        REQUIRE_ANSWER(entries);
        QCOMPARE(entries->size(), 1);
        QCOMPARE(entries->first().line.level, 5);
        QCOMPARE(entries->first().line.number, number);
        QCOMPARE(entries->first().line.hall, u"hall-1"_s);
        QCOMPARE(entries->first().words, u"很好"_s);
        QVERIFY(desk.entries(true, 10)->isEmpty());
    }

    void lowestTwoOpenATask_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<bool>("task");
        QTest::newRow("very bad") << 1 << true;
        QTest::newRow("bad") << 2 << true;
        QTest::newRow("fair") << 3 << false;
        QTest::newRow("good") << 4 << false;
        QTest::newRow("very good") << 5 << false;
    }
    void lowestTwoOpenATask()
    {
        QFETCH(int, level);
        QFETCH(bool, task);
        CitizenWorld world(*room); // Monday 2026-11-23
        offices::GuideStand guides(world.center.engine, {});
        const offices::CityReports reporting({world.center.engine, guides, world.rules});
        const auto ratingsOf = [&](QDate day, const reports::Scope &scope) {
            const auto report = reporting.report(reports::Span::day(day), scope);
            return report ? reports::wordsOf(reports::Figure::BadRatings, reports::of(report->values, reports::Figure::BadRatings)) : QString();
        };
        world.fileCase(applicant);
        const Response taken = world.post("/rating", ratingForm(world.code(), level, "<b>%27%3B--</b>"));
        // It counts in reports: of its day, hall and window, and nowhere else.
        const QDate day(2026, 11, 23);
        const QString counted = task ? u"1/1（100.0%）"_s : u"0/1（0.0%）"_s;
        QCOMPARE(ratingsOf(day, {.kind = reports::Scope::Kind::City}), counted);
        QCOMPARE(ratingsOf(day, {.kind = reports::Scope::Kind::Hall, .key = u"hall-1"_s}), counted);
        QCOMPARE(ratingsOf(day, {.kind = reports::Scope::Kind::Window, .key = world.window.writer.device}), counted);
        QCOMPARE(ratingsOf(day, {.kind = reports::Scope::Kind::Hall, .key = u"hall-2"_s}), u"0"_s);
        QCOMPARE(ratingsOf(day.addDays(1), {.kind = reports::Scope::Kind::City}), u"0"_s);
        QCOMPARE(text(taken).contains(u"15个工作日"_s), task);
        const offices::RatingDesk desk(world.center.engine, world.rules);
        const auto open = desk.entries(true, 10);
        REQUIRE_ANSWER(open);
        QCOMPARE(open->size(), task ? 1 : 0);
        if (!task)
            return;
        QCOMPARE(open->first().line.due, QDate(2026, 12, 14));
        QCOMPARE(open->first().daysLeft, 15);
        QCOMPARE(open->first().words, u"<b>';--</b>"_s);
        const qint64 id = open->first().line.id;
        QVERIFY(!desk.rectify(id, u"  "_s).has_value());
        QVERIFY(!desk.rectify(id + 1, u"已改"_s).has_value());
        REQUIRE_ANSWER(desk.rectify(id, u"已向申请人致歉并改正"_s));
        QVERIFY(!desk.rectify(id, u"再改"_s).has_value()); // it is closed
        QVERIFY(desk.entries(true, 10)->isEmpty());
        QCOMPARE(desk.entries(false, 10)->first().result, u"已向申请人致歉并改正"_s);
    }

    /// What was written lies sealed under the key of the case: with the case it goes.
    void wordsGoWithTheCase()
    {
        CitizenWorld world(*room);
        world.fileCase(applicant);
        world.post("/rating", ratingForm(world.code(), 1, "secretword"));
        const offices::RatingDesk desk(world.center.engine, world.rules);
        QCOMPARE(desk.entries(false, 10)->first().words, u"secretword"_s);
        QVERIFY(!desk.entries(false, 10)->first().line.words.bytes.contains("secretword"));
        REQUIRE_ANSWER(hub::eraseCase(world.center.engine, world.file().id));
        QCOMPARE(desk.entries(false, 10)->first().words, QString());
        QCOMPARE(desk.entries(false, 10)->first().line.level, 1);
    }

private:
    static QString text(const Response &response) { return QString::fromUtf8(response.body); }
};

QTEST_GUILESS_MAIN(TestRatings)
#include "tst_ratings.moc"
