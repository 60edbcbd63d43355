#include "core/desk/batchprint.h"
#include "core/desk/printroutes.h"
#include "core/domain/issuedpapers.h"
#include "core/domain/paperacts.h"
#include "core/domain/printrules.h"
#include "tests/core/desk/takein.h"
#include "tests/support/cupsroom.h"
#include "tests/support/filing.h"
#include "tests/support/toldsystem.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using desk::BatchLine;
using desk::BatchPrint;
using devices::JobFate;
using Stand = BatchLine::Stand;
using support::CupsRoom;

namespace {

/// A window that prints, and four cases: three filed, one still being taken in.
struct Room {
    explicit Room(devices::PrintSystem &printSystem) : runner(printSystem, 20)
    {
        for (int i = 0; i < 4; ++i) {
            const auto work = i < 3 ? filedAtOnce(hall) : std::move(*hall.reception->open(newborn(hall)));
            cases << work->file().id;
            hall.clock.advance(60);
        }
    }

    Case file(int nth) { return (*hall.reception->resume(cases[nth]))->file(); }
    bool comesTo(BatchPrint::State state)
    {
        return QTest::qWaitFor([&] { return batch.state() == state; }, 20'000);
    }
    QList<Stand> stands(PaperKind kind)
    {
        QList<Stand> stands;
        for (const BatchLine &line : batch.lines(kind))
            stands << line.stand;
        return stands;
    }

    Hall hall;
    devices::PrintRunner runner;
    desk::PrintRoutes routes{hall.folder.filePath(u"printers.json"_s)};
    desk::PrintQueue queue{{*hall.reception, runner, routes}};
    BatchPrint batch{*hall.reception, queue};
    QStringList cases;
};

constexpr PaperKind handover = PaperKind::HandoverSheet;

}

/// One kind of paper over many cases.
class TestBatchPrint : public QObject
{
    Q_OBJECT

private slots:
    void whatThereIsAndWhatIsLeftOut()
    {
        support::ToldSystem system;
        Room room(system);
        const auto work = std::move(*room.hall.reception->resume(room.cases[1]));
        QVERIFY(room.queue.print(*work, {handover}));
        room.batch.look(room.cases + QStringList{room.cases[0], u"nobody"_s}); // twice is once
        QVERIFY(room.comesTo(BatchPrint::State::Ready));
        QCOMPARE(room.batch.caseCount(), 5);
        QCOMPARE(room.stands(handover), (QList{Stand::ToPrint, Stand::Before, Stand::ToPrint, Stand::Unreadable, Stand::None}));
        const QList<BatchLine> lines = room.batch.lines(handover);
        QCOMPARE(lines[1].copy, 2);
        QCOMPARE(lines[0].madeAt, room.file(0).filing->at);
        QVERIFY(lines[3].undone);
        const auto tally = room.batch.tallies();
        const auto found = std::ranges::find(tally, handover, &desk::BatchTally::kind);
        QVERIFY(found != tally.end());
        QCOMPARE(found->toPrint, 2);
        QCOMPARE(found->before, 1);
        QVERIFY(std::ranges::find(tally, PaperKind::CollectionNotice, &desk::BatchTally::kind) == tally.end()); // nobody has one
        room.hall.clock.advance(24 * 3600);
        room.batch.setTodayOnly(true);
        QCOMPARE(room.stands(handover), (QList{Stand::OtherDay, Stand::OtherDay, Stand::OtherDay, Stand::Unreadable, Stand::None}));
    }

    /// Each print is an act of its own case; nothing is printed twice, also when somebody was faster.
    void eachPaperOnce()
    {
        support::ToldSystem system;
        Room room(system);
        room.batch.look(room.cases);
        QVERIFY(room.comesTo(BatchPrint::State::Ready));
        const auto other = std::move(*room.hall.reception->resume(room.cases[2]));
        QVERIFY(room.queue.print(*other, {handover})); // after it was looked at
        room.batch.print(handover, false, {});
        QVERIFY(room.comesTo(BatchPrint::State::Finished));
        QCOMPARE(room.batch.done(), 2);
        QTRY_COMPARE(system.jobs().size(), 3);
        for (int nth = 0; nth < 3; ++nth) {
            QCOMPARE(room.file(nth).prints.size(), 1);
            QCOMPARE(room.file(nth).prints.first().paper.kind, handover);
            QCOMPARE(room.file(nth).prints.first().state, PrintAct::State::Spooled);
        }
        QVERIFY(room.file(3).prints.isEmpty());
        room.batch.print(handover, false, {}); // nothing is left
        QVERIFY(room.comesTo(BatchPrint::State::Finished));
        QCOMPARE(room.batch.total(), 0);
        QCOMPARE(system.jobs().size(), 3);
    }

    void againIsANumberedReprintWithItsReason()
    {
        support::ToldSystem system;
        Room room(system);
        const auto work = std::move(*room.hall.reception->resume(room.cases[1]));
        QVERIFY(room.queue.print(*work, {handover}));
        QTRY_COMPARE(system.jobs().size(), 1);
        room.batch.look(room.cases);
        QVERIFY(room.comesTo(BatchPrint::State::Ready));
        room.batch.print(handover, true, {u"打印机故障"_s, {}});
        QVERIFY(room.comesTo(BatchPrint::State::Finished));
        QCOMPARE(room.batch.done(), 3);
        QCOMPARE(room.file(1).prints.size(), 2);
        QCOMPARE(room.file(1).prints[1].copy, 2);
        QCOMPARE(room.file(1).prints[1].reason, u"打印机故障"_s);
        QCOMPARE(room.file(0).prints[0].copy, 1);
        QVERIFY(room.file(0).prints[0].reason.isEmpty()); // a first print needs none
    }

    void theCaseInHandStaysOnePicture()
    {
        support::ToldSystem system;
        Room room(system);
        const auto work = std::move(*room.hall.reception->resume(room.cases[0]));
        room.queue.takeInHand(work.get());
        room.batch.look({room.cases[0]});
        QVERIFY(room.comesTo(BatchPrint::State::Ready));
        room.batch.print(handover, false, {});
        QVERIFY(room.comesTo(BatchPrint::State::Finished));
        QCOMPARE(work->file(), room.file(0));
    }

    void stoppedByTheClerk()
    {
        support::ToldSystem system;
        Room room(system);
        room.batch.look(room.cases);
        QVERIFY(room.comesTo(BatchPrint::State::Ready));
        room.batch.print(handover, false, {});
        room.batch.stop(); // the first is on its way
        QTRY_COMPARE(room.batch.done(), 1);
        QCOMPARE(room.batch.state(), BatchPrint::State::Stopped);
        QTest::qWait(100);
        QCOMPARE(system.jobs().size(), 1);
        room.batch.print(handover, false, {}); // the rest
        QVERIFY(room.comesTo(BatchPrint::State::Finished));
        QCOMPARE(system.jobs().size(), 3);
    }

    /// A printer that takes nothing costs one failed print, not all of them.
    void itHaltsAtTheFirstFailure()
    {
        support::ToldSystem system;
        Room room(system);
        system.setBroken(true);
        room.batch.look(room.cases);
        QVERIFY(room.comesTo(BatchPrint::State::Ready));
        room.batch.print(handover, false, {});
        QVERIFY(room.comesTo(BatchPrint::State::Halted));
        QVERIFY(room.batch.haltedAt());
        QCOMPARE(room.batch.failed().size(), 1);
        QVERIFY(room.batch.failed().first().detail.contains(u"缺纸"_s));
        QVERIFY(room.file(1).prints.isEmpty());
        system.setBroken(false);
        room.batch.print(handover, false, {});
        QVERIFY(room.comesTo(BatchPrint::State::Finished));
        QCOMPARE(system.jobs().size(), 3);
        QCOMPARE(room.file(0).prints.size(), 2); // the failed one is on record
        QCOMPARE(room.file(0).prints[1].copy, 1);
    }

    /// Legal numbers run out in the middle: that case says why, the others go on.
    void whatOneCaseLacksDoesNotStopTheOthers()
    {
        support::ToldSystem system;
        Room room(system);
        room.batch.look(room.cases);
        QVERIFY(room.comesTo(BatchPrint::State::Ready));
        {
            const FullDisk disk;
            room.batch.print(handover, false, {});
            QVERIFY(room.comesTo(BatchPrint::State::Finished));
        }
        QCOMPARE(room.batch.done(), 0);
        QCOMPARE(room.batch.failed().size(), 3);
        QCOMPARE(room.batch.failed().first().undone->error->kind, base::Error::Kind::Storage);
        room.batch.print(handover, false, {});
        QVERIFY(room.comesTo(BatchPrint::State::Finished));
        QCOMPARE(room.batch.done(), 3);
    }

    /// With a real print service: the paper runs out at the first, the batch halts; it is loaded, and all come out once.
    void withARealService()
    {
        if (!CupsRoom::canServe())
            QSKIP(CupsRoom::whatItNeeds);
        CupsRoom service(CupsRoom::queue(u"counter"_s, u"empty"_s, true));
        QVERIFY2(service.use(), qPrintable(service.log()));
        devices::CupsPrintSystem system;
        Room room(system);
        room.batch.look(room.cases);
        QVERIFY(room.comesTo(BatchPrint::State::Ready));
        room.batch.print(handover, false, {});
        // The service takes jobs while the first waits for paper: how many is up to how fast that is seen.
        QVERIFY(QTest::qWaitFor([&] { return room.batch.state() != BatchPrint::State::Printing; }, 20'000));
        const auto isBlocked = [&] {
            return std::ranges::any_of(room.queue.prints(), &desk::QueuedPrint::isBlocked);
        };
        QTRY_VERIFY_WITH_TIMEOUT(isBlocked(), 20'000);
        service.allow();
        // The service says for a moment yet that the tray is empty: a clerk who goes on then is halted again, and goes on again.
        const auto goesOn = [&] {
            if (room.batch.state() == BatchPrint::State::Halted)
                room.batch.print(handover, false, {});
            return room.batch.state() == BatchPrint::State::Finished;
        };
        QTRY_VERIFY_WITH_TIMEOUT(goesOn(), 20'000);
        for (int nth = 0; nth < 3; ++nth) {
            QTRY_COMPARE_WITH_TIMEOUT(room.file(nth).prints.value(0).state, PrintAct::State::Printed, 20'000);
            QCOMPARE(room.file(nth).prints.size(), 1);
        }
    }

    /// Papers that a later one has taken the place of are not printed by a batch; papers of several items all are.
    void papersInForceAndSinceWhen()
    {
        Hall hall;
        const auto work = std::move(*hall.reception->open(newborn(hall)));
        takeIn(*work, VerdictKind::Missing);
        QVERIFY(work->perform(IssueNotice{}));
        hall.clock.advance(3600);
        QVERIFY(work->perform(IssueNotice{}));
        const QList<PaperRef> notices = papersInForce(work->file(), PaperKind::CorrectionNotice);
        QCOMPARE(notices, (QList{PaperRef{PaperKind::CorrectionNotice, 2, {}}}));
        QCOMPARE(madeAt(work->file(), notices.first()), hall.clock.now());
        QCOMPARE(madeAt(work->file(), {PaperKind::CorrectionNotice, 1, {}}), hall.clock.now().addSecs(-3600));
        QVERIFY(madeAt(work->file(), {PaperKind::FilingReceipt}).isNull());

        const auto decided = std::move(*hall.reception->open(newborn(hall)));
        support::decideAll(*decided);
        const QList<PaperRef> accepted = papersInForce(decided->file(), PaperKind::AcceptanceNotice);
        QVERIFY(accepted.size() > 1);
        for (const PaperKind kind : {PaperKind::AcceptanceNotice, PaperKind::HandoverSheet, PaperKind::ApplicationForm, PaperKind::CollectionNotice}) {
            for (const PaperRef &paper : papersInForce(decided->file(), kind))
                QVERIFY2(madeAt(decided->file(), paper).isValid(), qPrintable(paperWord(kind)));
        }
    }
};

QTEST_MAIN(TestBatchPrint)
#include "tst_batchprint.moc"
