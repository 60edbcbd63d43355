#include "core/domain/letters.h"
#include "tests/core/desk/hall.h"
#include "tests/support/sampleguide.h"

#include "core/desk/keychange.h"
#include "core/desk/worklist.h"

#include <QRandomGenerator>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

namespace {

constexpr int cases = 40;
constexpr int actsOfACase = 45;

/// A window with lists whose clock a history turns.
class Window : public Hall
{
public:
    explicit Window(const QString &left) : Hall(left)
    {
        clock.set(QDateTime(QDate(2026, 3, 5), QTime(9, 30)));
        reception.emplace(desk::CaseWork::Needs{profile->journal(), clock, profile->hall(), forms, clocks.rules, authority}, shelf);
    }

    const HallRules authority{.acceptsAtWindow = {u"*"_s}};
    desk::CaseBook book{profile->journal(), shelf, clocks.rules, authority};
};

/// Everything that lists show of every case, in words, line by line.
QStringList projections(const journal::Journal &journal, const QDateTime &now)
{
    QStringList lines;
    const auto rows = journal.cases(false, 1000);
    for (const journal::CaseRow &row : *rows)
        lines << u"case %1 %2 %3 %4 %5"_s.arg(row.number, row.applicant, row.guide.matter).arg(int(row.stage)).arg(row.notices)
                + row.changedAt.toString(Qt::ISODateWithMs);
    for (const QDateTime &seen : {now, now.addDays(30)}) { // by then every task is shown
        const auto tasks = journal.tasks({.now = seen}, {}, 100'000);
        for (const journal::TaskLine &line : *tasks) {
            const Task &task = line.task;
            lines << u"task %1 %2 %3 %4 %5 "_s.arg(line.number, line.place.place, line.applicant).arg(int(task.kind)).arg(task.subject)
                    + task.start.toUTC().toString(Qt::ISODateWithMs) + u' ' + task.due.toUTC().toString(Qt::ISODateWithMs) + u' '
                    + task.shownFrom.toUTC().toString(Qt::ISODateWithMs) + (task.waitsForOthers ? u" waits"_s : QString());
        }
        const auto counts = journal.taskCounts({.now = seen});
        for (size_t kind = 0; kind < counts->tasks.size(); ++kind) {
            for (const int count : counts->tasks[kind])
                lines << u"counted %1 %2"_s.arg(kind).arg(count);
        }
    }
    const auto used = journal.mattersUsed();
    for (const journal::MatterUse &use : *used)
        lines << u"used %1 %2"_s.arg(use.matter).arg(use.cases);
    const auto read = journal.summaries()([&](const journal::CaseSummary &summary) -> base::Result<> {
        lines << u"found %1 %2 "_s.arg(summary.number).arg(int(summary.stage)) + QString::fromUtf8(summary.summary);
        return {};
    });
    if (!read)
        lines << read.error().detail;
    lines.sort(); // what changed at one moment has no order
    return lines;
}

/// Something that might be done to \a work next; much of it is refused.
Command anyAct(const desk::CaseWork &work, QRandomGenerator &random)
{
    const auto anyOf = [&](const auto &list) { return list[random.bounded(int(list.size()))]; };
    const Plan &plan = work.plan();
    QStringList materials; // those that can be promised come more often
    for (const Plan::MaterialLine &line : plan.materials) {
        for (int times = line.material.deferrable || line.material.committable ? 6 : 1; times > 0; --times)
            materials << line.material.id;
    }
    const QString material = materials.isEmpty() ? QString() : anyOf(materials);
    const QString item = anyOf(plan.items).item.id;
    const Letter::Kind letter = random.bounded(2) == 0 ? Letter::Kind::Deferral : Letter::Kind::Commitment;
    const QList<Verdict> verdicts{{.kind = VerdictKind::OriginalSeen}, {.kind = VerdictKind::CopyKept}, {.kind = VerdictKind::Missing},
                                  {.kind = VerdictKind::Deferred, .due = work.today().addDays(random.bounded(3))},
                                  {.kind = VerdictKind::Committed}};
    const QList<Command> acts{
        GiveVerdict{material, anyOf(verdicts)}, TakeBackVerdict{material}, IssueNotice{}, IssueLetter{letter},
        SignLetter{letter, u"后果"_s}, FileCase{}, EnterField{u"applicant-name"_s, u"李四"_s}, DropItem{item}, KeepItem{item},
        LifeCommand{SubmitApplication{}}, LifeCommand{CompleteScans{2}}, LifeCommand{PushToDepartments{}},
        LifeCommand{HandOverPaper{u"王五"_s}}, LifeCommand{AcceptItem{item, {}, true}}, LifeCommand{AcceptItem{item, {}, false}},
        LifeCommand{RefuseItem{item, {}, u"理由"_s}}, LifeCommand{PauseClock{item, u"检测"_s}}, LifeCommand{ResumeClock{item}},
        LifeCommand{DecideItem{item, {.granted = true}}}, LifeCommand{WithdrawItems{{item}, {}}},
        LifeCommand{SupplyMaterial{material, {.kind = VerdictKind::OriginalSeen}}}, LifeCommand{LapseDeferral{material}},
        LifeCommand{TellCitizen{Contact::About::Supplement, Contact::Way::Phone, {}}}, LifeCommand{GiveBackPapers{{material}, u"李四"_s}},
        LifeCommand{ReceiveResult{item, u"A3"_s, {}}},
        LifeCommand{DeliverItems{{item}, {.way = Collection::Window, .collector = u"李四"_s, .relation = u"本人"_s, .signedFor = true}}},
        LifeCommand{SendProof{{item}}}, LifeCommand{ArchiveCase{u"甲"_s}}};
    return anyOf(acts);
}

/// What is missing before filing is given often, so that histories get far.
void goOn(desk::CaseWork &work, QRandomGenerator &random)
{
    if (work.file().stage == Stage::Intake && random.bounded(3) == 0) {
        const QList<Refusal> open = work.obstaclesToFiling();
        if (open.isEmpty())
            (void)work.perform(FileCase{});
        else if (open.first().why == Refusal::Why::VerdictMissing && work.plan().material(open.first().id)->material.deferrable)
            (void)work.perform(GiveVerdict{open.first().id, {.kind = VerdictKind::Deferred, .due = work.today().addDays(1)}});
        else if (open.first().why == Refusal::Why::VerdictMissing)
            (void)work.perform(GiveVerdict{open.first().id, {.kind = VerdictKind::OriginalSeen}});
        for (const Letter::Kind kind : lettersWanted(work.file(), work.plan(), true)) {
            (void)work.perform(IssueLetter{kind});
            (void)work.perform(SignLetter{kind, u"后果"_s});
        }
        return;
    }
    (void)work.perform(anyAct(work, random));
}

}

/// What lists show is written act by act; dropped and made again from the events it is the same.
class TestRebuild : public QObject
{
    Q_OBJECT

private slots:
    void projectionsEqualARebuild()
    {
        const QTemporaryDir dir;
        const QString folder = dir.filePath(u"profile"_s);
        auto used = std::make_unique<Window>(folder);
        Window &window = *used;
        QRandomGenerator random(20261122);
        QSet<int> stages;
        std::vector<std::unique_ptr<desk::CaseWork>> open;
        for (int number = 0; number < cases; ++number) {
            auto work = window.reception->open(newborn(window));
            QVERIFY(work);
            QVERIFY(random.bounded(4) == 0 || support::fillIn(**work));
            open.push_back(std::move(*work));
        }
        for (int act = 0; act < cases * actsOfACase; ++act) {
            goOn(*open[size_t(random.bounded(cases))], random);
            window.clock.advance(random.bounded(1800));
        }
        int letters = 0;
        for (const auto &work : open) {
            stages.insert(int(work->file().stage));
            letters += int(work->file().letters.size());
        }
        QVERIFY(stages.contains(int(Stage::Filed)));
        QVERIFY(letters > 0);
        const QStringList before = projections(window.profile->journal(), window.clock.now());
        QVERIFY(before.size() > cases * 3);
        QVERIFY(window.profile->journal().rebuildProjections());
        QVERIFY(window.book.catchUp());
        const QStringList after = projections(window.profile->journal(), window.clock.now());
        compare(after, before);

        // A new key of the profile takes the lists away, because marks in them follow from it; the next start makes them again.
        const QDateTime now = window.clock.now();
        open.clear();
        used.reset();
        const support::FakeClock clock(now);
        support::NoKeyStore keys;
        auto profile = desk::Profile::open(folder, keys, clock);
        QVERIFY(profile);
        QVERIFY(desk::changeKey(std::move(*profile), folder, clock, {.system = keys, .who = u"王芳"_s}));
        Window next(folder);
        QVERIFY(next.profile->journal().tasks({.now = now}, {}, 10)->isEmpty());
        QVERIFY(next.book.catchUp());
        compare(projections(next.profile->journal(), now), before);
    }

private:
    static void compare(const QStringList &is, const QStringList &was)
    {
        for (qsizetype i = 0; i < std::min(is.size(), was.size()); ++i)
            QCOMPARE(is[i], was[i]);
        QCOMPARE(is.size(), was.size());
    }
};

QTEST_GUILESS_MAIN(TestRebuild)
#include "tst_rebuild.moc"
