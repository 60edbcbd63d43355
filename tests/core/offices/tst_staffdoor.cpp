#include "core/domain/posts.h"
#include "core/offices/staffdoor.h"
#include "tests/app/hub/store/storetest.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace hubworld;
using Code = wire::Problem::Code;
using Result = wire::SignInAnswer::Result;
using offices::PasswordCost;
using offices::Role;

Q_DECLARE_METATYPE(Result)

namespace {

const QString good = u"一句别人不容易猜到的话xyz"_s;

/// A window of hall 411202 and a hub with people of that hall, of another one and of a unit.
struct Place {
    explicit Place(Hub &hub) : center(hub), window(hub), accounts(hub.engine, PasswordCost::least()), door(hub.engine, PasswordCost::least())
    {
    }
    /// The one-time password of a new account.
    QString add(const QString &name, const QString &called, const QList<Role> &roles, const QString &hall, const QString &unit = {})
    {
        const auto password = accounts.add({.name = name, .called = called, .unit = unit, .roles = roles, .hall = hall}, u"test"_s);
        return password ? *password : QString();
    }
    wire::Answer<wire::SignInAnswer> signIn(const wire::SignInWish &wish)
    {
        const QByteArray body = wire::toJson(wish, center.key.signing().publicKey());
        return answerOf<wire::SignInAnswer>(door.handle(window.request("POST", "/sync/v1/staff/sign-in", body)), wire::signInAnswerFrom);
    }
    wire::Answer<wire::StaffList> list()
    {
        return answerOf<wire::StaffList>(door.handle(window.request("GET", "/sync/v1/staff")), wire::staffListFrom);
    }
    QStringList acts() const
    {
        QStringList acts;
        const QList<hub::AuditLine> book = accounts.book(50).value_or(QList<hub::AuditLine>());
        for (const hub::AuditLine &line : book)
            acts.prepend(line.act);
        return acts;
    }

    Hub &center;
    Window window;
    offices::Accounts accounts;
    offices::StaffDoor door;
};

const QString hall = u"411202"_s;

}

/// People who sign in at windows, as the hub judges them; in both stores.
class TestStaffDoor : public StoreTest
{
    Q_OBJECT

private slots:
    void whoMaySignIn_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("right"); // the one-time password
        QTest::addColumn<QString>("fresh");
        QTest::addColumn<Result>("result");
        QTest::newRow("with a password of their own") << u"wangfang"_s << true << good << Result::Welcome;
        QTest::newRow("the one-time password alone") << u"wangfang"_s << true << QString() << Result::FreshWanted;
        QTest::newRow("a short one") << u"wangfang"_s << true << u"kurz"_s << Result::FreshRefused;
        QTest::newRow("wrong password") << u"wangfang"_s << false << good << Result::Wrong;
        QTest::newRow("nobody") << u"nobody"_s << true << good << Result::Wrong;
        QTest::newRow("of another hall") << u"other"_s << true << good << Result::OtherHall;
        QTest::newRow("of a unit") << u"reviewer"_s << true << good << Result::OtherHall;
        QTest::newRow("who has left") << u"gone"_s << true << good << Result::Wrong;
    }
    void whoMaySignIn()
    {
        QFETCH(QString, name);
        QFETCH(bool, right);
        QFETCH(QString, fresh);
        QFETCH(Result, result);
        Place place(*center);
        REQUIRE_ANSWER(place.window.enrol(hall));
        QHash<QString, QString> passwords{
            {u"wangfang"_s, place.add(u"wangfang"_s, u"王芳"_s, {Role::Clerk, Role::HallSupervisor}, hall)},
            {u"other"_s, place.add(u"other"_s, u"李四"_s, {Role::Clerk}, u"411203"_s)},
            {u"reviewer"_s, place.add(u"reviewer"_s, u"张三"_s, {Role::Reviewer}, {}, u"civil-411200"_s)},
            {u"gone"_s, place.add(u"gone"_s, u"陈五"_s, {Role::IssuanceClerk}, hall)}};
        QVERIFY(place.accounts.close(u"gone"_s, u"test"_s));
        const auto answer = place.signIn({name, right ? passwords.value(name, good) : u"wrong-wrong-1"_s, fresh});
        REQUIRE_ANSWER(answer);
        QCOMPARE(answer->result, result);
        QCOMPARE(answer->hubTime, center->clock.now().toUTC());
        QCOMPARE(answer->why.isEmpty(), result != Result::FreshRefused);
        QVERIFY(!place.acts().isEmpty());
        if (result != Result::Welcome) {
            QCOMPARE(answer->member, people::StaffMember());
            QVERIFY(!place.acts().contains(u"window-signed-in"_s));
            return;
        }
        QCOMPARE(answer->member.called, u"王芳"_s);
        QCOMPARE(answer->member.posts, (QStringList{u"clerk"_s, u"hall-supervisor"_s}));
        for (const QString &post : answer->member.posts)
            QVERIFY2(domain::postOf(post), qPrintable(post));
        QCOMPARE(answer->leaseUntil, answer->hubTime.addDays(7));
        QCOMPARE(place.acts().last(), u"window-signed-in"_s);
        QCOMPARE(place.list()->open.value(0), answer->member); // with the same version
        QCOMPARE(place.signIn({name, fresh, {}})->result, Result::Welcome); // from now on
        QCOMPARE(place.signIn({name, passwords.value(name), {}})->result, Result::Wrong);
    }

    void fiveWrongOnesLockAtTheHubToo()
    {
        Place place(*center);
        REQUIRE_ANSWER(place.window.enrol(hall));
        const QString password = place.add(u"wangfang"_s, u"王芳"_s, {Role::Clerk}, hall);
        for (int i = 0; i < offices::Accounts::mostFailures; ++i)
            QCOMPARE(place.signIn({u"wangfang"_s, u"wrong"_s, {}})->result, Result::Wrong);
        QCOMPARE(place.signIn({u"wangfang"_s, password, good})->result, Result::Wrong);
        QVERIFY(place.acts().contains(u"account-locked"_s));
        center->clock.time = center->clock.time.addSecs(60 * offices::Accounts::lockMinutes + 1);
        QCOMPARE(place.signIn({u"wangfang"_s, password, good})->result, Result::Welcome);
    }

    void windowsAskOnceTheHallHasPeople()
    {
        Place place(*center);
        REQUIRE_ANSWER(place.window.enrol(hall));
        place.add(u"reviewer"_s, u"张三"_s, {Role::Reviewer}, {}, u"civil-411200"_s);
        place.add(u"other"_s, u"李四"_s, {Role::Clerk}, u"411203"_s);
        QVERIFY(!place.list()->asks);
        QVERIFY(place.list()->open.isEmpty());
        const QString password = place.add(u"wangfang"_s, u"王芳"_s, {Role::IssuanceClerk}, hall);
        const auto list = place.list();
        QVERIFY(list->asks);
        QCOMPARE(list->open.size(), 1);
        QCOMPARE(list->open[0].posts, QStringList{u"issuer"_s});
        QCOMPARE(place.signIn({u"wangfang"_s, password, good})->result, Result::Welcome);
        QVERIFY(place.list()->open[0].version > list->open[0].version); // another password
        const auto seats = place.accounts.seatsOf(u"wangfang"_s);
        QVERIFY(seats && seats->size() == 1 && place.accounts.seatsOf(u"other"_s)->isEmpty());
        QCOMPARE(seats->constFirst().device, place.window.writer.device);
        QCOMPARE(seats->constFirst().signedInAt, center->clock.now().toUTC());
        QVERIFY(place.accounts.close(u"wangfang"_s, u"test"_s));
        QVERIFY(!place.list()->asks);
    }

    void nobodyOnTheLineReadsAPassword()
    {
        const wire::SignInWish wish{u"wangfang"_s, u"geheim-一二三"_s, good};
        const QByteArray body = wire::toJson(wish, center->key.signing().publicKey());
        QVERIFY(!body.isEmpty() && !body.contains("wangfang") && !body.contains("geheim"));
        QCOMPARE(*wire::signInWishFrom(body, center->key.signing()), wish);
        const people::WindowKey stranger = people::WindowKey::fromSeed(base::Secret::random(32));
        QVERIFY(!wire::signInWishFrom(body, stranger));
        QVERIFY(wire::toJson(wish, people::PublicKey{"short"}).isEmpty());
    }

    void onlyWindowsInUseAreAnswered()
    {
        Place place(*center);
        QCOMPARE(place.list().error().code, Code::NotEnrolled);
        REQUIRE_ANSWER(place.window.enrol(hall));
        const QByteArray body = wire::toJson(wire::SignInWish{u"a"_s, u"b"_s, {}}, center->key.signing().publicKey());
        hub::Request altered = place.window.request("POST", "/sync/v1/staff/sign-in", body);
        altered.body.append(' ');
        QCOMPARE(place.door.handle(altered).status, 401);
        for (const QByteArray &bad : {QByteArray(), QByteArray("[]"), QByteArray("{}"), QByteArray("{\"sealed\":\"AAAA\"}"), QByteArray(5000, '[')})
            QCOMPARE(place.door.handle(place.window.request("POST", "/sync/v1/staff/sign-in", bad)).status, 400);
        QCOMPARE(place.door.handle(place.window.request("POST", "/sync/v1/staff/sign-in", QByteArray(20'000, ' '))).status, 413);
        QCOMPARE(place.door.handle(place.window.request("POST", "/sync/v1/staff", "{}")).status, 404);
        QCOMPARE(place.door.handle(place.window.request("GET", "/sync/v1/staffroom")).status, 404);
        QVERIFY(center->office().revoke(place.window.writer.device));
        QCOMPARE(place.list().error().code, Code::Revoked);
    }

    void answersAreReadAsTheyWereWritten()
    {
        const QDateTime now(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
        const people::StaffMember member{3, u"wangfang"_s, u"王芳"_s, {u"clerk"_s}, 2};
        const wire::SignInAnswer welcome{Result::Welcome, {}, member, now.addDays(7), now};
        QCOMPARE(*wire::signInAnswerFrom(wire::toJson(welcome)), welcome);
        const wire::SignInAnswer refused{Result::FreshRefused, u"密码太短"_s, {}, {}, now};
        QCOMPARE(*wire::signInAnswerFrom(wire::toJson(refused)), refused);
        const wire::StaffList list{true, {member}, now.addDays(7), now};
        QCOMPARE(*wire::staffListFrom(wire::toJson(list)), list);
        for (const QByteArray &field : {QByteArray("result"), QByteArray("member"), QByteArray("leaseUntil"), QByteArray("hubTime")}) {
            QByteArray spoilt = wire::toJson(welcome);
            QVERIFY(!wire::signInAnswerFrom(spoilt.replace('"' + field + '"', "\"x\"")));
        }
        QByteArray odd = wire::toJson(welcome);
        QVERIFY(!wire::signInAnswerFrom(odd.replace("\"welcome\"", "\"come in\"")));
        QByteArray nameless = wire::toJson(list);
        QVERIFY(!wire::staffListFrom(nameless.replace("王芳", "")));
    }
};

QTEST_GUILESS_MAIN(TestStaffDoor)
#include "tst_staffdoor.moc"
