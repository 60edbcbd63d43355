#include "core/desk/clockguard.h"
#include "tests/core/desk/hall.h"
#include "tests/support/sampleguide.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using Why = Refusal::Why;

namespace {

class Hub final : public base::HubTime
{
public:
    QDateTime now() const override { return moment; }
    QDateTime moment; ///< null: not heard
};

}

/// A wrong clock of the PC: dated acts wait for a person, the steps of an intake do not.
class TestClockGuard : public QObject
{
    Q_OBJECT

private slots:
    void aClockThatWasSetBackIsAskedAbout()
    {
        Hall hall;
        {
            const auto before = hall.reception->open(newborn(hall));
            QVERIFY(before);
        }
        const QDateTime newest = hall.clock.now();
        hall.clock.set(newest.addSecs(-600));
        desk::ClockGuard guard(hall.profile->journal(), hall.clock); // the program starts with a wrong clock
        QCOMPARE(guard.doubt(), (std::optional(ClockDoubt{ClockDoubt::Kind::BehindRecords, 10})));
        desk::CaseWork::Needs needs = hall.needs();
        needs.guard = &guard;
        desk::Reception reception(needs, hall.shelf);
        const auto work = std::move(*reception.open(newborn(hall)));
        QVERIFY(support::fillIn(*work));
        for (const Plan::MaterialLine &line : QList(work->plan().materials))
            QVERIFY(work->perform(GiveVerdict{line.material.id, {.kind = VerdictKind::OriginalSeen}}));
        const Case before = work->file();
        for (const Command &dated : {Command(FileCase{}), Command(IssueNotice{}), Command(LifeCommand{SubmitApplication{}})}) {
            const desk::Done done = work->perform(dated);
            QVERIFY(!done);
            QCOMPARE(done.error().refusals.value(0).why, Why::ClockInDoubt);
            QCOMPARE(done.error().refusals.value(0).subject, u"10"_s);
        }
        QCOMPARE(work->file(), before);
        guard.confirm();
        QVERIFY(!guard.doubt());
        QVERIFY(work->perform(FileCase{}));
        hall.clock.advance(-200); // and set back once more while the program runs
        QVERIFY(guard.doubt().has_value());
    }

    /// What the hub says is kept with every act, through hash and seal, and is the better witness.
    void theHubsTimeStandsBesideTheLocalOne()
    {
        Hall hall;
        Hub hub;
        desk::ClockGuard guard(hall.profile->journal(), hall.clock, &hub);
        desk::CaseWork::Needs needs = hall.needs();
        needs.guard = &guard;
        needs.hub = &hub;
        desk::Reception reception(needs, hall.shelf);
        const auto work = std::move(*reception.open(newborn(hall))); // not heard yet
        hub.moment = hall.clock.now().addSecs(119).toUTC();
        QVERIFY(work->perform(EnterField{u"applicant-name"_s, u"张三"_s}));
        QVERIFY(!guard.doubt());
        hub.moment = hall.clock.now().addSecs(-420).toUTC();
        QVERIFY(work->perform(EnterField{u"applicant-name"_s, u"李四"_s}));
        QCOMPARE(guard.doubt(), (std::optional(ClockDoubt{ClockDoubt::Kind::OffHub, 7})));
        const QList<Event> events = hall.profile->journal().eventsOf(work->file().id).value();
        QCOMPARE(events.size(), 3);
        QVERIFY(events[0].hubAt.isNull());
        QCOMPARE(events[1].hubAt, events[1].at.addSecs(119));
        QCOMPARE(events[2].hubAt, hub.moment);
        QCOMPARE(hall.profile->journal().verify().value(), 3);
    }

    void aRightClockIsNoBother()
    {
        Hall hall;
        desk::ClockGuard guard(hall.profile->journal(), hall.clock);
        QVERIFY(!guard.doubt());
        desk::CaseWork::Needs needs = hall.needs();
        needs.guard = &guard;
        desk::Reception reception(needs, hall.shelf);
        const auto work = std::move(*reception.open(newborn(hall)));
        hall.clock.advance(3600);
        QVERIFY(support::fillIn(*work) && work->perform(LifeCommand{SubmitApplication{}}));
        QVERIFY(!guard.doubt());
    }
};

QTEST_GUILESS_MAIN(TestClockGuard)
#include "tst_clockguard.moc"
