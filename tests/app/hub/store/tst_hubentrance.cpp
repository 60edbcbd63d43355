#include "core/hub/wiping.h"
#include "tests/app/hub/store/storetest.h"

#include <QCryptographicHash>

using namespace hubworld;
using Code = wire::Problem::Code;

using Change = std::function<void(hub::Request &)>;
Q_DECLARE_METATYPE(Change)

/// Who may come in: codes, keys, signatures, clocks; and who may not any more.
class TestHubEntrance : public StoreTest
{
    Q_OBJECT

private slots:
    void aCodeLetsOneDeviceIn()
    {
        const QString code = center->office().makeCode(u"hubin"_s, u"411202"_s, u"001"_s).value();
        Window one(*center), other(*center, u"001"_s, u"B2"_s), elsewhere(*center, u"002"_s);
        QCOMPARE(elsewhere.enrolWith(code).error().code, Code::WrongCode);
        QCOMPARE(one.enrolWith(u"ABCD-EFGH-JKMN-PQRS"_s).error().code, Code::WrongCode);
        const auto enrolled = one.enrolWith(u" "_s + code.toLower() + u"　"_s); // as it was typed
        REQUIRE_ANSWER(enrolled);
        QCOMPARE(enrolled->hall, u"hubin"_s);
        QCOMPARE(enrolled->hubKey, center->key.signing().publicKey());
        QCOMPARE(enrolled->publicUrl, u"https://hub.invalid"_s);
        QCOMPARE(enrolled->windows, QList<people::WindowCard>{one.card().card});
        QCOMPARE(other.enrolWith(code).error().code, Code::WrongCode);
        REQUIRE_ANSWER(one.enrolWith(code)); // the answer was lost
        REQUIRE_ANSWER(one.enrolWith(u"none"_s)); // known by its key
        QCOMPARE(center->office().devices()->size(), 1);
    }

    void aCodeGrowsOld()
    {
        const QString code = center->office().makeCode(u"hubin"_s, u"411202"_s, u"001"_s, 2).value();
        center->clock.time = center->clock.time.addSecs(2 * 3600 + 1);
        Window one(*center);
        QCOMPARE(one.enrolWith(code).error().code, Code::WrongCode);
        QVERIFY(!center->office().makeCode(u"hu bin"_s, u"411202"_s, u"001"_s));
        QVERIFY(!center->office().makeCode(u"hubin"_s, u"41120"_s, u"001"_s));
        QVERIFY(!center->office().makeCode(u"hubin"_s, u"411202"_s, u"0001"_s));
    }

    /// Window code and mark make case numbers unique: no two devices ever have the same.
    void aMarkBelongsToOneDevice()
    {
        Window one(*center), two(*center), three(*center, u"001"_s, u"A2"_s);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        QCOMPARE(two.enrol(u"hubin"_s).error().code, Code::Taken);
        REQUIRE_ANSWER(three.enrol(u"hubin"_s));
        one.beginIncarnation(2);
        one.mark = u"A3"_s;
        REQUIRE_ANSWER(one.enrolWith({u"none"_s}));
        two.mark = u"A1"_s; // the older one is used up as well
        QCOMPARE(two.enrol(u"hubin"_s).error().code, Code::Taken);
        two.mark = u"A3"_s;
        QCOMPARE(two.enrol(u"hubin"_s).error().code, Code::Taken);
        two.mark = u"A4"_s;
        REQUIRE_ANSWER(two.enrol(u"hubin"_s));
    }

    void aKeyBelongsToOneDevice()
    {
        Window one(*center), sameDevice(*center), sameKey(*center, u"001"_s, u"B1"_s);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        sameDevice.writer = one.writer;
        QCOMPARE(sameDevice.enrol(u"hubin"_s).error().code, Code::Taken);
        sameKey.key = one.key;
        QCOMPARE(sameKey.enrol(u"hubin"_s).error().code, Code::Taken);
    }

    void anotherHallNeedsAnotherCode()
    {
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        one.open();
        REQUIRE_ANSWER(one.pushAll());
        const wire::Cursor cursor = one.pull()->next;
        one.windowCode = u"009"_s;
        QCOMPARE(one.enrolWith(u"none"_s).error().code, Code::WrongCode);
        QCOMPARE(one.enrol(u"shanzhou"_s)->hall, u"shanzhou"_s);
        const auto moved = one.pull(cursor); // a cursor of another feed
        REQUIRE_ANSWER(moved);
        QVERIFY(moved->startAgain);
        QVERIFY(one.pullAll().isEmpty());
    }

    void aForgedEnrolmentIsRefused_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("code");
        QTest::newRow("not signed by its key") << u"key"_s << int(Code::BadSignature);
        QTest::newRow("too new a protocol") << u"protocol"_s << int(Code::OldProtocol);
        QTest::newRow("no device") << u"device"_s << int(Code::BadRequest);
        QTest::newRow("a mark of three") << u"mark"_s << int(Code::BadRequest);
        QTest::newRow("no window") << u"window"_s << int(Code::BadRequest);
    }
    void aForgedEnrolmentIsRefused()
    {
        QFETCH(QString, what);
        QFETCH(int, code);
        const Window one(*center);
        wire::Enrolment wish = one.card();
        wish.code = center->office().makeCode(u"hubin"_s, u"411202"_s, u"001"_s).value();
        const auto signer = what == u"key"_s ? people::WindowKey::fromSeed(base::Secret::random(32)) : one.key;
        if (what == u"protocol"_s)
            wish.newest = wish.oldest = 9;
        if (what == u"device"_s)
            wish.writer.device = u"DEVICE"_s;
        if (what == u"mark"_s)
            wish.mark = u"A12"_s;
        if (what == u"window"_s)
            wish.card.window.clear();
        const QByteArray body = wire::toJson(wish, signer.sign(wire::enrolmentPurpose, wire::enrolmentToSign(wish)));
        const hub::Response response
            = center->ask({.method = "POST", .target = "/sync/v1/enrol", .headers = {}, .body = body, .peer = {}});
        QCOMPARE(response.type, QByteArray(wire::problemType));
        QCOMPARE(int(wire::problemFrom(response.body).code), code);
        QVERIFY(center->office().devices()->isEmpty());
    }

    void everyRequestIsSigned_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const Change &change, Code code) { QTest::newRow(name) << change << int(code); };
        const auto header = [](const QByteArray &name, const QByteArray &value) {
            return [=](hub::Request &request) { request.headers.insert(name, value); };
        };
        row("the target", [](hub::Request &request) { request.target += "&most=1"; }, Code::BadSignature);
        row("the method", [](hub::Request &request) { request.method = "PUT"; }, Code::BadSignature);
        row("the body", [](hub::Request &request) { request.body = "x"; }, Code::BadSignature);
        row("the life", header("yichuang-incarnation", "2"), Code::BadSignature);
        row("the time", header("yichuang-time", "1795224601"), Code::BadSignature);
        row("the signature", header("yichuang-signature", QByteArray(86, 'A')), Code::BadSignature);
        row("no signature", header("yichuang-signature", "***"), Code::BadRequest);
        row("another device", header("yichuang-device", freshUuid().toLatin1()), Code::NotEnrolled);
        row("no device", header("yichuang-device", "me"), Code::BadRequest);
        row("no life", header("yichuang-incarnation", "-1"), Code::BadRequest);
        row("no time", header("yichuang-time", "now"), Code::BadRequest);
        row("a newer protocol only", header("yichuang-protocol", "9-8"), Code::OldProtocol);
        row("no protocol", header("yichuang-protocol", "1"), Code::BadRequest);
        row("no headers", [](hub::Request &request) { request.headers.clear(); }, Code::BadRequest);
        row("nowhere", [](hub::Request &request) { request.target = "/sync/v2/pull"; }, Code::Unknown);
        row("a long way", [](hub::Request &request) { request.target += QByteArray(3000, 'x'); }, Code::Unknown);
    }
    void everyRequestIsSigned()
    {
        QFETCH(Change, change);
        QFETCH(int, code);
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        hub::Request request = one.request("GET", "/sync/v1/pull?cursor=0.");
        QCOMPARE(center->ask(request).status, 200);
        change(request);
        const hub::Response response = center->ask(request);
        QCOMPARE(int(wire::problemFrom(response.body).code), code);
        QCOMPARE(response.status, wire::httpStatus(Code(code)));
    }

    void aWrongClockIsToldTheTime_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("a little late") << qint64(290) << true;
        QTest::newRow("a little early") << qint64(-290) << true;
        QTest::newRow("six minutes") << qint64(360) << false;
        QTest::newRow("ten years back") << qint64(10) * 365 * 86400 << false;
        QTest::newRow("ten years ahead") << qint64(-10) * 365 * 86400 << false;
    }
    void aWrongClockIsToldTheTime()
    {
        QFETCH(qint64, seconds);
        QFETCH(bool, accepted);
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        const hub::Request request = one.request("GET", "/sync/v1/library");
        center->clock.time = center->clock.time.addSecs(seconds);
        const hub::Response response = center->ask(request);
        QCOMPARE(response.status == 200, accepted);
        if (!accepted) {
            const wire::Problem problem = wire::problemFrom(response.body);
            QCOMPARE(problem.code, Code::WrongTime);
            QCOMPARE(problem.hubTime, center->clock.now().toUTC());
        }
    }

    /// Sync rule 25: it gets nothing, and nothing of what it sends is lost.
    void aRevokedDeviceMayOnlySend()
    {
        Window one(*center), two(*center, u"002"_s);
        for (Window *window : {&one, &two})
            REQUIRE_ANSWER(window->enrol(u"hubin"_s));
        const QString known = one.open();
        REQUIRE_ANSWER(one.pushAll());
        QVERIFY(center->office().revoke(one.writer.device));
        QVERIFY(!center->office().revoke(freshUuid()));
        one.open({domain::FieldEntered{u"applicant-name"_s, u"测试姓名甲"_s}});
        for (int again = 0; again < 2; ++again) {
            const auto kept = one.push(one.pushOf(1));
            REQUIRE_ANSWER(kept);
            QCOMPARE(kept->acknowledged, 3);
            QCOMPARE(kept->verdicts.constLast().judgement, (domain::Judgement{domain::Standing::Disputed, u"revoked"_s}));
        }
        // Pictures of cases that the hub knows may come, too; none goes out.
        const QByteArray picture = "picture", sha256 = QCryptographicHash::hash(picture, QCryptographicHash::Sha256).toHex();
        const QByteArray place = "/sync/v1/blobs/" + sha256 + "?case=" + known.toLatin1() + "&length=7";
        QCOMPARE(one.ask("HEAD", place).headers.value("Yichuang-Complete"), "false");
        QCOMPARE(one.ask("PUT", place, picture, {{"content-range", "bytes 0-6/7"}}).headers.value("Yichuang-Complete"), "true");
        QCOMPARE(wire::problemFrom(one.ask("GET", place, {}, {{"range", "bytes=0-6"}}).body).code, Code::Revoked);
        QCOMPARE(one.pull().error().code, Code::Revoked);
        for (const char *target : {"/sync/v1/library", "/sync/v1/nothing"})
            QCOMPARE(wire::problemFrom(one.ask("GET", target).body).code, Code::Revoked);
        QCOMPARE(one.enrolWith(u"none"_s).error().code, Code::Revoked);
        QCOMPARE(two.pullAll().size(), 1);
        const auto aside = center->office().aside(10).value();
        QCOMPARE(aside.size(), 2);
        QCOMPARE(aside.first().reason, hub::AsideLine::Reason::Revoked);
        QCOMPARE(center->office().open(aside.first()).value(), one.events[2]);
        QVERIFY(!center->office().clearAside(center->clock.now().addDays(-29)));
        center->clock.time = center->clock.time.addDays(31);
        QCOMPARE(center->office().clearAside(center->clock.now().addDays(-30)).value(), 2);
    }

    /// An order is borne by every answer to its device, good for that answer alone, and its carrying out noted once and for all.
    void anOrderToWipe()
    {
        Window one(*center), two(*center, u"002"_s);
        for (Window *window : {&one, &two})
            REQUIRE_ANSWER(window->enrol(u"hubin"_s));
        const hub::Wiping wiping(center->engine);
        const QString device = one.writer.device;
        QCOMPARE(wiping.order(freshUuid(), u"lost"_s, u"li"_s).error().kind, base::Error::Kind::Missing);
        for (const QString &reason : {QString(), QString(201, u'x'), u"two\nlines"_s})
            QCOMPARE(wiping.order(device, reason, u"li"_s).error().kind, base::Error::Kind::Document);
        QVERIFY(one.ask("GET", "/sync/v1/library").headers.value(wire::wipeHeader).isEmpty());

        // Lifted before it was heard of, nothing has happened.
        const auto lifted = wiping.order(device, u"a slip"_s, u"li"_s);
        QVERIFY(lifted && lifted->revoked);
        QVERIFY(wiping.lift(device, u"li"_s));
        QCOMPARE(wiping.lift(device, u"li"_s).error().kind, base::Error::Kind::Missing);
        REQUIRE_ANSWER(one.pull());

        const auto ordered = wiping.order(device, u"left in a taxi"_s, u"li"_s);
        QVERIFY(ordered && ordered->id != lifted->id);
        QCOMPARE(wiping.order(device, u"again"_s, u"wang"_s)->id, ordered->id);
        one.open();
        const hub::Request push = one.request("POST", "/sync/v1/push", wire::toLines(one.pushOf(0)));
        for (const hub::Request &request : {push, one.request("GET", "/sync/v1/pull"), one.request("GET", "/sync/v1/nothing")}) {
            const hub::Response response = center->ask(request);
            const QByteArray answers = request.headers.value("yichuang-signature");
            const auto wipe = wire::wipeFromHeader(response.headers.value(wire::wipeHeader), answers);
            QVERIFY2(wipe, qPrintable(wipe ? QString() : wipe.error().detail));
            QCOMPARE(wipe->order.id, ordered->id);
            QCOMPARE(wipe->order.device, device);
            QCOMPARE(wipe->order.reason, u"left in a taxi"_s);
            const people::PublicKey &hubKey = center->key.signing().publicKey();
            QVERIFY(people::isSignedBy(hubKey, wire::wipePurpose, wire::wipeToSign(wipe->order, answers), wipe->signature));
            QVERIFY(!people::isSignedBy(hubKey, wire::wipePurpose, wire::wipeToSign(wipe->order, "of another request"), wipe->signature));
        }
        QCOMPARE(center->office().aside(10)->size(), 1);
        QVERIFY(two.ask("GET", "/sync/v1/library").headers.value(wire::wipeHeader).isEmpty());
        QCOMPARE(wiping.lift(device, u"li"_s).error().kind, base::Error::Kind::Document);

        const auto told = [&](const QString &order, const QByteArray &signature) {
            const hub::Response response = center->ask({.method = "POST", .target = "/sync/v1/wiped", .headers = {}, .body = wire::toJson(wire::Wiped{order, device, signature}), .peer = {}});
            return response.status;
        };
        const QByteArray signature = one.key.sign(wire::wipedPurpose, wire::wipedToSign(ordered->id, device));
        QCOMPARE(told(lifted->id, signature), 404);
        QCOMPARE(told(ordered->id, two.key.sign(wire::wipedPurpose, wire::wipedToSign(ordered->id, device))), 401);
        QVERIFY(!wiping.orders()->constFirst().wipedAt.isValid());
        for (int again = 0; again < 2; ++again)
            QCOMPARE(told(ordered->id, signature), 200);
        const QList<hub::WipeLine> orders = wiping.orders().value();
        QCOMPARE(orders.size(), 2);
        QCOMPARE(std::ranges::count_if(orders, [](const hub::WipeLine &line) { return line.wipedAt.isValid(); }), 1);
        const auto check = hub::checkBook(center->engine);
        QVERIFY(check && check->isSound());
        QCOMPARE(check->chained, 2 + 4 + 2 + 1 + 1); // codes, order and revocation and both lifted, order and revocation, heard, wiped
    }

    void aStoreKnowsItsKey()
    {
        center.reset();
        auto store = room->open();
        QVERIFY(store);
        QCOMPARE(hub::settle(**store, hub::HubKey(base::Secret(QByteArray(32, 'x')))).error().kind, base::Error::Kind::Secret);
        QVERIFY(hub::settle(**store, hub::HubKey(base::Secret(QByteArray(32, 'h')))));
    }
};

QTEST_GUILESS_MAIN(TestHubEntrance)
#include "tst_hubentrance.moc"
