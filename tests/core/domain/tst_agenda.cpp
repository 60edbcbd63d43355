#include "core/domain/agenda.h"
#include "tests/support/sampleguide.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using Kind = Task::Kind;
using support::Sitting;

namespace {

const QString shop = u"rented"_s; // 5 working days
const QString fire = u"fire"_s; // waits for the shop's licence; 1 working day

QDateTime moment(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

/// One act of a script: when, what. Thursday 2026-03-05 onwards there is no holiday until April.
struct Act {
    const char *at;
    Command command;
};

LifeCommand decided(const QString &item, bool physical = true)
{
    return DecideItem{item, {.granted = true, .certificate = u"1号"_s, .eLicence = {}, .physical = physical, .reason = {}}};
}

LifeCommand delivered(const QStringList &items)
{
    return DeliverItems{items,
                        {.at = {}, .way = Collection::Window, .collector = u"张三"_s, .relation = u"本人"_s, .identity = {},
                         .signedFor = true, .tracking = {}, .clerk = {}}};
}

LifeCommand told(Contact::About about)
{
    return TellCitizen{about, Contact::Way::Phone, {}};
}

bool play(Sitting &sitting, const QList<Act> &acts)
{
    for (const Act &act : acts) {
        sitting.now = moment(QLatin1String(act.at));
        if (!sitting.perform(act.command)) {
            qWarning("%s: refused, %d", act.at, int(sitting.refusals.value(0).why));
            return false;
        }
    }
    return true;
}

/// Ready to be filed, opened on \a day at nine; both items, or only the shop's.
Sitting atTheWindow(bool withFire, const QString &day = u"2026-03-05"_s)
{
    Sitting sitting;
    sitting.now = moment(day + u"T09:00:00"_s);
    sitting.open();
    sitting.perform(AnswerSituation{u"premises"_s, u"rented"_s});
    sitting.perform(AnswerSituation{u"landlord"_s, u"person"_s});
    sitting.perform(AnswerSituation{u"area"_s, u"80"_s});
    sitting.perform(EnterField{u"applicant-name"_s, u"张𬭚"_s});
    sitting.perform(EnterField{u"applicant-id"_s, u"41030219900307001X"_s});
    if (withFire)
        sitting.perform(ChoosePath{fire, u"commitment"_s});
    else
        sitting.perform(DropItem{fire});
    sitting.perform(GiveVerdict{u"licence"_s, {.kind = VerdictKind::OriginalSeen}});
    sitting.perform(GiveVerdict{u"lease"_s, {.kind = VerdictKind::OriginalSeen}});
    return sitting;
}

const char *const names[] = {"intake",   "online",     "scan",     "push",   "paper",   "accept",  "decide", "supplement",
                             "review",   "tell-accept", "tell-refuse", "tell-result", "receive", "deliver", "proof",  "archive",
                             "tell-again", "remind", "end-deferral", "give-back", "conflict", "recheck", "rule"};
static_assert(std::size(names) == taskKinds);

/// “kind[:subject][ due][>shown from]” of every task, “~” where others must act, “!” provisional, “=” paused.
QStringList agenda(const Sitting &sitting)
{
    QStringList lines;
    for (const Task &task : agendaOf(sitting.file, sitting.guide, sitting.rules, sitting.hall)) {
        QString line = QLatin1String(names[int(task.kind)]);
        if (!task.subjectId.isEmpty())
            line += u':' + task.subjectId;
        if (task.due.isValid())
            line += u' ' + task.due.toString(u"MM-dd HH:mm"_s);
        if (task.shownFrom.isValid())
            line += u'>' + task.shownFrom.toString(u"MM-dd HH:mm"_s);
        lines << line + (task.waitsForOthers ? u"~"_s : QString()) + (task.provisional ? u"!"_s : QString())
                + (task.paused ? u"="_s : QString());
    }
    return lines;
}

const QList<Act> pushed{{"2026-03-05T09:30:00", FileCase{}},
                        {"2026-03-05T09:40:00", LifeCommand{CompleteScans{3}}},
                        {"2026-03-05T09:50:00", LifeCommand{PushToDepartments{}}},
                        {"2026-03-05T10:00:00", LifeCommand{HandOverPaper{u"李四"_s}}}};
const QList<Act> accepted = pushed
    + QList<Act>{{"2026-03-06T09:00:00", LifeCommand{AcceptItem{shop, {}, false}}},
                 {"2026-03-06T09:05:00", LifeCommand{told(Contact::About::Acceptance)}}};
const QList<Act> arrived = accepted
    + QList<Act>{{"2026-03-10T09:00:00", LifeCommand{decided(shop)}},
                 {"2026-03-11T09:00:00", LifeCommand{ReceiveResult{shop, u"A3"_s, {}}}}};

}

/// What is to be done next, from intake to archive.
class TestAgenda : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNext_data();
    void whatIsNext();
    void deferredMaterial();
    void reminders_data();
    void reminders();
    void papersToGiveBack_data();
    void papersToGiveBack();
    void acceptanceAtTheWindowIsOurs();
    void withoutACalendar();
    void turnsOfUrgency_data();
    void turnsOfUrgency();
    void whatIsOverNeedsNothing();
    void theLawsLimitStandsBesideThePromise();
    void aClockThatWasTurnedBack();
};

void TestAgenda::whatIsNext_data()
{
    QTest::addColumn<bool>("withFire");
    QTest::addColumn<QList<Act>>("acts");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, bool withFire, const QList<Act> &acts, const QStringList &expected) {
        QTest::newRow(name) << withFire << acts << expected;
    };
    const Act chosenSeparately{"2026-03-05T09:20:00", LifeCommand{ChooseCollection{{false, Collection::Window, {}}}}};

    row("being taken in: five working days", false, {}, {u"intake 03-12 23:59"_s});
    row("sent in online: two hours of office time", false, {{"2026-03-05T11:30:00", LifeCommand{SubmitApplication{}}}},
        {u"online 03-05 15:30"_s});
    row("answered by a notice: the applicant is to act", false,
        {{"2026-03-05T11:30:00", LifeCommand{SubmitApplication{}}},
         {"2026-03-05T11:40:00", GiveVerdict{u"lease"_s, {.kind = VerdictKind::Missing}}},
         {"2026-03-05T11:50:00", IssueNotice{}}},
        {u"intake~"_s});
    row("sent in again: another two hours", false,
        {{"2026-03-05T11:30:00", LifeCommand{SubmitApplication{}}},
         {"2026-03-05T11:40:00", GiveVerdict{u"lease"_s, {.kind = VerdictKind::Missing}}},
         {"2026-03-05T11:50:00", IssueNotice{}},
         {"2026-03-07T20:00:00", LifeCommand{SubmitApplication{}}}}, // a Saturday
        {u"online 03-09 10:30"_s});
    row("filed late in the afternoon", false, {{"2026-03-05T17:00:00", FileCase{}}},
        {u"scan 03-06 10:00"_s, u"paper 03-06 10:00"_s, u"accept:rented 03-09 23:59~"_s});
    row("scanned", false, {{"2026-03-05T09:30:00", FileCase{}}, {"2026-03-05T09:40:00", LifeCommand{CompleteScans{1}}}},
        {u"push 03-05 11:30"_s, u"paper 03-05 11:30"_s, u"accept:rented 03-06 23:59~"_s});
    row("pushed: one working day, over the weekend", true,
        {{"2026-03-06T16:00:00", FileCase{}},
         {"2026-03-06T16:10:00", LifeCommand{CompleteScans{1}}},
         {"2026-03-06T16:20:00", LifeCommand{PushToDepartments{}}},
         {"2026-03-06T16:30:00", LifeCommand{HandOverPaper{u"李四"_s}}}},
        {u"accept:rented 03-09 23:59~"_s, u"accept:fire 03-09 23:59~"_s});
    row("accepted: the citizen is told", false, pushed + QList<Act>{{"2026-03-06T09:00:00", LifeCommand{AcceptItem{shop, {}, false}}}},
        {u"tell-accept:rented 03-09 23:59"_s, u"decide:rented 03-13 23:59~"_s});
    row("what waits for another item counts after it", true,
        accepted + QList<Act>{{"2026-03-09T09:00:00", LifeCommand{AcceptItem{fire, {}, false}}},
                              {"2026-03-09T09:10:00", LifeCommand{told(Contact::About::Acceptance)}}},
        {u"decide:rented 03-13 23:59~"_s, u"decide:fire 03-17 23:59~"_s});
    row("paused: no end, for what waits for it neither", true,
        accepted + QList<Act>{{"2026-03-06T09:10:00", LifeCommand{AcceptItem{fire, {}, false}}},
                              {"2026-03-06T09:20:00", LifeCommand{told(Contact::About::Acceptance)}},
                              {"2026-03-09T09:00:00", LifeCommand{PauseClock{shop, u"检测"_s}}}},
        {u"decide:rented~="_s, u"decide:fire~="_s});
    row("two pauses over three working days and a weekend", true,
        accepted + QList<Act>{{"2026-03-06T09:10:00", LifeCommand{AcceptItem{fire, {}, false}}},
                              {"2026-03-06T09:20:00", LifeCommand{told(Contact::About::Acceptance)}},
                              {"2026-03-09T09:00:00", LifeCommand{PauseClock{shop, u"检测"_s}}},
                              {"2026-03-11T09:00:00", LifeCommand{ResumeClock{shop}}},
                              {"2026-03-13T09:00:00", LifeCommand{PauseClock{shop, u"鉴定"_s}}},
                              {"2026-03-16T09:00:00", LifeCommand{ResumeClock{shop}}}},
        {u"decide:rented 03-18 23:59~"_s, u"decide:fire 03-19 23:59~"_s});
    row("decided: the paper is on its way", false, accepted + QList<Act>{{"2026-03-10T09:00:00", LifeCommand{decided(shop)}}},
        {u"receive:rented~"_s});
    row("arrived: told and handed over on that day", false, arrived,
        {u"tell-result:rented 03-11 23:59"_s, u"deliver:rented 03-11 23:59"_s});
    row("told too early", false,
        accepted + QList<Act>{{"2026-03-10T09:00:00", LifeCommand{decided(shop)}},
                              {"2026-03-10T09:10:00", LifeCommand{told(Contact::About::Result)}},
                              {"2026-03-11T09:00:00", LifeCommand{ReceiveResult{shop, u"A3"_s, {}}}}},
        {u"tell-result:rented 03-11 23:59"_s, u"deliver:rented 03-11 23:59"_s});
    row("told: the citizen has to come", false,
        arrived + QList<Act>{{"2026-03-11T09:10:00", LifeCommand{told(Contact::About::Result)}}}, {u"tell-again:rented 04-10 23:59"_s, u"deliver:rented~"_s});
    row("told again: another thirty days, to the first working day", false,
        arrived + QList<Act>{{"2026-03-11T09:10:00", LifeCommand{told(Contact::About::Result)}},
                             {"2026-04-10T09:00:00", LifeCommand{told(Contact::About::Result)}}},
        {u"tell-again:rented 05-11 23:59"_s, u"deliver:rented~"_s});
    row("by courier nobody is told", false,
        arrived + QList<Act>{{"2026-03-11T09:10:00", LifeCommand{ChooseCollection{{true, Collection::Courier, u"某路1号"_s}}}}},
        {u"deliver:rented 03-11 23:59"_s});
    row("an e-licence alone is there at once", false,
        accepted + QList<Act>{{"2026-03-10T09:00:00", LifeCommand{decided(shop, false)}}},
        {u"tell-result:rented 03-10 23:59"_s, u"deliver:rented 03-10 23:59"_s});
    row("together: not while an item is open", true,
        arrived + QList<Act>{{"2026-03-11T10:00:00", LifeCommand{AcceptItem{fire, {}, false}}},
                             {"2026-03-11T10:10:00", LifeCommand{told(Contact::About::Acceptance)}}},
        {u"decide:fire 03-19 23:59~"_s});
    row("together: on the day the last of it came", true,
        arrived + QList<Act>{{"2026-03-11T10:00:00", LifeCommand{AcceptItem{fire, {}, false}}},
                             {"2026-03-12T09:00:00", LifeCommand{decided(fire)}},
                             {"2026-03-16T09:00:00", LifeCommand{ReceiveResult{fire, u"A3"_s, {}}}}},
        {u"tell-result 03-16 23:59"_s, u"deliver 03-16 23:59"_s});
    row("separately: each when it is there", true,
        QList<Act>{chosenSeparately} + arrived, {u"accept:fire 03-06 23:59~"_s, u"tell-result:rented 03-11 23:59"_s, u"deliver:rented 03-11 23:59"_s});
    row("refused: told, and its paper handed over", false,
        pushed + QList<Act>{{"2026-03-06T09:00:00", LifeCommand{RefuseItem{shop, {}, u"不属于本机关职权"_s}}}},
        {u"tell-refuse:rented 03-09 23:59"_s, u"receive:rented~"_s});
    row("delivered: proof to the department", false, arrived + QList<Act>{{"2026-03-12T09:00:00", LifeCommand{delivered({shop})}}},
        {u"proof:rented 03-13 23:59"_s});
    row("proven: archive", false,
        arrived + QList<Act>{{"2026-03-12T09:00:00", LifeCommand{delivered({shop})}},
                             {"2026-03-12T09:10:00", LifeCommand{SendProof{{shop}}}}},
        {u"archive"_s});
    row("withdrawn before anything was sent: nothing but the archive", true,
        {{"2026-03-05T09:30:00", FileCase{}}, {"2026-03-05T09:35:00", LifeCommand{WithdrawItems{{}, {}}}}}, {u"archive"_s});
    row("what an item waits for was withdrawn: it waits no longer", true,
        accepted + QList<Act>{{"2026-03-06T09:10:00", LifeCommand{AcceptItem{fire, {}, false}}},
                              {"2026-03-06T09:20:00", LifeCommand{told(Contact::About::Acceptance)}},
                              {"2026-03-06T09:30:00", LifeCommand{WithdrawItems{{shop}, {}}}}},
        {u"decide:fire 03-09 23:59~"_s});
    row("a re-check is ordered", false,
        accepted + QList<Act>{{"2026-03-06T10:00:00", LifeCommand{OrderRecheck{u"c1"_s, u"lease"_s, u"印章不清"_s}}}},
        {u"recheck:c1 03-09 23:59"_s, u"decide:rented 03-13 23:59~"_s});
    row("a re-check is done", false,
        accepted + QList<Act>{{"2026-03-06T10:00:00", LifeCommand{OrderRecheck{u"c1"_s, u"lease"_s, u"印章不清"_s}}},
                              {"2026-03-06T10:30:00", LifeCommand{RecordRecheck{u"c1"_s, true, {}}}}},
        {u"decide:rented 03-13 23:59~"_s});
    row("why it is late waits for a supervisor", false,
        accepted + QList<Act>{{"2026-03-16T10:00:00", LifeCommand{ExplainDelay{u"d1"_s, shop, u"专家出差"_s}}}},
        {u"decide:rented 03-13 23:59~"_s, u"rule:d1 03-17 23:59"_s});
    row("why it is late was decided on", false,
        accepted + QList<Act>{{"2026-03-16T10:00:00", LifeCommand{ExplainDelay{u"d1"_s, shop, u"专家出差"_s}}},
                              {"2026-03-16T11:00:00", LifeCommand{RuleOnDelay{u"d1"_s, true, {}}}}},
        {u"decide:rented 03-13 23:59~"_s});
    row("a review is called", false,
        accepted + QList<Act>{{"2026-03-06T10:00:00",
                               LifeCommand{CallJointReview{u"r1"_s, JointReview::Kind::Inspection, {shop}, moment(u"2026-03-10T15:00:00"_s), {}}}}},
        {u"review:r1 03-10 23:59~"_s, u"decide:rented 03-13 23:59~"_s});
}

void TestAgenda::whatIsNext()
{
    QFETCH(bool, withFire);
    QFETCH(QList<Act>, acts);
    Sitting sitting = atTheWindow(withFire);
    QVERIFY(play(sitting, acts));
    QTEST(agenda(sitting), "expected");
}

void TestAgenda::deferredMaterial()
{
    Sitting sitting = atTheWindow(false);
    QVERIFY(sitting.perform(GiveVerdict{u"lease"_s, {.kind = VerdictKind::Deferred, .due = QDate(2026, 3, 10)}}));
    QVERIFY(sitting.signLetters());
    QVERIFY(play(sitting, accepted));
    QCOMPARE(agenda(sitting), (QStringList{u"remind:lease 03-09 23:59>03-09 00:00"_s, u"supplement:lease 03-10 23:59~"_s,
                                         u"end-deferral:lease 03-11 23:59>03-11 00:00"_s, u"decide:rented 03-13 23:59~"_s}));
    const Task task = agendaOf(sitting.file, sitting.guide, sitting.rules).at(1);
    QCOMPARE(urgencyOf(task, moment(u"2026-03-11T00:00:00"_s)), Urgency::Overdue);
    QVERIFY(play(sitting, {{"2026-03-11T09:00:00", LifeCommand{LapseDeferral{u"lease"_s}}}}));
    QCOMPARE(agenda(sitting), QStringList{u"archive"_s});
}

void TestAgenda::reminders_data()
{
    QTest::addColumn<QList<int>>("days");
    QTest::addColumn<QList<Act>>("acts");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QList<int> &days, const QList<Act> &acts, const QStringList &expected) {
        QTest::newRow(name) << days << acts << expected;
    };
    const LifeCommand reminded = told(Contact::About::Supplement);
    row("three working days before, over a weekend", {3, 1}, {}, {u"remind:lease 03-06 23:59>03-06 00:00"_s});
    row("told on that day", {3, 1}, {{"2026-03-06T16:00:00", reminded}}, {u"remind:lease 03-10 23:59>03-10 00:00"_s});
    row("told too early", {3, 1}, {{"2026-03-05T16:00:00", reminded}}, {u"remind:lease 03-06 23:59>03-06 00:00"_s});
    row("told of something else", {3, 1}, {{"2026-03-06T16:00:00", told(Contact::About::Other)}},
        {u"remind:lease 03-06 23:59>03-06 00:00"_s});
    row("told late, once for both", {3, 1}, {{"2026-03-10T08:30:00", reminded}}, {});
    row("in whatever order the hall names them", {1, 3}, {}, {u"remind:lease 03-06 23:59>03-06 00:00"_s});
    row("the hall reminds nobody", {}, {}, {});
    row("not on the day it was promised", {4}, {}, {});
    row("it came", {3, 1}, {{"2026-03-06T10:00:00", LifeCommand{SupplyMaterial{u"lease"_s, {.kind = VerdictKind::OriginalSeen}}}}}, {});
}

/// Promised on Thursday for Wednesday 2026-03-11.
void TestAgenda::reminders()
{
    QFETCH(QList<int>, days);
    QFETCH(QList<Act>, acts);
    Sitting sitting = atTheWindow(false);
    sitting.hall.remindBefore = days;
    QVERIFY(sitting.perform(GiveVerdict{u"lease"_s, {.kind = VerdictKind::Deferred, .due = QDate(2026, 3, 11)}}));
    QVERIFY(sitting.signLetters());
    QVERIFY(play(sitting, pushed));
    QVERIFY(play(sitting, acts));
    QTEST(agenda(sitting).filter(u"remind"_s), "expected");
}

void TestAgenda::papersToGiveBack_data()
{
    QTest::addColumn<QList<Act>>("acts");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QList<Act> &acts, const QStringList &expected) {
        QTest::newRow(name) << acts << expected;
    };
    const Act shopWithdrawn{"2026-03-05T10:10:00", LifeCommand{WithdrawItems{{shop}, {}}}};
    const Act allWithdrawn{"2026-03-05T10:20:00", LifeCommand{WithdrawItems{{}, {}}}};
    const Act shopRefused{"2026-03-05T10:10:00", LifeCommand{RefuseItem{shop, {}, u"不属于本机关职权"_s}}};
    const auto back = [](const QStringList &materials) {
        return Act{"2026-03-05T11:00:00", LifeCommand{GiveBackPapers{materials, u"张三"_s}}};
    };
    row("nothing came to nothing", {}, {});
    row("one item: only its own paper", {shopWithdrawn}, {u"give-back:lease"_s});
    row("refused", {shopRefused}, {u"give-back:lease"_s});
    row("all", {allWithdrawn}, {u"give-back"_s});
    row("all, some given back", {allWithdrawn, back({u"licence"_s})}, {u"give-back:lease"_s});
    row("all given back", {allWithdrawn, back({u"licence"_s, u"lease"_s})}, {});
}

/// The window keeps the originals of lease and licence; the shop needs both, the fire inspection the licence.
void TestAgenda::papersToGiveBack()
{
    QFETCH(QList<Act>, acts);
    Sitting sitting = atTheWindow(true);
    for (const QString &material : {u"licence"_s, u"lease"_s})
        sitting.guide.materials[material].form = Material::Form::OriginalKept;
    QVERIFY(play(sitting, pushed));
    QVERIFY(play(sitting, acts));
    QTEST(agenda(sitting).filter(u"give-back"_s), "expected");
}

void TestAgenda::acceptanceAtTheWindowIsOurs()
{
    Sitting sitting = atTheWindow(true);
    sitting.hall.acceptsAtWindow = {fire};
    QVERIFY(play(sitting, pushed));
    QCOMPARE(agenda(sitting), (QStringList{u"accept:rented 03-06 23:59~"_s, u"accept:fire 03-06 23:59"_s}));
}

void TestAgenda::withoutACalendar()
{
    Sitting sitting = atTheWindow(false, u"2026-12-30"_s);
    QCOMPARE(agenda(sitting), QStringList{u"intake 01-06 23:59!"_s}); // 2027-01-01 is counted: nobody knows better yet
    QVERIFY(play(sitting, {{"2026-12-30T09:30:00", FileCase{}}}));
    QCOMPARE(agenda(sitting),
             (QStringList{u"scan 12-30 11:30"_s, u"paper 12-30 11:30"_s, u"accept:rented 12-31 23:59~"_s}));
    sitting = atTheWindow(false, u"2027-03-04"_s);
    QVERIFY(play(sitting, {{"2027-03-05T17:00:00", FileCase{}}}));
    QCOMPARE(agenda(sitting),
             (QStringList{u"scan 03-08 10:00!"_s, u"paper 03-08 10:00!"_s, u"accept:rented 03-09 23:59~!"_s}));
}

void TestAgenda::turnsOfUrgency_data()
{
    QTest::addColumn<QString>("task"); // what its line begins with
    QTest::addColumn<QList<Act>>("acts");
    QTest::addColumn<QStringList>("turns"); // last moment of green, of amber, of red
    const auto row = [](const char *name, const QString &task, const QList<Act> &acts, const QStringList &turns) {
        QTest::newRow(name) << task << acts << turns;
    };
    row("two hours over noon", u"scan"_s, {{"2026-03-05T11:30:00", FileCase{}}},
        {u"2026-03-05T14:29:59"_s, u"2026-03-05T14:59:59"_s, u"2026-03-05T15:30:00"_s});
    row("one working day: amber at once", u"accept:rented"_s, pushed, {QString(), u"2026-03-05T23:59:59"_s, u"2026-03-06T23:59:59"_s});
    row("five working days: the last but one", u"decide:rented"_s, accepted,
        {u"2026-03-11T23:59:59"_s, u"2026-03-12T23:59:59"_s, u"2026-03-13T23:59:59"_s});
    row("the same day: two hours before the hall closes", u"deliver:rented"_s, arrived,
        {u"2026-03-11T08:59:59"_s, u"2026-03-11T15:29:59"_s, u"2026-03-11T23:59:59"_s});
}

void TestAgenda::turnsOfUrgency()
{
    QFETCH(QString, task);
    QFETCH(QList<Act>, acts);
    QFETCH(QStringList, turns);
    Sitting sitting = atTheWindow(false);
    QVERIFY(play(sitting, acts));
    const QList<Task> tasks = agendaOf(sitting.file, sitting.guide, sitting.rules);
    const QStringList lines = agenda(sitting);
    qsizetype index = 0;
    while (index < lines.size() && !lines[index].startsWith(task))
        ++index;
    QVERIFY(index < lines.size());
    for (int i = 0; i < 3; ++i) {
        if (turns[i].isEmpty())
            continue;
        QCOMPARE(urgencyOf(tasks[index], moment(turns[i])), Urgency(i));
        QCOMPARE(urgencyOf(tasks[index], moment(turns[i]).addSecs(1)), Urgency(i + 1));
    }
}

void TestAgenda::whatIsOverNeedsNothing()
{
    QCOMPARE(agendaOf({}, support::sampleGuide(), support::sampleRules()), QList<Task>());
    Sitting abandoned = atTheWindow(false);
    QVERIFY(abandoned.perform(AbandonCase{u"另日再来"_s}));
    QCOMPARE(agenda(abandoned), QStringList());
    Sitting archived = atTheWindow(false);
    QVERIFY(play(archived, arrived));
    QVERIFY(archived.perform(delivered({shop})) && archived.perform(LifeCommand{SendProof{{shop}}}));
    QVERIFY(archived.perform(LifeCommand{ArchiveCase{u"新闻出版部门"_s}}));
    QCOMPARE(agenda(archived), QStringList());
    Sitting notified = atTheWindow(false);
    notified.perform(GiveVerdict{u"lease"_s, {.kind = VerdictKind::Missing}});
    QVERIFY(notified.perform(IssueNotice{}));
    QCOMPARE(agenda(notified), QStringList{u"intake~"_s});
}

void TestAgenda::theLawsLimitStandsBesideThePromise()
{
    Sitting sitting = atTheWindow(false);
    sitting.guide.matter.items[1].statutoryDays = 20;
    QVERIFY(play(sitting, accepted));
    const Task task = agendaOf(sitting.file, sitting.guide, sitting.rules).first();
    QCOMPARE(task.due.date(), QDate(2026, 3, 13));
    QCOMPARE(task.lawDue.date(), QDate(2026, 4, 3));
    sitting.guide.matter.items[1].statutoryDays = 3;
    QCOMPARE(agenda(sitting), QStringList{u"decide:rented 03-11 23:59~"_s});
    sitting.guide.matter.items[1].promisedDays = sitting.guide.matter.items[1].statutoryDays = -1;
    QCOMPARE(agenda(sitting), QStringList{u"decide:rented~"_s});
}

void TestAgenda::aClockThatWasTurnedBack()
{
    Sitting sitting = atTheWindow(false);
    QVERIFY(play(sitting, {{"2026-03-05T09:30:00", FileCase{}},
                           {"2026-03-02T09:40:00", LifeCommand{CompleteScans{3}}},
                           {"2026-03-02T09:50:00", LifeCommand{PushToDepartments{}}},
                           {"2026-03-02T10:00:00", LifeCommand{HandOverPaper{u"李四"_s}}}}));
    QCOMPARE(agenda(sitting), QStringList{u"accept:rented 03-06 23:59~"_s}); // as if pushed when it was filed
    QVERIFY(play(sitting, {{"2026-03-03T09:00:00", LifeCommand{AcceptItem{shop, {}, false}}},
                           {"2026-03-03T09:10:00", LifeCommand{told(Contact::About::Acceptance)}},
                           {"2026-03-20T09:00:00", LifeCommand{PauseClock{shop, u"检测"_s}}},
                           {"2026-03-06T09:00:00", LifeCommand{ResumeClock{shop}}}}));
    QCOMPARE(agenda(sitting), QStringList{u"decide:rented 03-12 23:59~"_s}); // a pause backwards counts nothing
}

QTEST_APPLESS_MAIN(TestAgenda)
#include "tst_agenda.moc"
