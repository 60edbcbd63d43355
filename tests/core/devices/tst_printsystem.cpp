#include "core/devices/printrunner.h"
#include "tests/support/cupsroom.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace devices;
using support::CupsRoom;
using State = JobFate::State;

namespace {

const QByteArray somePdf = "%PDF-1.5\n%%EOF\n";

PrintJob jobFor(const QString &printer)
{
    return {.printer = printer, .bytes = somePdf, .title = u"test"_s, .tray = {}};
}

QList<Trouble> troublesOf(const QList<Complaint> &complaints)
{
    QList<Trouble> troubles;
    for (const Complaint &complaint : complaints)
        troubles << complaint.trouble;
    return troubles;
}

}

class TestPrintSystem : public QObject
{
    Q_OBJECT

private:
    CupsPrintSystem m_system;

    bool comesTo(const JobPlace &place, State state, int milliseconds = 20'000)
    {
        return QTest::qWaitFor([&] { return m_system.fate(place).state == state; }, milliseconds);
    }

private slots:
    void initTestCase()
    {
        qunsetenv("PRINTER");
        qunsetenv("LPDEST");
    }

    void withoutAService()
    {
        const QTemporaryDir folder;
        cupsSetServer(qPrintable(folder.filePath(u"nobody"_s)));
        QVERIFY(!m_system.printers());
        QCOMPARE(m_system.submit(jobFor({})).error().kind, base::Error::Kind::Device);
        QCOMPARE(m_system.fate({u"a"_s, 1}).state, State::NoAnswer);
        QVERIFY(!m_system.cancel({u"a"_s, 1}) && !m_system.forget({u"a"_s, 1}));
    }

    void thePrintersAsTheSystemHasThem()
    {
        if (!CupsRoom::canServe())
            QSKIP(CupsRoom::whatItNeeds);
        CupsRoom room(CupsRoom::queue(u"counter"_s, u"keep"_s, true, u"Info 综合窗口打印机\nLocation 一楼\n"_s)
                      + CupsRoom::queue(u"other"_s, u"keep"_s));
        QVERIFY2(room.use(), qPrintable(room.log()));
        QVERIFY(room.command(u"cupsdisable"_s, {u"-r"_s, u"缺纸"_s, u"other"_s}));
        QVERIFY(room.command(u"cupsreject"_s, {u"other"_s}));
        const auto printers = m_system.printers();
        QVERIFY(printers);
        QCOMPARE(printers->size(), 2);
        const PrinterFace &counter = printers->at(0);
        QCOMPARE(counter.name, u"counter"_s);
        QCOMPARE(counter.description, u"综合窗口打印机"_s);
        QCOMPARE(counter.place, u"一楼"_s);
        QVERIFY(counter.isUsual && counter.isReady() && counter.raw && counter.complaints.isEmpty());
        const PrinterFace &other = printers->at(1);
        QCOMPARE(other.state, PrinterFace::State::Stopped);
        QVERIFY(!other.accepts && !other.isUsual && !other.isReady());
        QCOMPARE(troublesOf(other.complaints), (QList{Trouble::Rejecting, Trouble::Paused}));
        QCOMPARE(m_system.submit(jobFor(u"other"_s)).error().detail.left(26), u"printer other takes no job"_s);
    }

    void noPrinterIsNoFault()
    {
        if (!CupsRoom::canServe())
            QSKIP(CupsRoom::whatItNeeds);
        CupsRoom room({});
        QVERIFY2(room.use(), qPrintable(room.log()));
        const auto printers = m_system.printers();
        QVERIFY2(printers, qPrintable(printers ? QString() : printers.error().detail));
        QVERIFY(printers->isEmpty());
    }

    /// A job on each kind of machine, and where it must come to.
    void fates_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<QString>("policy");
        QTest::addColumn<State>("state");
        QTest::addColumn<QList<Trouble>>("troubles");
        QTest::newRow("printed") << u"keep"_s << u"stop-printer"_s << State::Printed << QList<Trouble>();
        QTest::newRow("at it") << u"slow"_s << u"stop-printer"_s << State::Printing << QList<Trouble>();
        QTest::newRow("paper out") << u"empty"_s << u"stop-printer"_s << State::Blocked << QList{Trouble::PaperOut};
        QTest::newRow("door open") << u"open"_s << u"stop-printer"_s << State::Blocked << QList{Trouble::DoorOpen};
        QTest::newRow("given up") << u"fail"_s << u"abort-job"_s << State::Failed << QList<Trouble>();
        QTest::newRow("fails, the printer stops")
            << u"fail"_s << u"stop-printer"_s << State::Blocked << QList{Trouble::Paused};
        QTest::newRow("the printer stops") << u"stop"_s << u"abort-job"_s << State::Blocked << QList{Trouble::Paused};
        QTest::newRow("full disk") << u"full"_s << u"abort-job"_s << State::Failed << QList<Trouble>();
        QTest::newRow("wants a password") << u"refuse"_s << u"abort-job"_s << State::Held << QList<Trouble>();
    }
    void fates()
    {
        if (!CupsRoom::canServe())
            QSKIP(CupsRoom::whatItNeeds);
        QFETCH(QString, uri);
        QFETCH(QString, policy);
        QFETCH(State, state);
        CupsRoom room(CupsRoom::queue(u"counter"_s, uri, true, u"ErrorPolicy %1\n"_s.arg(policy)));
        QVERIFY2(room.use(), qPrintable(room.log()));
        const auto place = m_system.submit(jobFor({}));
        QVERIFY2(place, qPrintable(place ? QString() : place.error().detail));
        QCOMPARE(*place, (JobPlace{u"counter"_s, 1}));
        QVERIFY2(comesTo(*place, state), qPrintable(room.log() + QString::number(int(m_system.fate(*place).state))));
        QTEST(troublesOf(m_system.fate(*place).complaints), "troubles");
    }

    void paperIsLoadedAndTheJobGoesOn()
    {
        if (!CupsRoom::canServe())
            QSKIP(CupsRoom::whatItNeeds);
        CupsRoom room(CupsRoom::queue(u"counter"_s, u"empty"_s, true));
        QVERIFY2(room.use(), qPrintable(room.log()));
        const JobPlace place = m_system.submit(jobFor({})).value();
        QVERIFY(comesTo(place, State::Blocked));
        room.allow();
        QVERIFY(comesTo(place, State::Printed));
        QCOMPARE(room.read(u"printed"_s), somePdf);
    }

    void cancelledHereOrElsewhere()
    {
        if (!CupsRoom::canServe())
            QSKIP(CupsRoom::whatItNeeds);
        CupsRoom room(CupsRoom::queue(u"counter"_s, u"slow"_s, true));
        QVERIFY2(room.use(), qPrintable(room.log()));
        const JobPlace first = m_system.submit(jobFor({})).value();
        const JobPlace second = m_system.submit(jobFor({})).value();
        QVERIFY(m_system.cancel(second));
        QVERIFY(comesTo(second, State::Cancelled));
        QVERIFY(room.command(u"cancel"_s, {u"counter-1"_s}));
        QVERIFY(comesTo(first, State::Cancelled));
        QVERIFY(!m_system.cancel(first)); // over
    }

    void heldAndReleased()
    {
        if (!CupsRoom::canServe())
            QSKIP(CupsRoom::whatItNeeds);
        CupsRoom room(CupsRoom::queue(u"counter"_s, u"slow"_s, true));
        QVERIFY2(room.use(), qPrintable(room.log()));
        QVERIFY(m_system.submit(jobFor({})));
        const JobPlace second = m_system.submit(jobFor({})).value();
        QCOMPARE(m_system.fate(second).state, State::Waiting);
        QVERIFY(room.command(u"lp"_s, {u"-i"_s, u"counter-2"_s, u"-H"_s, u"hold"_s}));
        QCOMPARE(m_system.fate(second).state, State::Held);
        QVERIFY(room.command(u"lp"_s, {u"-i"_s, u"counter-2"_s, u"-H"_s, u"resume"_s}));
        room.allow();
        QVERIFY(comesTo(second, State::Printed));
    }

    void theQueueIsDeletedMeanwhile()
    {
        if (!CupsRoom::canServe())
            QSKIP(CupsRoom::whatItNeeds);
        CupsRoom room(CupsRoom::queue(u"counter"_s, u"slow"_s, true));
        QVERIFY2(room.use(), qPrintable(room.log()));
        const JobPlace place = m_system.submit(jobFor({})).value();
        QVERIFY(room.command(u"lpadmin"_s, {u"-x"_s, u"counter"_s}));
        const auto isOver = [&] {
            const State state = m_system.fate(place).state;
            return state == State::PrinterGone || state == State::Cancelled;
        };
        QVERIFY(QTest::qWaitFor(isOver, 20'000));
        QVERIFY(!m_system.submit(jobFor(u"counter"_s)));
    }

    void aJobNobodyKnows()
    {
        if (!CupsRoom::canServe())
            QSKIP(CupsRoom::whatItNeeds);
        CupsRoom room(CupsRoom::queue(u"counter"_s, u"keep"_s, true));
        QVERIFY2(room.use(), qPrintable(room.log()));
        QCOMPARE(m_system.fate({u"counter"_s, 77}).state, State::Unknown);
        QCOMPARE(m_system.fate({u"gone"_s, 77}).state, State::PrinterGone);
    }

    void copiesReachTheMachine()
    {
        if (!CupsRoom::canServe())
            QSKIP(CupsRoom::whatItNeeds);
        CupsRoom room(CupsRoom::queue(u"counter"_s, u"keep"_s, true));
        QVERIFY2(room.use(), qPrintable(room.log()));
        PrintJob job = jobFor(u"counter"_s);
        job.copies = 3;
        job.raw = true;
        QVERIFY(m_system.submit(job));
        QTRY_COMPARE_WITH_TIMEOUT(room.read(u"copies"_s), QByteArray("3"), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(room.read(u"printed"_s), somePdf, 20'000);
    }

    /// The window's thread is never held up, also by a service that takes the connection and never says a word.
    void theRunnerNeverBlocks()
    {
        const QTemporaryDir folder;
        QLocalServer deaf;
        QVERIFY(deaf.listen(folder.filePath(u"socket"_s)));
        qputenv("CUPS_SERVER", folder.filePath(u"socket"_s).toUtf8());
        QElapsedTimer timer;
        timer.start();
        PrintRunner runner(m_system, 50);
        QSignalSpy submitted(&runner, &PrintRunner::submitted);
        QSignalSpy looked(&runner, &PrintRunner::printersSeen);
        QSignalSpy fates(&runner, &PrintRunner::fateSeen);
        runner.submit(u"a"_s, jobFor({}));
        runner.look();
        runner.follow(u"b"_s, {u"counter"_s, 3});
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QTRY_COMPARE(submitted.size(), 1);
        QTRY_COMPARE(looked.size(), 1);
        QTRY_COMPARE(fates.size(), 1);
        QVERIFY(!submitted.first().at(1).value<base::Result<JobPlace>>());
        QCOMPARE(fates.first().at(1).value<JobFate>().state, State::NoAnswer);
    }

    void theRunnerFollowsAJobToItsEnd()
    {
        if (!CupsRoom::canServe())
            QSKIP(CupsRoom::whatItNeeds);
        CupsRoom room(CupsRoom::queue(u"counter"_s, u"empty"_s, true));
        QVERIFY2(room.use(), qPrintable(room.log()));
        PrintRunner runner(m_system, 50);
        QList<State> seen;
        connect(&runner, &PrintRunner::fateSeen, this, [&](const QString &id, const JobFate &fate) {
            QCOMPARE(id, u"a"_s);
            seen << fate.state;
        });
        runner.submit(u"a"_s, jobFor({}));
        QTRY_VERIFY_WITH_TIMEOUT(seen.contains(State::Blocked), 20'000);
        room.allow();
        QTRY_VERIFY_WITH_TIMEOUT(seen.contains(State::Printed), 20'000);
        QCOMPARE(seen.last(), State::Printed);
        QCOMPARE(seen.count(State::Printed), 1);
    }

    /// A service keeps the bytes of jobs that have ended; of one that leaves nothing it does not.
    void aJobThatLeavesNothing()
    {
        if (!CupsRoom::canServe())
            QSKIP(CupsRoom::whatItNeeds);
        CupsRoom room(CupsRoom::queue(u"counter"_s, u"keep"_s, true));
        QVERIFY2(room.use(), qPrintable(room.log()));
        PrintRunner runner(m_system, 50);
        QList<JobPlace> places;
        QList<State> ends;
        connect(&runner, &PrintRunner::submitted, this, [&](const QString &, const base::Result<JobPlace> &place) { places << place.value_or(JobPlace()); });
        connect(&runner, &PrintRunner::fateSeen, this, [&](const QString &, const JobFate &fate) {
            if (fate.isFinal())
                ends << fate.state;
        });
        const QSignalSpy notForgotten(&runner, &PrintRunner::notForgotten);
        runner.submit(u"usual"_s, jobFor({}));
        PrintJob secret = jobFor({});
        secret.leavesNothing = true;
        runner.submit(u"secret"_s, secret);
        QTRY_COMPARE_WITH_TIMEOUT(ends.size(), 2, 20'000);
        QCOMPARE(ends, (QList{State::Printed, State::Printed}));
        QTRY_COMPARE_WITH_TIMEOUT(m_system.fate(places[1]).state, State::Unknown, 20'000);
        QCOMPARE(m_system.fate(places[0]).state, State::Printed);
        QVERIFY(notForgotten.isEmpty());
        const auto spooled = [&](const JobPlace &place) { return room.spooled(place.job); };
        QVERIFY(!spooled(places[0]).isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(spooled(places[1]).isEmpty(), 20'000);
    }
};

QTEST_GUILESS_MAIN(TestPrintSystem)
#include "tst_printsystem.moc"
