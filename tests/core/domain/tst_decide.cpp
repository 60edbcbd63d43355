#include "tests/support/sampleguide.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using Why = Refusal::Why;
using support::Sitting;

namespace {

constexpr auto missing = VerdictKind::Missing;
constexpr auto original = VerdictKind::OriginalSeen;

/// Own premises of 80 m², fire inspection by commitment, form filled: licence and deed are asked for.
Sitting filledIn()
{
    Sitting sitting;
    sitting.open();
    sitting.perform(AnswerSituation{u"premises"_s, u"owned"_s});
    sitting.perform(AnswerSituation{u"area"_s, u"80"_s});
    sitting.perform(ChoosePath{u"fire"_s, u"commitment"_s});
    sitting.perform(EnterField{u"applicant-name"_s, u"张𬭚"_s});
    sitting.perform(EnterField{u"applicant-id"_s, u"41030219900307001X"_s});
    return sitting;
}

Sitting withVerdicts(VerdictKind licence, VerdictKind deed)
{
    Sitting sitting = filledIn();
    const auto verdict = [](VerdictKind kind) {
        return Verdict{.kind = kind, .checkpoint = kind == VerdictKind::NotConforming ? u"valid"_s : QString()};
    };
    sitting.perform(GiveVerdict{u"licence"_s, verdict(licence)});
    sitting.perform(GiveVerdict{u"deed"_s, verdict(deed)});
    return sitting;
}

}

class TestDecide : public QObject
{
    Q_OBJECT

private slots:
    void aMatterWithoutMaterialsIsNotTakenIn()
    {
        Sitting sitting;
        sitting.guide.matter.status = MatterStatus::Catalogue;
        QVERIFY(!sitting.open());
        QVERIFY(sitting.refusedBecause(Why::NotWorkedOut));
    }
    void aCaseIsOpenedOnce()
    {
        Sitting sitting;
        QVERIFY(sitting.open());
        QCOMPARE(sitting.file.guide, sitting.guide.ref);
        QVERIFY(!sitting.open());
        QVERIFY(sitting.refusedBecause(Why::AlreadyOpen));
    }
    void nothingHappensToACaseThatWasNotOpened()
    {
        Sitting sitting;
        QVERIFY(!sitting.perform(EnterField{u"applicant-name"_s, u"张三"_s}));
        QVERIFY(sitting.refusedBecause(Why::NotOpen));
    }

    void answers_data()
    {
        QTest::addColumn<QString>("situation");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("allowed");
        QTest::addColumn<Why>("why");
        QTest::newRow("an option of the guide") << u"premises"_s << u"rented"_s << true << Why::UnknownAnswer;
        QTest::newRow("taken back") << u"premises"_s << QString() << true << Why::UnknownAnswer;
        QTest::newRow("a number") << u"area"_s << u"199.5"_s << true << Why::UnknownAnswer;
        QTest::newRow("an option that the guide does not have") << u"premises"_s << u"borrowed"_s << false << Why::UnknownAnswer;
        QTest::newRow("words for a number") << u"area"_s << u"很大"_s << false << Why::UnknownAnswer;
        QTest::newRow("a negative area") << u"area"_s << u"-5"_s << false << Why::UnknownAnswer;
        QTest::newRow("an absurd area") << u"area"_s << u"1e300"_s << false << Why::UnknownAnswer;
        QTest::newRow("not a number") << u"area"_s << u"nan"_s << false << Why::UnknownAnswer;
        QTest::newRow("a question that the guide does not have") << u"colour"_s << u"red"_s << false << Why::UnknownSituation;
    }
    void answers()
    {
        QFETCH(QString, situation);
        QFETCH(QString, answer);
        QFETCH(bool, allowed);
        QFETCH(Why, why);
        Sitting sitting;
        sitting.open();
        QCOMPARE(sitting.perform(AnswerSituation{situation, answer}), allowed);
        QCOMPARE(sitting.refusedBecause(why), !allowed);
    }

    void itemsThatExcludeEachOtherCannotBothBeChosen()
    {
        Sitting sitting = filledIn();
        QVERIFY(!sitting.perform(KeepItem{u"rented"_s}));
        QVERIFY(sitting.refusedBecause(Why::ItemsExclude));
    }
    void anItemThatDoesNotApplyCannotBeKept()
    {
        Sitting sitting = filledIn();
        QVERIFY(!sitting.perform(KeepItem{u"health"_s}));
        QVERIFY(sitting.refusedBecause(Why::ItemDoesNotApply));
    }
    void theApplicantMayChooseAllOrSomeItems()
    {
        Sitting sitting = filledIn();
        QVERIFY(sitting.perform(DropItem{u"owned"_s}));
        QVERIFY(!sitting.plan().material(u"deed"_s));
        QVERIFY(sitting.perform(KeepItem{u"owned"_s}));
        QVERIFY(sitting.plan().material(u"deed"_s));
    }
    void withoutAnyItemThereIsNothingToFile()
    {
        Sitting sitting = filledIn();
        sitting.perform(DropItem{u"owned"_s});
        sitting.perform(DropItem{u"fire"_s});
        QVERIFY(!sitting.perform(FileCase{}));
        QVERIFY(sitting.refusedBecause(Why::NothingChosen));
    }

    void verdicts_data()
    {
        QTest::addColumn<QString>("material");
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<QList<Why>>("refused");
        const QDate today(2026, 11, 21);
        const auto row = [](const char *name, const QString &material, const Verdict &verdict, const QList<Why> &refused) {
            QTest::newRow(name) << material << verdict << refused;
        };
        row("original seen", u"lease"_s, {.kind = original}, {});
        row("copy kept", u"lease"_s, {.kind = VerdictKind::CopyKept}, {});
        row("missing", u"lease"_s, {.kind = missing}, {});
        row("a material that this case does not ask for", u"deed"_s, {.kind = original}, {Why::UnknownMaterial});
        row("免提交 with the number of the e-licence", u"licence"_s,
            {.kind = VerdictKind::Exempt, .from = Material::Acquisition::ELicence, .identifier = u"1.2.156.3005.2.x"_s}, {});
        row("免提交 without a number", u"licence"_s, {.kind = VerdictKind::Exempt, .from = Material::Acquisition::Shared},
            {Why::IdentifierMissing});
        row("免提交 of what nobody shares", u"lease"_s,
            {.kind = VerdictKind::Exempt, .from = Material::Acquisition::Shared, .identifier = u"7"_s}, {Why::NotExemptable});
        row("容缺 with a day", u"lease"_s,
            {.kind = VerdictKind::Deferred, .due = today.addDays(5)}, {});
        row("容缺 without a day", u"lease"_s, {.kind = VerdictKind::Deferred}, {Why::DueDateMissing});
        row("容缺 until yesterday", u"lease"_s,
            {.kind = VerdictKind::Deferred, .due = today.addDays(-1)}, {Why::DueDateInPast});
        row("容缺 beyond the item's promise", u"lease"_s,
            {.kind = VerdictKind::Deferred, .due = today.addDays(7)}, {Why::DueDateTooLate});
        row("容缺 of a principal material", u"licence"_s,
            {.kind = VerdictKind::Deferred, .due = today}, {Why::NotDeferrable});
        row("告知承诺", u"air-report"_s, {.kind = VerdictKind::Committed}, {});
        row("告知承诺 where it is not allowed", u"lease"_s, {.kind = VerdictKind::Committed},
            {Why::NotCommittable});
        row("not conforming by a checkpoint", u"lease"_s, {.kind = VerdictKind::NotConforming, .checkpoint = u"valid"_s}, {});
        row("not conforming in other words", u"lease"_s, {.kind = VerdictKind::NotConforming, .reason = u"缺出租人签字"_s}, {});
        row("not conforming without a reason", u"lease"_s, {.kind = VerdictKind::NotConforming}, {Why::ReasonMissing});
        row("not conforming by an unknown checkpoint", u"lease"_s,
            {.kind = VerdictKind::NotConforming, .checkpoint = u"colour"_s}, {Why::UnknownCheckpoint});
    }
    void verdicts()
    {
        QFETCH(QString, material);
        QFETCH(Verdict, verdict);
        QFETCH(QList<Why>, refused);
        Sitting sitting;
        sitting.open();
        sitting.perform(AnswerSituation{u"premises"_s, u"rented"_s});
        sitting.perform(AnswerSituation{u"landlord"_s, u"person"_s});
        sitting.perform(AnswerSituation{u"area"_s, u"300"_s});
        QCOMPARE(sitting.perform(GiveVerdict{material, verdict}), refused.isEmpty());
        QList<Why> reasons;
        for (const Refusal &refusal : sitting.refusals)
            reasons << refusal.why;
        QCOMPARE(reasons, refused);
    }

    void noNoticeBeforeEveryMaterialHasAVerdict()
    {
        Sitting sitting = filledIn();
        sitting.perform(GiveVerdict{u"licence"_s, {.kind = missing}});
        QVERIFY(!sitting.perform(IssueNotice{}));
        QCOMPARE(sitting.refusals, QList<Refusal>({{Why::VerdictMissing, u"不动产权证书"_s, u"deed"_s}}));
        QVERIFY(sitting.file.notices.isEmpty());
    }
    void theNoticeNamesEveryGapAtOnce()
    {
        Sitting sitting = withVerdicts(missing, VerdictKind::NotConforming);
        QVERIFY(sitting.perform(IssueNotice{}));
        const QList<Gap> gaps = sitting.file.notices.front().gaps;
        QCOMPARE(gaps.size(), 2);
        QCOMPARE(gaps[0].materialName, u"营业执照"_s);
        QCOMPARE(gaps[0].items.size(), 2);
        QCOMPARE(gaps[1].reason, u"不动产权证书已过有效期，请更换"_s);
    }
    void withoutAGapThereIsNoNotice()
    {
        Sitting sitting = withVerdicts(original, original);
        QVERIFY(!sitting.perform(IssueNotice{}));
        QVERIFY(sitting.refusedBecause(Why::NothingToCorrect));
    }
    void theNoticeIsAddressedToSomebody()
    {
        Sitting sitting = withVerdicts(missing, original);
        sitting.perform(EnterField{u"applicant-name"_s, QString()});
        QVERIFY(!sitting.perform(IssueNotice{}));
        QVERIFY(sitting.refusedBecause(Why::FieldMissing));
    }
    void noNoticeWhileAQuestionIsOpen()
    {
        Sitting sitting = withVerdicts(missing, original);
        sitting.perform(AnswerSituation{u"area"_s, QString()});
        QVERIFY(!sitting.perform(IssueNotice{}));
        QVERIFY(sitting.refusedBecause(Why::SituationOpen));
    }

    void filing_data()
    {
        QTest::addColumn<VerdictKind>("licence");
        QTest::addColumn<VerdictKind>("deed");
        QTest::addColumn<bool>("filed");
        QTest::newRow("all originals seen") << original << original << true;
        QTest::newRow("a copy kept") << VerdictKind::CopyKept << original << true;
        QTest::newRow("one missing") << original << missing << false;
        QTest::newRow("one not conforming") << VerdictKind::NotConforming << original << false;
    }
    void filing()
    {
        QFETCH(VerdictKind, licence);
        QFETCH(VerdictKind, deed);
        QFETCH(bool, filed);
        Sitting sitting = withVerdicts(licence, deed);
        QCOMPARE(sitting.perform(FileCase{}), filed);
        QCOMPARE(sitting.file.stage, filed ? Stage::Filed : Stage::Intake);
        QCOMPARE(sitting.refusedBecause(Why::GapOpen), !filed);
    }
    void filingStartsTheTwoHourClock()
    {
        Sitting sitting = withVerdicts(original, original);
        QVERIFY(sitting.perform(FileCase{}));
        QCOMPARE(sitting.file.filing->pushDue, QDateTime(QDate(2026, 11, 23), QTime(10, 30))); // filed on a Saturday
    }
    void noFilingWithAFaultInTheForm_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<Why>("why");
        QTest::newRow("empty") << QString() << Why::FieldMissing;
        QTest::newRow("wrong check digit") << u"410302199003070018"_s << Why::FieldInvalid;
    }
    void noFilingWithAFaultInTheForm()
    {
        QFETCH(QString, id);
        QFETCH(Why, why);
        Sitting sitting = withVerdicts(original, original);
        sitting.perform(EnterField{u"applicant-id"_s, id});
        QVERIFY(!sitting.perform(FileCase{}));
        QVERIFY(sitting.refusedBecause(why));
    }
    void noFilingWhileTheWayOfAnItemIsOpen()
    {
        Sitting sitting = withVerdicts(original, original);
        sitting.perform(ChoosePath{u"fire"_s, QString()});
        QVERIFY(!sitting.perform(FileCase{}));
        QVERIFY(sitting.refusedBecause(Why::PathOpen));
    }
    void aDeferralThatHasLapsedBeforeFilingIsRefused()
    {
        Sitting sitting = filledIn();
        sitting.perform(AnswerSituation{u"premises"_s, u"rented"_s});
        sitting.perform(AnswerSituation{u"landlord"_s, u"person"_s});
        sitting.perform(GiveVerdict{u"licence"_s, {.kind = original}});
        const QDate due = sitting.now.date().addDays(1);
        QVERIFY(sitting.perform(
            GiveVerdict{u"lease"_s, {.kind = VerdictKind::Deferred, .due = due}}));
        sitting.now = sitting.now.addDays(2);
        QVERIFY(!sitting.perform(FileCase{}));
        QVERIFY(sitting.refusedBecause(Why::DueDateInPast));
    }
    void afterFilingTheIntakeIsFixed()
    {
        Sitting sitting = withVerdicts(original, original);
        sitting.perform(FileCase{});
        for (const Command &command : {Command(EnterField{u"applicant-name"_s, u"李四"_s}), Command(DropItem{u"fire"_s}),
                                       Command(GiveVerdict{u"deed"_s, {.kind = missing}}), Command(FileCase{}),
                                       Command(IssueNotice{}), Command(AbandonCase{u"x"_s})}) {
            QVERIFY(!sitting.perform(command));
            QVERIFY(sitting.refusedBecause(Why::NotInIntake));
        }
    }

    void whatIsPutRightAtOnceIsRecordedAsSuch()
    {
        Sitting sitting = withVerdicts(missing, original);
        sitting.perform(GiveVerdict{u"licence"_s, {.kind = original}});
        QVERIFY(sitting.file.verdicts[u"licence"_s].correctedOnTheSpot);
        QVERIFY(!sitting.file.verdicts[u"deed"_s].correctedOnTheSpot);
    }
    void whatIsBroughtAfterANoticeWasNotCorrectedOnTheSpot()
    {
        Sitting sitting = withVerdicts(missing, original);
        sitting.perform(IssueNotice{});
        sitting.perform(GiveVerdict{u"licence"_s, {.kind = original}});
        QVERIFY(!sitting.file.verdicts[u"licence"_s].correctedOnTheSpot);
        QVERIFY(sitting.perform(FileCase{}));
    }
    void tellingASecondTimeWhatCouldBeToldAtOnceIsABreach()
    {
        Sitting sitting = withVerdicts(missing, original);
        sitting.perform(IssueNotice{});
        QVERIFY(sitting.file.notices[0].secondTelling.isEmpty());
        sitting.perform(GiveVerdict{u"deed"_s, {.kind = missing}});
        QVERIFY(sitting.perform(IssueNotice{}));
        QCOMPARE(sitting.file.notices[1].secondTelling, QStringList{u"不动产权证书"_s});
    }
    void repeatingWhatIsStillMissingIsNoBreach()
    {
        Sitting sitting = withVerdicts(missing, original);
        sitting.perform(IssueNotice{});
        QVERIFY(sitting.perform(IssueNotice{}));
        QVERIFY(sitting.file.notices[1].secondTelling.isEmpty());
    }
    void aMaterialThatOnlyNowBecameNecessaryIsNoBreach()
    {
        Sitting sitting = withVerdicts(missing, original);
        sitting.perform(IssueNotice{});
        sitting.perform(AnswerSituation{u"area"_s, u"500"_s}); // another answer than the first time: now the health permit
        sitting.perform(GiveVerdict{u"air-report"_s, {.kind = missing}});
        QVERIFY(sitting.perform(IssueNotice{}));
        QVERIFY(sitting.file.notices[1].secondTelling.isEmpty());
    }

    void noPaperBeforeItsAct()
    {
        Sitting sitting = withVerdicts(original, original);
        QVERIFY(!sitting.perform(RequestPrint{u"p1"_s, {PaperKind::FilingReceipt}}));
        QVERIFY(sitting.refusedBecause(Why::NoSuchPaper));
        QVERIFY(!sitting.perform(RequestPrint{u"p1"_s, {PaperKind::CorrectionNotice}}));
        sitting.perform(FileCase{});
        QVERIFY(sitting.perform(RequestPrint{u"p1"_s, {PaperKind::FilingReceipt}}));
    }
    void copiesAreCountedAndNothingBlocksAnother()
    {
        Sitting sitting = withVerdicts(original, original);
        sitting.perform(FileCase{});
        sitting.perform(RequestPrint{u"p1"_s, {PaperKind::FilingReceipt}});
        sitting.perform(ReportPrintFailed{u"p1"_s, u"out of paper"_s});
        sitting.perform(RequestPrint{u"p2"_s, {PaperKind::FilingReceipt}});
        sitting.perform(ReportSpooled{u"p2"_s, u"A4, 7"_s});
        sitting.perform(RequestPrint{u"p3"_s, {PaperKind::FilingReceipt}});
        QCOMPARE(sitting.file.prints[0].state, PrintAct::State::Failed);
        QCOMPARE(sitting.file.prints[1].copy, 1); // the first never came out
        QCOMPARE(sitting.file.prints[2].copy, 2);
        QVERIFY(!sitting.perform(ReportSpooled{u"p9"_s, {}}));
        QVERIFY(sitting.refusedBecause(Why::UnknownPrint));
    }

    void anEarlierPrintThatFailsLateLeavesNoGap()
    {
        Sitting sitting = withVerdicts(original, original);
        sitting.perform(FileCase{});
        for (const QString &print : {u"p1"_s, u"p2"_s, u"p3"_s}) {
            sitting.perform(RequestPrint{print, {PaperKind::FilingReceipt}});
            sitting.perform(ReportSpooled{print, u"A4"_s, u"A4"_s, 7});
        }
        sitting.perform(ReportPrintFailed{u"p2"_s, u"cancelled"_s});
        sitting.perform(RequestPrint{u"p4"_s, {PaperKind::FilingReceipt}, u"  打印机\n卡纸 "_s, 0});
        QCOMPARE(sitting.file.prints[3].copy, 2);
        QCOMPARE(sitting.file.prints[3].reason, u"打印机 卡纸"_s);
        QCOMPARE(sitting.file.prints[3].pieces, 1);
        sitting.perform(RequestPrint{u"p5"_s, {PaperKind::FilingReceipt}});
        QCOMPARE(sitting.file.prints[4].copy, 4);
        QCOMPARE(sitting.file.prints[0].job, 7);
    }

    /// The whole life of a print: which report is heard in which state.
    void reports_data()
    {
        using State = PrintAct::State;
        QTest::addColumn<State>("from");
        QTest::addColumn<QList<State>>("to");
        QTest::newRow("asked for") << State::Requested
                                   << QList{State::Spooled, State::Failed, State::Printed, State::Confirmed};
        QTest::newRow("with the service") << State::Spooled << QList{State::Failed, State::Printed, State::Confirmed};
        QTest::newRow("printed") << State::Printed << QList{State::Failed, State::Confirmed};
        QTest::newRow("failed") << State::Failed << QList<State>{};
        QTest::newRow("in hand") << State::Confirmed << QList<State>{};
    }
    void reports()
    {
        using State = PrintAct::State;
        QFETCH(State, from);
        QFETCH(QList<State>, to);
        const QMap<State, Command> commands{{State::Spooled, ReportSpooled{u"p"_s, u"A4, 7"_s}},
                                            {State::Failed, ReportPrintFailed{u"p"_s, u"cancelled"_s}},
                                            {State::Printed, ReportPrinted{u"p"_s}},
                                            {State::Confirmed, ConfirmPrint{u"p"_s}}};
        for (auto it = commands.begin(); it != commands.end(); ++it) {
            Sitting sitting = withVerdicts(original, original);
            sitting.perform(FileCase{});
            sitting.perform(RequestPrint{u"p"_s, {PaperKind::FilingReceipt}});
            if (from != State::Requested)
                sitting.perform(commands[from]);
            const auto events = sitting.events.size();
            QVERIFY(sitting.perform(it.value()));
            const bool isHeard = to.contains(it.key());
            QCOMPARE(sitting.file.prints[0].state, isHeard ? it.key() : from);
            QCOMPARE(sitting.events.size(), events + (isHeard ? 1 : 0));
        }
    }

    void whatChangesNothingIsNoFact()
    {
        Sitting sitting = withVerdicts(original, original);
        const auto before = sitting.events.size();
        QVERIFY(sitting.perform(AnswerSituation{u"area"_s, u"80"_s}));
        QVERIFY(sitting.perform(EnterField{u"applicant-name"_s, u" 张𬭚 "_s}));
        QVERIFY(sitting.perform(GiveVerdict{u"deed"_s, {.kind = original}}));
        QCOMPARE(sitting.events.size(), before);
    }
    void theEventsAloneMakeTheCaseAgain()
    {
        Sitting sitting = withVerdicts(missing, original);
        sitting.perform(IssueNotice{});
        sitting.perform(GiveVerdict{u"licence"_s, {.kind = original}});
        sitting.perform(FileCase{});
        Case again;
        for (const Event &event : sitting.events)
            again = apply(again, {event.at, event.actor, *factFromJson(typeName(event.fact), toJson(event.fact))});
        QVERIFY(again == sitting.file);
    }
    void factsOfANewerProgramAreCountedButChangeNothing()
    {
        Sitting sitting = filledIn();
        Case after = apply(sitting.file, {sitting.now, u"x"_s, UnknownFact{u"new.thing"_s, {}}});
        QCOMPARE(after.events, sitting.file.events + 1);
        QVERIFY(after.newer);
        QVERIFY(!decide(after, EnterField{u"applicant-name"_s, u"李四"_s}, sitting.guide, sitting.rules, sitting.now));
        after.events = sitting.file.events;
        after.newer = false;
        QVERIFY(after == sitting.file);
    }
};
QTEST_APPLESS_MAIN(TestDecide)
#include "tst_decide.moc"
