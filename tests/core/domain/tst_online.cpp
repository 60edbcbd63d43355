#include "tests/support/sampleguide.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using Why = Refusal::Why;
using support::readyToFile;
using support::Sitting;

/// An application that comes online: submitted, looked at, filed or answered by a notice, submitted again.
class TestOnline : public QObject
{
    Q_OBJECT

private slots:
    /// Submitted, answered by a notice, submitted again, filed: between the two nobody waits for the window.
    void submittedAnsweredAndSubmittedAgain()
    {
        Sitting sitting = readyToFile(false);
        const Command submit = LifeCommand{SubmitApplication{}};
        QVERIFY(sitting.perform(submit));
        QVERIFY(sitting.file.life.awaitsReview);
        QVERIFY(!sitting.perform(submit));
        QVERIFY(sitting.refusedBecause(Why::AlreadyDone));
        QVERIFY(sitting.perform(GiveVerdict{u"lease"_s, {.kind = VerdictKind::Missing}}));
        QVERIFY(sitting.perform(IssueNotice{}));
        QVERIFY(!sitting.file.life.awaitsReview);
        sitting.now = sitting.now.addDays(2);
        QVERIFY(sitting.perform(submit));
        QCOMPARE(sitting.file.life.submittedAt, sitting.now);
        QVERIFY(sitting.perform(GiveVerdict{u"lease"_s, {.kind = VerdictKind::OriginalSeen}}));
        QVERIFY(sitting.perform(FileCase{}));
        QVERIFY(!sitting.file.life.awaitsReview);
        QVERIFY(!sitting.perform(submit));
        // A fact of another window that comes too late opens nothing again.
        sitting.file = apply(sitting.file, {sitting.now, u"李四"_s, LifeFact{ApplicationSubmitted{}}});
        QVERIFY(!sitting.file.life.awaitsReview);
    }

    void anApplicationNeedsItsForm()
    {
        Sitting sitting = readyToFile(false);
        const Command submit = LifeCommand{SubmitApplication{}};
        QVERIFY(sitting.perform(EnterField{u"applicant-id"_s, {}}));
        QVERIFY(!sitting.perform(submit));
        QVERIFY(sitting.refusedBecause(Why::FieldMissing));
        QVERIFY(sitting.perform(EnterField{u"applicant-id"_s, u"41030219900307001X"_s}));
        QVERIFY(sitting.perform(AnswerSituation{u"landlord"_s, {}}));
        QVERIFY(!sitting.perform(submit));
        QVERIFY(sitting.refusedBecause(Why::SituationOpen));
        QVERIFY(sitting.perform(AnswerSituation{u"landlord"_s, u"person"_s}));
        for (const QString &material : {u"lease"_s, u"licence"_s}) // nobody has looked at it yet
            QVERIFY(sitting.perform(TakeBackVerdict{material}));
        QVERIFY(sitting.perform(submit));
        QVERIFY(sitting.perform(AbandonCase{u"申请人撤回"_s}));
        QVERIFY(!sitting.perform(submit));
    }
};

QTEST_GUILESS_MAIN(TestOnline)
#include "tst_online.moc"
