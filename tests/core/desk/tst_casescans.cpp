#include "core/desk/camerafolder.h"
#include "core/desk/scanrepair.h"
#include "core/domain/casenumber.h"
#include "tests/core/desk/scandesk.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QSignalSpy>

#include <filesystem>

using namespace Qt::StringLiterals;
using desk::Arrival;
using desk::CaseScans;
using desk::Incoming;
using namespace scandesk;
using Outcome = Arrival::Outcome;
using Why = domain::Refusal::Why;

namespace {

QByteArray separator(const QString &number, const QString &material)
{
    return samplepages::jpeg(scandesk::separatorSheet(number, material));
}

}

/// Pictures on their way into a case, with everything real behind it.
class TestCaseScans : public QObject
{
    Q_OBJECT

private slots:
    void aStackIsSortedByItsSheets();
    void whatIsNoPictureIsNamed();
    void turnedAndTakenBack();
    void theSamePictureComesOnce();
    void aStopBeforeTheEventLosesNothing();
    void missingAndDamagedPicturesAreNamed();
    void aFullDiskIsTold();
    void whatIsUnderWayCanBeStopped();
    void nothingIsPlainInTheProfile();
    void theRoomNamesWhatDoesNotFit();
    void twoHundredPagesLeaveTheWindowFree();
    void theCameraFolderOffersWholeFilesOnly();
};

void TestCaseScans::aStackIsSortedByItsSheets()
{
    Room room;
    QSignalSpy targets(room.scans.get(), &CaseScans::targetChanged);
    room.scans->setTarget(room.material(0));
    const QString number = room.work->file().number;
    QString other = domain::CaseNumber{u"411202"_s, u"009"_s, u"Z9"_s, QDate(2026, 11, 20), 7}.text();
    room.scans->take({room.file(u"1.jpg"_s, page(1), true), room.file(u"2.jpg"_s, separator(number, room.material(1)), true),
                      room.file(u"3.jpg"_s, page(2), true), room.file(u"4.jpg"_s, page(3), true),
                      room.file(u"5.jpg"_s, separator(other, room.material(0)), true), room.file(u"6.jpg"_s, page(4), true)});
    QCOMPARE(room.scans->underWay(), 6);
    QVERIFY(room.waitFor(6));
    QCOMPARE(room.outcomes(), (QList<Outcome>{Outcome::Taken, Outcome::Separator, Outcome::Taken, Outcome::Taken,
                                              Outcome::OtherCase, Outcome::OtherCase}));
    QCOMPARE(room.arrivals.last().otherCase, other);
    QCOMPARE(domain::scansOf(room.work->file(), room.material(0)).size(), 1);
    QCOMPARE(domain::scansOf(room.work->file(), room.material(1)).size(), 2);
    QCOMPARE(targets.size(), 1);
    QCOMPARE(room.scans->underWay(), 0);
    // What is safe is gone from the camera's folder; what belongs to somebody else is not.
    for (const auto &[name, stays] : {std::pair{u"1.jpg"_s, false}, {u"2.jpg"_s, false}, {u"4.jpg"_s, false},
                                      {u"5.jpg"_s, true}, {u"6.jpg"_s, true}})
        QCOMPARE(QFile::exists(room.hall.folder.filePath(name)), stays);
    // And all of it is there after the program was started again.
    room.reopen();
    QCOMPARE(domain::scansOf(room.work->file(), room.material(1)).size(), 2);
    QSignalSpy ready(room.scans.get(), &CaseScans::pictureReady);
    room.scans->show(domain::scansOf(room.work->file(), room.material(1)).last().scan, QSize(100, 100));
    QVERIFY(ready.wait(10'000));
    QVERIFY(!ready.front()[2].value<QImage>().isNull());
}

void TestCaseScans::whatIsNoPictureIsNamed()
{
    Room room;
    const QByteArray whole = page(1);
    room.scans->take({room.file(u"empty.jpg"_s, {}, true), room.file(u"cut.jpg"_s, whole.left(whole.size() / 2), true),
                      room.file(u"paper.pdf"_s, "%PDF-1.4", true),
                      {.name = u"gone"_s, .file = u"/nowhere/at.jpg"_s, .bytes = {}, .image = {}},
                      {.name = {}, .file = {}, .bytes = {}, .image = samplepages::text(3, 100)}});
    QVERIFY(room.waitFor(5));
    using Fault = scans::PictureFault;
    for (const auto &[i, fault] : {std::pair{0, Fault::Empty}, {1, Fault::CutOff}, {2, Fault::Unreadable}}) {
        QCOMPARE(room.arrivals[i].outcome, Outcome::Refused);
        QVERIFY(room.arrivals[i].fault == fault);
        QVERIFY(QFile::exists(room.hall.folder.filePath(room.arrivals[i].name)));
    }
    QVERIFY(room.arrivals[3].fault == Fault::Gone);
    QCOMPARE(room.arrivals[4].outcome, Outcome::Taken);
    QCOMPARE(domain::presentScans(room.work->file()).size(), 1);
}

void TestCaseScans::turnedAndTakenBack()
{
    Room room;
    room.scans->setTarget(room.material(0));
    room.scans->take({room.file(u"1.jpg"_s, page(1)), room.file(u"2.jpg"_s, page(2))});
    QVERIFY(room.waitFor(2));
    const QString first = domain::presentScans(room.work->file()).front().scan;
    room.scans->edit(first, {.quarterTurns = 1, .cut = {}});
    QVERIFY(room.waitFor(3));
    QCOMPARE(room.arrivals.last().outcome, Outcome::Taken);
    const QList<domain::ScanPicture> pages = domain::scansOf(room.work->file(), room.material(0));
    QCOMPARE(pages.size(), 2);
    QCOMPARE(pages.front().from, first);
    QSignalSpy ready(room.scans.get(), &CaseScans::pictureReady);
    room.scans->show(pages.front().scan, {});
    QVERIFY(ready.wait(10'000));
    const auto turned = ready.front()[2].value<QImage>();
    QVERIFY(turned.width() > turned.height());

    QVERIFY(room.scans->undo());
    QCOMPARE(domain::scansOf(room.work->file(), room.material(0)).front().scan, first);
    QVERIFY(room.scans->move({first}, room.material(1)));
    QVERIFY(room.scans->undo());
    QCOMPARE(domain::scansOf(room.work->file(), room.material(0)).size(), 2);
    QVERIFY(room.scans->remove({first}, u"拍错"_s));
    QVERIFY(room.scans->undo());
    QCOMPARE(domain::scansOf(room.work->file(), room.material(0)).size(), 2);
    QVERIFY(room.scans->undo() && room.scans->undo());
    QCOMPARE(domain::presentScans(room.work->file()).size(), 0);
    QVERIFY(!room.scans->canUndo());
}

void TestCaseScans::theSamePictureComesOnce()
{
    Room room;
    room.scans->take({room.file(u"1.jpg"_s, page(1)), room.file(u"copy.jpg"_s, page(1))});
    QVERIFY(room.waitFor(2));
    QCOMPARE(room.outcomes(), (QList<Outcome>{Outcome::Taken, Outcome::NotDone}));
    QCOMPARE(room.arrivals.last().refusals.front().why, Why::ScanThereAlready);
}

void TestCaseScans::aStopBeforeTheEventLosesNothing()
{
    Room room;
    const QByteArray bytes = page(1);
    const scans::CaseShelf shelf{room.work->file().id, *room.hall.profile->journal().keyFor(room.work->file().id, "scans")};
    QVERIFY(scans::ScanStore(room.folder()).keep(shelf, bytes)); // and then the plug is pulled
    room.reopen();
    QSignalSpy checked(room.scans.get(), &CaseScans::checked);
    room.scans->check();
    QVERIFY(checked.wait(10'000));
    QCOMPARE(checked.front()[1].toInt(), 1);
    const QList<domain::ScanPicture> unsorted = domain::scansOf(room.work->file(), {});
    QCOMPARE(unsorted.size(), 1);
    QCOMPARE(unsorted.front().scan, scans::ScanStore::addressOf(bytes));
    room.scans->check();
    QVERIFY(checked.wait(10'000));
    QCOMPARE(checked.last()[1].toInt(), 0);
}

void TestCaseScans::missingAndDamagedPicturesAreNamed()
{
    Room room;
    room.scans->take({room.file(u"1.jpg"_s, page(1)), room.file(u"2.jpg"_s, page(2))});
    QVERIFY(room.waitFor(2));
    const QDir folder(room.folder() + u'/' + room.work->file().id);
    const QStringList files = folder.entryList(QDir::Files);
    QCOMPARE(files.size(), 2);
    QFile::remove(folder.filePath(files[0]));
    write(folder.filePath(files[1]), "YCS");
    QSignalSpy checked(room.scans.get(), &CaseScans::checked);
    QSignalSpy failed(room.scans.get(), &CaseScans::pictureFailed);
    room.scans->check();
    QVERIFY(checked.wait(10'000));
    QCOMPARE(checked.front()[0].value<QList<scans::Finding>>().size(), 2);
    for (const domain::ScanPicture &picture : domain::presentScans(room.work->file()))
        room.scans->show(picture.scan, QSize(50, 50));
    QVERIFY(QTest::qWaitFor([&] { return failed.size() == 2; }, 10'000));
    QCOMPARE(folder.entryList(QDir::Files).size(), 1); // nothing was deleted
}

void TestCaseScans::aFullDiskIsTold()
{
    Room room;
    const Incoming picture = room.file(u"1.jpg"_s, page(1), true);
    {
        const FullDisk full;
        room.scans->take({picture});
        QVERIFY(room.waitFor(1));
    }
    QCOMPARE(room.arrivals.front().outcome, Outcome::NotDone);
    QCOMPARE(room.arrivals.front().error->kind, base::Error::Kind::Storage);
    QVERIFY(QFile::exists(picture.file));
    QCOMPARE(domain::presentScans(room.work->file()).size(), 0);
    room.scans->take({picture});
    QVERIFY(room.waitFor(2));
    QCOMPARE(room.arrivals.last().outcome, Outcome::Taken);
}

void TestCaseScans::whatIsUnderWayCanBeStopped()
{
    Room room;
    QList<Incoming> pictures;
    for (int i = 0; i < 30; ++i)
        pictures << room.file(u"%1.jpg"_s.arg(i), page(i), true);
    room.scans->take(pictures);
    QVERIFY(room.waitFor(1));
    room.scans->cancel();
    QVERIFY(room.waitFor(30));
    const auto taken = room.outcomes().count(Outcome::Taken);
    QVERIFY(taken < 30);
    QCOMPARE(room.outcomes().count(Outcome::Dropped), 30 - taken);
    QCOMPARE(domain::presentScans(room.work->file()).size(), taken);
    room.scans->take({room.file(u"again.jpg"_s, page(99))});
    QVERIFY(room.waitFor(31));
    QCOMPARE(room.arrivals.last().outcome, Outcome::Taken);
    // Leaving in the middle waits for one picture at most.
    room.scans->take(pictures);
    QElapsedTimer time;
    time.start();
    room.scans.reset();
    QVERIFY(time.elapsed() < 5000);
}

void TestCaseScans::nothingIsPlainInTheProfile()
{
    Room room;
    room.scans->take({room.file(u"1.jpg"_s, page(1), true)});
    QVERIFY(room.waitFor(1));
    room.scans->edit(room.arrivals.front().scan, {.quarterTurns = 1, .cut = {}});
    QVERIFY(room.waitFor(2));
    const QByteArray dots = page(1).mid(2000, 24);
    const QByteArray address = room.arrivals.front().scan.toLatin1();
    QDirIterator files(room.hall.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int looked = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const QByteArray &plain : {secret, dots, address, "\xff\xd8\xff\xe0"_ba})
            QVERIFY2(!bytes.contains(plain) && !file.fileName().contains(QString::fromUtf8(plain)), qPrintable(file.fileName()));
        ++looked;
    }
    QVERIFY(looked > 3);
}

void TestCaseScans::theRoomNamesWhatDoesNotFit()
{
    Room room;
    room.scans->take({room.file(u"1.jpg"_s, page(1))});
    QVERIFY(room.waitFor(1));
    room.scans.reset();
    const desk::ScanRoom scanRoom(room.hall.profile->journal(), room.folder());
    QDir(room.folder()).mkpath(u"4f6c0f0e-0000-4000-8000-00000000dead"_s); // of a journal that was put aside
    write(room.folder() + u'/' + room.work->file().id + u"/notes.txt"_s, "x");
    QTest::qWait(20);
    for (const int expected : {2, 0}) {
        desk::ScanRepair repair(scanRoom, room.folder() + u"/checked"_s);
        QSignalSpy found(&repair, &desk::ScanRepair::found);
        QSignalSpy completed(&repair, &desk::ScanRepair::completed);
        repair.start();
        QVERIFY(completed.size() == 1 || completed.wait(10'000));
        QCOMPARE(found.size(), expected);
        for (const QVariantList &told : found) {
            const auto misfit = told.front().value<desk::Misfit>();
            QCOMPARE(misfit.number, misfit.caseId == room.work->file().id ? room.work->file().number : QString());
        }
        // An hour later nothing new has come.
        for (const QString &folder : {room.folder() + u'/' + room.work->file().id, room.folder() + u"/4f6c0f0e-0000-4000-8000-00000000dead"_s}) {
            const auto hourAgo = std::filesystem::file_time_type::clock::now() - std::chrono::hours(1);
            std::filesystem::last_write_time(folder.toStdString(), hourAgo);
        }
    }
}

void TestCaseScans::twoHundredPagesLeaveTheWindowFree()
{
    Room room;
    QList<Incoming> pictures;
    for (int i = 0; i < 200; ++i)
        pictures << room.file(u"%1.jpg"_s.arg(i, 3, 10, QChar(u'0')), page(i, 150));
    QElapsedTimer sinceTick, all;
    qint64 longest = 0;
    qint64 firstPicture = 0;
    QTimer tick;
    QObject::connect(&tick, &QTimer::timeout, [&] { longest = std::max(longest, sinceTick.restart()); });
    QObject::connect(room.scans.get(), &CaseScans::arrived, [&] { firstPicture = firstPicture ? firstPicture : all.elapsed(); });
    tick.start(1);
    sinceTick.start();
    all.start();
    room.scans->take(pictures);
    QVERIFY(room.waitFor(200));
    qInfo("200 pages in %lld ms, the first after %lld ms; longest gap of the event loop %lld ms", all.elapsed(), firstPicture, longest);
    QCOMPARE(room.outcomes().count(Outcome::Taken), 200);
    QVERIFY2(longest < 1500, "the window would stand still"); // a quiet machine: some tens; done in the window, one picture after the other: many seconds
    QVERIFY(firstPicture < all.elapsed() / 10);
}

void TestCaseScans::theCameraFolderOffersWholeFilesOnly()
{
    QTemporaryDir dir;
    const QString folder = dir.filePath(u"camera"_s);
    desk::CameraFolder camera(folder);
    QCOMPARE(camera.state(), desk::CameraFolder::State::Missing);
    QCOMPARE(desk::CameraFolder(QString()).state(), desk::CameraFolder::State::NotSetUp);
    QDir().mkpath(folder);
    write(folder + u"/old.jpg"_s, page(1));
    QVERIFY(QTest::qWaitFor([&] { return camera.files().size() == 1; }, 15'000)); // it is looked for every few seconds
    QSignalSpy came(&camera, &desk::CameraFolder::came);
    QFile growing(folder + u"/new.jpg"_s);
    QVERIFY(growing.open(QFile::WriteOnly));
    const QByteArray bytes = page(2);
    for (int part = 0; part < 6; ++part) {
        growing.write(bytes.mid(part * bytes.size() / 6, bytes.size() / 6 + 1));
        growing.flush();
        QTest::qWait(100);
        QCOMPARE(came.size(), 0);
    }
    growing.close();
    write(folder + u"/notes.txt"_s, "x");
    QVERIFY(came.wait(5000));
    QCOMPARE(came.front().front().toStringList(), QStringList{folder + u"/new.jpg"_s});
    QVERIFY(QFile::remove(folder + u"/old.jpg"_s));
    QVERIFY(QTest::qWaitFor([&] { return camera.files().size() == 1; }, 5000));
}

QTEST_MAIN(TestCaseScans)
#include "tst_casescans.moc"
