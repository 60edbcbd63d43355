#include "core/papers/sheet.h"
#include "tests/core/desk/readingroom.h"
#include "tests/core/papers/pdftools.h"
#include "tests/support/cupsroom.h"

using namespace Qt::StringLiterals;
using Leaf = desk::GuideReading::Leaf;
using Route = desk::PrintRoute;
using support::CupsRoom;

namespace {

/// Drivers as Debian ships them: a machine that reads PDF, has trays and turns sheets (cups-filters), and CUPS-PDF.
const QString office = u"/usr/share/ppd/cupsfilters/Fuji_Xerox-DocuPrint_CM305_df-PDF.ppd"_s;
const QString pdfWriter = u"/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd"_s;

/// What a driver made of a job: the words before the PDF, in which the machine is told what to do, and the PDF.
struct Arrived {
    explicit Arrived(const QByteArray &bytes)
    {
        const qsizetype start = bytes.indexOf("%PDF");
        const qsizetype end = bytes.lastIndexOf("%%EOF");
        head = bytes.left(qMax(0, start));
        pdf = start < 0 ? QByteArray() : bytes.mid(start, end + 6 - start);
    }
    QByteArray head;
    QByteArray pdf;
};

}

/// Papers on the way that a hall's papers go: routes, CUPS with the drivers of real printers, and what arrives behind them.
class TestRealQueues : public QObject
{
    Q_OBJECT

private:
    const domain::GuideRef m_birth{u"sample-city"_s, u"2026.11.1"_s, u"birth"_s};

private slots:
    void initTestCase()
    {
        qunsetenv("PRINTER");
        qunsetenv("LPDEST");
        if (!CupsRoom::canServe())
            QSKIP(CupsRoom::whatItNeeds);
    }

    /// Tray, sides, size and number of copies are what the machine is told, and its text is ours.
    void whatIsAskedForArrives_data()
    {
        QTest::addColumn<Leaf>("leaf");
        QTest::addColumn<Route>("route");
        QTest::addColumn<QList<QByteArray>>("words");
        QTest::addColumn<int>("copies");
        const QByteArray a4 = "SET PAPER=A4";
        QTest::newRow("leaflet, untouched")
            << Leaf::Concise << Route{} << QList<QByteArray>{a4, "DUPLEX=ON", "BINDING=SHORTEDGE"} << 1;
        QTest::newRow("leaflet, second tray, three pieces")
            << Leaf::Concise << Route{.printer = u"office"_s, .tray = u"@2"_s, .pieces = 3}
            << QList<QByteArray>{a4, "BINDING=SHORTEDGE", "MEDIASOURCE=TRAY2"} << 3;
        QTest::newRow("leaflet on one side")
            << Leaf::Concise << Route{.printer = {}, .tray = {}, .sides = Route::Sides::One} << QList<QByteArray>{a4, "DUPLEX=OFF"}
            << 1;
        QTest::newRow("full guide, untouched")
            << Leaf::Full << Route{} << QList<QByteArray>{a4, "DUPLEX=ON", "BINDING=LONGEDGE", "MEDIASOURCE=AUTO"} << 1;
        QTest::newRow("full guide, first tray")
            << Leaf::Full << Route{.printer = u"office"_s, .tray = u"@1"_s, .pieces = 2}
            << QList<QByteArray>{a4, "BINDING=LONGEDGE", "MEDIASOURCE=TRAY1"} << 2;
    }
    void whatIsAskedForArrives()
    {
        QFETCH(Leaf, leaf);
        QFETCH(Route, route);
        QFETCH(QList<QByteArray>, words);
        QFETCH(int, copies);
        CupsRoom service(CupsRoom::queue(u"office"_s, u"keep"_s, true), {{u"office"_s, office}});
        QVERIFY2(service.use(), qPrintable(service.log()));
        devices::CupsPrinter printer;
        const devices::PrinterFace face = printer.printers().value(0);
        QVERIFY(face.duplex && face.colour && !face.raw && !face.roll);
        QVERIFY2(face.trays.size() >= 3, qPrintable(face.trays.join(u' ')));
        if (route.tray.startsWith(u'@')) // the how-manieth as the system names it; the first is “by itself”
            route.tray = face.trays.value(route.tray.mid(1).toInt());
        ReadingRoom room;
        QVERIFY(room.routes.set(leaf == Leaf::Full ? u"full-guide"_s : u"concise-guide"_s, route));
        const papers::Paper paper = room.reading->paper(m_birth, leaf).value();
        const auto sent = desk::LoosePapers(printer, room.routes).print(paper, u"birth 2026.11.1"_s);
        QVERIFY2(sent, sent ? "" : qPrintable(sent.error().detail));
        QCOMPARE(sent->where, u"office, 1"_s);
        QCOMPARE(sent->bothSides, route.sides != Route::Sides::One);
        QTRY_VERIFY2_WITH_TIMEOUT(!service.read(u"printed"_s).isEmpty(), qPrintable(service.log()), 60'000);
        const Arrived arrived(service.read(u"printed"_s));
        for (const QByteArray &word : words)
            QVERIFY2(arrived.head.contains(word), arrived.head.constData());
        const QStringList ours = pdftools::PdfFile(papers::Sheet(paper).pdf().value()).pageTexts();
        QStringList theirs = pdftools::PdfFile(arrived.pdf).pageTexts();
        theirs.removeAll(QString()); // the empty back of a last sheet, before the next copy
        QStringList wanted;
        for (int i = 0; i < copies; ++i)
            wanted += ours;
        QCOMPARE(theirs, wanted);
        QCOMPARE(service.read(u"title"_s), QByteArray("birth 2026.11.1"));
    }

    /// CUPS-PDF goes through PostScript, where text becomes shapes: what is judged is that all of it is there to be seen.
    void throughCupsPdf()
    {
        if (!QFile::exists(pdfWriter))
            QSKIP("needs the package printer-driver-cups-pdf");
        CupsRoom service(CupsRoom::queue(u"pdf"_s, u"cups-pdf"_s, true), {{u"pdf"_s, pdfWriter}});
        QVERIFY2(service.use(), qPrintable(service.log()));
        ReadingRoom room;
        devices::CupsPrinter printer;
        const papers::Paper paper = room.reading->paper(m_birth, Leaf::Full).value();
        const auto sent = desk::LoosePapers(printer, room.routes).print(paper, u"birth 2026.11.1"_s);
        QVERIFY2(sent, sent ? "" : qPrintable(sent.error().detail));
        const int job = sent->where.section(u", "_s, 1).toInt();
        const auto isDone = [&] {
            return devices::CupsPrintSystem().fate({u"pdf"_s, job}).state == devices::JobFate::State::Printed;
        };
        QVERIFY2(QTest::qWaitFor(isDone, 60'000), qPrintable(service.log()));
        QCOMPARE(service.pdfs().size(), 1);
        const QByteArray pdf = service.read(u"pdf/"_s + service.pdfs().first());
        const pdftools::PdfFile came(pdf);
        const pdftools::PdfFile ours(papers::Sheet(paper).pdf().value());
        const int pages = papers::Sheet(paper).pageCount();
        QCOMPARE(came.pageTexts().size(), pages);
        QStringList codes;
        for (int page = 1; page <= pages; ++page) {
            QCOMPARE(came.codes(page, 150), ours.codes(page, 150));
            codes += came.codes(page, 150);
        }
        QVERIFY(!codes.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRealQueues)
#include "tst_realqueues.moc"
