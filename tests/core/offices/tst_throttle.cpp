#include "core/offices/throttle.h"

#include <QTest>

namespace {

class SetClock final : public base::Clock
{
public:
    QDateTime now() const override { return time; }
    QDateTime time{QDate(2026, 11, 21), QTime(9, 0), Qt::UTC};
};

}

class TestThrottle final : public QObject
{
    Q_OBJECT

private slots:
    void soManyWithinASpan()
    {
        SetClock clock;
        offices::Throttle throttle(clock, 3, 600);
        QCOMPARE(throttle.wait("a"), 0);
        clock.time = clock.time.addSecs(100);
        QCOMPARE(throttle.wait("a"), 0);
        QCOMPARE(throttle.wait("a"), 0);
        QCOMPARE(throttle.wouldWait("a"), 500);
        QCOMPARE(throttle.wait("a"), 500);
        QCOMPARE(throttle.wait("b"), 0); // another one is another matter
        QCOMPARE(throttle.wouldWait("c"), 0);
        clock.time = clock.time.addSecs(499);
        QCOMPARE(throttle.wait("a"), 1);
        clock.time = clock.time.addSecs(1);
        QCOMPARE(throttle.wait("a"), 0); // what was refused did not count
        QCOMPARE(throttle.wait("a"), 100);
    }

    void aClockThatWasSetBackLocksNobodyOut()
    {
        SetClock clock;
        offices::Throttle throttle(clock, 1, 600);
        QCOMPARE(throttle.wait("a"), 0);
        clock.time = clock.time.addDays(-3);
        QCOMPARE(throttle.wait("a"), 0);
        QCOMPARE(throttle.wait("a"), 600);
    }

    void memoryIsBounded()
    {
        SetClock clock;
        offices::Throttle throttle(clock, 1, 600);
        for (int i = 0; i < int(offices::Throttle::mostKeys); ++i)
            throttle.wait(QByteArray::number(i));
        clock.time = clock.time.addSecs(1);
        QCOMPARE(throttle.wait("late"), 0);
        QCOMPARE(throttle.wait("late"), 600);
        QCOMPARE(throttle.wait("0"), 0); // forgotten, and so let in again
    }

    void networks_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<QByteArray>("network");
        QTest::newRow("IPv4") << QByteArray("203.0.113.7") << QByteArray("203.0.113.7");
        QTest::newRow("IPv6 in full") << QByteArray("2001:db8:1:2:3:4:5:6") << QByteArray("2001:db8:1:2::/64");
        QTest::newRow("gap behind the network") << QByteArray("2001:db8:1:2::6") << QByteArray("2001:db8:1:2::/64");
        QTest::newRow("gap inside the network") << QByteArray("2001:DB8::6") << QByteArray("2001:db8:0:0::/64");
        QTest::newRow("loopback") << QByteArray("::1") << QByteArray("0:0:0:0::/64");
        QTest::newRow("with a zone") << QByteArray("fe80::1%eth0") << QByteArray("fe80:0:0:0::/64");
        QTest::newRow("IPv4 in IPv6") << QByteArray("::ffff:203.0.113.7") << QByteArray("::ffff:203.0.113.7");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }
    void networks()
    {
        QFETCH(QByteArray, address);
        QTEST(offices::networkOf(address), "network");
    }
};

QTEST_APPLESS_MAIN(TestThrottle)
#include "tst_throttle.moc"
