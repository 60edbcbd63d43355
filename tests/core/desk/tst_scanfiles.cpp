#include "core/desk/camerafolder.h"
#include "tests/core/desk/scandesk.h"
#include "tests/core/scans/samplefiles.h"

#include <QBuffer>
#include <QDir>
#include <QPdfWriter>
#include <QSignalSpy>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace scandesk;
using desk::Arrival;
using Outcome = Arrival::Outcome;
using Fault = scans::PictureFault;

namespace {

/// As a scanner of the floor above sends it: a PDF with a picture on each page.
QByteArray scannedPdf(const QList<QImage> &pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    QPainter painter(&writer);
    for (qsizetype i = 0; i < pages.size(); ++i) {
        if (i > 0)
            writer.newPage();
        painter.drawImage(QRect(0, 0, writer.width(), writer.height()), pages[i]);
    }
    painter.end();
    return bytes;
}

}

/// Files of pages on their way into a case, from the camera's folder or by hand.
class TestScanFiles : public QObject
{
    Q_OBJECT

private slots:
    void aPdfIsSortedByItsSheets();
    void aTiffIsTakenFromTheClipboard();
    void aPageThatIsNotToBeHadKeepsTheFile();
    void aFileOfPagesCanBeStopped();
    void whatIsNoPlainFileIsRefused_data();
    void whatIsNoPlainFileIsRefused();
    void theCameraFolderTellsOfStrangers();
};

void TestScanFiles::aPdfIsSortedByItsSheets()
{
    Room room;
    const QString number = room.work->file().number;
    room.scans->setTarget(room.material(0));
    QSignalSpy targets(room.scans.get(), &desk::CaseScans::targetChanged);
    const QByteArray pdf = scannedPdf({paper(1), separatorSheet(number, room.material(1)), paper(2), paper(3)});
    // Its name is not believed.
    room.scans->take({room.file(u"stack.jpg"_s, pdf, true), room.file(u"one.jpg"_s, page(4))});
    QVERIFY(room.waitFor(5));
    QCOMPARE(room.outcomes(), (QList<Outcome>{Outcome::Taken, Outcome::Separator, Outcome::Taken, Outcome::Taken, Outcome::Taken}));
    for (int i = 0; i < 4; ++i)
        QCOMPARE(room.arrivals[i].page, i + 1);
    QCOMPARE(room.arrivals[4].page, 0);
    QCOMPARE(domain::scansOf(room.work->file(), room.material(0)).size(), 1);
    QCOMPARE(domain::scansOf(room.work->file(), room.material(1)).size(), 3);
    QCOMPARE(targets.size(), 1);
    QCOMPARE(room.scans->underWay(), 0);
    QVERIFY(!QFile::exists(room.hall.folder.filePath(u"stack.jpg"_s))); // all of it is safe
    QVERIFY(room.arrivals[0].quality.isEmpty());
    // The same file once more brings nothing twice.
    room.scans->setTarget(room.material(0));
    room.scans->take({room.file(u"again.pdf"_s, pdf, true)});
    QVERIFY(room.waitFor(9));
    QCOMPARE(domain::presentScans(room.work->file()).size(), 4);
    QVERIFY(QFile::exists(room.hall.folder.filePath(u"again.pdf"_s)));
}

void TestScanFiles::aTiffIsTakenFromTheClipboard()
{
    Room room;
    const QByteArray tiff = samplefiles::tiff({paper(1), paper(2)});
    room.scans->take({{.name = {}, .file = {}, .bytes = tiff, .image = {}}});
    QVERIFY(room.waitFor(2));
    QCOMPARE(room.outcomes(), (QList<Outcome>{Outcome::Taken, Outcome::Taken}));
}

void TestScanFiles::aPageThatIsNotToBeHadKeepsTheFile()
{
    Room room;
    using samplefiles::PdfPage;
    const QByteArray pdf = samplefiles::pdf({PdfPage(), {.box = "[0 0 90000 90000]"}, {.drawing = "0 0 0 rg 90 90 90 90 re f"}});
    room.scans->take({room.file(u"plan.pdf"_s, pdf, true)});
    QVERIFY(room.waitFor(3));
    QCOMPARE(room.outcomes(), (QList<Outcome>{Outcome::Taken, Outcome::Refused, Outcome::Taken}));
    QVERIFY(room.arrivals[1].fault == Fault::TooLargePage);
    QCOMPARE(room.arrivals[1].page, 2);
    QVERIFY(QFile::exists(room.hall.folder.filePath(u"plan.pdf"_s)));
    room.scans->take({room.file(u"locked.pdf"_s, samplefiles::locked(pdf, "secret"), true)});
    QVERIFY(room.waitFor(4));
    QVERIFY(room.arrivals[3].fault == Fault::Locked);
    QCOMPARE(room.scans->underWay(), 0);
}

void TestScanFiles::aFileOfPagesCanBeStopped()
{
    Room room;
    room.scans->take({room.file(u"long.pdf"_s, samplefiles::pdf(QList<samplefiles::PdfPage>(300)), true), room.file(u"1.jpg"_s, page(1))});
    QVERIFY(room.waitFor(1));
    QCOMPARE(room.scans->underWay(), 300); // 299 pages and a picture
    room.scans->cancel();
    QVERIFY(QTest::qWaitFor([&] { return room.scans->underWay() == 0; }, 10'000));
    QVERIFY(room.arrivals.size() < 50);
    QCOMPARE(room.arrivals.last().outcome, Outcome::Dropped);
    QVERIFY(QFile::exists(room.hall.folder.filePath(u"long.pdf"_s)));
    room.scans->take({room.file(u"2.jpg"_s, page(2))});
    QVERIFY(QTest::qWaitFor([&] { return room.arrivals.last().outcome == Outcome::Taken; }, 10'000));
    room.scans->take({room.file(u"long.pdf"_s, samplefiles::pdf(QList<samplefiles::PdfPage>(300)), true)});
    room.scans.reset(); // the case is left
}

void TestScanFiles::whatIsNoPlainFileIsRefused_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<Fault>("fault");
    QTest::newRow("a link") << u"link"_s << Fault::NoPlainFile;
    QTest::newRow("a link to nowhere") << u"broken"_s << Fault::NoPlainFile;
    QTest::newRow("a pipe") << u"pipe"_s << Fault::NoPlainFile;
    QTest::newRow("a folder") << u"folder"_s << Fault::NoPlainFile;
    QTest::newRow("nothing") << u"nothing"_s << Fault::Gone;
}

void TestScanFiles::whatIsNoPlainFileIsRefused()
{
    QFETCH(QString, kind);
    QFETCH(Fault, fault);
    Room room;
    const QString path = room.hall.folder.filePath(u"picture.jpg"_s);
    if (kind == "link"_L1)
        QVERIFY(QFile::link(room.file(u"real.jpg"_s, page(1)).file, path));
    else if (kind == "broken"_L1)
        QVERIFY(QFile::link(u"/nowhere"_s, path));
    else if (kind == "pipe"_L1)
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    else if (kind == "folder"_L1)
        QVERIFY(QDir().mkdir(path));
    room.scans->take({{.name = u"picture.jpg"_s, .file = path, .bytes = {}, .image = {}}});
    QVERIFY(room.waitFor(1));
    QVERIFY(room.arrivals.front().fault == fault);
}

void TestScanFiles::theCameraFolderTellsOfStrangers()
{
    QTemporaryDir dir;
    desk::CameraFolder camera(dir.path());
    QSignalSpy came(&camera, &desk::CameraFolder::came);
    QSignalSpy strange(&camera, &desk::CameraFolder::strange);
    write(dir.filePath(u"letter.pdf"_s), "%PDF-1.4 …");
    QCOMPARE(::mkfifo(QFile::encodeName(dir.filePath(u"pipe.png"_s)).constData(), 0600), 0);
    QVERIFY(QFile::link(u"/etc/passwd"_s, dir.filePath(u"passwd.jpg"_s)));
    write(dir.filePath(u"empty.tif"_s), {});
    QVERIFY(QTest::qWaitFor([&] { return camera.files().size() == 2; }, 15'000));
    // The empty one is offered too, to be refused in words, but only when nobody seems to write it any more.
    QCOMPARE(camera.files(), (QStringList{dir.filePath(u"letter.pdf"_s), dir.filePath(u"empty.tif"_s)}));
    QStringList told;
    for (const QVariantList &arguments : strange)
        told += arguments.front().toStringList();
    QCOMPARE(told.size(), 2); // once each, though the folder was looked at many times
    QVERIFY(told.contains(dir.filePath(u"passwd.jpg"_s)) && told.contains(dir.filePath(u"pipe.png"_s)));
    QCOMPARE(came.size(), 2);
}

QTEST_MAIN(TestScanFiles)
#include "tst_scanfiles.moc"
