#include "core/devices/pagescanner.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// A scanner of the system: the one that SANE keeps for tests.
class TestPageScanner : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aPageIsScanned();
    void noScannerIsNoMisfortune();
    void noProgramIsNoMisfortune();
    void aJamIsTold();
    void leavingStopsTheScanner();

private:
    void connectScanners(const QByteArray &backends) const;

    QTemporaryDir m_config;
};

void TestPageScanner::connectScanners(const QByteArray &backends) const
{
    QFile file(m_config.filePath(u"dll.conf"_s));
    QVERIFY(file.open(QFile::WriteOnly) && file.write(backends + '\n') > 0);
}

void TestPageScanner::initTestCase()
{
    if (QStandardPaths::findExecutable(u"scanimage"_s).isEmpty())
        QSKIP("sane-utils is not installed");
    QDir(m_config.path()).mkpath(u"dll.d"_s);
    qputenv("SANE_CONFIG_DIR", m_config.path().toLocal8Bit());
}

void TestPageScanner::aPageIsScanned()
{
    connectScanners("test");
    devices::PageScanner scanner;
    QSignalSpy found(&scanner, &devices::PageScanner::found);
    QSignalSpy scanned(&scanner, &devices::PageScanner::scanned);
    QSignalSpy failed(&scanner, &devices::PageScanner::failed);
    scanner.scan(); // before anything was found: nothing
    scanner.look();
    QVERIFY(found.wait(10'000));
    QVERIFY2(scanner.name().contains(u"frontend-tester"_s), qPrintable(scanner.name()));
    for (int page = 1; page <= 2; ++page) {
        scanner.scan();
        QVERIFY(scanner.isScanning());
        scanner.scan(); // a second press is none
        QVERIFY2(scanned.wait(20'000), failed.isEmpty() ? "" : qPrintable(failed.front().front().value<base::Error>().detail));
        QVERIFY(scanned.last().front().toByteArray().startsWith("\xff\xd8\xff"));
    }
    QCOMPARE(scanned.size(), 2);
}

void TestPageScanner::noScannerIsNoMisfortune()
{
    connectScanners("# none");
    devices::PageScanner scanner;
    QSignalSpy found(&scanner, &devices::PageScanner::found);
    scanner.look();
    QVERIFY(found.wait(10'000));
    QCOMPARE(found.front().front().toString(), QString());
    scanner.scan();
    QVERIFY(!scanner.isScanning());
}

void TestPageScanner::noProgramIsNoMisfortune()
{
    devices::PageScanner scanner(u"no-such-scanimage"_s);
    QSignalSpy found(&scanner, &devices::PageScanner::found);
    scanner.look();
    QCOMPARE(found.size(), 1);
    QVERIFY(scanner.name().isEmpty());
}

void TestPageScanner::aJamIsTold()
{
    // As scanimage ends when the feeder is jammed.
    const QString program = m_config.filePath(u"scanimage"_s);
    QFile script(program);
    QVERIFY(script.open(QFile::WriteOnly));
    script.write("#!/bin/sh\ncase $1 in --formatted*) echo 'jam:0|Sample Feeder' ;;\n*) echo 'feeder jammed' >&2; exit 6 ;; esac\n");
    script.close();
    QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    devices::PageScanner scanner(program);
    QSignalSpy found(&scanner, &devices::PageScanner::found);
    QSignalSpy failed(&scanner, &devices::PageScanner::failed);
    scanner.look();
    QVERIFY(found.wait(10'000));
    QCOMPARE(scanner.name(), u"Sample Feeder"_s);
    scanner.scan();
    QVERIFY(failed.wait(20'000));
    const auto error = failed.front().front().value<base::Error>();
    QCOMPARE(error.kind, base::Error::Kind::Device);
    QCOMPARE(error.detail, u"feeder jammed"_s);
}

void TestPageScanner::leavingStopsTheScanner()
{
    connectScanners("test");
    devices::PageScanner scanner;
    QSignalSpy found(&scanner, &devices::PageScanner::found);
    scanner.look();
    QVERIFY(found.wait(10'000));
    scanner.scan(); // and the window is closed
}

QTEST_GUILESS_MAIN(TestPageScanner)
#include "tst_pagescanner.moc"
