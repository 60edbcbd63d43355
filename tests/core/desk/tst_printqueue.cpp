#include "core/desk/printjobs.h"
#include "core/desk/printpaper.h"
#include "core/desk/printqueue.h"
#include "core/desk/printroutes.h"
#include "core/devices/printend.h"
#include "core/papers/testpage.h"
#include "tests/core/desk/takein.h"
#include "tests/support/cupsroom.h"
#include "tests/support/toldsystem.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace domain;
using devices::JobFate;
using devices::JobPlace;
using devices::PrintJob;
using support::CupsRoom;
using support::ToldSystem;
using State = PrintAct::State;

namespace {

const PaperRef receipt{PaperKind::FilingReceipt};

/// A case with a notice, that can be printed.
std::unique_ptr<desk::CaseWork> noticed(Hall &hall)
{
    auto work = std::move(*hall.reception->open(newborn(hall)));
    takeIn(*work, VerdictKind::Missing);
    if (!work->perform(IssueNotice{}))
        qFatal("no notice");
    return work;
}

/// A case that was filed.
std::unique_ptr<desk::CaseWork> filed(Hall &hall)
{
    auto work = std::move(*hall.reception->open(newborn(hall)));
    takeIn(*work, VerdictKind::OriginalSeen);
    if (!work->perform(FileCase{}))
        qFatal("not filed: %s", qPrintable(work->obstaclesToFiling().value(0).subject));
    return work;
}

const PaperRef notice{PaperKind::CorrectionNotice};

/// A window that prints.
struct Window {
    Hall hall;
    ToldSystem system;
    devices::PrintRunner runner{system, 20};
    desk::PrintRoutes routes{hall.folder.filePath(u"printers.json"_s)};
    desk::PrintQueue queue{{*hall.reception, runner, routes}};
};

/// What the journal has, not what memory has.
State stored(Hall &hall, const QString &caseId, int print)
{
    return (*hall.reception->resume(caseId))->file().prints.value(print).state;
}

}

class TestPrintQueue : public QObject
{
    Q_OBJECT

private slots:
    void fromTheRequestToTheHand()
    {
        Window window;
        const auto work = noticed(window.hall);
        window.queue.takeInHand(work.get());
        const QString id = *window.queue.print(*work, notice);
        QCOMPARE(work->file().prints.last().state, State::Requested);
        QTRY_COMPARE(work->file().prints.last().state, State::Spooled);
        QCOMPARE(work->file().prints.last().printer, u"counter"_s);
        QCOMPARE(work->file().prints.last().job, 1);
        window.system.set(1, JobFate::State::Printed);
        QTRY_COMPARE(work->file().prints.last().state, State::Printed);
        QVERIFY(window.queue.find(id)->isOpen());
        QVERIFY(window.queue.confirm(id));
        QCOMPARE(stored(window.hall, work->file().id, 0), State::Confirmed);
        QVERIFY(!window.queue.find(id)->isOpen());
        QVERIFY(window.queue.confirm(id)); // twice is once
        QCOMPARE(window.system.jobs().first().title, work->file().number);
    }

    /// What the system says of a job and what the case then says.
    void fates_data()
    {
        QTest::addColumn<JobFate::State>("fate");
        QTest::addColumn<State>("state");
        QTest::addColumn<bool>("told");
        QTest::newRow("waits") << JobFate::State::Waiting << State::Spooled << false;
        QTest::newRow("prints") << JobFate::State::Printing << State::Spooled << false;
        QTest::newRow("held") << JobFate::State::Held << State::Spooled << true;
        QTest::newRow("paper out") << JobFate::State::Blocked << State::Spooled << true;
        QTest::newRow("cancelled") << JobFate::State::Cancelled << State::Failed << true;
        QTest::newRow("given up") << JobFate::State::Failed << State::Failed << true;
        QTest::newRow("queue deleted") << JobFate::State::PrinterGone << State::Failed << true;
        QTest::newRow("nobody knows") << JobFate::State::Unknown << State::Spooled << false;
        QTest::newRow("no answer") << JobFate::State::NoAnswer << State::Spooled << false;
        QTest::newRow("printed") << JobFate::State::Printed << State::Printed << false;
    }
    void fates()
    {
        QFETCH(JobFate::State, fate);
        Window window;
        const auto work = noticed(window.hall);
        const QSignalSpy troubled(&window.queue, &desk::PrintQueue::troubled);
        const QString id = *window.queue.print(*work, notice);
        QTRY_COMPARE(window.system.jobs().size(), 1);
        window.system.set(1, fate);
        const auto seen = [&] { return window.queue.find(id)->fate && window.queue.find(id)->fate->state == fate; };
        QTRY_VERIFY(seen());
        // The case is not in hand: it went into the journal all the same.
        QFETCH(State, state);
        QTRY_COMPARE(stored(window.hall, work->file().id, 0), state);
        QTEST(troubled.size() == 1, "told");
    }

    void aPrinterThatTakesNothing()
    {
        Window window;
        const auto work = noticed(window.hall);
        window.queue.takeInHand(work.get());
        window.system.setBroken(true);
        const QSignalSpy troubled(&window.queue, &desk::PrintQueue::troubled);
        const QString id = *window.queue.print(*work, notice);
        QTRY_COMPARE(work->file().prints.last().state, State::Failed);
        QVERIFY(work->file().prints.last().detail.contains(u"缺纸"_s));
        QCOMPARE(troubled.size(), 1);
        window.system.setBroken(false);
        QVERIFY(window.queue.again(id, {u"打印机故障"_s, u"other"_s}));
        QTRY_COMPARE(work->file().prints.size(), 2);
        QCOMPARE(work->file().prints.last().copy, 1); // the first never came out
        QCOMPARE(work->file().prints.last().reason, u"打印机故障"_s);
        QTRY_COMPARE(window.system.jobs().size(), 1);
        QCOMPARE(window.system.jobs().first().printer, u"other"_s);
    }

    void anotherPrinterTakesBackTheFirst()
    {
        Window window;
        const auto work = noticed(window.hall);
        window.queue.takeInHand(work.get());
        const QString id = *window.queue.print(*work, notice);
        QTRY_COMPARE(work->file().prints.last().state, State::Spooled);
        QVERIFY(window.queue.again(id, {{}, u"other"_s}));
        QTRY_COMPARE(work->file().prints.first().state, State::Failed);
        QTRY_COMPARE(work->file().prints.last().state, State::Spooled);
    }

    void papersOfCasesAreNotMixed()
    {
        Window window;
        const auto first = noticed(window.hall);
        const auto second = noticed(window.hall);
        QVERIFY(window.queue.print(*first, QList{notice, notice}));
        QVERIFY(window.queue.print(*second, QList{notice, notice}));
        QTRY_COMPARE(window.system.jobs().size(), 4);
        QStringList titles;
        for (const PrintJob &job : window.system.jobs())
            titles << job.title;
        const QString one = first->file().number;
        const QString two = second->file().number;
        QCOMPARE(titles, (QStringList{one, one, two, two}));
    }

    void whatWasOnItsWayIsFollowedAgain()
    {
        Window window;
        const auto work = noticed(window.hall);
        window.queue.takeInHand(work.get());
        QVERIFY(window.queue.print(*work, notice));
        QTRY_COMPARE(work->file().prints.last().state, State::Spooled);
        desk::PrintQueue later({*window.hall.reception, window.runner, window.routes}); // as after another start
        const auto again = std::move(*window.hall.reception->resume(work->file().id));
        later.takeInHand(again.get());
        QCOMPARE(later.prints().size(), 1);
        QCOMPARE(later.prints().first().place, (JobPlace{u"counter"_s, 1}));
    }

    /// After a restart what is open is there, of every case, and none was opened.
    void afterARestartAllCasesJoin()
    {
        Window window;
        const auto first = noticed(window.hall);
        const auto second = noticed(window.hall);
        const auto third = filed(window.hall);
        const QString onItsWay = *window.queue.print(*first, notice);
        window.hall.clock.advance(1);
        const QString done = *window.queue.print(*second, notice);
        const QString inHand = *window.queue.print(*third, receipt);
        QTRY_COMPARE(window.system.jobs().size(), 3);
        for (const int job : {2, 3})
            window.system.set(job, JobFate::State::Printed);
        QTRY_COMPARE(stored(window.hall, third->file().id, 0), State::Printed);
        QTRY_COMPARE(stored(window.hall, second->file().id, 0), State::Printed);
        QVERIFY(window.queue.confirm(inHand));

        const auto joined = [&](desk::PrintQueue &queue) {
            queue.lookBack();
            QStringList ids;
            if (!QTest::qWaitFor([&] { return queue.isComplete(); }, 5000))
                ids << u"not complete"_s;
            for (const desk::QueuedPrint &print : queue.prints())
                ids << print.id;
            return ids;
        };
        desk::PrintQueue sameDay({*window.hall.reception, window.runner, window.routes});
        QCOMPARE(joined(sameDay), (QStringList{done, onItsWay})); // the newest first
        QCOMPARE(sameDay.find(onItsWay)->number, first->file().number);
        window.hall.clock.advance(24 * 3600);
        desk::PrintQueue nextDay({*window.hall.reception, window.runner, window.routes});
        QCOMPARE(joined(nextDay), QStringList{onItsWay});
        window.hall.clock.advance(8 * 24 * 3600);
        desk::PrintQueue weekAfter({*window.hall.reception, window.runner, window.routes});
        QCOMPARE(joined(weekAfter), QStringList()); // in no printer any more
        window.system.set(1, JobFate::State::Failed);
        QTRY_VERIFY(nextDay.find(onItsWay)->state == State::Failed); // it was followed
    }

    /// What a test page looks like, by what the queue is and what was set.
    void testPages_data()
    {
        using Layout = desk::PrintRoute::Layout;
        QTest::addColumn<Layout>("layout");
        QTest::addColumn<bool>("raw");
        QTest::addColumn<bool>("roll");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("office printer") << Layout::Auto << false << false << QByteArray("%PDF");
        QTest::newRow("receipt printer with a driver") << Layout::Auto << false << true << QByteArray("%PDF");
        QTest::newRow("no driver, nothing set") << Layout::Auto << true << false << QByteArray("\x1b@");
        QTest::newRow("no driver, roll set") << Layout::Roll << true << false << QByteArray("\x1b@");
        QTest::newRow("no driver, A4 set") << Layout::A4 << true << false << QByteArray("%PDF");
    }
    void testPages()
    {
        QFETCH(desk::PrintRoute::Layout, layout);
        QFETCH(bool, raw);
        QFETCH(bool, roll);
        QFETCH(QByteArray, start);
        Window window;
        window.system.faces = {{.name = u"counter"_s, .isUsual = true, .raw = raw, .roll = roll}};
        window.queue.look();
        QTRY_COMPARE(window.queue.printers().size(), 1);
        const bool onRoll = desk::isForRoll(layout, desk::machineFor(window.queue.printers(), u"counter"_s));
        QCOMPARE(onRoll, roll || start != "%PDF");
        const auto page = papers::testPage(window.hall.forms, window.hall.profile->hall(), u"counter"_s, {},
                                           window.hall.clock.now(), onRoll);
        QVERIFY(page);
        QVERIFY(window.queue.printTest(*page, u"counter"_s, {}));
        QTRY_COMPARE(window.system.jobs().size(), 1);
        const PrintJob job = window.system.jobs().first();
        QVERIFY(job.bytes.startsWith(start));
        QCOMPARE(job.exact, onRoll);
        QCOMPARE(job.media.isEmpty(), onRoll);
    }

    void routes_data()
    {
        QTest::addColumn<desk::PrintRoute>("route");
        QTest::addColumn<QString>("printer");
        QTest::addColumn<bool>("raw");
        QTest::addColumn<int>("copies");
        using Route = desk::PrintRoute;
        QTest::newRow("untouched") << Route{} << QString() << false << 1;
        QTest::newRow("three pieces") << Route{.printer = u"counter"_s, .tray = {}, .pieces = 3} << u"counter"_s << false << 3;
        QTest::newRow("on a roll") << Route{.printer = u"roll"_s, .tray = {}} << u"roll"_s << true << 1;
        QTest::newRow("wide paper though it is a roll")
            << Route{.printer = u"roll"_s, .tray = {}, .layout = Route::Layout::A4} << u"roll"_s << false << 1;
    }
    void routes()
    {
        QFETCH(desk::PrintRoute, route);
        Window window;
        QVERIFY(window.routes.set(u"filing-receipt"_s, route));
        desk::PrintRoutes read(window.hall.folder.filePath(u"printers.json"_s));
        QVERIFY(!read.fault());
        QCOMPARE(read.of(u"filing-receipt"_s), route);
        QCOMPARE(read.of(u"filing-receipt-80"_s), route);
        QCOMPARE(read.of(u"cover-sheet"_s), desk::PrintRoute{});
        window.queue.look();
        QTRY_COMPARE(window.queue.printers().size(), 2);
        const auto work = filed(window.hall);
        QVERIFY(window.queue.print(*work, receipt));
        QTRY_COMPARE(window.system.jobs().size(), 1);
        const PrintJob job = window.system.jobs().first();
        QTEST(job.printer, "printer");
        QTEST(job.raw, "raw");
        QTEST(job.copies, "copies");
        QVERIFY(job.bytes.startsWith(job.raw ? "\x1b@" : "%PDF"));
    }

    /// What a queue without a driver gets while its layout was not set by hand.
    void withoutADriver_data()
    {
        QTest::addColumn<bool>("hasRoll"); // the paper
        QTest::addColumn<desk::PrintRoute::Layout>("layout");
        QTest::addColumn<QByteArray>("start"); // empty: nothing is sent
        using Layout = desk::PrintRoute::Layout;
        QTest::newRow("receipt") << true << Layout::Auto << QByteArray("\x1b@");
        QTest::newRow("A4 paper") << false << Layout::Auto << QByteArray();
        QTest::newRow("A4 paper, roll set") << false << Layout::Roll << QByteArray();
        QTest::newRow("it prints PDF") << false << Layout::A4 << QByteArray("%PDF");
        QTest::newRow("receipt, it prints PDF") << true << Layout::A4 << QByteArray("%PDF");
    }
    void withoutADriver()
    {
        QFETCH(bool, hasRoll);
        QFETCH(desk::PrintRoute::Layout, layout);
        QFETCH(QByteArray, start);
        if (!CupsRoom::canServe())
            QSKIP(CupsRoom::whatItNeeds);
        CupsRoom room(CupsRoom::queue(u"thermal"_s, u"keep"_s, true));
        QVERIFY2(room.use(), qPrintable(room.log()));
        Hall hall;
        devices::CupsPrintSystem system;
        devices::PrintRunner runner(system, 50);
        desk::PrintRoutes routes(hall.folder.filePath(u"printers.json"_s));
        desk::PrintQueue queue({*hall.reception, runner, routes});
        queue.look();
        QTRY_COMPARE_WITH_TIMEOUT(queue.printers().size(), 1, 20'000);
        QVERIFY(queue.printers().first().raw);
        const PaperRef paper = hasRoll ? receipt : notice;
        const auto work = hasRoll ? filed(hall) : noticed(hall);
        QVERIFY(routes.set(paperWord(paper.kind), {.printer = {}, .tray = {}, .layout = layout}));
        const auto asked = queue.print(*work, paper);
        QCOMPARE(asked.has_value(), !start.isEmpty());
        if (start.isEmpty()) {
            QCOMPARE(devices::readEnd(asked.error().error->detail).why, devices::PrintFailure::NoDriver);
            QCOMPARE(work->file().prints.last().state, State::Failed); // and that is on record
            return;
        }
        QTRY_VERIFY_WITH_TIMEOUT(!room.read(u"printed"_s).isEmpty(), 20'000);
        QVERIFY(room.read(u"printed"_s).startsWith(start));
    }

    /// What a real service says of a job that failed can be read, whatever it was.
    void whyItFailed_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<devices::PrintFailure>("why");
        QTest::newRow("given up, with words nobody knows") << u"fail"_s << devices::PrintFailure::GivenUp;
        QTest::newRow("given up without a word") << u"full"_s << devices::PrintFailure::GivenUp;
        QTest::newRow("the machine is silent") << u"deaf"_s << devices::PrintFailure::Unreachable;
    }
    void whyItFailed()
    {
        QFETCH(QString, uri);
        if (!CupsRoom::canServe())
            QSKIP(CupsRoom::whatItNeeds);
        CupsRoom room(CupsRoom::queue(u"counter"_s, uri, true, u"ErrorPolicy abort-job\n"_s));
        QVERIFY2(room.use(), qPrintable(room.log()));
        Hall hall;
        devices::CupsPrintSystem system;
        devices::PrintRunner runner(system, 50);
        const desk::PrintRoutes routes(hall.folder.filePath(u"printers.json"_s));
        desk::PrintQueue queue({*hall.reception, runner, routes});
        const auto work = noticed(hall);
        queue.takeInHand(work.get());
        QVERIFY(queue.print(*work, notice));
        QTRY_COMPARE_WITH_TIMEOUT(work->file().prints.last().state, State::Failed, 20'000);
        const QString recorded = work->file().prints.last().detail;
        QFETCH(devices::PrintFailure, why);
        QVERIFY2(devices::readEnd(recorded).why == why, qPrintable(recorded));
    }

    void brokenRoutes_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("noise") << QByteArray("\x00\xff nothing", 10);
        QTest::newRow("another format") << QByteArray(R"({"format":2,"papers":{}})");
        QTest::newRow("unknown key") << QByteArray(R"({"format":1,"papers":{"a":{"pinter":"x"}}})");
        QTest::newRow("too many") << QByteArray(R"({"format":1,"papers":{"a":{"pieces":500}}})");
        QTest::newRow("not a name") << QByteArray(R"({"format":1,"papers":{"a":{"printer":"a b/../c"}}})");
        QTest::newRow("unknown word") << QByteArray(R"({"format":1,"papers":{"a":{"sides":"both"}}})");
    }
    void brokenRoutes()
    {
        QFETCH(QByteArray, file);
        const QTemporaryDir folder;
        QFile out(folder.filePath(u"printers.json"_s));
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(file) == file.size());
        out.close();
        const desk::PrintRoutes routes(out.fileName());
        QVERIFY(routes.fault());
        QCOMPARE(routes.fault()->kind, base::Error::Kind::Settings);
        QVERIFY(routes.fault()->place.startsWith(out.fileName()));
        QCOMPARE(routes.of(u"a"_s), desk::PrintRoute{});
    }

    /// The whole way with a real print service: paper runs out, is loaded, and the paper comes.
    void withARealService()
    {
        if (!CupsRoom::canServe())
            QSKIP(CupsRoom::whatItNeeds);
        CupsRoom room(CupsRoom::queue(u"counter"_s, u"empty"_s, true));
        QVERIFY2(room.use(), qPrintable(room.log()));
        Hall hall;
        devices::CupsPrintSystem system;
        devices::PrintRunner runner(system, 50);
        const desk::PrintRoutes routes(hall.folder.filePath(u"printers.json"_s));
        desk::PrintQueue queue({*hall.reception, runner, routes});
        const auto work = noticed(hall);
        queue.takeInHand(work.get());
        const QSignalSpy troubled(&queue, &desk::PrintQueue::troubled);
        const QString id = *queue.print(*work, notice);
        QTRY_COMPARE_WITH_TIMEOUT(troubled.size(), 1, 20'000);
        QVERIFY(queue.find(id)->isBlocked());
        QCOMPARE(queue.find(id)->fate->complaints.first().trouble, devices::Trouble::PaperOut);
        QCOMPARE(work->file().prints.last().state, State::Spooled); // it has not failed
        room.allow();
        QTRY_COMPARE_WITH_TIMEOUT(work->file().prints.last().state, State::Printed, 20'000);
        QVERIFY(room.read(u"printed"_s).startsWith("%PDF"));
    }

    /// The window goes on while the service is dead: no act takes longer than a tenth of a second.
    void aDeadServiceHoldsNothingUp()
    {
        const QTemporaryDir folder;
        qputenv("CUPS_SERVER", folder.filePath(u"nobody"_s).toUtf8());
        Hall hall;
        devices::CupsPrintSystem system;
        devices::PrintRunner runner(system, 50);
        const desk::PrintRoutes routes(hall.folder.filePath(u"printers.json"_s));
        desk::PrintQueue queue({*hall.reception, runner, routes});
        const auto work = noticed(hall);
        queue.takeInHand(work.get());
        QVERIFY(queue.print(*work, notice)); // the first finds the fonts
        QElapsedTimer timer;
        timer.start();
        QVERIFY(queue.print(*work, notice));
        queue.look();
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed()))); // a dead service answers after seconds
        QTRY_COMPARE_WITH_TIMEOUT(work->file().prints.last().state, State::Failed, 20'000);
    }

    /// Papers one after the other, without growth of memory: 100, or as many as YICHUANG_PAPERS says.
    void manyPapers()
    {
        Window window;
        const auto work = noticed(window.hall);
        support::FakePrinter printer;
        desk::PrintPaper printing(printer);
        const auto residentKilobytes = [] {
            QFile status(u"/proc/self/status"_s);
            if (!status.open(QIODevice::ReadOnly))
                return 0LL;
            const QString text = QString::fromLatin1(status.readAll());
            return text.section(u"VmRSS:"_s, 1).trimmed().section(u' ', 0, 0).toLongLong();
        };
        const QString file = window.hall.folder.filePath(u"paper.pdf"_s);
        for (int i = 0; i < 50; ++i)
            QVERIFY(printing.save(*work, notice, file));
        const qint64 before = residentKilobytes();
        QElapsedTimer timer;
        timer.start();
        const int wanted = qEnvironmentVariableIntValue("YICHUANG_PAPERS");
        const int count = wanted > 0 ? wanted : 100;
        for (int i = 0; i < count; ++i)
            QVERIFY(printing.save(*work, notice, file));
        const qint64 grown = residentKilobytes() - before;
        qInfo("%d papers in %lld ms, memory grew by %lld KB from %lld KB", count, timer.elapsed(), grown, before);
        QVERIFY(before > 0);
#ifndef __SANITIZE_ADDRESS__ // whose allocator keeps what was given up
        QVERIFY2(grown < 12 * 1024, qPrintable(QString::number(grown)));
#endif
        QCOMPARE(work->file().prints.last().copy, 50 + count);
    }
};

QTEST_MAIN(TestPrintQueue)
#include "tst_printqueue.moc"
