#include "core/devices/pagescanner.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using devices::PageScanner;
using devices::ScanTrouble;
using devices::ScanWish;
Q_DECLARE_METATYPE(ScanTrouble)

namespace {

const QString feeder = u"Automatic Document Feeder"_s;

/// What a scanner tells while it is watched.
struct Watch {
    explicit Watch(PageScanner &scanner)
        : found(&scanner, &PageScanner::found), began(&scanner, &PageScanner::began), scanned(&scanner, &PageScanner::scanned),
          ended(&scanner, &PageScanner::ended)
    {
    }
    bool waitForEnd(int count = 1)
    {
        return QTest::qWaitFor([&] { return ended.size() >= count; }, 60'000);
    }
    int pages() const { return ended.last()[0].toInt(); }
    ScanTrouble trouble() const { return ended.last()[1].value<ScanTrouble>(); }
    QString said() const { return ended.last()[2].toString(); }
    QByteArray picture(int i) const { return scanned[i][1].toByteArray(); }

    QSignalSpy found, began, scanned, ended;
};

}

/// A scanner of the system: the one that SANE keeps for tests, with everything it can do and feign.
class TestPageScanner : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { connectScanners("test"); }
    void whatItCanDoIsRead();
    void aPageOfTheGlassIsScanned();
    void aStackIsScannedInOneGo();
    void wishesAreFollowed_data();
    void wishesAreFollowed();
    void troubleIsTold_data();
    void troubleIsTold();
    void whatCameBeforeAJamIsKept();
    void aDrawnCableIsTold();
    void itCanBeStopped();
    void aDeafScannerIsGivenUp();
    void noScannerIsNoMisfortune();
    void noProgramIsNoMisfortune();
    void pagesNeverLieOnADisk();
    void leavingStopsTheScanner();

private:
    void connectScanners(const QByteArray &backends, const QByteArray &configuration = {}) const;
    QString script(const QByteArray &text) const;

    QTemporaryDir m_config;
};

void TestPageScanner::connectScanners(const QByteArray &backends, const QByteArray &configuration) const
{
    for (const auto &[name, text] : {std::pair{u"dll.conf"_s, backends}, {u"test.conf"_s, "number_of_devices 1\n" + configuration}}) {
        QFile file(m_config.filePath(name));
        QVERIFY(file.open(QFile::WriteOnly) && file.write(text + '\n') > 0);
    }
}

/// A program that lists one scanner and scans as \a text says; in $tray is where its pages go.
QString TestPageScanner::script(const QByteArray &text) const
{
    QFile file(m_config.filePath(u"scanimage"_s));
    file.remove();
    if (!file.open(QFile::WriteOnly))
        qFatal("not written");
    file.write("#!/bin/sh\ncase \"$*\" in --formatted*) echo 'sample:0|Sample Feeder'; exit ;;\n"
               "*--all-options*) echo '    --source Flatbed|ADF Duplex [Flatbed]'; exit ;; esac\n"
               "for a; do case $a in --batch=*) tray=${a#--batch=}; tray=${tray%/*} ;; esac; done\n"
               + text + '\n');
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    return file.fileName();
}

void TestPageScanner::initTestCase()
{
    if (QStandardPaths::findExecutable(u"scanimage"_s).isEmpty())
        QSKIP("sane-utils is not installed");
    QDir(m_config.path()).mkpath(u"dll.d"_s);
    qputenv("SANE_CONFIG_DIR", m_config.path().toLocal8Bit());
}

void TestPageScanner::whatItCanDoIsRead()
{
    connectScanners("test", "number_of_devices 2");
    PageScanner scanner;
    Watch watch(scanner);
    scanner.look();
    QVERIFY(scanner.isLooking());
    QVERIFY(watch.found.wait(20'000));
    QCOMPARE(scanner.faces().size(), 2);
    const devices::ScannerFace face = scanner.faces().front();
    QVERIFY2(face.name.contains(u"frontend-tester"_s), qPrintable(face.name));
    QCOMPARE(face.sources, (QStringList{u"Flatbed"_s, feeder}));
    QCOMPARE(face.source, u"Flatbed"_s);
    QCOMPARE(face.modes, (QStringList{u"Gray"_s, u"Color"_s}));
    QCOMPARE(face.resolutions, (QList<int>{150, 200, 300, 400, 600}));
    QCOMPARE(face.area, QSizeF(200, 200));
    QCOMPARE(devices::fitted({}, scanner.faces()), (ScanWish{u"test:0"_s, u"Flatbed"_s, u"Color"_s, 300}));
}

void TestPageScanner::aPageOfTheGlassIsScanned()
{
    PageScanner scanner;
    Watch watch(scanner);
    scanner.scan({}); // no scanner is known: nothing
    QVERIFY(!scanner.isScanning());
    const ScanWish wish{u"test:0"_s, u"Flatbed"_s, u"Gray"_s, 100};
    for (int press = 1; press <= 2; ++press) {
        scanner.scan(wish);
        QVERIFY(scanner.isScanning());
        scanner.scan(wish); // a second press is none
        QVERIFY(watch.waitForEnd(press));
        QCOMPARE(watch.trouble(), ScanTrouble::None);
        QCOMPARE(watch.pages(), 1);
    }
    QCOMPARE(watch.scanned.size(), 2);
    QVERIFY(watch.picture(1).startsWith("\xff\xd8\xff"));
}

void TestPageScanner::aStackIsScannedInOneGo()
{
    PageScanner scanner;
    Watch watch(scanner);
    scanner.scan({u"test:0"_s, feeder, u"Gray"_s, 75});
    QVERIFY(watch.waitForEnd());
    QCOMPARE(watch.trouble(), ScanTrouble::None);
    QCOMPARE(watch.pages(), 10); // then its feeder is empty
    QCOMPARE(watch.scanned.size(), 10);
    for (int i = 0; i < 10; ++i) {
        QCOMPARE(watch.scanned[i][0].toInt(), i + 1);
        QVERIFY(!QImage::fromData(watch.picture(i)).isNull());
    }
    QVERIFY(!watch.began.isEmpty()); // quick pages are told together
    QVERIFY(watch.began.last()[0].toInt() >= 1 && watch.began.last()[0].toInt() <= 11);
}

void TestPageScanner::wishesAreFollowed_data()
{
    QTest::addColumn<ScanWish>("wish");
    QTest::addColumn<QSize>("size"); ///< the window of the test scanner is 80 × 100 mm
    QTest::addColumn<bool>("grey");
    QTest::newRow("coarse and grey") << ScanWish{u"test:0"_s, {}, u"Gray"_s, 150} << QSize(472, 590) << true;
    QTest::newRow("fine and in colour") << ScanWish{u"test:0"_s, {}, u"Color"_s, 300} << QSize(944, 1181) << false;
    QTest::newRow("as the scanner likes") << ScanWish{u"test:0"_s, {}, {}, 0} << QSize() << true;
}

void TestPageScanner::wishesAreFollowed()
{
    QFETCH(ScanWish, wish);
    QFETCH(QSize, size);
    QFETCH(bool, grey);
    PageScanner scanner;
    Watch watch(scanner);
    scanner.scan(wish);
    QVERIFY(watch.waitForEnd());
    QCOMPARE(watch.trouble(), ScanTrouble::None);
    const QImage image = QImage::fromData(watch.picture(0));
    if (!size.isEmpty())
        QVERIFY2(qAbs(image.width() - size.width()) < 3 && qAbs(image.height() - size.height()) < 3,
                 qPrintable(u"%1 × %2"_s.arg(image.width()).arg(image.height())));
    QCOMPARE(image.format() == QImage::Format_Grayscale8, grey);
}

void TestPageScanner::troubleIsTold_data()
{
    QTest::addColumn<QByteArray>("status"); ///< feigned by the driver
    QTest::addColumn<ScanTrouble>("trouble");
    QTest::newRow("the feeder is empty") << "NO_DOCS"_ba << ScanTrouble::FeederEmpty;
    QTest::newRow("paper is jammed") << "JAMMED"_ba << ScanTrouble::Jammed;
    QTest::newRow("the cover is open") << "COVER_OPEN"_ba << ScanTrouble::CoverOpen;
    QTest::newRow("another has it") << "DEVICE_BUSY"_ba << ScanTrouble::Busy;
    QTest::newRow("its cable was drawn") << "IO_ERROR"_ba << ScanTrouble::Gone;
    QTest::newRow("no memory") << "NO_MEM"_ba << ScanTrouble::NoMemory;
    QTest::newRow("not allowed") << "ACCESS_DENIED"_ba << ScanTrouble::NotAllowed;
    QTest::newRow("something else") << "UNSUPPORTED"_ba << ScanTrouble::Other;
}

void TestPageScanner::troubleIsTold()
{
    QFETCH(QByteArray, status);
    QFETCH(ScanTrouble, trouble);
    connectScanners("test", "read-status-code \"SANE_STATUS_" + status + '"');
    PageScanner scanner;
    Watch watch(scanner);
    for (const QString &source : {feeder, u"Flatbed"_s}) {
        watch.ended.clear();
        scanner.scan({u"test:0"_s, source, u"Gray"_s, 75});
        QVERIFY(watch.waitForEnd());
        QCOMPARE(watch.trouble(), trouble);
        QCOMPARE(watch.pages(), 0);
        QVERIFY(!watch.said().isEmpty() && !watch.said().contains(u'\n'));
    }
    QCOMPARE(watch.scanned.size(), 0);
}

void TestPageScanner::whatCameBeforeAJamIsKept()
{
    PageScanner scanner(script("for p in 1 2 3; do echo \"Scanning page $p\" >&2; echo page$p > $tray/page-$p.jpg; echo $tray/page-$p.jpg; done\n"
                               "echo half > $tray/page-4.jpg.part; echo 'scanimage: sane_read: Document feeder jammed' >&2; exit 6"));
    Watch watch(scanner);
    scanner.look();
    QVERIFY(watch.found.wait(10'000));
    QCOMPARE(scanner.faces().front().name, u"Sample Feeder"_s);
    QCOMPARE(scanner.faces().front().sources, (QStringList{u"Flatbed"_s, u"ADF Duplex"_s}));
    scanner.scan({u"sample:0"_s, u"ADF Duplex"_s, {}, 0});
    QVERIFY(watch.waitForEnd());
    QCOMPARE(watch.trouble(), ScanTrouble::Jammed);
    QCOMPARE(watch.pages(), 3);
    QCOMPARE(watch.said(), u"Document feeder jammed"_s);
    QCOMPARE(watch.picture(2), "page3\n"_ba);
}

void TestPageScanner::aDrawnCableIsTold()
{
    PageScanner scanner;
    Watch watch(scanner);
    scanner.scan({u"test:7"_s, {}, {}, 0});
    QVERIFY(watch.waitForEnd());
    QCOMPARE(watch.trouble(), ScanTrouble::Gone);
    QVERIFY(watch.said().contains(u"test:7"_s));
}

void TestPageScanner::itCanBeStopped()
{
    connectScanners("test", "read-limit true\nread-limit-size 256\nread-delay true\nread-delay-duration 20000");
    PageScanner scanner;
    Watch watch(scanner);
    QElapsedTimer time;
    time.start();
    scanner.scan({u"test:0"_s, feeder, u"Color"_s, 300});
    QVERIFY(watch.began.wait(10'000));
    scanner.stop();
    scanner.stop();
    QVERIFY(watch.waitForEnd());
    QCOMPARE(watch.trouble(), ScanTrouble::None);
    QVERIFY(watch.pages() < 10);
    QVERIFY(time.elapsed() < 10'000);
    connectScanners("test");
    scanner.scan({u"test:0"_s, {}, u"Gray"_s, 75}); // and it scans again
    QVERIFY(watch.waitForEnd(2));
    QCOMPARE(watch.pages(), 1);
}

void TestPageScanner::aDeafScannerIsGivenUp()
{
    PageScanner scanner(script("exec sleep 60"), 400ms);
    Watch watch(scanner);
    scanner.scan({u"sample:0"_s, {}, {}, 0});
    QVERIFY(watch.waitForEnd());
    QCOMPARE(watch.trouble(), ScanTrouble::Silent);
    PageScanner looking(m_config.filePath(u"deaf"_s), 400ms);
    QFile deaf(m_config.filePath(u"deaf"_s));
    QVERIFY(deaf.open(QFile::WriteOnly) && deaf.write("#!/bin/sh\nexec sleep 60\n") > 0);
    deaf.close();
    QVERIFY(deaf.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    Watch other(looking);
    looking.look();
    QVERIFY(other.found.wait(10'000));
    QVERIFY(looking.faces().isEmpty());
}

void TestPageScanner::noScannerIsNoMisfortune()
{
    connectScanners("# none");
    PageScanner scanner;
    Watch watch(scanner);
    scanner.look();
    QVERIFY(watch.found.wait(10'000));
    QVERIFY(scanner.faces().isEmpty());
    QCOMPARE(devices::fitted({u"test:0"_s, {}, {}, 300}, scanner.faces()), ScanWish());
}

void TestPageScanner::noProgramIsNoMisfortune()
{
    PageScanner scanner(u"no-such-scanimage"_s);
    Watch watch(scanner);
    scanner.look();
    QCOMPARE(watch.found.size(), 1);
    scanner.scan({u"test:0"_s, {}, {}, 0});
    QVERIFY(watch.waitForEnd());
    QCOMPARE(watch.trouble(), ScanTrouble::Other);
}

void TestPageScanner::pagesNeverLieOnADisk()
{
    PageScanner scanner(script("echo $tray > \"$0.tray\"; stat -c %a $tray >> \"$0.tray\"; stat -f -c %T $tray >> \"$0.tray\"; echo x > $tray/page-1.jpg; echo $tray/page-1.jpg"));
    Watch watch(scanner);
    // What a killed program left is removed by the next.
    const QString orphan = u"/dev/shm/yichuang-scan-99999999-abcdef"_s;
    const QString alive = u"/dev/shm/yichuang-scan-%1-abcdef"_s.arg(getppid());
    const bool isShared = QDir().mkpath(orphan) && QDir().mkpath(alive);
    qputenv("XDG_RUNTIME_DIR", "");
    scanner.scan({u"sample:0"_s, {}, {}, 0});
    QVERIFY(watch.waitForEnd());
    QCOMPARE(watch.pages(), 1);
    QFile noted(m_config.filePath(u"scanimage.tray"_s));
    QVERIFY(noted.open(QFile::ReadOnly));
    const QStringList told = QString::fromUtf8(noted.readAll()).split(u'\n');
    QCOMPARE(told[1], u"700"_s);
    QCOMPARE(told[2], u"tmpfs"_s);
    QVERIFY(!QFile::exists(told[0]));
    if (isShared)
        QVERIFY(!QFile::exists(orphan) && QFile::exists(alive));
    QDir().rmdir(alive);
}

void TestPageScanner::leavingStopsTheScanner()
{
    QElapsedTimer time;
    time.start();
    {
        PageScanner scanner;
        scanner.scan({u"test:0"_s, feeder, u"Color"_s, 600}); // and the window is closed
        QVERIFY(scanner.isScanning());
    }
    QVERIFY(time.elapsed() < 5000);
    const QStringList trays = QDir(u"/dev/shm"_s).entryList({u"yichuang-scan-%1-*"_s.arg(QCoreApplication::applicationPid())}, QDir::Dirs);
    QCOMPARE(trays, QStringList());
}

QTEST_GUILESS_MAIN(TestPageScanner)
#include "tst_pagescanner.moc"
