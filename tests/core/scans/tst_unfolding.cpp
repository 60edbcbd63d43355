#include "core/scans/pagestream.h"
#include "core/scans/unfolding.h"
#include "tests/core/scans/samplefiles.h"
#include "tests/core/scans/samplepages.h"

#include <QDataStream>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace samplefiles;
using scans::PictureFault;
using scans::UnfoldedPage;
using scans::pagestream::Record;
Q_DECLARE_METATYPE(PictureFault)

namespace {

/// Every page of \a bytes as \a program gives it.
QList<UnfoldedPage> unfolded(const QByteArray &bytes, const QString &program = scans::pagesProgram(), int cancelAfter = -1)
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"file"_s));
    if (!file.open(QFile::ReadWrite) || file.write(bytes) != bytes.size() || !file.flush())
        qFatal("not written");
    QList<UnfoldedPage> pages;
    std::atomic_bool cancelled = cancelAfter == 0;
    scans::unfold(file.handle(), program, cancelled, [&](const UnfoldedPage &page) {
        pages << page;
        cancelled = pages.size() == cancelAfter;
    });
    return pages;
}

QImage imageOf(const UnfoldedPage &page)
{
    return page.picture ? scans::decode(*page.picture).value_or(QImage()) : QImage();
}

QByteArray repeated(const QByteArray &part, int times)
{
    QByteArray all;
    all.reserve(part.size() * times);
    for (int i = 0; i < times; ++i)
        all += part;
    return all;
}

/// A TIFF of one directory with \a tags, and nothing else.
QByteArray tiffHead(const QList<std::pair<quint16, quint32>> &tags)
{
    QByteArray bytes;
    QDataStream out(&bytes, QDataStream::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    out.writeRawData("II*\0", 4);
    out << quint32(8) << quint16(tags.size());
    constexpr quint16 longNumber = 4;
    for (const auto &[tag, value] : tags)
        out << tag << longNumber << quint32(1) << value;
    out << quint32(0);
    return bytes;
}

}

/// Files of pages become pictures; whatever a file does, it costs its pages and bounded time and memory, and the reason is told.
class TestUnfolding : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void pagesComeInOrder_data();
    void pagesComeInOrder();
    void aPageIsDrawnAsFineAsThereIsRoom_data();
    void aPageIsDrawnAsFineAsThereIsRoom();
    void tiffOrientationIsFollowed_data();
    void tiffOrientationIsFollowed();
    void aFaxIsMadeSquare();
    void hostileFilesAreRefused_data();
    void hostileFilesAreRefused();
    void aHostilePageCostsItselfOnly();
    void itIsGivenUpAfterAFewStops();
    void itCanBeStopped();
    void theProgramItselfIsHostile_data();
    void theProgramItselfIsHostile();
    void anyDamageIsSurvived();

private:
    QString impatient() const { return m_dir.filePath(u"impatient"_s); }
    QString script(const QString &name, const QByteArray &text) const
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write("#!/bin/sh\n" + text + '\n') < 0)
            qFatal("not written");
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        return file.fileName();
    }

    QTemporaryDir m_dir;
};

void TestUnfolding::initTestCase()
{
    QVERIFY2(QFile::exists(scans::pagesProgram()), "yichuang-pages is not built");
    script(u"impatient"_s, "exec " + QFile::encodeName(scans::pagesProgram()) + " --seconds 1 \"$@\"");
}

void TestUnfolding::pagesComeInOrder_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("pages");
    QTest::addColumn<QByteArray>("start"); ///< of a picture
    const QImage page = samplepages::text(20, 100);
    const QImage mono = page.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither);
    QTest::newRow("a PDF of one page") << pdf({PdfPage()}) << 1 << "\xff\xd8\xff"_ba;
    QTest::newRow("a PDF of twelve pages") << pdf(QList<PdfPage>(12)) << 12 << "\xff\xd8\xff"_ba;
    QTest::newRow("a PDF behind other bytes") << "junk\n" + pdf({PdfPage()}) << 1 << "\xff\xd8\xff"_ba;
    QTest::newRow("a TIFF of colour pages") << tiff({page, page, page}) << 3 << "\xff\xd8\xff"_ba;
    QTest::newRow("a TIFF of a fax") << tiff({mono, mono}) << 2 << "\x89PNG"_ba;
    QTest::newRow("a HEIC") << heic(page) << 1 << "\xff\xd8\xff"_ba;
}

void TestUnfolding::pagesComeInOrder()
{
    QFETCH(QByteArray, file);
    QFETCH(int, pages);
    QFETCH(QByteArray, start);
    QVERIFY(!file.isEmpty());
    const QList<UnfoldedPage> all = unfolded(file);
    QCOMPARE(all.size(), pages);
    for (int i = 0; i < pages; ++i) {
        QCOMPARE(all[i].page, i + 1);
        QCOMPARE(all[i].pages, pages);
        QVERIFY(all[i].picture && all[i].picture->startsWith(start));
        const QImage image = imageOf(all[i]);
        QVERIFY(image.height() > image.width());
        int dark = 0;
        for (int y = 0; y < image.height(); y += 2) {
            for (int x = 0; x < image.width(); x += 2)
                dark += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
        }
        QVERIFY2(dark > 500 && dark < image.width() * image.height() / 8, qPrintable(QString::number(dark)));
    }
}

void TestUnfolding::aPageIsDrawnAsFineAsThereIsRoom_data()
{
    QTest::addColumn<QByteArray>("box");
    QTest::addColumn<QSize>("least");
    QTest::addColumn<QSize>("most");
    QTest::newRow("A4 at 300 dpi") << "[0 0 595 842]"_ba << QSize(2479, 3508) << QSize(2480, 3509);
    QTest::newRow("A0 coarser") << "[0 0 2384 3370]"_ba << QSize(6000, 9000) << QSize(6516, 9211);
    QTest::newRow("an identity card") << "[0 0 243 153]"_ba << QSize(1012, 637) << QSize(1013, 638);
    QTest::newRow("a box the other way round") << "[595 842 0 0]"_ba << QSize(2479, 3508) << QSize(2480, 3509);
}

void TestUnfolding::aPageIsDrawnAsFineAsThereIsRoom()
{
    QFETCH(QByteArray, box);
    QFETCH(QSize, least);
    QFETCH(QSize, most);
    const QList<UnfoldedPage> all = unfolded(pdf({{.box = box, .filter = {}, .resources = {}}}));
    QVERIFY(all.front().picture);
    const auto head = scans::headOf(*all.front().picture);
    QVERIFY(head);
    QVERIFY2(head->size == head->size.expandedTo(least).boundedTo(most),
             qPrintable(u"%1 × %2"_s.arg(head->size.width()).arg(head->size.height())));
}

void TestUnfolding::tiffOrientationIsFollowed_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QPoint>("mark"); ///< corner in which the first dot of the file comes to lie
    QTest::newRow("upright") << 1 << QPoint(0, 0);
    QTest::newRow("mirrored") << 2 << QPoint(1, 0);
    QTest::newRow("upside down") << 3 << QPoint(1, 1);
    QTest::newRow("mirrored, upside down") << 4 << QPoint(0, 1);
    QTest::newRow("along its diagonal") << 5 << QPoint(0, 0);
    QTest::newRow("on its right side") << 6 << QPoint(1, 0);
    QTest::newRow("along its other diagonal") << 7 << QPoint(1, 1);
    QTest::newRow("on its left side") << 8 << QPoint(0, 1);
}

void TestUnfolding::tiffOrientationIsFollowed()
{
    QFETCH(int, orientation);
    QFETCH(QPoint, mark);
    QImage sensor(300, 100, QImage::Format_RGB32);
    sensor.fill(Qt::white);
    for (int i = 0; i < 400; ++i)
        sensor.setPixelColor(i % 20, i / 20, Qt::black);
    const QImage image = imageOf(unfolded(tiff({sensor}, orientation)).front());
    QCOMPARE(image.size(), orientation > 4 ? QSize(100, 300) : QSize(300, 100));
    QVERIFY(qGray(image.pixel(mark.x() ? image.width() - 9 : 8, mark.y() ? image.height() - 9 : 8)) < 60);
    QVERIFY(qGray(image.pixel(mark.x() ? 8 : image.width() - 9, mark.y() ? 8 : image.height() - 9)) > 200);
}

void TestUnfolding::aFaxIsMadeSquare()
{
    QByteArray fax = tiff({samplepages::text(5, 60)});
    QFile file(m_dir.filePath(u"fax.tif"_s));
    QVERIFY(file.open(QFile::ReadWrite) && file.write(fax) == fax.size());
    file.close();
    QCOMPARE(QProcess::execute(u"convert"_s, {file.fileName(), u"-units"_s, u"PixelsPerInch"_s, u"-density"_s, u"204x102"_s, file.fileName()}), 0);
    QVERIFY(file.open(QFile::ReadOnly));
    const QSize drawn = samplepages::text(5, 60).size();
    QCOMPARE(imageOf(unfolded(file.readAll()).front()).size(), QSize(drawn.width(), drawn.height() * 2));
}

void TestUnfolding::hostileFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("page"); ///< the first that is not to be had; 0: the whole file
    QTest::addColumn<PictureFault>("fault");
    const auto row = [](const char *name, const QByteArray &file, int page, PictureFault fault) {
        QTest::newRow(name) << file << page << fault;
    };
    const auto boxed = [](const QByteArray &box) { return pdf({{.box = box, .filter = {}, .resources = {}}}); };
    const auto drawn = [](const QByteArray &drawing, const QByteArray &filter, const QByteArray &resources = {}, const QByteArray &more = {}) {
        return pdf({{.drawing = drawing, .filter = filter, .resources = resources}}, more);
    };
    row("no byte", {}, 0, PictureFault::Empty);
    row("no kind that is taken", "hello", 0, PictureFault::UnknownKind);
    row("a PDF that ends behind its first line", "%PDF-1.7\n", 0, PictureFault::Unreadable);
    row("a PDF of noise", "%PDF-1.7\n" + deflated(QByteArray(1 << 20, 'x')), 0, PictureFault::Unreadable);
    row("a PDF with a password", locked(pdf({PdfPage()}), "secret"), 0, PictureFault::Locked);
    row("a hundred thousand pages",
        pdfWithTree("<< /Type /Pages /Count 100000 /Kids [" + repeated("3 0 R ", 100'000) + "] >>"), 0, PictureFault::TooManyPages);
    row("a hundred thousand pages that are not there", pdfWithTree("<< /Type /Pages /Count 100000 /Kids [3 0 R] >>"), 0,
        PictureFault::TooManyPages);
    row("no page", pdfWithTree("<< /Type /Pages /Count 0 /Kids [] >>"), 0, PictureFault::TooManyPages);
    row("a page tree that bites its tail", pdfWithTree("<< /Type /Pages /Count 2 /Kids [2 0 R 2 0 R] >>"), 2, PictureFault::Unreadable);
    row("a page of ten metres", boxed("[0 0 28346 28346]"), 1, PictureFault::TooLargePage);
    row("a page without bounds", boxed("[0 0 1e30 1e30]"), -1, PictureFault::TooLargePage);
    row("a picture of ten thousand million dots",
        drawn("q 500 0 0 500 50 50 cm /I Do Q", {}, "/XObject << /I 100 0 R >>",
              "100 0 obj\n<< /Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB "
              "/Filter [/FlateDecode /FlateDecode] /Length 99 >>\nstream\n"
                  + deflated(deflated(QByteArray(64 << 20, '\0'))) + "\nendstream\nendobj\n"),
        1, PictureFault::TooLong);
    row("a drawing without end", drawn(deflated(deflated(repeated("0 0 m 595 842 l 0 842 l 595 0 l b* ", 4'000'000))), "/FlateDecode /FlateDecode"), 1,
        PictureFault::TooLong);
    row("a drawing inside itself", drawn("/F Do", {}, "/XObject << /F 100 0 R >>",
                                         "100 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /XObject << /F "
                                         "101 0 R /G 101 0 R >> >> /Length 15 >>\nstream\n/F Do /G Do     \nendstream\nendobj\n"
                                         "101 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /XObject << /F "
                                         "100 0 R /G 100 0 R >> >> /Length 15 >>\nstream\n/F Do /G Do     \nendstream\nendobj\n"),
        -1, PictureFault::Unreadable);

    const QImage small = samplepages::text(5, 50);
    const QByteArray one = tiff({small});
    row("a TIFF cut off", one.left(one.size() / 3), 0, PictureFault::Unreadable);
    row("a TIFF of noise", QByteArray("II*\0", 4) + QByteArray(1000, 'x'), 0, PictureFault::Unreadable);
    row("a TIFF whose pages go round", inCircles(tiff({small, small})), 3, PictureFault::Unreadable);
    row("a TIFF of two thousand million dots",
        tiffHead({{256, 2'000'000}, {257, 1000}, {258, 8}, {262, 1}, {273, 8}, {277, 1}, {278, 1000}, {279, 100}}), 1,
        PictureFault::TooManyDots);
    const QByteArray photo = heic(small);
    row("a HEIC cut off", photo.left(photo.size() / 2), -1, PictureFault::Unreadable);
    row("a HEIC of noise", photo.left(12) + QByteArray(1000, 'x'), 0, PictureFault::Unreadable);
}

void TestUnfolding::hostileFilesAreRefused()
{
    QFETCH(QByteArray, file);
    QFETCH(int, page);
    QFETCH(PictureFault, fault);
    QElapsedTimer time;
    time.start();
    const QList<UnfoldedPage> all = unfolded(file, impatient());
    QVERIFY2(time.elapsed() < 30'000, "it takes too long");
    rusage used{};
    getrusage(RUSAGE_CHILDREN, &used);
    QVERIFY2(used.ru_maxrss < 1'600'000, qPrintable(u"%1 kB"_s.arg(used.ru_maxrss)));
    QVERIFY(!all.isEmpty());
    if (page < 0) // drawn as far as it goes, or refused
        return;
    const UnfoldedPage &last = all.back();
    QVERIFY(!last.picture);
    QCOMPARE(last.picture.error(), fault);
    QCOMPARE(last.page, page);
}

void TestUnfolding::aHostilePageCostsItselfOnly()
{
    const QByteArray endless = deflated(repeated("0 0 m 595 842 l 0 842 l 595 0 l b* ", 2'000'000));
    const PdfPage bad{.drawing = endless, .filter = "/FlateDecode", .resources = {}};
    const QList<UnfoldedPage> all = unfolded(pdf({PdfPage(), bad, PdfPage(), {.box = "[0 0 90000 90000]"}, PdfPage()}), impatient());
    QCOMPARE(all.size(), 5);
    for (const int good : {0, 2, 4})
        QVERIFY(all[good].picture);
    QCOMPARE(all[1].picture.error(), PictureFault::TooLong);
    QCOMPARE(all[3].picture.error(), PictureFault::TooLargePage);
}

void TestUnfolding::itIsGivenUpAfterAFewStops()
{
    const QByteArray endless = deflated(repeated("0 0 m 595 842 l 0 842 l 595 0 l b* ", 2'000'000));
    const PdfPage bad{.drawing = endless, .filter = "/FlateDecode", .resources = {}};
    const QList<UnfoldedPage> all = unfolded(pdf(QList<PdfPage>(10, bad)), impatient());
    QCOMPARE(all.size(), 5);
    QCOMPARE(all.back().page, 5);
    QCOMPARE(all.back().picture.error(), PictureFault::GivenUp);
}

void TestUnfolding::itCanBeStopped()
{
    QElapsedTimer time;
    time.start();
    QCOMPARE(unfolded(pdf(QList<PdfPage>(400)), scans::pagesProgram(), 2).size(), 2);
    QCOMPARE(unfolded(pdf({PdfPage()}), script(u"deaf"_s, "sleep 60"), 0).size(), 0);
    QVERIFY(time.elapsed() < 10'000);
}

void TestUnfolding::theProgramItselfIsHostile_data()
{
    QTest::addColumn<QByteArray>("said");
    using What = Record::What;
    const auto told = [](std::initializer_list<Record> records) {
        QByteArray bytes;
        for (const Record &record : records)
            bytes += scans::pagestream::bytesOf(record);
        return bytes;
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("noise") << QByteArray(5000, 'x');
    QTest::newRow("a record longer than any picture") << QByteArray("\0\0\0\2\0\0\0\1\xff\xff\xff\xff", 12);
    QTest::newRow("half a record") << told({{What::Pages, 2, {}}, {What::Picture, 1, "abc"}}).chopped(1);
    QTest::newRow("a page that is not the next one") << told({{What::Pages, 2, {}}, {What::Picture, 2, "abc"}});
    QTest::newRow("more pages than it said") << told({{What::Pages, 0, {}}, {What::Picture, 1, "abc"}});
    QTest::newRow("more pages than a file may have") << told({{What::Pages, 100'000, {}}, {What::Picture, 1, "abc"}});
    QTest::newRow("a fault that does not exist") << told({{What::Pages, 1, {}}, {What::Fault, 1, "\x77"}, {What::End, 0, {}}});
}

void TestUnfolding::theProgramItselfIsHostile()
{
    QFETCH(QByteArray, said);
    QFile file(m_dir.filePath(u"said"_s));
    QVERIFY(file.open(QFile::WriteOnly) && file.write(said) == said.size());
    file.close();
    const QList<UnfoldedPage> all = unfolded("x", script(u"liar"_s, "cat " + QFile::encodeName(file.fileName())));
    QVERIFY(!all.isEmpty() && all.size() < 6);
    QVERIFY(!all.front().picture);
    QCOMPARE(all.front().picture.error(), PictureFault::Unreadable);
    QCOMPARE(unfolded("x", u"/no/such/program"_s).front().picture.error(), PictureFault::NoReader);
}

/// Bytes changed here and there: pages or refusals, and an end.
void TestUnfolding::anyDamageIsSurvived()
{
    const QImage page = samplepages::text(10, 50);
    for (const QByteArray &whole : {pdf({PdfPage(), PdfPage()}), tiff({page, page}), heic(page)}) {
        for (int part = 0; part < 12; ++part) {
            QByteArray bytes = whole;
            for (qsizetype i = part; i < bytes.size(); i += bytes.size() / 7 + 1)
                bytes[i] = char(bytes[i] ^ 0x15);
            for (const UnfoldedPage &told : unfolded(bytes, impatient()))
                QVERIFY(told.page <= scans::mostPages && (!told.picture || told.picture->size() <= scans::mostBytes));
        }
    }
}

QTEST_MAIN(TestUnfolding)
#include "tst_unfolding.moc"
