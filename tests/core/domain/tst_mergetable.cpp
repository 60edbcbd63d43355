#include "core/domain/mergetable.h"
#include "tests/core/domain/branching.h"

#include <QTest>

#include <array>

using namespace branching;

namespace {

/// How far the case must be for an act to make sense.
enum class Ground { Anywhere, Intake, Filed, Accepted, Decided };

/// Two acts of one kind on the same thing that say different things.
struct Twins {
    const char *name;
    Ground ground;
    Fact one, another;
};

const std::array<Twins, actKinds> samples{{
    {"Opening", Ground::Anywhere, CaseOpened{u"case"_s, u"n"_s, {}}, CaseOpened{u"case"_s, u"m"_s, {}}},
    {"Note", Ground::Anywhere, LifeFact{CitizenTold{}}, LifeFact{ScanAttached{.scan = u"s"_s}}},
    {"Notice", Ground::Anywhere, NoticeIssued{}, NoticeIssued{}},
    {"Entry", Ground::Intake, FieldEntered{u"name"_s, u"张三"_s}, FieldEntered{u"name"_s, u"李四"_s}},
    {"Setting", Ground::Anywhere, LifeFact{CollectionChosen{{true, Collection::Window, {}}}},
     LifeFact{CollectionChosen{{false, Collection::Courier, u"路1号"_s}}}},
    {"Verdict", Ground::Intake, given(VerdictKind::OriginalSeen), given(VerdictKind::Missing)},
    {"Letter", Ground::Intake, LetterIssued{}, LetterIssued{.applicant = u"李四"_s}},
    {"Filing", Ground::Intake, CaseFiled{support::noon()}, CaseFiled{support::noon()}},
    {"Closing", Ground::Intake, CaseAbandoned{u"走了"_s}, CaseAbandoned{u"不办了"_s}},
    {"Once", Ground::Anywhere, LifeFact{PushedToDepartments{}}, LifeFact{PushedToDepartments{}}},
    {"Acceptance", Ground::Filed, LifeFact{ItemAccepted{u"shop"_s, u"1号"_s}}, LifeFact{ItemAccepted{u"shop"_s, u"2号"_s}}},
    {"Refusal", Ground::Filed, LifeFact{ItemRefused{u"shop"_s, u"1号"_s, u"x"_s}}, LifeFact{ItemRefused{u"shop"_s, u"2号"_s, u"y"_s}}},
    {"Decision", Ground::Accepted, LifeFact{ItemDecided{u"shop"_s, {}}}, LifeFact{ItemDecided{u"shop"_s, {.granted = false}}}},
    {"Withdrawal", Ground::Filed, LifeFact{ItemsWithdrawn{{u"shop"_s}, u"x"_s}}, LifeFact{ItemsWithdrawn{{u"shop"_s}, u"y"_s}}},
    {"Lapse", Ground::Filed, LifeFact{DeferralLapsed{u"lease"_s, {u"shop"_s}}}, LifeFact{DeferralLapsed{u"lease"_s, {u"shop"_s}}}},
    {"Supply", Ground::Filed, LifeFact{MaterialSupplied{u"lease"_s}}, LifeFact{MaterialSupplied{u"lease"_s}}},
    {"Clock", Ground::Accepted, LifeFact{ClockPaused{u"shop"_s, u"听证"_s}}, LifeFact{ClockPaused{u"shop"_s, u"鉴定"_s}}},
    {"Arrival", Ground::Decided, LifeFact{ResultArrived{u"shop"_s, u"1号窗口"_s, {}}}, LifeFact{ResultArrived{u"shop"_s, u"2号窗口"_s, {}}}},
    {"HandOver", Ground::Decided, delivered(u"张三"_s), delivered(u"李四"_s)},
    {"Archiving", Ground::Filed, LifeFact{CaseArchived{u"甲"_s}}, LifeFact{CaseArchived{u"乙"_s}}},
    {"Assignment", Ground::Anywhere, CaseAssigned{u"window-3"_s, u"3号"_s}, CaseAssigned{u"window-4"_s, u"4号"_s}},
    {"Clearing", Ground::Anywhere, ConflictCleared{u"x"_s, false, {}}, ConflictCleared{u"x"_s, true, {}}},
}};

/// The table once more, said the other way round: for each later act the earlier ones that it does not simply join.
struct Cell {
    const char *later;
    const char *rule; ///< as in mergetable.cpp
    QList<QByteArray> earlier;
};
const QList<QByteArray> steps{"Acceptance", "Refusal", "Decision", "Withdrawal", "Lapse", "Supply", "Clock", "Arrival", "HandOver"};

const QList<Cell> cells{
    {"Opening", "x", {"Opening"}},
    {"Notice", "t", {"Notice"}},
    {"Entry", "v", {"Entry"}},
    {"Entry", "x", {"Filing", "Closing"}},
    {"Setting", "v", {"Setting"}},
    {"Verdict", "s", {"Verdict"}},
    {"Verdict", "x", {"Filing", "Closing"}},
    {"Letter", "x", {"Letter", "Closing"}},
    {"Filing", "t", {"Entry", "Verdict", "Letter"}},
    {"Filing", "x", {"Filing"}},
    {"Filing", "f", {"Closing"}},
    {"Closing", "t", {"Entry", "Verdict"}},
    {"Closing", "x", {"Filing"}},
    {"Once", "x", {"Closing"}},
    {"Acceptance", "x", {"Closing", "Acceptance", "Refusal", "Decision", "Lapse"}},
    {"Acceptance", "w", {"Withdrawal"}},
    {"Refusal", "x", {"Closing", "Acceptance", "Refusal", "Decision", "Withdrawal", "Lapse"}},
    {"Decision", "x", {"Closing", "Refusal", "Decision", "Lapse"}},
    {"Decision", "w", {"Withdrawal"}},
    {"Decision", "t", {"Clock"}},
    {"Withdrawal", "w", {"Acceptance", "Decision", "HandOver"}},
    {"Withdrawal", "x", {"Closing", "Refusal"}},
    {"Lapse", "x", {"Closing", "Decision", "Supply", "HandOver"}},
    {"Supply", "x", {"Closing", "Lapse"}},
    {"Clock", "x", {"Closing", "Refusal", "Decision", "Withdrawal", "Lapse"}},
    {"Arrival", "t", {"Arrival"}},
    {"Arrival", "x", {"Closing", "Withdrawal", "Lapse", "HandOver"}},
    {"HandOver", "x", {"Closing", "Refusal", "Lapse"}},
    {"HandOver", "w", {"Withdrawal"}},
    {"HandOver", "t", {"Arrival"}},
    {"HandOver", "h", {"HandOver"}},
    {"Archiving", "x", {"Closing"}},
    {"Archiving", "t", steps},
    {"Assignment", "v", {"Assignment"}},
};

QByteArray ruleWritten(const QByteArray &later, const QByteArray &earlier)
{
    const QList<QByteArray> untouched{"Opening", "Note", "Notice", "Assignment", "Clearing"};
    if (earlier == "Assignment" && !untouched.contains(later))
        return "r";
    if (earlier == "Archiving" && !untouched.contains(later) && later != "Archiving")
        return "x";
    for (const Cell &cell : cells) {
        if (later == cell.later && cell.earlier.contains(earlier))
            return cell.rule;
    }
    return ".";
}

const QHash<QByteArray, MergeRule> ruleOfSign{
    {".", MergeRule::Both},     {"v", MergeRule::Value},           {"s", MergeRule::Stricter},
    {"x", MergeRule::EarlierStands}, {"t", MergeRule::BothTold},   {"w", MergeRule::WithdrawalHolds},
    {"h", MergeRule::HandedOverTwice}, {"f", MergeRule::FilingHolds}, {"r", MergeRule::Review}};

/// The least that both acts need; nothing when no case can be as both need it.
std::optional<Ground> groundFor(Ground a, Ground b)
{
    if (a == Ground::Anywhere || a == b)
        return b;
    return b == Ground::Anywhere ? std::optional(a) : std::nullopt;
}

void prepare(Chronicle &chronicle, Ground ground)
{
    chronicle.open();
    if (ground == Ground::Filed || ground == Ground::Accepted || ground == Ground::Decided)
        chronicle.file();
    if (ground == Ground::Accepted || ground == Ground::Decided)
        chronicle.add(u"base"_s, LifeFact{ItemAccepted{u"shop"_s, {}}});
    if (ground == Ground::Decided)
        chronicle.add(u"base"_s, LifeFact{ItemDecided{u"shop"_s, {}}});
}

}

/// Every pair of acts at two windows that did not see each other.
class TestMergeTable : public QObject
{
    Q_OBJECT

private slots:
    void cell_data()
    {
        QTest::addColumn<int>("later");
        QTest::addColumn<int>("earlier");
        for (int later = 0; later < actKinds; ++later) {
            for (int earlier = 0; earlier < actKinds; ++earlier)
                QTest::addRow("%s after %s", samples[size_t(later)].name, samples[size_t(earlier)].name) << later << earlier;
        }
    }
    void cell()
    {
        QFETCH(int, later);
        QFETCH(int, earlier);
        const Twins &second = samples[size_t(later)];
        const Twins &first = samples[size_t(earlier)];
        QCOMPARE(int(actOf(second.another).kind), later);
        QCOMPARE(int(actOf(first.one).kind), earlier);
        const MergeRule rule = ruleOfSign[ruleWritten(second.name, first.name)];
        QCOMPARE(mergeRule(ActKind(later), ActKind(earlier)), rule);

        const std::optional<Ground> ground = groundFor(first.ground, second.ground);
        if (!ground || ActKind(later) == ActKind::Clearing || ActKind(later) == ActKind::Opening)
            return; // no case in which both could be done
        Chronicle chronicle;
        prepare(chronicle, *ground);
        const QList<QByteArray> known{chronicle.history.last().id};
        const qsizetype told = chronicle.merged().file.conflicts.size();
        chronicle.add(u"window-1"_s, first.one, known);
        chronicle.add(u"window-2"_s, second.another, known);
        const Merged merged = chronicle.merged();
        QCOMPARE(merged.judgements.size(), chronicle.history.size());
        QCOMPARE(merged.file.events, chronicle.history.size());
        check(rule, merged, merged.judgements[chronicle.history.size() - 2], merged.judgements.last(), told);
    }

private:
    static void check(MergeRule rule, const Merged &merged, const Judgement &first, const Judgement &second, qsizetype told)
    {
        const QList<Conflict> &conflicts = merged.file.conflicts;
        if (first != Judgement{}) // an act that is not possible here by itself, such as clearing what there is not
            return;
        if (rule == MergeRule::Both) {
            QCOMPARE(conflicts.size(), told);
            return;
        }
        QVERIFY(second.standing != Standing::Stands);
        QVERIFY(!second.code.isEmpty());
        QCOMPARE(conflicts.size(), told + 1);
        const Conflict &conflict = conflicts.last();
        QCOMPARE(conflict.earlierActor, u"window-1"_s);
        QCOMPARE(conflict.laterActor, u"window-2"_s);
        QVERIFY(conflict.clearedAt.isNull());
        using Kind = Conflict::Kind;
        const QHash<MergeRule, std::pair<Standing, Kind>> expected{
            {MergeRule::Value, {Standing::InConflict, Kind::Field}},
            {MergeRule::Stricter, {Standing::InConflict, Kind::Verdict}},
            {MergeRule::EarlierStands, {Standing::Disputed, Kind::Step}},
            {MergeRule::BothTold, {Standing::InConflict, Kind::Step}},
            {MergeRule::WithdrawalHolds, {Standing::InConflict, Kind::Withdrawal}},
            {MergeRule::HandedOverTwice, {Standing::Disputed, Kind::HandOver}},
            {MergeRule::FilingHolds, {Standing::InConflict, Kind::Step}},
            {MergeRule::Review, {Standing::InConflict, Kind::Assignment}},
        };
        QCOMPARE(second.standing, expected[rule].first);
        QCOMPARE(conflict.kind, expected[rule].second);
    }
};

QTEST_APPLESS_MAIN(TestMergeTable)
#include "tst_mergetable.moc"
