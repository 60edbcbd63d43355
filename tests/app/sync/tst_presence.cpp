#include "core/desk/hallpresence.h"
#include "tests/app/sync/linkedwindow.h"
#include "tests/app/sync/relay.h"

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000; // milliseconds; the machine of a test may be busy

}

/// Who sits where, over a real hub in a process of its own.
class TestPresence : public QObject
{
    Q_OBJECT

private slots:
    void theBoardHearsOfEveryWindow()
    {
        const QTemporaryDir folder;
        const HubProgram hub(folder.filePath(u"hub"_s));
        Relay relay;
        relay.setHub(hub.port());
        LinkedWindow a(folder.filePath(u"a"_s), u"001"_s), b(folder.filePath(u"b"_s), u"002"_s);
        QVERIFY(a.join(hub, relay.url()) && b.join(hub, relay.url()));
        desk::OnDuty dutyA(a.hall->profile->hall()), dutyB(b.hall->profile->hall());
        dutyA.take({.account = 1, .name = u"wangfang"_s, .called = u"王芳"_s});
        dutyB.take({.account = 2, .name = u"liqiang"_s, .called = u"李强"_s});
        const auto presenceOf = [](LinkedWindow &window, const desk::OnDuty &duty) {
            return desk::HallPresence::Needs{*window.link, window.hall->clock, window.hall->profile->journal().identity().device, duty};
        };
        desk::HallPresence ofA(presenceOf(a, dutyA)), ofB(presenceOf(b, dutyB));
        const QString deviceA = a.hall->profile->journal().identity().device;
        const auto seatOfA = [&] {
            const QList<wire::Seat> seats = ofB.seats();
            const auto seat = std::ranges::find(seats, deviceA, &wire::Seat::device);
            return seat == seats.end() ? wire::Seat() : *seat;
        };
        QCOMPARE(ofB.seats().size(), 1); // itself
        QVERIFY(!ofB.isFresh() && ofB.asOf().isNull());

        const QString number = a.open(u"测试·样例"_s)->file().number;
        ofA.workOn(number);
        ofB.watch(true);
        QVERIFY(QTest::qWaitFor([&] { return seatOfA().presence.caseNumber == number; }, patience));
        QCOMPARE(ofB.seats().size(), 2);
        QCOMPARE(seatOfA().presence.clerk, u"王芳"_s);
        QVERIFY(seatOfA().heard.isValid());
        QVERIFY(ofB.isFresh());

        ofA.workOn({});
        QVERIFY(QTest::qWaitFor([&] { return seatOfA().presence.caseNumber.isEmpty(); }, patience));

        // The cable is out: what was heard stays, and is no news any more.
        relay.pullOut();
        b.hall->clock.set(b.hall->clock.now().addSecs(60));
        QVERIFY(!ofB.isFresh());
        QVERIFY(ofB.asOf().isValid());
        QCOMPARE(ofB.seats().size(), 2);
        relay.plugIn();
        b.link->retry();
        QVERIFY(QTest::qWaitFor([&] { return ofB.isFresh(); }, patience));
        ofB.watch(false);
    }
};

QTEST_GUILESS_MAIN(TestPresence)
#include "tst_presence.moc"
