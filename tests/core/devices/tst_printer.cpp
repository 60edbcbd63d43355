#include "core/devices/printer.h"
#include "tests/support/cupsroom.h"

#include <QLocalServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using devices::CupsPrinter;
using State = devices::Printer::State;

using support::CupsRoom;

namespace {

const QString ready = u"<DefaultPrinter counter>\nDeviceURI keep:/\nState Idle\nAccepting Yes\n</DefaultPrinter>\n"_s;

}

class TestPrinter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qunsetenv("PRINTER"); // a default printer of whoever runs the test is none of ours
        qunsetenv("LPDEST");
    }

    void withoutAService()
    {
        const QTemporaryDir folder;
        cupsSetServer(qPrintable(folder.filePath(u"nobody"_s)));
        QCOMPARE(CupsPrinter().status().state, State::NoService);
        const auto printed = CupsPrinter().print("%PDF-1.5", u"test"_s);
        QVERIFY(!printed);
        QCOMPARE(printed.error().kind, base::Error::Kind::Device);
    }

    void aServiceThatNeverAnswers()
    {
        const QTemporaryDir folder;
        QLocalServer deaf; // takes the connection (the system does) and never says a word
        QVERIFY(deaf.listen(folder.filePath(u"socket"_s)));
        cupsSetServer(qPrintable(folder.filePath(u"socket"_s)));
        QCOMPARE(CupsPrinter().status().state, State::NoService);
        QVERIFY(!CupsPrinter().print("%PDF-1.5", u"test"_s));
    }

    void status_data()
    {
        QTest::addColumn<QString>("printers");
        QTest::addColumn<State>("state");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("detail");
        const auto changed = [](const QString &what, const QString &to) { return QString(ready).replace(what, to); };
        const QString notDefault = changed(u"DefaultPrinter"_s, u"Printer"_s);
        const QString other = u"<Printer other>\nDeviceURI keep:/\nState Idle\nAccepting Yes\n</Printer>\n"_s;
        QTest::newRow("no printer") << QString() << State::None << QString() << QString();
        QTest::newRow("default printer") << ready + other << State::Ready << u"counter"_s << QString();
        QTest::newRow("only printer, no default") << notDefault << State::Ready << u"counter"_s << QString();
        QTest::newRow("two printers, no default") << notDefault + other << State::None << QString() << QString();
        QTest::newRow("stopped") << changed(u"State Idle"_s, u"State Stopped\nStateMessage 缺纸"_s) << State::Stopped
                                 << u"counter"_s << u"缺纸, paused"_s;
        QTest::newRow("stopped without words") << changed(u"State Idle"_s, u"State Stopped\nReason paused"_s)
                                               << State::Stopped << u"counter"_s << u"paused"_s;
        QTest::newRow("takes no jobs") << changed(u"Accepting Yes"_s, u"Accepting No\nStateMessage 维修中"_s)
                                       << State::Stopped << u"counter"_s << u"维修中"_s;
    }
    void status()
    {
        if (!CupsRoom::canServe())
            QSKIP(CupsRoom::whatItNeeds);
        QFETCH(QString, printers);
        CupsRoom service(printers);
        QVERIFY2(service.use(), qPrintable(service.log()));
        const auto status = CupsPrinter().status();
        QTEST(status.state, "state");
        QTEST(status.name, "name");
        QTEST(status.detail, "detail");
    }

    void thePrinterGetsEveryByte()
    {
        if (!CupsRoom::canServe())
            QSKIP(CupsRoom::whatItNeeds);
        CupsRoom service(ready);
        QVERIFY2(service.use(), qPrintable(service.log()));
        const QByteArray pdf = "%PDF-1.5\n" + QByteArray(3'000'000, 'x') + "\n%%EOF\n";
        const QString title = u"收件回执 411202-001A1-20261121-0001-K"_s;
        const auto printed = CupsPrinter().print(pdf, title);
        QVERIFY2(printed, qPrintable(printed ? QString() : printed.error().detail));
        QCOMPARE(*printed, u"counter, 1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!service.read(u"printed"_s).isEmpty(), 60'000);
        QVERIFY(service.read(u"printed"_s) == pdf);
        QCOMPARE(QString::fromUtf8(service.read(u"title"_s)), title);
        QCOMPARE(CupsPrinter().print(pdf, u"again"_s).value(), u"counter, 2"_s);
    }

    void aStoppedPrinterGetsNoJob()
    {
        if (!CupsRoom::canServe())
            QSKIP(CupsRoom::whatItNeeds);
        CupsRoom service(QString(ready).replace(u"State Idle"_s, u"State Stopped\nStateMessage 缺纸"_s));
        QVERIFY2(service.use(), qPrintable(service.log()));
        const auto printed = CupsPrinter().print("%PDF-1.5", u"test"_s);
        QVERIFY(!printed);
        QCOMPARE(printed.error().kind, base::Error::Kind::Device);
        QVERIFY(printed.error().detail.contains(u"缺纸"_s));
        cups_job_t *jobs = nullptr;
        const int count = cupsGetJobs2(CUPS_HTTP_DEFAULT, &jobs, "counter", 0, CUPS_WHICHJOBS_ALL);
        cupsFreeJobs(count, jobs);
        QCOMPARE(count, 0);
    }
};

QTEST_GUILESS_MAIN(TestPrinter)
#include "tst_printer.moc"
