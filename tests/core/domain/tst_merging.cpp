#include "core/domain/casenumber.h"
#include "core/domain/clearing.h"
#include "core/domain/decide.h"
#include "tests/core/domain/branching.h"

#include <QElapsedTimer>
#include <QTest>

using namespace branching;

namespace {

const QString first = u"window-1"_s;
const QString second = u"window-2"_s;

using State = CaseItem::State;

State stateOf(const Merged &merged)
{
    return merged.file.life.items.value(u"shop"_s).state;
}

/// Two acts that did not know each other, on a case that \a prepare made.
Chronicle met(const QList<Fact> &before, const Fact &one, const Fact &another)
{
    Chronicle chronicle;
    chronicle.open();
    for (const Fact &fact : before)
        chronicle.add(u"base"_s, fact);
    const QList<QByteArray> known{chronicle.history.last().id};
    chronicle.add(first, one, known);
    chronicle.add(second, another, known);
    return chronicle;
}

Fact accepted(const QString &number = {})
{
    return LifeFact{ItemAccepted{u"shop"_s, number}};
}
Fact decided()
{
    return LifeFact{ItemDecided{u"shop"_s, {.certificate = u"证1号"_s}}};
}
Fact withdrawn()
{
    return LifeFact{ItemsWithdrawn{{u"shop"_s}, u"不办了"_s}};
}
const Fact filed = CaseFiled{support::noon()};
Fact name(const QString &value)
{
    return FieldEntered{u"name"_s, value};
}

}

class TestMerging : public QObject
{
    Q_OBJECT

private slots:
    /// A history of one writer is what apply() makes of it.
    void oneWriter()
    {
        support::Sitting sitting = support::readyToFile(true);
        QVERIFY(sitting.signLetters());
        QVERIFY(sitting.perform(FileCase{}));
        Chronicle chronicle;
        for (const Event &event : std::as_const(sitting.events)) {
            chronicle.add(first, event.fact);
            chronicle.history.last().event = event;
        }
        const Merged merged = chronicle.merged();
        QVERIFY(merged.file == sitting.file);
        QVERIFY(std::ranges::all_of(merged.judgements, [](const Judgement &j) { return j == Judgement{}; }));
    }

    void oneFieldTwice()
    {
        Chronicle chronicle = met({}, name(u"张三"_s), name(u"李四"_s));
        Merged merged = chronicle.merged();
        QCOMPARE(merged.file.fields.value(u"name"_s), u"张三"_s);
        QCOMPARE(merged.file.conflicts.size(), 1);
        QCOMPARE(merged.file.conflicts[0].shown, u"张三"_s);
        QCOMPARE(merged.file.conflicts[0].other, u"李四"_s);
        QCOMPARE(merged.file.conflicts[0].subject, u"name"_s);

        // The same line of acts goes on: one conflict, about its last value.
        chronicle.add(second, name(u"李五"_s), {chronicle.history[2].id});
        merged = chronicle.merged();
        QCOMPARE(openConflicts(merged.file).size(), 1);
        QCOMPARE(merged.file.conflicts.last().other, u"李五"_s);
        // And comes to the same in the end.
        chronicle.add(second, name(u"张三"_s), {chronicle.history[3].id});
        QVERIFY(chronicle.merged().file.conflicts.isEmpty());
    }

    void theSameIsNoConflict()
    {
        const Chronicle chronicle = met({}, name(u"张三"_s), name(u"张三"_s));
        QVERIFY(chronicle.merged().file.conflicts.isEmpty());
        QCOMPARE(chronicle.merged().judgements.last(), Judgement{});
        const Chronicle other = met({}, name(u"张三"_s), FieldEntered{u"phone"_s, u"1"_s});
        QVERIFY(other.merged().file.conflicts.isEmpty());
        QCOMPARE(other.merged().file.fields.size(), 2);
    }

    void aPersonPicks_data()
    {
        QTest::addColumn<bool>("other");
        QTest::addColumn<QString>("name");
        QTest::newRow("what is shown") << false << u"张三"_s;
        QTest::newRow("the other") << true << u"李四"_s;
    }
    void aPersonPicks()
    {
        QFETCH(bool, other);
        Chronicle chronicle = met({}, name(u"张三"_s), name(u"李四"_s));
        const QList<QByteArray> tips{chronicle.history[1].id, chronicle.history[2].id};
        const QString conflict = chronicle.merged().file.conflicts[0].id;
        chronicle.add(first, ConflictCleared{conflict, other, u"问过本人"_s}, tips);
        const Merged merged = chronicle.merged();
        QTEST(merged.file.fields.value(u"name"_s), "name");
        QVERIFY(openConflicts(merged.file).isEmpty());
        QCOMPARE(merged.file.conflicts[0].clearedBy, first);
        QCOMPARE(merged.file.conflicts[0].decision, u"问过本人"_s);
    }

    /// Whoever saw both values and writes a third has decided.
    void enteringAnewClears()
    {
        Chronicle chronicle = met({}, name(u"张三"_s), name(u"李四"_s));
        chronicle.add(first, name(u"张三丰"_s), {chronicle.history[1].id, chronicle.history[2].id});
        const Merged merged = chronicle.merged();
        QCOMPARE(merged.file.fields.value(u"name"_s), u"张三丰"_s);
        QVERIFY(openConflicts(merged.file).isEmpty());
        QCOMPARE(merged.file.conflicts[0].clearedBy, first);
    }

    void stricterVerdictHolds_data()
    {
        QTest::addColumn<VerdictKind>("earlier");
        QTest::addColumn<VerdictKind>("later");
        QTest::addColumn<VerdictKind>("holds");
        using V = VerdictKind;
        QTest::newRow("gap later") << V::OriginalSeen << V::Missing << V::Missing;
        QTest::newRow("gap earlier") << V::Missing << V::OriginalSeen << V::Missing;
        QTest::newRow("two gaps") << V::Missing << V::NotConforming << V::NotConforming;
        QTest::newRow("promise against copy") << V::CopyKept << V::Deferred << V::Deferred;
        QTest::newRow("commitment against deferral") << V::Deferred << V::Committed << V::Deferred;
    }
    void stricterVerdictHolds()
    {
        QFETCH(VerdictKind, earlier);
        QFETCH(VerdictKind, later);
        QFETCH(VerdictKind, holds);
        Chronicle chronicle = met({}, given(earlier), given(later));
        const Merged merged = chronicle.merged();
        QCOMPARE(merged.file.verdicts.value(u"licence"_s).kind, holds);
        QCOMPARE(merged.file.conflicts.size(), 1);
        QCOMPARE(merged.file.conflicts[0].shown, verdictWord(holds));
        chronicle.add(first, ConflictCleared{merged.file.conflicts[0].id, true, {}},
                      {chronicle.history[1].id, chronicle.history[2].id});
        QCOMPARE(chronicle.merged().file.verdicts.value(u"licence"_s).kind, holds == earlier ? later : earlier);
    }

    void withdrawalHolds_data()
    {
        QTest::addColumn<bool>("isDecision");
        QTest::addColumn<bool>("withdrawnFirst");
        for (const bool isDecision : {false, true}) {
            for (const bool withdrawnFirst : {false, true})
                QTest::addRow("%s, withdrawn %s", isDecision ? "decided" : "accepted", withdrawnFirst ? "first" : "second")
                    << isDecision << withdrawnFirst;
        }
    }
    void withdrawalHolds()
    {
        QFETCH(bool, isDecision);
        QFETCH(bool, withdrawnFirst);
        const Fact act = isDecision ? decided() : accepted();
        const QList<Fact> before = isDecision ? QList<Fact>{filed, accepted()} : QList<Fact>{filed};
        Chronicle chronicle = withdrawnFirst ? met(before, withdrawn(), act) : met(before, act, withdrawn());
        const Merged merged = chronicle.merged();
        QCOMPARE(stateOf(merged), State::Withdrawn);
        QVERIFY(!merged.file.life.items.value(u"shop"_s).outcome);
        QCOMPARE(merged.file.conflicts.size(), 1);
        QCOMPARE(merged.file.conflicts[0].kind, Conflict::Kind::Withdrawal);
        QCOMPARE(merged.judgements.last().standing, Standing::InConflict);
        // A supervisor may say otherwise.
        const qsizetype last = chronicle.history.size();
        chronicle.add(first, ConflictCleared{merged.file.conflicts[0].id, true, u"申请人又来了"_s},
                      {chronicle.history[last - 1].id, chronicle.history[last - 2].id});
        QCOMPARE(stateOf(chronicle.merged()), isDecision ? State::Decided : State::Accepted);
    }

    void whatFollowsAnActThatDoesNotCountDoesNotEither()
    {
        Chronicle chronicle = met({filed}, withdrawn(), accepted());
        chronicle.add(second, decided(), {chronicle.history.last().id});
        chronicle.add(second, delivered(u"张三"_s), {chronicle.history.last().id});
        const Merged merged = chronicle.merged();
        QCOMPARE(stateOf(merged), State::Withdrawn);
        QVERIFY(!merged.file.life.items.value(u"shop"_s).delivery);
        for (qsizetype i = 3; i < 6; ++i)
            QVERIFY(merged.judgements[i].standing != Standing::Stands);
    }

    void handedOverTwice()
    {
        Chronicle chronicle = met({filed, accepted(), decided()}, delivered(u"张三"_s), delivered(u"李四"_s));
        Merged merged = chronicle.merged();
        QCOMPARE(merged.file.life.items.value(u"shop"_s).delivery->collector, u"张三"_s);
        QCOMPARE(merged.judgements.last(), (Judgement{Standing::Disputed, u"handed-over-twice"_s}));
        QCOMPARE(merged.file.conflicts[0].kind, Conflict::Kind::HandOver);
        // Never taken back by a withdrawal.
        chronicle.add(u"window-3"_s, withdrawn(), {chronicle.history[2].id});
        merged = chronicle.merged();
        QCOMPARE(stateOf(merged), State::Decided);
        QCOMPARE(merged.judgements.last().standing, Standing::Disputed);
        QCOMPARE(merged.file.conflicts.size(), 2);
    }

    /// Of a hand-over of two results only the one that another window gave out is disputed.
    void handedOverPartly()
    {
        Chronicle chronicle = met({filed, accepted(), decided(), LifeFact{ItemAccepted{u"fire"_s, {}}}, LifeFact{ItemDecided{u"fire"_s, {}}}},
                                  delivered(u"张三"_s), delivered(u"李四"_s, {u"shop"_s, u"fire"_s}));
        const Merged merged = chronicle.merged();
        QCOMPARE(merged.file.life.items.value(u"shop"_s).delivery->collector, u"张三"_s);
        QCOMPARE(merged.file.life.items.value(u"fire"_s).delivery->collector, u"李四"_s);
        QCOMPARE(merged.judgements.last().standing, Standing::InConflict);
        QCOMPARE(merged.file.conflicts.size(), 1);
    }

    void filedTwice()
    {
        Chronicle chronicle = met({}, filed, filed);
        chronicle.add(second, LifeFact{DeferralPromised{u"lease"_s, QDate(2026, 12, 1)}}, {chronicle.history.last().id});
        const Merged merged = chronicle.merged();
        QCOMPARE(merged.file.filing->clerk, first);
        QCOMPARE(merged.file.conflicts.size(), 1);
        QVERIFY(merged.file.life.supplements.isEmpty());
        QCOMPARE(merged.judgements.last().standing, Standing::Disputed);
    }

    /// The citizen has a receipt: it counts more than that somebody closed the intake.
    void filedAndClosed()
    {
        const Merged merged = met({}, CaseAbandoned{u"走了"_s}, filed).merged();
        QCOMPARE(merged.file.stage, Stage::Filed);
        QCOMPARE(merged.file.conflicts.size(), 1);
    }

    void lateActsOfAWindowThatHasNotTheCase()
    {
        Chronicle chronicle = met({}, CaseAssigned{u"window-9"_s, u"9号"_s}, name(u"李四"_s));
        Merged merged = chronicle.merged();
        QVERIFY(!merged.file.fields.contains(u"name"_s));
        QCOMPARE(merged.file.conflicts[0].kind, Conflict::Kind::Assignment);
        QCOMPARE(merged.judgements.last(), (Judgement{Standing::InConflict, u"reassigned"_s}));
        // Looked at, and found good.
        chronicle.add(u"window-9"_s, ConflictCleared{merged.file.conflicts[0].id, true, u"可以"_s},
                      {chronicle.history[1].id, chronicle.history[2].id});
        QCOMPARE(chronicle.merged().file.fields.value(u"name"_s), u"李四"_s);
        // The window that got it needs no leave, and notes are always kept.
        QVERIFY(met({}, CaseAssigned{second, u"2号"_s}, name(u"李四"_s)).merged().file.conflicts.isEmpty());
        QVERIFY(met({}, CaseAssigned{u"window-9"_s, {}}, LifeFact{CitizenTold{}}).merged().file.conflicts.isEmpty());
    }

    /// After a hub was put back, an act may come before one that its writer knew.
    void theOrderMayTurnRound()
    {
        Chronicle chronicle;
        chronicle.open();
        const QByteArray opening = chronicle.history[0].id;
        const QByteArray later = idNumber(3);
        chronicle.add(first, name(u"李四"_s), {later}); // knew what stands behind it
        chronicle.add(second, name(u"张三"_s), {opening});
        QCOMPARE(chronicle.history[2].id, later);
        const Merged merged = chronicle.merged();
        QVERIFY(merged.file.conflicts.isEmpty());
        QCOMPARE(merged.judgements, QList<Judgement>(3));
    }

    /// A hub that was put back gets the later acts first: they count nonetheless, behind what they follow from.
    void theOpeningComesLast()
    {
        Chronicle plain;
        plain.open();
        plain.add(first, name(u"张三"_s));
        plain.file();
        plain.add(second, name(u"李四"_s));
        const Merged right = plain.merged();
        for (qsizetype late = 0; late + 1 < plain.history.size(); ++late) {
            QList<Placed> turned = plain.history;
            turned.move(late, turned.size() - 1);
            const Merged merged = merge(turned);
            QCOMPARE(merged.file, right.file);
            QCOMPARE(merged.judgements, right.judgements);
            QList<qsizetype> looked;
            merge(turned, [&](const Case &, qsizetype index) {
                looked << index;
                return looked.size() < 2;
            });
            QCOMPARE(looked, (QList<qsizetype>{late == 0 ? turned.size() - 1 : 0, late == 1 ? turned.size() - 1 : late == 0 ? 0 : 1}));
        }
    }

    void aCaseOfANewerProgram()
    {
        const Merged merged = met({}, UnknownFact{u"drone.landed"_s, {}}, name(u"张三"_s)).merged();
        QVERIFY(merged.file.newer);
        QVERIFY(merged.file.conflicts.isEmpty());
        const auto ruling = decide(merged.file, EnterField{u"applicant-name"_s, u"李四"_s}, support::sampleGuide(), support::sampleRules(),
                                   support::noon());
        QCOMPARE(ruling.error().value(0).why, domain::Refusal::Why::NewerProgram);
    }

    void clearingByCommand()
    {
        const Merged merged = met({filed}, accepted(), accepted(u"2号"_s)).merged();
        const auto rule = [&](const ClearConflict &command) {
            return decide(merged.file, command, support::sampleGuide(), support::sampleRules(), support::noon());
        };
        const QString id = merged.file.conflicts[0].id;
        QCOMPARE(rule({u"nothing"_s, false, u"x"_s}).error()[0].why, domain::Refusal::Why::UnknownConflict);
        QCOMPARE(rule({id, false, u"  "_s}).error()[0].why, domain::Refusal::Why::ReasonMissing);
        QCOMPARE(*rule({id, true, u"以第二次为准"_s}), (QList<Fact>{ConflictCleared{id, true, u"以第二次为准"_s}}));
    }

    /// A case that was taken in twice: one of its numbers stands for the other, unless somebody files it without knowing.
    void joinedToAnother()
    {
        const QString number = CaseNumber{.region = u"410300"_s, .window = u"002"_s, .device = u"K7"_s, .day = support::noon().date(), .serial = 1}.text();
        const QString other = CaseNumber{.region = u"410300"_s, .window = u"003"_s, .device = u"M2"_s, .day = support::noon().date(), .serial = 9}.text();
        const Guide guide = support::sampleGuide();
        const auto rule = [&](const Case &file, const QString &to) {
            return decide(file, JoinCase{to}, guide, support::sampleRules(), support::noon());
        };
        using Why = domain::Refusal::Why;

        support::Sitting sitting = support::readyToFile(true);
        QCOMPARE(rule(sitting.file, u"x"_s).error()[0].why, Why::NumberInvalid);
        QCOMPARE(rule(sitting.file, sitting.file.number).error()[0].why, Why::JoinedToItself);
        const auto facts = rule(sitting.file, groupedNumber(other));
        QCOMPARE(facts->size(), 2);
        QVERIFY(std::get<CaseAbandoned>(facts->at(0)).reason.contains(groupedNumber(other)));
        QCOMPARE(facts->at(1), Fact(CaseJoined{other}));

        // Filed: not before every item has ended.
        QVERIFY(sitting.signLetters());
        QVERIFY(sitting.perform(FileCase{}));
        QCOMPARE(rule(sitting.file, other).error().value(0).why, Why::ItemOpen);
        QCOMPARE(standInOf(sitting.file, guide), QString());
        QVERIFY(sitting.perform(LifeCommand{WithdrawItems{{}, u"重复申请"_s}}));
        QVERIFY(sitting.perform(JoinCase{other}));
        QCOMPARE(sitting.file.stage, Stage::Filed);
        QCOMPARE(standInOf(sitting.file, guide), other);
        QCOMPARE(rule(sitting.file, number).error()[0].why, Why::AlreadyDone);

        // Closed and joined here, filed there: the receipt counts, and nobody is led away from it.
        Chronicle chronicle = met({}, CaseAbandoned{u"重复"_s}, filed);
        chronicle.add(first, CaseJoined{other}, {chronicle.history[1].id});
        const Merged merged = chronicle.merged();
        QCOMPARE(merged.file.stage, Stage::Filed);
        QCOMPARE(merged.file.joinedTo, other);
        QVERIFY(!merged.file.conflicts.isEmpty());
        // Joined to two: the first stays.
        QCOMPARE(apply(sitting.file, {support::noon(), u"2号"_s, CaseJoined{number}}).joinedTo, other);
    }

    /// A long history of one writer costs about what apply() costs.
    void costsLittle()
    {
        Chronicle chronicle;
        chronicle.open();
        for (int i = 0; i < 20000; ++i)
            chronicle.add(first, FieldEntered{u"f%1"_s.arg(i % 40), QString::number(i)});
        QElapsedTimer watch;
        watch.start();
        Case file;
        for (const Placed &placed : std::as_const(chronicle.history))
            file = apply(std::move(file), placed.event);
        const qint64 plain = watch.nsecsElapsed();
        watch.restart();
        const Merged merged = chronicle.merged();
        const qint64 woven = watch.nsecsElapsed();
        QVERIFY(merged.file == file);
        qInfo("20,000 events: applied %.1f ms, merged %.1f ms", double(plain) / 1e6, double(woven) / 1e6);
    }
};

QTEST_APPLESS_MAIN(TestMerging)
#include "tst_merging.moc"
