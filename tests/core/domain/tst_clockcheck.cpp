#include "core/domain/clockcheck.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using domain::ClockDoubt;
using Kind = domain::ClockDoubt::Kind;

class TestClockCheck : public QObject
{
    Q_OBJECT

private slots:
    void doubts_data()
    {
        QTest::addColumn<QString>("wall");
        QTest::addColumn<QString>("newest");
        QTest::addColumn<int>("hubAhead"); // seconds; 99999: no hub
        QTest::addColumn<QString>("doubt");
        const auto row = [](const char *name, const char *wall, const char *newest, int hubAhead, const char *doubt) {
            QTest::newRow(name) << QString::fromLatin1(wall) << QString::fromLatin1(newest) << hubAhead << QString::fromLatin1(doubt);
        };
        constexpr int noHub = 99'999;
        row("a new PC", "2026-11-21T09:00:00+08:00", "", noHub, "");
        row("a moment after the newest record", "2026-11-21T09:00:01+08:00", "2026-11-21T09:00:00+08:00", noHub, "");
        row("two minutes behind", "2026-11-21T08:58:00+08:00", "2026-11-21T09:00:00+08:00", noHub, "");
        row("a second more", "2026-11-21T08:57:59+08:00", "2026-11-21T09:00:00+08:00", noHub, "behind 2");
        row("set back by a year", "2025-11-21T09:00:00+08:00", "2026-11-21T09:00:00+08:00", noHub, "behind 525600");
        row("after the longest holiday", "2026-02-24T08:30:00+08:00", "2026-02-14T17:30:00+08:00", noHub, "");
        row("31 days later", "2026-12-22T09:00:00+08:00", "2026-11-21T09:00:00+08:00", noHub, "");
        row("longer", "2026-12-22T09:00:01+08:00", "2026-11-21T09:00:00+08:00", noHub, "ahead 44640");
        row("the same moment in another zone", "2026-11-21T01:00:00+00:00", "2026-11-21T09:00:00+08:00", noHub, "");
        row("the zone was set wrong, the hour was not", "2026-11-21T09:00:00+09:00", "2026-11-21T09:00:00+08:00", noHub, "behind 60");
        row("the hub agrees", "2026-11-21T09:00:00+08:00", "2026-11-21T08:00:00+08:00", 120, "");
        row("the hub is ahead", "2026-11-21T09:00:00+08:00", "2026-11-21T08:00:00+08:00", 181, "hub 3");
        row("the hub is behind", "2026-11-21T09:00:00+08:00", "2026-11-21T08:00:00+08:00", -600, "hub 10");
        row("the hub knows better than old records", "2026-11-21T08:00:00+08:00", "2026-11-21T09:00:00+08:00", 0, "");
    }
    void doubts()
    {
        QFETCH(QString, wall);
        QFETCH(QString, newest);
        QFETCH(int, hubAhead);
        const auto moment = [](const QString &text) { return QDateTime::fromString(text, Qt::ISODate); };
        const std::optional<ClockDoubt> doubt
            = domain::doubtOf({moment(wall), moment(newest), hubAhead == 99'999 ? std::nullopt : std::optional<qint64>(hubAhead)});
        const QStringList words{u"behind"_s, u"ahead"_s, u"hub"_s};
        QTEST(doubt ? words[int(doubt->kind)] + u' ' + QString::number(doubt->minutes) : QString(), "doubt");
    }

    /// China had summer time until 1991, other zones still do: an hour that comes twice is no clock that was set back.
    void aChangeOfTheOffsetIsNoDoubt()
    {
        const QTimeZone berlin("Europe/Berlin");
        const QDateTime before(QDate(2026, 10, 25), QTime(0, 30), QTimeZone::utc()); // 02:30 in summer time
        const QDateTime after = before.addSecs(3600); // 02:30 once more
        QCOMPARE(before.toTimeZone(berlin).time(), after.toTimeZone(berlin).time());
        QVERIFY(!domain::doubtOf({after.toTimeZone(berlin), before.toTimeZone(berlin), {}}));
        QVERIFY(domain::doubtOf({before.toTimeZone(berlin), after.toTimeZone(berlin), {}}).has_value());
    }
};

QTEST_GUILESS_MAIN(TestClockCheck)
#include "tst_clockcheck.moc"
