#include "core/domain/letters.h"
#include "core/domain/reportfacts.h"
#include "tests/support/sampleguide.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using Why = Refusal::Why;
using Kind = Letter::Kind;
using support::Sitting;

namespace {

const QString identity = u"41030219900307001X"_s;

Verdict deferred(QDate due)
{
    return {.kind = VerdictKind::Deferred, .due = due};
}

/// Rented premises of 300 m²: the lease is deferred by three days, the air report committed; nothing else is open.
Sitting promising()
{
    Sitting sitting;
    sitting.guide.fields[u"enterprise-code"_s]
        = {.id = u"enterprise-code"_s, .label = u"统一社会信用代码"_s, .kind = Field::Kind::CreditCode, .role = Field::Role::Enterprise,
           .required = false};
    sitting.guide.fields[u"agent-id"_s]
        = {.id = u"agent-id"_s, .label = u"代理人证件号码"_s, .kind = Field::Kind::IdNumber, .role = Field::Role::Agent, .required = false};
    for (Item &item : sitting.guide.matter.items)
        item.fields << u"enterprise-code"_s << u"agent-id"_s;
    sitting.open();
    for (const Command &command :
         {Command(AnswerSituation{u"premises"_s, u"rented"_s}), Command(AnswerSituation{u"landlord"_s, u"person"_s}),
          Command(AnswerSituation{u"area"_s, u"300"_s}), Command(EnterField{u"applicant-name"_s, u"张𬭚"_s}),
          Command(EnterField{u"applicant-id"_s, identity}), Command(EnterField{u"applicant-phone"_s, u"13800000000"_s}),
          Command(ChoosePath{u"fire"_s, u"commitment"_s}),
          Command(GiveVerdict{u"licence"_s, {.kind = VerdictKind::OriginalSeen}}),
          Command(GiveVerdict{u"lease"_s, deferred(sitting.now.date().addDays(3))}),
          Command(GiveVerdict{u"air-report"_s, {.kind = VerdictKind::Committed}})}) {
        if (!sitting.perform(command))
            qFatal("the sample case cannot be made");
    }
    return sitting;
}

QList<Why> whysOf(const QList<Refusal> &refusals)
{
    QList<Why> whys;
    for (const Refusal &refusal : refusals)
        whys << refusal.why;
    return whys;
}

QList<Why> obstacles(const Sitting &sitting)
{
    return whysOf(obstaclesToFiling(sitting.file, sitting.guide, sitting.rules, sitting.now, sitting.hall));
}

Command sign(Kind kind, const QString &told = u"逾期没有补齐的，终止办理。"_s)
{
    return SignLetter{kind, told};
}

}

/// The letters an applicant signs for what is brought later or promised.
class TestLetters : public QObject
{
    Q_OBJECT

private slots:
    void oneLetterOfAKindIsPrintedReadOutAndSigned()
    {
        Sitting sitting = promising();
        QCOMPARE(obstacles(sitting), (QList<Why>{Why::LetterMissing, Why::LetterMissing}));
        QVERIFY(!sitting.perform(sign(Kind::Deferral)));
        QVERIFY(sitting.refusedBecause(Why::LetterMissing));
        QVERIFY(sitting.perform(IssueLetter{Kind::Deferral}));
        const IssuedLetter letter = sitting.file.letters.last();
        QCOMPARE(letter.promises, (QList<Promise>{{u"lease"_s, u"房屋租赁合同"_s, sitting.now.date().addDays(3)}}));
        QCOMPARE(letter.applicant, u"张𬭚"_s);
        QCOMPARE(letter.clerk, u"王芳"_s);
        const qsizetype events = sitting.events.size();
        QVERIFY(sitting.perform(IssueLetter{Kind::Deferral})); // the same content is the same letter
        QCOMPARE(sitting.events.size(), events);
        QCOMPARE(obstacles(sitting), (QList<Why>{Why::LetterNotSigned, Why::LetterMissing}));
        QVERIFY(!sitting.perform(FileCase{}));
        QVERIFY(!sitting.perform(sign(Kind::Deferral, u"  \n"_s)));
        QVERIFY(sitting.refusedBecause(Why::NotTold));
        QVERIFY(sitting.perform(sign(Kind::Deferral)));
        QCOMPARE(sitting.file.letters.last().told, u"逾期没有补齐的，终止办理。"_s);
        QVERIFY(sitting.perform(IssueLetter{Kind::Commitment}));
        QCOMPARE(sitting.file.letters.last().number, 1);
        QVERIFY(sitting.perform(sign(Kind::Commitment)));
        QCOMPARE(obstacles(sitting), QList<Why>{});
        QVERIFY(sitting.perform(FileCase{}));
        QCOMPARE(sitting.file.life.supplements.keys(), QStringList{u"lease"_s});
    }

    void whatMakesASignatureVoid_data()
    {
        QTest::addColumn<QList<Command>>("after");
        QTest::addColumn<QList<Why>>("open");
        const QDate day = support::noon().date();
        const auto row = [](const char *name, const QList<Command> &after, const QList<Why> &open) {
            QTest::newRow(name) << after << open;
        };
        row("nothing", {}, {});
        row("another day", {GiveVerdict{u"lease"_s, deferred(day.addDays(2))}}, {Why::LetterMissing});
        row("another day and back", {GiveVerdict{u"lease"_s, deferred(day.addDays(2))}, GiveVerdict{u"lease"_s, deferred(day.addDays(3))}}, {});
        row("it came after all", {GiveVerdict{u"lease"_s, {.kind = VerdictKind::OriginalSeen}}}, {});
        row("the commitment is taken back", {GiveVerdict{u"air-report"_s, {.kind = VerdictKind::Missing}}}, {Why::GapOpen});
        row("somebody else applies", {EnterField{u"applicant-name"_s, u"李四"_s}}, {Why::LetterMissing, Why::LetterMissing});
        row("the item is not wanted", {DropItem{u"health"_s}}, {});
        row("what promises nothing", {EnterField{u"applicant-phone"_s, u"13800000001"_s}}, {});
    }
    void whatMakesASignatureVoid()
    {
        QFETCH(QList<Command>, after);
        Sitting sitting = promising();
        QVERIFY(sitting.signLetters());
        for (const Command &command : std::as_const(after))
            QVERIFY(sitting.perform(command));
        QTEST(obstacles(sitting), "open");
    }

    void aVoidLetterKeepsItsNumber()
    {
        Sitting sitting = promising();
        QVERIFY(sitting.signLetters());
        QVERIFY(sitting.perform(GiveVerdict{u"lease"_s, deferred(sitting.now.date().addDays(1))}));
        QVERIFY(sitting.perform(IssueLetter{Kind::Deferral}));
        QCOMPARE(sitting.file.letters.last().number, 2);
        QVERIFY(sitting.file.letters.first().signedAt.isValid()); // what was handed out stays on record
        QVERIFY(sitting.file.letters.last().signedAt.isNull());
    }

    void noLetterForNothingOrForNobody()
    {
        Sitting sitting = promising();
        QVERIFY(sitting.perform(EnterField{u"applicant-name"_s, {}}));
        QVERIFY(!sitting.perform(IssueLetter{Kind::Deferral}));
        QVERIFY(sitting.refusedBecause(Why::FieldMissing));
        QVERIFY(sitting.perform(EnterField{u"applicant-name"_s, u"张三"_s}));
        sitting.now = sitting.now.addDays(4); // the day that was promised is over
        QVERIFY(!sitting.perform(IssueLetter{Kind::Deferral}));
        QVERIFY(sitting.refusedBecause(Why::DueDateInPast));
        QVERIFY(sitting.perform(GiveVerdict{u"lease"_s, {.kind = VerdictKind::Missing}}));
        QVERIFY(!sitting.perform(IssueLetter{Kind::Deferral}));
        QVERIFY(sitting.refusedBecause(Why::NothingPromised));
        QVERIFY(!sitting.perform(sign(Kind::Deferral)));
        QVERIFY(sitting.refusedBecause(Why::NothingPromised));
    }

    void theListOfThoseWhoBrokeAPromise_data()
    {
        QTest::addColumn<QString>("field"); // whose number is on the list
        QTest::addColumn<QString>("number");
        QTest::addColumn<bool>("refused");
        QTest::newRow("the applicant") << u"applicant-id"_s << identity << true;
        QTest::newRow("the enterprise") << u"enterprise-code"_s << u"91411200MADEM0126X"_s << true;
        QTest::newRow("the agent does not promise") << u"agent-id"_s << u"411202199001010039"_s << false;
        QTest::newRow("somebody else") << u"applicant-id"_s << u"411202199001010020"_s << false;
    }
    void theListOfThoseWhoBrokeAPromise()
    {
        QFETCH(QString, field);
        QFETCH(QString, number);
        QFETCH(bool, refused);
        Sitting sitting = promising();
        if (field != u"applicant-id"_s)
            QVERIFY(sitting.perform(EnterField{field, number}));
        QVERIFY(sitting.signLetters());
        sitting.hall.isDishonest = [number](const QString &asked) { return asked == number; };
        QCOMPARE(!sitting.perform(GiveVerdict{u"lease"_s, deferred(sitting.now.date())}), refused);
        QCOMPARE(sitting.refusedBecause(Why::OnDishonestyList), refused);
        QCOMPARE(!sitting.perform(GiveVerdict{u"air-report"_s, {.kind = VerdictKind::Committed}}), refused);
        QCOMPARE(obstacles(sitting).count(Why::OnDishonestyList), refused ? 2 : 0);
        QCOMPARE(!sitting.perform(IssueLetter{Kind::Deferral}), refused);
        QVERIFY(sitting.perform(GiveVerdict{u"lease"_s, {.kind = VerdictKind::OriginalSeen}})); // everything else is open to them
    }

    /// Journals of before hold verdicts that say themselves that a letter was signed; they stay what they were.
    void oldJournalsStandAsTheyWere()
    {
        Sitting sitting = promising();
        const QDate due = sitting.now.date().addDays(3);
        for (const auto &[material, verdict] :
             {std::pair(u"lease"_s, Verdict{.kind = VerdictKind::Deferred, .due = due, .signedByApplicant = true}),
              std::pair(u"air-report"_s, Verdict{.kind = VerdictKind::Committed, .signedByApplicant = true})}) {
            const Fact written = VerdictGiven{material, verdict};
            const auto read = factFromJson(typeName(written), toJson(written));
            QVERIFY(read);
            sitting.file = apply(sitting.file, {sitting.now, u"王芳"_s, *read});
        }
        QCOMPARE(obstacles(sitting), QList<Why>{});
        Sitting filed = sitting;
        QVERIFY(filed.perform(FileCase{}));
        QCOMPARE(filed.file.life.supplements.value(u"lease"_s).due, due);
        // Given again today, the old tick is worth nothing.
        QVERIFY(sitting.perform(GiveVerdict{u"lease"_s, {.kind = VerdictKind::Deferred, .due = due, .signedByApplicant = true}}));
        QCOMPARE(obstacles(sitting), QList<Why>{Why::LetterMissing});
    }

    /// 国办发〔2020〕42号: what was promised is looked into afterwards.
    void aPromiseIsBrokenOnce()
    {
        Sitting sitting = promising();
        QVERIFY(sitting.signLetters());
        const LifeCommand broken{RecordBrokenPromise{u"air-report"_s, u" 现场检测不达标 "_s}};
        QVERIFY(!sitting.perform(broken));
        QVERIFY(sitting.refusedBecause(Why::NotFiled));
        QVERIFY(sitting.perform(FileCase{}));
        QVERIFY(!sitting.perform(LifeCommand{RecordBrokenPromise{u"lease"_s, u"未交"_s}})); // deferred, not promised
        QVERIFY(sitting.refusedBecause(Why::NotCommitted));
        QVERIFY(!sitting.perform(LifeCommand{RecordBrokenPromise{u"air-report"_s, u" "_s}}));
        QVERIFY(sitting.refusedBecause(Why::ReasonMissing));
        QVERIFY(sitting.perform(broken));
        QCOMPARE(sitting.file.life.brokenPromises,
                 (QList<BrokenPromise>{{u"air-report"_s, u"现场检测不达标"_s, sitting.now, u"王芳"_s}}));
        QVERIFY(!sitting.perform(broken));
        QVERIFY(sitting.refusedBecause(Why::AlreadyDone));
        const ReportFacts facts = reportFactsOf(sitting.file, sitting.guide, sitting.rules);
        QCOMPARE(std::ranges::count(facts.facts, ReportFact::Kind::PromiseBroken, &ReportFact::kind), 1);
    }

    void afterFilingNothingIsSigned()
    {
        Sitting sitting = promising();
        QVERIFY(sitting.signLetters());
        QVERIFY(sitting.perform(FileCase{}));
        QVERIFY(!sitting.perform(IssueLetter{Kind::Deferral}));
        QVERIFY(sitting.refusedBecause(Why::NotInIntake));
        QVERIFY(!sitting.perform(sign(Kind::Deferral)));
    }

    void aSignatureForALetterThatWasNeverIssuedIsNothing()
    {
        Sitting sitting = promising();
        const Case before = sitting.file;
        sitting.file = apply(sitting.file, {sitting.now, u"李四"_s, LetterSigned{Kind::Deferral, 7, u"后果"_s}});
        QCOMPARE(sitting.file.letters, before.letters);
    }

    void whatIsReadOut()
    {
        Guide guide = support::sampleGuide();
        QVERIFY(consequencesOf(Kind::Deferral, guide).contains(u"终止办理"_s));
        QVERIFY(consequencesOf(Kind::Commitment, guide).contains(u"信用"_s));
        QCOMPARE(titleOf(Kind::Commitment, guide), u"告知承诺书"_s);
        guide.letters = {{.id = u"d"_s,
                          .kind = Kind::Deferral,
                          .title = u"容缺办理承诺书"_s,
                          .paragraphs = {u"{applicant}缺{missing}。"_s, u"逾期终止。"_s, u"{department}可以核查。"_s, u"{signature}"_s}}};
        QCOMPARE(consequencesOf(Kind::Deferral, guide), u"逾期终止。\n办理部门可以核查。"_s);
        QCOMPARE(titleOf(Kind::Deferral, guide), u"容缺办理承诺书"_s);
    }
};

QTEST_GUILESS_MAIN(TestLetters)
#include "tst_letters.moc"
