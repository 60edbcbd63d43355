#include "tests/core/domain/phases.h"

using namespace domain;
using namespace Qt::StringLiterals;
using Why = Refusal::Why;
using State = CaseItem::State;
using namespace phases;

namespace {

struct Column {
    const char *name;
    Phase phase;
};
constexpr std::array columns{
    Column{"intake", Phase::Intake},       Column{"filed", Phase::Filed},         Column{"scanned", Phase::Scanned},
    Column{"pushed", Phase::Pushed},       Column{"accepted", Phase::Accepted},   Column{"paused", Phase::Paused},
    Column{"decided", Phase::Decided},     Column{"arrived", Phase::Arrived},     Column{"delivered", Phase::Delivered},
    Column{"proved", Phase::Proved},       Column{"archived", Phase::Archived},
};

/// What a letter of the table means.
std::optional<Why> meaning(char letter)
{
    switch (letter) {
    case '+':
        return {};
    case 'f':
        return Why::NotFiled;
    case 'd':
        return Why::AlreadyDone;
    case 's':
        return Why::ScansMissing;
    case 'p':
        return Why::NotPushed;
    case 'n':
        return Why::NotAccepted;
    case 'a':
        return Why::AlreadyAccepted;
    case 'e':
        return Why::ItemEnded;
    case 'z':
        return Why::ClockPaused;
    case 'r':
        return Why::ClockRuns;
    case 'w':
        return Why::NothingToWaitFor;
    case 'o':
        return Why::NoResult;
    case 't':
        return Why::NotArrived;
    case 'h':
        return Why::AlreadyDelivered;
    case 'v':
        return Why::NotDelivered;
    case 'i':
        return Why::ItemOpen;
    case 'q':
        return Why::ProofOpen;
    case 'k':
        return Why::StillNeeded;
    case 'c':
        return Why::NothingChosen;
    case 'x':
        return Why::Archived;
    case 'm':
        return Why::NotDeferred;
    case 'M':
        return Why::NotCommitted;
    case 'u':
        return Why::AlreadyThere;
    case 'b':
        return Why::NamedTwice;
    case 'R':
        return Why::ReceiverMissing;
    case 'j':
        return Why::UnknownScan;
    case 'y':
        return Why::NotInIntake;
    case 'l':
        return Why::NotAuthorised;
    case 'g':
        return Why::UnknownLookUp;
    case 'D':
        return Why::NotLate;
    case 'K':
        return Why::UnknownOrder;
    case 'F':
        return Why::UnknownField;
    case 'W':
        return Why::ReasonMissing;
    default:
        break;
    }
    qFatal("no such letter: %c", letter);
}

}

/// The life of a case after its intake: each command in each state.
class TestLife : public QObject
{
    Q_OBJECT

private slots:
    void commandInState_data();
    void commandInState();
    void acceptedAtTheWindow_data();
    void acceptedAtTheWindow();
    void deferredMaterial_data();
    void deferredMaterial();
    void prerequisites();
    void aFailedPrerequisiteAllowsOnlyADenial();
    void withdrawal();
    void refusalIsAResultToo();
    void givenBackOnlyWhatNobodyNeeds();
    void eLicenceIsChecked();
    void jointReview();
    void everyFactSurvivesItsJson();
    void factsThatMakeNoSenseChangeNothing();
};

void TestLife::commandInState_data()
{
    QTest::addColumn<LifeCommand>("command");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const LifeCommand &command, const char *expected) {
        QTest::newRow(name) << command << QByteArray(expected);
    };
    // intake filed scanned pushed accepted paused decided arrived delivered proved archived
    row("submit application", SubmitApplication{}, "+dddddddddx");
    row("attach a picture", AttachScan{QString(64, u'a'), u"licence"_s, u"jpeg"_s, 9, {}}, "++++++++++x");
    row("attach what is no address", AttachScan{u"a"_s, u"licence"_s, u"jpeg"_s, 9, {}}, "jjjjjjjjjjx");
    row("move an unknown picture", MoveScan{QString(64, u'a'), u"licence"_s}, "jjjjjjjjjjx");
    row("remove an unknown picture", RemoveScan{QString(64, u'a'), {}}, "jjjjjjjjjjx");
    row("complete scans", CompleteScans{1}, "f+ddddddddx");
    row("push", PushToDepartments{}, "fs+dddddddx");
    row("hand over paper", HandOverPaper{u"李四"_s}, "f+++++++++x");
    row("accept", AcceptItem{item, {}, false}, "fpp+aaeeeex");
    row("accept at the window", AcceptItem{item, {}, true}, "flllaaeeeex");
    row("refuse", RefuseItem{item, {}, u"不属于本机关职权"_s}, "fpp+aaeeeex");
    row("pause", PauseClock{item, u"检测"_s}, "fnnn+zeeeex");
    row("resume", ResumeClock{item}, "fnnnr+eeeex");
    row("pre-review", PreReviewItem{item}, "fnnnwweeeex");
    row("supply what was not deferred", SupplyMaterial{u"licence"_s, {.kind = VerdictKind::OriginalSeen}}, "fmmmmmmmmmx");
    row("lapse what was not deferred", LapseDeferral{u"licence"_s}, "fmmmmmmmmmx");
    row("withdraw the item", WithdrawItems{{item}, u"不办了"_s}, "f+++++eeeex");
    row("withdraw all", WithdrawItems{{}, {}}, "f+++++ccccx");
    row("give papers back", GiveBackPapers{{u"licence"_s}, u"张三"_s}, "fkkkkkkkkkx");
    row("decide", DecideItem{item, granted()}, "fnnn+zeeeex");
    row("send the result", SendResult{item, u"发证窗口"_s, u"王芳"_s}, "fooooo+uhhx");
    row("send it to nobody", SendResult{item, {}, u"王芳"_s}, "foooooRRhhx");
    row("receive the result", ReceiveResult{item, u"发证窗口 A3"_s, u"市级部门 邮车"_s}, "fooooo+uhhx");
    row("move the result", ReceiveResult{item, u"发证窗口 A3"_s, u"王芳"_s, u"B-07"_s, u"李四"_s}, "fooooo++hhx");
    row("tell the citizen", TellCitizen{Contact::About::Result, Contact::Way::Phone, u"可领取"_s}, "++++++++++x");
    row("choose collection", ChooseCollection{{false, Collection::Window, {}}}, "++++++++++x");
    row("deliver", DeliverItems{{item}, inPerson()}, "fooooot+hhx");
    row("deliver one result twice at once", DeliverItems{{item, item}, inPerson()}, "foooootbhhx");
    row("send proof", SendProof{{item}}, "fvvvvvvv+dx");
    row("ask for a licence", AskLicence{u"q"_s, u"licence"_s, Material::Acquisition::ELicence, u"张三"_s, u"办理"_s}, "++++++++++x");
    row("answer what was not asked", AnswerLicence{u"q"_s, LookUp::Outcome::NotFound}, "ggggggggggx");
    row("record what was copied", RecordCopying{u"省平台"_s, {u"申请人 › 姓名"_s}}, "f+++++++++x");
    row("record that nothing was copied", RecordCopying{u"省平台"_s, {}}, "fcccccccccx");
    row("explain what is not late", ExplainDelay{u"d"_s, item, u"系统升级"_s}, "fDDDDDDDDDx");
    row("rule on a delay that nobody explained", RuleOnDelay{u"d"_s, true, {}}, "fKKKKKKKKKx");
    row("order a re-check", OrderRecheck{u"c"_s, u"licence"_s, u"印章不清"_s}, "f+++++++++x");
    row("order it without saying what to look for", OrderRecheck{u"c"_s, u"licence"_s, u" "_s}, "fWWWWWWWWWx");
    row("record a re-check that nobody ordered", RecordRecheck{u"c"_s, true, {}}, "fKKKKKKKKKx");
    row("record a broken promise where none was given", RecordBrokenPromise{u"licence"_s, u"核查不实"_s}, "fMMMMMMMMMx");
    row("urge the department", RemindDepartment{u"r"_s, item, u"请抓紧"_s}, "fpp++++eeex");
    row("confirm what nobody urged", ConfirmReminder{u"r"_s, {}}, "fKKKKKKKKKx");
    row("see a whole number", RecordNumberLook{u"applicant-id"_s, u"电话核对"_s}, "+++++++++++");
    row("see it without a reason", RecordNumberLook{u"applicant-id"_s, {}}, "WWWWWWWWWWW");
    row("see what is no number of a person", RecordNumberLook{u"applicant-name"_s, u"核对"_s}, "FFFFFFFFFFF");
    row("archive", ArchiveCase{u"新闻出版部门"_s}, "fiiiiivvq+x");
}

void TestLife::commandInState()
{
    QFETCH(LifeCommand, command);
    QFETCH(QByteArray, expected);
    QCOMPARE(expected.size(), phaseCount);
    for (const Column &column : columns) {
        Sitting sitting = readyToFile(false);
        proceed(sitting, column.phase);
        const auto why = meaning(expected[int(column.phase)]);
        const Case before = sitting.file;
        QVERIFY2(sitting.perform(command) == !why, column.name);
        if (why) {
            QVERIFY2(sitting.refusedBecause(*why), column.name);
            QCOMPARE(sitting.file, before);
        }
    }
}

void TestLife::acceptedAtTheWindow_data()
{
    QTest::addColumn<QStringList>("authority");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("nothing entrusted") << QStringList{} << false;
    QTest::newRow("everything") << QStringList{u"*"_s} << true;
    QTest::newRow("the department") << QStringList{u"新闻出版部门"_s} << true;
    QTest::newRow("another department") << QStringList{u"消防救援机构"_s} << false;
    QTest::newRow("the item by id") << QStringList{item} << true;
    QTest::newRow("the item by name") << QStringList{u"消防救援机构"_s, u"出版物零售业务经营许可（租赁）"_s} << true;
    QTest::newRow("another item") << QStringList{u"fire"_s} << false;
}

void TestLife::acceptedAtTheWindow()
{
    QFETCH(QStringList, authority);
    QFETCH(bool, allowed);
    Sitting sitting = readyToFile(false);
    sitting.hall.acceptsAtWindow = authority;
    proceed(sitting, Phase::Filed);
    QCOMPARE(sitting.perform(LifeCommand{AcceptItem{item, u"1"_s, true}}), allowed);
    QCOMPARE(sitting.refusedBecause(Why::NotAuthorised), !allowed);
    QVERIFY(!sitting.perform(LifeCommand{AcceptItem{item, u"1"_s, false}})); // its department must have it first
    QCOMPARE(sitting.file.life.items.value(item).state, allowed ? State::Accepted : State::Filed);
}

void TestLife::deferredMaterial_data()
{
    QTest::addColumn<int>("daysLater");
    QTest::addColumn<bool>("supplied");
    QTest::addColumn<bool>("lapses");
    QTest::newRow("brought on the day promised") << 2 << true << false;
    QTest::newRow("not brought, the day itself") << 2 << false << false;
    QTest::newRow("not brought, the day after") << 3 << false << true;
    QTest::newRow("brought, the day after") << 3 << true << false;
}

void TestLife::deferredMaterial()
{
    QFETCH(int, daysLater);
    QFETCH(bool, supplied);
    QFETCH(bool, lapses);
    Sitting sitting = readyToFile(false);
    const QDate due = sitting.now.date().addDays(2);
    QVERIFY(sitting.perform(
        GiveVerdict{u"lease"_s, {.kind = VerdictKind::Deferred, .due = due}}));
    QVERIFY(sitting.signLetters());
    proceed(sitting, Phase::Accepted);
    QCOMPARE(sitting.file.life.supplements.value(u"lease"_s).due, due);
    QVERIFY(!sitting.perform(LifeCommand{DecideItem{item, granted()}}));
    QVERIFY(sitting.refusedBecause(Why::DeferralOpen));
    QVERIFY(!sitting.perform(LifeCommand{SupplyMaterial{u"lease"_s, {.kind = VerdictKind::Missing}}}));
    QVERIFY(sitting.refusedBecause(Why::GapOpen));
    sitting.now = sitting.now.addDays(daysLater);
    if (supplied) {
        QVERIFY(sitting.perform(LifeCommand{SupplyMaterial{u"lease"_s, {.kind = VerdictKind::OriginalSeen}}}));
        QCOMPARE(sitting.file.verdicts.value(u"lease"_s).kind, VerdictKind::OriginalSeen);
    }
    QCOMPARE(sitting.perform(LifeCommand{LapseDeferral{u"lease"_s}}), lapses);
    QCOMPARE(sitting.refusedBecause(Why::NotDueYet), !supplied && !lapses);
    QCOMPARE(sitting.file.life.items.value(item).state, lapses ? State::Lapsed : State::Accepted);
    if (lapses) {
        QVERIFY(!sitting.perform(LifeCommand{SupplyMaterial{u"lease"_s, {.kind = VerdictKind::OriginalSeen}}}));
        QVERIFY(sitting.refusedBecause(Why::DeferralHasLapsed));
    } else {
        QCOMPARE(sitting.perform(LifeCommand{DecideItem{item, granted()}}), supplied);
    }
}

void TestLife::prerequisites()
{
    Sitting sitting = readyToFile(true);
    proceed(sitting, Phase::Accepted);
    QVERIFY(sitting.perform(LifeCommand{AcceptItem{u"fire"_s, {}, false}}));
    QVERIFY(sitting.perform(LifeCommand{PreReviewItem{u"fire"_s}}));
    QVERIFY(!sitting.perform(LifeCommand{PreReviewItem{u"fire"_s}}));
    QVERIFY(!sitting.perform(LifeCommand{DecideItem{u"fire"_s, granted()}}));
    QVERIFY(sitting.refusedBecause(Why::PrerequisiteOpen));
    QVERIFY(sitting.perform(LifeCommand{DecideItem{item, granted()}}));
    QVERIFY(sitting.perform(LifeCommand{DecideItem{u"fire"_s, granted()}}));
}

void TestLife::aFailedPrerequisiteAllowsOnlyADenial()
{
    Sitting sitting = readyToFile(true);
    proceed(sitting, Phase::Accepted);
    QVERIFY(sitting.perform(LifeCommand{AcceptItem{u"fire"_s, {}, false}}));
    Outcome denied = granted();
    denied.granted = false;
    QVERIFY(!sitting.perform(LifeCommand{DecideItem{item, denied}}));
    QVERIFY(sitting.refusedBecause(Why::ReasonMissing));
    denied.reason = u"场所不符合条件"_s;
    QVERIFY(sitting.perform(LifeCommand{DecideItem{item, denied}}));
    QVERIFY(!sitting.perform(LifeCommand{DecideItem{u"fire"_s, granted()}}));
    QVERIFY(sitting.refusedBecause(Why::PrerequisiteFailed));
    QVERIFY(sitting.perform(LifeCommand{DecideItem{u"fire"_s, denied}}));
}

void TestLife::withdrawal()
{
    Sitting sitting = readyToFile(true);
    proceed(sitting, Phase::Decided);
    QVERIFY(!sitting.perform(LifeCommand{WithdrawItems{{item, u"fire"_s}, {}}}));
    QVERIFY(sitting.refusedBecause(Why::ItemEnded));
    QVERIFY(!sitting.perform(LifeCommand{WithdrawItems{{u"owned"_s}, {}}}));
    QVERIFY(sitting.refusedBecause(Why::UnknownItem));
    QVERIFY(sitting.perform(LifeCommand{WithdrawItems{{}, u"不办了"_s}}));
    QCOMPARE(sitting.file.life.items.value(u"fire"_s).state, State::Withdrawn);
    QCOMPARE(sitting.file.life.items.value(u"fire"_s).reason, u"不办了"_s);
    QCOMPARE(sitting.file.life.items.value(item).state, State::Decided);
}

void TestLife::refusalIsAResultToo()
{
    Sitting sitting = readyToFile(false);
    proceed(sitting, Phase::Pushed);
    QVERIFY(!sitting.perform(LifeCommand{RefuseItem{item, {}, u"  "_s}}));
    QVERIFY(sitting.refusedBecause(Why::ReasonMissing));
    QVERIFY(sitting.perform(LifeCommand{RefuseItem{item, u"3"_s, u"不属于本机关职权"_s}}));
    QVERIFY(sitting.perform(LifeCommand{ReceiveResult{item, u"发证窗口"_s, {}}}));
    QVERIFY(sitting.perform(LifeCommand{DeliverItems{{item}, inPerson()}}));
    QVERIFY(sitting.perform(LifeCommand{GiveBackPapers{{u"licence"_s, u"lease"_s}, u"张三"_s}}));
    QVERIFY(sitting.perform(LifeCommand{SendProof{{item}}}));
    QVERIFY(sitting.perform(LifeCommand{ArchiveCase{u"新闻出版部门"_s}}));
}

void TestLife::givenBackOnlyWhatNobodyNeeds()
{
    Sitting sitting = readyToFile(true); // both items need the licence, only one the lease
    proceed(sitting, Phase::Pushed);
    QVERIFY(sitting.perform(LifeCommand{WithdrawItems{{item}, {}}}));
    QVERIFY(!sitting.perform(LifeCommand{GiveBackPapers{{u"licence"_s}, u"张三"_s}}));
    QVERIFY(sitting.refusedBecause(Why::StillNeeded));
    QVERIFY(sitting.perform(LifeCommand{GiveBackPapers{{u"lease"_s}, u"张三"_s}}));
    QVERIFY(!sitting.perform(LifeCommand{GiveBackPapers{{u"lease"_s}, u"张三"_s}}));
    QVERIFY(sitting.refusedBecause(Why::AlreadyDone));
    QVERIFY(!sitting.perform(LifeCommand{GiveBackPapers{{u"floor-plan"_s}, u"张三"_s}}));
    QVERIFY(sitting.refusedBecause(Why::UnknownMaterial));
}

void TestLife::eLicenceIsChecked()
{
    Sitting sitting = readyToFile(false);
    proceed(sitting, Phase::Accepted);
    Outcome outcome = granted();
    outcome.eLicence = u"1.2.156.3005.2.11100000000013661B006.113700000045046442.209FA4E88F9E4C878F3E9BED2CE7EA49.001.M"_s;
    QVERIFY(!sitting.perform(LifeCommand{DecideItem{item, outcome}}));
    QVERIFY(sitting.refusedBecause(Why::ELicenceInvalid));
    outcome.eLicence = u"1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0"_s;
    outcome.physical = false;
    QVERIFY(sitting.perform(LifeCommand{DecideItem{item, outcome}}));
    QVERIFY(sitting.perform(LifeCommand{DeliverItems{{item}, {.way = Collection::Electronic}}})); // nothing has to arrive
}

void TestLife::jointReview()
{
    Sitting sitting = readyToFile(true);
    proceed(sitting, Phase::Accepted);
    const QDateTime tomorrow = sitting.now.addDays(1);
    const auto call = [&](const QStringList &items, const QDateTime &planned) {
        return LifeCommand{CallJointReview{u"r1"_s, JointReview::Kind::Inspection, items, planned, u"店内"_s}};
    };
    QVERIFY(!sitting.perform(call({item, u"fire"_s}, tomorrow)));
    QVERIFY(sitting.refusedBecause(Why::NotAccepted));
    QVERIFY(!sitting.perform(call({}, tomorrow)));
    QVERIFY(!sitting.perform(call({item}, sitting.now.addDays(-1))));
    QVERIFY(sitting.perform(call({item}, tomorrow)));
    QVERIFY(!sitting.perform(LifeCommand{RecordJointReview{u"r2"_s, u"合格"_s}}));
    QVERIFY(sitting.perform(LifeCommand{RecordJointReview{u"r1"_s, u"合格"_s}}));
    QVERIFY(!sitting.perform(LifeCommand{RecordJointReview{u"r1"_s, u"合格"_s}}));
    QCOMPARE(sitting.file.life.reviews.front().result, u"合格"_s);
}

void TestLife::everyFactSurvivesItsJson()
{
    const QDateTime moment = QDateTime::fromString(u"2026-11-23T09:00:00.000+08:00"_s, Qt::ISODateWithMs);
    const QList<LifeFact> facts{ApplicationSubmitted{},
                                ScanAttached{QString(64, u'a'), u"lease"_s, 2, u"jpeg"_s, 9, QString(64, u'b')},
                                ScanMoved{QString(64, u'a'), u"lease"_s, 3},
                                ScanRemoved{QString(64, u'a'), u"重拍"_s},
                                ScansCompleted{3},
                                PushedToDepartments{{u"甲"_s, u"乙"_s}},
                                PaperHandedOver{u"李四"_s},
                                ItemAccepted{item, u"1"_s},
                                ItemRefused{item, u"2"_s, u"理由"_s},
                                ClockPaused{item, u"听证"_s},
                                ClockResumed{item},
                                ItemPreReviewed{item},
                                JointReviewCalled{u"r"_s, JointReview::Kind::FinalInspection, {item}, moment, u"店内"_s},
                                JointReviewHeld{u"r"_s, u"合格"_s},
                                DeferralPromised{u"lease"_s, QDate(2026, 11, 30)},
                                MaterialSupplied{u"lease"_s},
                                DeferralLapsed{u"lease"_s, {item}},
                                ItemsWithdrawn{{item}, u"不办了"_s},
                                PapersGivenBack{{u"lease"_s}, u"张三"_s},
                                ItemDecided{item, {false, u"号"_s, u"证"_s, false, u"理由"_s}},
                                ResultSent{item, u"发证窗口"_s, u"王芳"_s},
                                ResultArrived{item, u"A3"_s, u"甲"_s, u"B-07"_s, u"乙"_s},
                                CitizenTold{Contact::About::Supplement, Contact::Way::Letter, u"请补交"_s},
                                CollectionChosen{{false, Collection::Courier, u"样例路1号"_s}},
                                ItemsDelivered{{item}, {.way = Collection::Courier, .tracking = u"SF1"_s, .authority = u"委托书"_s, .company = u"邮政"_s,
                                                         .address = u"样例路1号"_s, .eLicence = u"1.2.156"_s}},
                                ProofSent{{item}},
                                CaseArchived{u"甲"_s},
                                LicenceAsked{u"q1"_s, u"licence"_s, Material::Acquisition::ELicence, u"张三"_s, u"办理“开书店”"_s},
                                LicenceAnswered{u"q1"_s, LookUp::Outcome::Found, u"1.2.156"_s, u"营业执照"_s, u"市场监管部门"_s, QDate(2030, 1, 1)},
                                BlanksCopied{u"省平台"_s, {u"申请人 › 姓名"_s}},
                                DelayExplained{u"d"_s, item, u"系统升级"_s},
                                DelayRuled{u"d"_s, true, u"属实"_s},
                                RecheckOrdered{u"c"_s, u"licence"_s, u"印章不清"_s},
                                RecheckDone{u"c"_s, false, u"过期"_s},
                                PromiseBroken{u"licence"_s, u"核查不实"_s},
                                DepartmentReminded{u"r"_s, item, u"请抓紧"_s},
                                ReminderConfirmed{u"r"_s, u"今天办"_s},
                                NumberLooked{u"applicant-id"_s, u"电话核对"_s}};
    QCOMPARE(size_t(facts.size()), std::variant_size_v<AnyLifeFact>);
    QSet<QString> types;
    for (const LifeFact &fact : facts) {
        const QString type = typeName(fact);
        QVERIFY(!types.contains(type));
        types.insert(type);
        const auto read = factFromJson(type, toJson(fact));
        QVERIFY2(read, qPrintable(type));
        QVERIFY2(*read == Fact(fact), qPrintable(type));
        if (!toJson(fact).isEmpty())
            QVERIFY2(!factFromJson(type, {}), qPrintable(type));
    }
}

/// Facts come from other windows too: whatever order they arrive in, an ended item stays as it ended.
void TestLife::factsThatMakeNoSenseChangeNothing()
{
    Sitting sitting = readyToFile(false);
    proceed(sitting, Phase::Proved);
    const CaseLife before = sitting.file.life;
    for (const LifeFact &fact : QList<LifeFact>{ItemAccepted{item, u"9"_s}, ItemRefused{item, {}, u"迟"_s},
                                                ClockPaused{item, u"听证"_s}, ClockResumed{item}, DeferralLapsed{u"lease"_s, {item}},
                                                ItemsWithdrawn{{item}, {}}, ItemDecided{item, {}}, ResultArrived{item, u"B"_s, {}},
                                                ItemsDelivered{{item}, {}}, ProofSent{{item}}, JointReviewHeld{u"r9"_s, u"?"_s},
                                                MaterialSupplied{u"lease"_s}, ScansCompleted{}, PushedToDepartments{},
                                                DelayRuled{u"?"_s, true, {}}, RecheckDone{u"?"_s, true, {}}, ReminderConfirmed{u"?"_s, {}}}) {
        sitting.file = apply(sitting.file, {sitting.now.addSecs(60), u"李四"_s, fact});
        QVERIFY2(sitting.file.life == before, qPrintable(typeName(fact)));
    }
}

QTEST_GUILESS_MAIN(TestLife)
#include "tst_life.moc"
