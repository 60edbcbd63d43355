#include "core/desk/hallboard.h"
#include "core/desk/hallfeed.h"
#include "core/desk/hublink.h"
#include "core/desk/oversight.h"
#include "core/journal/envelope.h"
#include "core/sync/line.h"
#include "tests/core/desk/feedentries.h"
#include "tests/support/filing.h"
#include "tests/support/office.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using journal::FeedEntry;

namespace {

const QString otherDevice = u"7d0c2f2e-64a5-4dd4-8f3c-6b8b4d8a5b11"_s;

/// What another window wrote on the case of \a work, having seen its opening only.
FeedEntry ofAnother(const Hall &hall, const desk::CaseWork &work, const Fact &fact)
{
    const journal::Envelope envelope{.caseId = work.file().id,
                                     .device = otherDevice,
                                     .incarnation = 1,
                                     .seq = 1,
                                     .prev = journal::Hash(journal::hashSize, '\0'),
                                     .parents = {hall.profile->journal().historyOf(work.file().id)->first().id},
                                     .guideVersion = work.file().guide.version,
                                     .event = {hall.clock.now(), u"窗口人员乙"_s, fact}};
    return {.hubSeq = 2, .bytes = journal::canonicalBytes(envelope)};
}

/// The board of a window that belongs to no hub.
struct Board {
    explicit Board(Office &office) :
        link({.profileFolder = office.profileFolder,
              .profileKey = office.profile->keys().profile,
              .windowKey = office.profile->keys().window,
              .journal = office.profile->journal(),
              .hall = office.profile->hall(),
              .program = u"test"_s,
              .line = {}}),
        presence({link, office.clock, office.profile->journal().identity().device, duty}),
        board({office.profile->journal(), office.shelf, office.clock, link, presence})
    {
    }

    desk::HubLink link;
    const desk::OnDuty duty{base::HallSettings{.windowName = u"综合窗口1"_s, .clerk = u"王芳"_s}};
    desk::HallPresence presence;
    desk::HallBoard board;
};

}

/// What a supervisor does over many cases, and what the board shows.
class TestSupervising : public QObject
{
    Q_OBJECT

private slots:
    void casesAreGivenToAnotherWindow()
    {
        Office office;
        const QString own = office.profile->journal().identity().device;
        const auto one = office.open(u"测试一"_s), two = office.open(u"测试二"_s);
        desk::Oversight oversight(*office.reception, office.profile->journal());
        const QSignalSpy acted(&oversight, &desk::Oversight::acted);
        const auto outcome = oversight.assign({one->file().id, u"no-such-case"_s, two->file().id}, otherDevice, u"综合窗口2"_s);
        QCOMPARE(outcome.done, 2);
        QCOMPARE(outcome.undone.size(), 1);
        QCOMPARE(outcome.undone[0].first, u"no-such-case"_s);
        QCOMPARE(acted.size(), 2);
        for (const QString &id : {one->file().id, two->file().id})
            QCOMPARE((*office.reception->resume(id))->file().holder, otherDevice);
        QCOMPARE(oversight.assign({one->file().id}, u"no device"_s, u"综合窗口3"_s).done, 0);
        QCOMPARE(oversight.assign({one->file().id}, own, u"综合窗口1"_s).done, 1); // taken back
        QCOMPARE((*office.reception->resume(one->file().id))->file().holder, own);
    }

    void contradictionsStandSideBySide()
    {
        Office office;
        const auto opened = office.reception->open(newborn(office));
        QVERIFY(opened.has_value());
        desk::CaseWork &work = **opened;
        QVERIFY(work.perform(EnterField{u"applicant-name"_s, u"张三"_s}));
        desk::Oversight oversight(*office.reception, office.profile->journal());
        QVERIFY(oversight.contradictions(10)->isEmpty());
        desk::HallFeed feed(office.profile->journal());
        const QSignalSpy taken(&feed, &desk::HallFeed::taken);
        feed.take({openingOf(office, work), ofAnother(office, work, FieldEntered{u"applicant-name"_s, u"李四"_s})}, {2, "c"}, office.clock.now());
        QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 1, 20'000);

        const auto all = oversight.contradictions(10);
        QVERIFY(all && all->size() == 1);
        const desk::Contradiction &one = all->first();
        QCOMPARE(one.number, work.file().number);
        QCOMPARE(one.conflict.shown, u"李四"_s); // the hub has placed it first
        QVERIFY(one.earlier && one.later && !one.laterCounts);
        QCOMPARE(one.earlier->actor, u"窗口人员乙"_s);
        QCOMPARE(one.earlierDevice, otherDevice);
        QCOMPARE(one.laterDevice, office.profile->journal().identity().device);
        QVERIFY(one.later->fact == Fact(FieldEntered{u"applicant-name"_s, u"张三"_s}));

        QVERIFY(!oversight.settle(one.caseId, {u"none"_s, true, {}}));
        QVERIFY(oversight.settle(one.caseId, {one.conflict.id, true, u"本人到场确认"_s}));
        QVERIFY(oversight.contradictions(10)->isEmpty());
        QCOMPARE((*office.reception->resume(one.caseId))->file().fields.value(u"applicant-name"_s), u"张三"_s);
    }

    void whatTurnsNext_data()
    {
        QTest::addColumn<int>("amber"); ///< minutes from now
        QTest::addColumn<int>("red");
        QTest::addColumn<int>("due");
        QTest::addColumn<int>("becomes"); ///< -1: nothing
        QTest::addColumn<int>("in"); ///< minutes
        const auto row = [](const char *name, int amber, int red, int due, int becomes, int in) {
            QTest::newRow(name) << amber << red << due << becomes << in;
        };
        row("all far away", 100, 200, 300, -1, 0);
        row("amber within the hour", 30, 90, 120, int(Urgency::Amber), 30);
        row("the first of several", 10, 20, 30, int(Urgency::Amber), 10);
        row("amber long since, red soon", -10, 59, 120, int(Urgency::Red), 59);
        row("red at the last moment of the hour", -10, 60, 120, int(Urgency::Red), 60);
        row("a minute later", -10, 61, 120, -1, 0);
        row("red, over soon", -60, -30, 5, int(Urgency::Overdue), 5);
        row("over already", -60, -30, -1, -1, 0);
    }
    void whatTurnsNext()
    {
        QFETCH(int, amber);
        QFETCH(int, red);
        QFETCH(int, due);
        QFETCH(int, becomes);
        QFETCH(int, in);
        const QDateTime now(QDate(2026, 3, 5), QTime(10, 0));
        Task task;
        task.amberFrom = now.addSecs(amber * 60);
        task.redFrom = now.addSecs(red * 60);
        task.due = now.addSecs(due * 60);
        const auto turn = desk::nextTurn(task, now, 3600);
        QCOMPARE(turn ? int(turn->first) : -1, becomes);
        if (turn)
            QCOMPARE(turn->second, now.addSecs(in * 60));
        QVERIFY(!desk::nextTurn({}, now, 3600));
    }

    /// Filed at 9:30: amber at 10:30, red at 11:00, over at 11:30.
    void theBoardOfThisPc_data()
    {
        QTest::addColumn<QTime>("at");
        QTest::addColumn<int>("becomes"); ///< of the push; -1: it does not turn
        QTest::newRow("not within the hour") << QTime(9, 29, 59) << -1;
        QTest::newRow("amber in half an hour") << QTime(10, 0) << int(Urgency::Amber);
        QTest::newRow("red in a quarter") << QTime(10, 45) << int(Urgency::Red);
        QTest::newRow("late in ten minutes") << QTime(11, 20) << int(Urgency::Overdue);
        QTest::newRow("late") << QTime(11, 31) << -1;
    }
    void theBoardOfThisPc()
    {
        QFETCH(QTime, at);
        QFETCH(int, becomes);
        Office office;
        const auto work = office.open(u"测试·样例"_s);
        support::file(*work);
        Board board(office);
        board.presence.workOn(work->file().number);
        office.clock.set(QDateTime(QDate(2026, 3, 5), at));
        const auto view = board.board.look();
        QVERIFY(view.has_value());
        const auto push = std::ranges::find(view->turns, Task::Kind::Scan, [](const desk::BoardTurn &turn) { return turn.task.kind; });
        QCOMPARE(push == view->turns.end() ? -1 : int(push->becomes), becomes);
        if (becomes >= 0)
            QCOMPARE(push->number, work->file().number);
        QVERIFY(!view->hasHub && !view->isFresh && view->asOf.isNull() && !view->ratings);
        QCOMPARE(view->seats.size(), 1);
        QCOMPARE(view->seats[0].window, u"综合窗口1"_s);
        QCOMPARE(view->seats[0].presence.caseNumber, work->file().number);
        QVERIFY(view->tasks[size_t(Urgency::Green)] + view->tasks[size_t(Urgency::Amber)] + view->tasks[size_t(Urgency::Red)]
                    + view->tasks[size_t(Urgency::Overdue)]
                > 0);
    }

    void ordersOfASupervisorShowOnTheBoard()
    {
        Office office;
        const auto work = office.open(u"测试·样例"_s);
        support::file(*work);
        Board board(office);
        QCOMPARE(board.board.look()->rechecks, 0);
        support::must(*work, OrderRecheck{u"c1"_s, work->plan().materials.front().material.id, u"印章不清"_s});
        office.clock.set(QDateTime(QDate(2026, 3, 6), QTime(9, 0)));
        support::must(*work, ExplainDelay{u"d1"_s, {}, u"系统升级"_s});
        const auto view = board.board.look();
        QCOMPARE(view->rechecks, 1);
        QCOMPARE(view->delays, 1);
        QCOMPARE(view->contradictions, 0);
        support::must(*work, RecordRecheck{u"c1"_s, true, {}});
        support::must(*work, RuleOnDelay{u"d1"_s, true, {}});
        QCOMPARE(board.board.look()->rechecks + board.board.look()->delays, 0);
    }
};

QTEST_GUILESS_MAIN(TestSupervising)
#include "tst_supervising.moc"
