#include "core/domain/oversightrules.h"
#include "core/domain/posts.h"
#include "tests/core/domain/phases.h"

#include <QJsonDocument>

using namespace domain;
using namespace Qt::StringLiterals;
using namespace phases;
using Why = Refusal::Why;

namespace {

/// What a supervisor says of a delay, in a row of steps.
struct Step {
    LifeCommand command;
    std::optional<Why> why = {}; ///< nothing: it is done
};

ExplainDelay explained(const QString &of, const QString &id = u"d1"_s)
{
    return {id, of, u"专家出差"_s};
}

}

Q_DECLARE_METATYPE(Step)

/// What supervisors do about a case, and who may.
class TestOversight : public QObject
{
    Q_OBJECT

private slots:
    void whatIsLate_data()
    {
        QTest::addColumn<Phase>("phase");
        QTest::addColumn<int>("days"); ///< later
        QTest::addColumn<QStringList>("late");
        QTest::newRow("filed, the same moment") << Phase::Filed << 0 << QStringList{};
        QTest::newRow("filed, the push is late") << Phase::Filed << 2 << QStringList{QString()};
        QTest::newRow("accepted in time") << Phase::Accepted << 3 << QStringList{};
        QTest::newRow("accepted, the promise is over") << Phase::Accepted << 30 << QStringList{QString(), item};
        QTest::newRow("paused, nobody knows when it ends") << Phase::Paused << 30 << QStringList{};
        QTest::newRow("decided in time, however long ago") << Phase::Decided << 30 << QStringList{};
    }
    void whatIsLate()
    {
        QFETCH(Phase, phase);
        QFETCH(int, days);
        QFETCH(QStringList, late);
        Sitting sitting = readyToFile(false);
        sitting.now = QDateTime(QDate(2026, 3, 5), QTime(9, 30));
        proceed(sitting, phase);
        QCOMPARE(lateItems(sitting.file, sitting.guide, sitting.rules, sitting.now.addDays(days)), late);
    }

    void inARow_data()
    {
        QTest::addColumn<QList<Step>>("steps");
        const RuleOnDelay approved{u"d1"_s, true, {}};
        const RuleOnDelay rejected{u"d1"_s, false, u"理由不成立"_s};
        const OrderRecheck check{u"c1"_s, u"lease"_s, u"印章不清"_s};
        const RemindDepartment urge{u"r1"_s, item, u"请抓紧"_s};
        QTest::newRow("a delay is explained and approved once")
            << QList<Step>{{explained(item)}, {approved}, {approved, Why::AlreadyDone}};
        QTest::newRow("explained twice while one waits") << QList<Step>{{explained(item)}, {explained(item, u"d2"_s), Why::AlreadyDone}};
        QTest::newRow("the case and its item are two") << QList<Step>{{explained(item)}, {explained({}, u"d2"_s)}};
        QTest::newRow("not approved: why is said, and there may be another reason")
            << QList<Step>{{explained(item)},
                           {RuleOnDelay{u"d1"_s, false, u" "_s}, Why::ReasonMissing},
                           {rejected},
                           {explained(item, u"d2"_s)},
                           {RuleOnDelay{u"d2"_s, true, u"属实"_s}}};
        QTest::newRow("a delay without words") << QList<Step>{{ExplainDelay{u"d1"_s, item, u"\t"_s}, Why::ReasonMissing}};
        QTest::newRow("a delay of what was not applied for") << QList<Step>{{explained(u"fire"_s), Why::UnknownItem}};
        QTest::newRow("re-check: one at a time")
            << QList<Step>{{check},
                           {OrderRecheck{u"c2"_s, u"lease"_s, u"再看"_s}, Why::AlreadyDone},
                           {OrderRecheck{u"c2"_s, u"licence"_s, u"再看"_s}},
                           {RecordRecheck{u"c1"_s, true, {}}},
                           {RecordRecheck{u"c1"_s, true, {}}, Why::AlreadyDone},
                           {OrderRecheck{u"c3"_s, u"lease"_s, u"再看"_s}}};
        QTest::newRow("re-check: what is wrong is said")
            << QList<Step>{{check}, {RecordRecheck{u"c1"_s, false, {}}, Why::ReasonMissing}, {RecordRecheck{u"c1"_s, false, u"过期"_s}}};
        QTest::newRow("re-check of what is not asked for")
            << QList<Step>{{OrderRecheck{u"c1"_s, u"floor-plan"_s, u"看"_s}, Why::UnknownMaterial}};
        QTest::newRow("nothing was promised") << QList<Step>{{RecordBrokenPromise{u"lease"_s, u"核查不实"_s}, Why::NotCommitted}};
        QTest::newRow("a promise about what is not asked for")
            << QList<Step>{{RecordBrokenPromise{u"floor-plan"_s, u"核查不实"_s}, Why::UnknownMaterial}};
        QTest::newRow("urged more than once, each confirmed once")
            << QList<Step>{{urge},
                           {RemindDepartment{u"r2"_s, item, u"再催"_s}},
                           {ConfirmReminder{u"r1"_s, u"今天办"_s}},
                           {ConfirmReminder{u"r1"_s, {}}, Why::AlreadyDone},
                           {ConfirmReminder{u"r2"_s, {}}}};
        QTest::newRow("urged without words") << QList<Step>{{RemindDepartment{u"r1"_s, item, {}}, Why::ReasonMissing}};
    }
    /// On an item that was accepted, its promise over.
    void inARow()
    {
        QFETCH(QList<Step>, steps);
        Sitting sitting = readyToFile(false);
        sitting.now = QDateTime(QDate(2026, 3, 5), QTime(9, 30));
        proceed(sitting, Phase::Accepted);
        sitting.now = sitting.now.addDays(30);
        for (qsizetype i = 0; i < steps.size(); ++i) {
            const Case before = sitting.file;
            const bool done = sitting.perform(steps[i].command);
            QVERIFY2(done == !steps[i].why, qPrintable(QString::number(i)));
            if (steps[i].why) {
                QVERIFY2(sitting.refusedBecause(*steps[i].why), qPrintable(QString::number(i)));
                QCOMPARE(sitting.file, before);
            }
        }
    }

    void whoSaidWhatIsKept()
    {
        Sitting sitting = readyToFile(false);
        proceed(sitting, Phase::Pushed);
        QVERIFY(sitting.perform(LifeCommand{RemindDepartment{u"r1"_s, item, u"请抓紧"_s}}));
        const QDateTime urged = sitting.now;
        sitting.now = sitting.now.addSecs(600);
        QVERIFY(sitting.perform(LifeCommand{ConfirmReminder{u"r1"_s, u"今天办"_s}}));
        const Reminder expected{u"r1"_s, item, u"请抓紧"_s, urged, u"王芳"_s, sitting.now, u"王芳"_s, u"今天办"_s};
        QCOMPARE(sitting.file.life.reminders, QList<Reminder>{expected});
    }

    void aLookAtANumberKeepsNoNumber()
    {
        Sitting sitting = readyToFile(false);
        const QList<HiddenNumber> numbers = hiddenNumbers(sitting.file, sitting.plan());
        QCOMPARE(numbers.size(), 1);
        QCOMPARE(numbers[0].value, u"41030219900307001X"_s);
        QVERIFY(sitting.perform(LifeCommand{RecordNumberLook{numbers[0].id, u"电话核对"_s}}));
        QCOMPARE(sitting.file.life.numberLooks,
                 (QList<NumberLook>{{u"applicant-id"_s, u"电话核对"_s, sitting.now, u"王芳"_s}}));
        QVERIFY(!QString::fromUtf8(QJsonDocument(toJson(sitting.events.last().fact)).toJson()).contains(numbers[0].value));
    }

    void whoMayDoIt_data()
    {
        QTest::addColumn<Command>("command");
        QTest::addColumn<bool>("clerk");
        QTest::addColumn<bool>("supervisor");
        const auto row = [](const char *name, const Command &command, bool clerk) { QTest::newRow(name) << command << clerk << true; };
        row("assign", AssignCase{u"d"_s, u"3"_s}, false);
        row("pick one of two values", ClearConflict{u"field"_s, true, {}}, true);
        row("decide between two acts", ClearConflict{u"step"_s, true, {}}, false);
        row("explain a delay", LifeCommand{explained(item)}, true);
        row("rule on a delay", LifeCommand{RuleOnDelay{}}, false);
        row("order a re-check", LifeCommand{OrderRecheck{}}, false);
        row("record a re-check", LifeCommand{RecordRecheck{}}, true);
        row("record a broken promise", LifeCommand{RecordBrokenPromise{}}, true);
        row("urge", LifeCommand{RemindDepartment{}}, false);
        row("see a number", LifeCommand{RecordNumberLook{}}, false);
        row("file", FileCase{}, true);
        row("decide an item", LifeCommand{DecideItem{}}, true);
    }
    void whoMayDoIt()
    {
        QFETCH(Command, command);
        Case file;
        file.conflicts = {{.id = u"field"_s, .kind = Conflict::Kind::Field}, {.id = u"step"_s, .kind = Conflict::Kind::Step}};
        const std::optional<Duty> duty = dutyOf(command, file);
        const auto may = [&](Post post) { return !duty || mayDo(post, *duty); };
        QTEST(may(Post::Clerk), "clerk");
        QTEST(may(Post::IssuanceClerk), "clerk");
        QTEST(may(Post::Supervisor), "supervisor");
    }
};

QTEST_GUILESS_MAIN(TestOversight)
#include "tst_oversight.moc"
