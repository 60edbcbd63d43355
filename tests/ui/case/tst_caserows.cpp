#include "tests/support/sampleguide.h"
#include "ui/case/acts.h"
#include "ui/case/caserows.h"
#include "ui/words/lifewords.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace domain;
using Look = BadgeFace::Look;

namespace {

const QDateTime monday{QDate(2026, 11, 23), QTime(9, 30)};

CaseView viewOf(const Case &file, const QDateTime &now)
{
    CaseView view{.file = file,
                  .guide = support::sampleGuide(),
                  .plan = {},
                  .items = {},
                  .clocks = {},
                  .history = {},
                  .now = now};
    view.plan = planOf(file, view.guide, file.filing->at.date());
    view.items = itemsOf(file, view.guide);
    view.clocks = domain::caseClocks(file, view.guide,
                                   {.calendar = domain::WorkCalendar(), .hours = {}, .twoHoursInOfficeTime = false});
    return view;
}

QDate promiseDay(const CaseView &view)
{
    const auto is = [](const domain::CaseClock &clock) { return clock.deadline.kind == Deadline::Kind::ItemPromise; };
    const auto promise = std::ranges::find_if(view.clocks, is);
    return promise == view.clocks.end() ? QDate() : promise->deadline.due.date();
}

/// Filed on Monday; one item of five working days.
support::Sitting filed()
{
    support::Sitting sitting;
    sitting.now = monday;
    sitting.open();
    for (const Command &command : QList<Command>{
             AnswerSituation{u"premises"_s, u"rented"_s}, AnswerSituation{u"landlord"_s, u"person"_s},
             AnswerSituation{u"area"_s, u"80"_s}, EnterField{u"applicant-name"_s, u"张𬭚"_s},
             EnterField{u"applicant-id"_s, u"41030219900307001X"_s}, DropItem{u"fire"_s},
             GiveVerdict{u"licence"_s, {.kind = VerdictKind::OriginalSeen}},
             GiveVerdict{u"lease"_s,
                         {.kind = VerdictKind::Deferred, .due = monday.date().addDays(2)}}})
        sitting.perform(command);
    if (!sitting.signLetters() || !sitting.perform(FileCase{}))
        qFatal("not filed");
    return sitting;
}

}

/// What the panes say about a case at a moment.
class TestCaseRows : public QObject
{
    Q_OBJECT

private slots:
    void clocksTellWhatIsLate_data();
    void clocksTellWhatIsLate();
    void specialStepsAreNotCounted();
    void aYearWithoutACalendarIsProvisional();
    void promisedMaterials_data();
    void promisedMaterials();
    void everyFactHasItsWords();
    void anotherTimeOfTheHubIsSaid_data();
    void anotherTimeOfTheHubIsSaid();
    void theArchiveIsWarnedOfOriginals();
};

/// They can be archived without, when nobody comes for them, but not unseen.
void TestCaseRows::theArchiveIsWarnedOfOriginals()
{
    CaseView view = viewOf(filed().file, monday);
    QVERIFY(warningOf(Act::Archive, view).isEmpty());
    view.tasks = {{.kind = Task::Kind::Archive}, {.kind = Task::Kind::GiveBackPapers, .subject = u"户口簿、合同"_s}};
    QVERIFY(warningOf(Act::Archive, view).contains(u"户口簿、合同"_s));
    QVERIFY(warningOf(Act::Withdraw, view).isEmpty());
}

void TestCaseRows::anotherTimeOfTheHubIsSaid_data()
{
    QTest::addColumn<int>("ahead"); // seconds
    QTest::addColumn<QString>("said");
    QTest::newRow("the same") << 0 << QString();
    QTest::newRow("two minutes") << 120 << QString();
    QTest::newRow("a second more") << 121 << u"09:32"_s;
    QTest::newRow("behind") << -600 << u"09:20"_s;
}

void TestCaseRows::anotherTimeOfTheHubIsSaid()
{
    QFETCH(int, ahead);
    QFETCH(QString, said);
    CaseView view = viewOf(filed().file, monday);
    view.history = {{{monday, u"王芳"_s, CaseFiled{}, monday.addSecs(ahead).toUTC()}}, {{monday, u"王芳"_s, CaseFiled{}}}};
    const QList<PaneRow> rows = timeRows(view);
    QCOMPARE(rows[1].detail == rows[0].detail, said.isEmpty());
    QVERIFY2(rows[1].detail.contains(said) && rows[1].detail.startsWith(rows[0].detail), qPrintable(rows[1].detail));
}

void TestCaseRows::clocksTellWhatIsLate_data()
{
    QTest::addColumn<int>("minutesLater");
    QTest::addColumn<bool>("pushed");
    QTest::addColumn<Look>("look");
    QTest::newRow("at once") << 0 << false << Look::Warn;
    QTest::newRow("at the last moment") << 120 << false << Look::Warn;
    QTest::newRow("late") << 121 << false << Look::Bad;
    QTest::newRow("pushed in time") << 119 << true << Look::Good;
    QTest::newRow("pushed late") << 121 << true << Look::Bad;
}

void TestCaseRows::clocksTellWhatIsLate()
{
    QFETCH(int, minutesLater);
    QFETCH(bool, pushed);
    support::Sitting sitting = filed();
    sitting.now = monday.addSecs(minutesLater * 60);
    if (pushed)
        QVERIFY(sitting.perform(LifeCommand{CompleteScans{}}) && sitting.perform(LifeCommand{PushToDepartments{}}));
    const QList<PaneRow> rows = clockRows(viewOf(sitting.file, sitting.now));
    const auto push = std::ranges::find(rows, words::name(Deadline::Kind::Push), &PaneRow::text);
    QVERIFY(push != rows.end());
    QTEST(push->badge.look, "look");
    QVERIFY(!push->badge.icon.isEmpty() && !push->badge.text.isEmpty());
    QCOMPARE(push == rows.begin(), !pushed); // what is met comes last
}

void TestCaseRows::specialStepsAreNotCounted()
{
    support::Sitting sitting = filed();
    QVERIFY(sitting.perform(LifeCommand{CompleteScans{}}) && sitting.perform(LifeCommand{PushToDepartments{}}));
    QVERIFY(sitting.perform(LifeCommand{AcceptItem{u"rented"_s, {}, false}}));
    const auto promise = [&] { return promiseDay(viewOf(sitting.file, sitting.now)); };
    QCOMPARE(promise(), QDate(2026, 11, 30));
    sitting.now = monday.addDays(1);
    QVERIFY(sitting.perform(LifeCommand{PauseClock{u"rented"_s, u"检测"_s}}));
    const QList<domain::CaseClock> stopped = viewOf(sitting.file, sitting.now).clocks;
    QVERIFY(std::ranges::any_of(stopped, [](const domain::CaseClock &clock) { return clock.deadline.paused; }));
    sitting.now = monday.addDays(3);
    QVERIFY(sitting.perform(LifeCommand{ResumeClock{u"rented"_s}}));
    QCOMPARE(promise(), QDate(2026, 12, 2)); // two working days later
}

void TestCaseRows::aYearWithoutACalendarIsProvisional()
{
    const CaseView view = viewOf(filed().file, monday); // no calendar at all
    const QList<PaneRow> rows = clockRows(view);
    const auto promise = std::ranges::find(rows, words::name(Deadline::Kind::MatterPromise), &PaneRow::text);
    QVERIFY(promise != rows.end());
    QVERIFY2(promise->detail.contains(u"provisional"_s), qPrintable(promise->detail));
}

void TestCaseRows::promisedMaterials_data()
{
    QTest::addColumn<int>("daysLater");
    QTest::addColumn<LifeCommand>("act");
    QTest::addColumn<Look>("look");
    QTest::newRow("promised") << 2 << LifeCommand(TellCitizen{}) << Look::Warn;
    QTest::newRow("overdue") << 3 << LifeCommand(TellCitizen{}) << Look::Bad;
    QTest::newRow("brought") << 1 << LifeCommand(SupplyMaterial{u"lease"_s, {.kind = VerdictKind::CopyKept}})
                             << Look::Good;
    QTest::newRow("lapsed") << 3 << LifeCommand(LapseDeferral{u"lease"_s}) << Look::Bad;
}

void TestCaseRows::promisedMaterials()
{
    QFETCH(int, daysLater);
    QFETCH(LifeCommand, act);
    support::Sitting sitting = filed();
    sitting.now = monday.addDays(daysLater);
    QVERIFY(sitting.perform(act));
    const QList<PaneRow> rows = materialRows(viewOf(sitting.file, sitting.now));
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[1].text, u"房屋租赁合同"_s);
    QTEST(rows[1].badge.look, "look");
}

void TestCaseRows::everyFactHasItsWords()
{
    const Guide guide = support::sampleGuide();
    const QDateTime moment = monday;
    const QString item = u"rented"_s;
    const QList<Fact> facts{
        CaseOpened{u"id"_s, u"N1"_s, {}},
        SituationAnswered{u"premises"_s, u"rented"_s},
        ItemDropped{item},
        ItemKept{item},
        PathChosen{u"fire"_s, u"general"_s},
        FieldEntered{u"applicant-name"_s, u"张三丰"_s},
        VerdictGiven{u"lease"_s, {.kind = VerdictKind::CopyKept}},
        VerdictTakenBack{u"lease"_s},
        NoticeIssued{},
        PeopleEntered{u"staff"_s, {{2, {{u"applicant-name"_s, u"张三丰"_s}}}}},
        PeopleRemoved{u"staff"_s, {2}},
        LetterIssued{Letter::Kind::Deferral, u"张三丰"_s, {{u"lease"_s, u"房屋租赁合同"_s, moment.date()}}},
        LetterSigned{Letter::Kind::Deferral, 1, u"后果"_s},
        CaseFiled{moment},
        PrintRequested{u"p"_s, {PaperKind::FilingReceipt}, 2},
        PrintSpooled{u"p"_s, {}},
        PrintFailed{u"p"_s, u"no paper"_s},
        PrintDone{u"p"_s},
        PrintConfirmed{u"p"_s},
        CaseAbandoned{u"不办了"_s},
        PaperNumbered{{PaperKind::AcceptanceNotice, 1, item}, u"湖卫"_s, 2026, 7, u"湖卫受〔2026〕7号"_s},
        PaperNumberVoided{{PaperKind::AcceptanceNotice, 1, item}, u"湖卫"_s, 2026, 7, u"印错"_s},
        SignatureGiven{{PaperKind::FilingReceipt}, {}},
        CaseAssigned{u"device"_s, u"二号窗口"_s},
        CaseJoined{u"410300001ABC202611220001X"_s},
        ConflictCleared{u"id"_s, false, u"以先录入的为准"_s},
        LifeFact{ApplicationSubmitted{}},
        LifeFact{ScanAttached{QString(64, u'a'), u"lease"_s, 1, u"jpeg"_s, 9, {}}},
        LifeFact{ScanMoved{QString(64, u'a'), u"licence"_s, 2}},
        LifeFact{ScanRemoved{QString(64, u'a'), u"重拍"_s}},
        LifeFact{ScansCompleted{3}},
        LifeFact{PushedToDepartments{{u"甲"_s}}},
        LifeFact{PaperHandedOver{u"李四"_s}},
        LifeFact{ItemAccepted{item, u"1"_s}},
        LifeFact{ItemRefused{item, u"2"_s, u"理由"_s}},
        LifeFact{ClockPaused{item, u"听证"_s}},
        LifeFact{ClockResumed{item}},
        LifeFact{ItemPreReviewed{item}},
        LifeFact{JointReviewCalled{u"r"_s, JointReview::Kind::Inspection, {item}, moment, u"店内"_s}},
        LifeFact{JointReviewHeld{u"r"_s, u"合格"_s}},
        LifeFact{DeferralPromised{u"lease"_s, moment.date()}},
        LifeFact{MaterialSupplied{u"lease"_s}},
        LifeFact{DeferralLapsed{u"lease"_s, {item}}},
        LifeFact{ItemsWithdrawn{{item}, u"不办了"_s}},
        LifeFact{PapersGivenBack{{u"lease"_s}, u"张三丰"_s}},
        LifeFact{ItemDecided{item, {}}},
        LifeFact{ResultSent{item, u"发证窗口"_s, u"王芳"_s}},
        LifeFact{ResultArrived{item, u"A3"_s, u"甲"_s}},
        LifeFact{CitizenTold{Contact::About::Result, Contact::Way::Phone, u"可领取"_s}},
        LifeFact{CollectionChosen{{false, Collection::Courier, u"样例路1号"_s}}},
        LifeFact{ItemsDelivered{{item}, {.collector = u"张三丰"_s, .identity = u"411281202505100018"_s}}},
        LifeFact{ProofSent{{item}}},
        LifeFact{CaseArchived{u"甲"_s}},
        LifeFact{LicenceAsked{u"q"_s, u"lease"_s, Material::Acquisition::Shared, u"张三丰"_s, u"办理“开书店”"_s}},
        LifeFact{LicenceAnswered{u"q"_s, LookUp::Outcome::Unreachable}},
        LifeFact{BlanksCopied{u"省平台"_s, {u"申请人 › 姓名"_s}}},
        LifeFact{DelayExplained{u"d"_s, item, u"系统升级"_s}},
        LifeFact{DelayRuled{u"d"_s, true, u"属实"_s}},
        LifeFact{RecheckOrdered{u"c"_s, u"licence"_s, u"印章不清"_s}},
        LifeFact{RecheckDone{u"c"_s, false, u"过期"_s}},
        LifeFact{PromiseBroken{u"birth-certificate"_s, u"核查不实"_s}},
        LifeFact{DepartmentReminded{u"r"_s, item, u"请抓紧"_s}},
        LifeFact{ReminderConfirmed{u"r"_s, u"今天办"_s}},
        LifeFact{NumberLooked{u"applicant-id"_s, u"电话核对"_s}},
        UnknownFact{u"moon.landed"_s, {}}};
    QSet<QString> types;
    QSet<QString> sentences;
    for (const Fact &fact : facts) {
        const QString said = words::sentence(fact, guide);
        types.insert(typeName(fact));
        sentences.insert(said);
        QVERIFY2(!said.trimmed().isEmpty() && !said.contains(u"%"_s), qPrintable(typeName(fact)));
        for (const QString &secret : {u"张三丰"_s, u"411281202505100018"_s, u"样例路1号"_s})
            QVERIFY2(!said.contains(secret), qPrintable(said));
    }
    QCOMPARE(size_t(types.size()), std::variant_size_v<AnyFact> - 1 + std::variant_size_v<AnyLifeFact>);
    QCOMPARE(sentences.size(), facts.size());
}

QTEST_MAIN(TestCaseRows)
#include "tst_caserows.moc"
