#include "core/devices/scanner.h"

#include <QTest>

using namespace Qt::StringLiterals;
using devices::ScannerFace;
using devices::ScanTrouble;
using devices::ScanWish;
Q_DECLARE_METATYPE(ScanTrouble)

/// What drivers say of scanners, and how it is understood.
class TestScanner : public QObject
{
    Q_OBJECT

private slots:
    void optionsAreRead_data();
    void optionsAreRead();
    void wishesFitWhatIsThere_data();
    void wishesFitWhatIsThere();
    void sourcesAndModesAreTold_data();
    void sourcesAndModesAreTold();
    void endingsAreUnderstood_data();
    void endingsAreUnderstood();
};

void TestScanner::optionsAreRead_data()
{
    QTest::addColumn<QString>("listed");
    QTest::addColumn<ScannerFace>("face");
    QTest::newRow("a list of resolutions, a feeder of both sides")
        << u"All options specific to device `x':\n  Scan Mode:\n    --mode Lineart|Gray|Color [Lineart]\n        Selects the mode.\n"
           "    --resolution 75|100|150|200|300|600|1200dpi [75]\n    --source Flatbed|ADF|Duplex [ADF]\n"
           "  Geometry:\n    -x 0..215.9mm [215.9]\n    -y 0..355.6mm [297.18]\n"_s
        << ScannerFace{{}, {}, {u"Flatbed"_s, u"ADF"_s, u"Duplex"_s}, {u"Lineart"_s, u"Gray"_s, u"Color"_s}, {150, 200, 300, 600}, u"ADF"_s, {215.9, 355.6}};
    QTest::newRow("a range in steps, words with blanks and commas")
        << u"    --mode Black & White|True Gray|24bit Color[Fast] [24bit Color[Fast]]\n    --resolution 100..600dpi (in steps of 1) [200]\n"
           "    --source FlatBed|Automatic Document Feeder(left aligned)|Automatic Document Feeder(left aligned,Duplex) [FlatBed]\n"_s
        << ScannerFace{{}, {}, {u"FlatBed"_s, u"Automatic Document Feeder(left aligned)"_s, u"Automatic Document Feeder(left aligned,Duplex)"_s},
                       {u"Black & White"_s, u"True Gray"_s, u"24bit Color[Fast]"_s}, {150, 200, 300, 400, 600}, u"FlatBed"_s, {0, 0}};
    QTest::newRow("a choice that is left to the scanner") << u"    --resolution auto|200|300dpi [300]\n    --source auto|Glass [Glass]\n"_s
                                                           << ScannerFace{{}, {}, {u"Glass"_s}, {}, {200, 300}, u"Glass"_s, {0, 0}};
    QTest::newRow("what cannot be set now") << u"    --source Flatbed|ADF [inactive]\n    --mode Color [Color]\n"_s
                                            << ScannerFace{{}, {}, {}, {u"Color"_s}, {}, {}, {0, 0}};
    QTest::newRow("nothing") << QString() << ScannerFace{};
    QTest::newRow("noise") << u"--source\n   --mode [\n  --resolution ..dpi [x]\n\x01\x02"_s << ScannerFace{};
}

void TestScanner::optionsAreRead()
{
    QFETCH(QString, listed);
    QFETCH(ScannerFace, face);
    const ScannerFace read = devices::withOptions({}, listed);
    QCOMPARE(read.sources, face.sources);
    QCOMPARE(read.modes, face.modes);
    QCOMPARE(read.resolutions, face.resolutions);
    QVERIFY(read == face);
}

void TestScanner::wishesFitWhatIsThere_data()
{
    QTest::addColumn<ScanWish>("wish");
    QTest::addColumn<ScanWish>("fit");
    QTest::newRow("nothing wished") << ScanWish() << ScanWish{u"a"_s, u"Flatbed"_s, u"Color"_s, 300};
    QTest::newRow("as wished") << ScanWish{u"a"_s, u"ADF"_s, u"Gray"_s, 200} << ScanWish{u"a"_s, u"ADF"_s, u"Gray"_s, 200};
    QTest::newRow("the other scanner") << ScanWish{u"b"_s, u"ADF"_s, u"Gray"_s, 150} << ScanWish{u"b"_s, {}, {}, 0};
    QTest::newRow("a scanner that is gone") << ScanWish{u"c"_s, u"ADF"_s, u"Halftone"_s, 1200}
                                            << ScanWish{u"a"_s, u"ADF"_s, u"Color"_s, 600};
}

void TestScanner::wishesFitWhatIsThere()
{
    QFETCH(ScanWish, wish);
    QFETCH(ScanWish, fit);
    const QList<ScannerFace> faces{
        {u"a"_s, {}, {u"Flatbed"_s, u"ADF"_s}, {u"Lineart"_s, u"Gray"_s, u"Color"_s}, {200, 300, 600}, u"Flatbed"_s, {}},
        {u"b"_s, {}, {}, {}, {}, {}, {}}};
    QCOMPARE(devices::fitted(wish, faces), fit);
    QCOMPARE(devices::fitted(wish, {}), ScanWish());
}

void TestScanner::sourcesAndModesAreTold_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("feeder");
    QTest::addColumn<bool>("bothSides");
    QTest::addColumn<bool>("mono");
    QTest::newRow("glass") << u"Flatbed"_s << false << false << false;
    QTest::newRow("feeder") << u"ADF Front"_s << true << false << false;
    QTest::newRow("both sides") << u"ADF Duplex"_s << true << true << false;
    QTest::newRow("both sides, in one word") << u"Duplex"_s << true << true << false;
    QTest::newRow("feeder in full") << u"Automatic Document Feeder"_s << true << false << false;
    QTest::newRow("line art") << u"Lineart"_s << false << false << true;
    QTest::newRow("black and white") << u"Black & White"_s << false << false << true;
    QTest::newRow("grey") << u"True Gray"_s << false << false << false;
}

void TestScanner::sourcesAndModesAreTold()
{
    QFETCH(QString, word);
    QTEST(devices::isFeeder(word), "feeder");
    QTEST(devices::isBothSides(word), "bothSides");
    QTEST(devices::isBlackAndWhite(word), "mono");
}

void TestScanner::endingsAreUnderstood_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    QTest::addColumn<int>("pages");
    QTest::addColumn<ScanTrouble>("trouble");
    QTest::newRow("a page") << 0 << QString() << 1 << ScanTrouble::None;
    QTest::newRow("the end of a stack") << 0 << u"scanimage: sane_start: Document feeder out of documents"_s << 12 << ScanTrouble::None;
    QTest::newRow("the end of a stack, by its number") << 7 << QString() << 12 << ScanTrouble::None;
    QTest::newRow("no stack") << 0 << u"scanimage: sane_start: Document feeder out of documents"_s << 0 << ScanTrouble::FeederEmpty;
    QTest::newRow("a jam behind three pages") << 6 << QString() << 3 << ScanTrouble::Jammed;
    QTest::newRow("cannot be opened") << 1 << u"scanimage: open of device x failed: Invalid argument"_s << 0 << ScanTrouble::Gone;
    QTest::newRow("is held by another") << 1 << u"scanimage: open of device x failed: Device busy"_s << 0 << ScanTrouble::Busy;
    QTest::newRow("may not be opened") << 1 << u"scanimage: open of device x failed: Access to resource has been denied"_s << 0
                                       << ScanTrouble::NotAllowed;
    QTest::newRow("nothing came and nothing was said") << 0 << QString() << 0 << ScanTrouble::Other;
    QTest::newRow("unknown") << 42 << u"?"_s << 5 << ScanTrouble::Other;
}

void TestScanner::endingsAreUnderstood()
{
    QFETCH(int, code);
    QFETCH(QString, said);
    QFETCH(int, pages);
    QTEST(devices::troubleOf(code, said, pages), "trouble");
}

QTEST_GUILESS_MAIN(TestScanner)
#include "tst_scanner.moc"
