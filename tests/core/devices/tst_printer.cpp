#include "core/devices/printer.h"

#include <QDir>
#include <QFile>
#include <QLocalServer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cups/cups.h>
#include <unistd.h>

#include <memory>

using namespace Qt::StringLiterals;
using devices::CupsPrinter;
using State = devices::Printer::State;

namespace {

/// A print service of the test's own: configuration, spool, socket and the program that plays the printer stand in a temporary
/// folder; what is printed lands there in "printed", the title in "title".
class PrintService
{
public:
    /// \a printers in the form of CUPS' printers.conf.
    explicit PrintService(const QString &printers)
    {
        for (const QString &folder : {u"spool/tmp"_s, u"cache"_s, u"run/certs"_s, u"bin/backend"_s})
            QDir(m_folder.path()).mkpath(folder);
        QFile::link(u"/usr/lib/cups/daemon"_s, m_folder.filePath(u"bin/daemon"_s)); // its helper that starts backends
        write(u"printers.conf"_s, printers);
        write(
            u"cupsd.conf"_s,
            u"Listen %1/socket\nLogLevel warn\nBrowsing Off\nDefaultAuthType None\nWebInterface No\n"
            "<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
            "<Policy default>\nJobPrivateAccess all\n<Limit All>\nOrder allow,deny\nAllow all\n</Limit>\n</Policy>\n"_s);
        write(
            u"cups-files.conf"_s,
            u"ServerRoot %1\nServerBin %1/bin\nRequestRoot %1/spool\nTempDir %1/spool/tmp\nCacheDir %1/cache\n"
            "StateDir %1/run\nAccessLog %1/access_log\nErrorLog %1/error_log\nPageLog %1/page_log\nSystemGroup root\n"_s);
        write(
            u"bin/backend/keep"_s,
            u"#!/bin/sh\n[ $# -lt 6 ] && exit 0\nprintf %s \"$3\" > %1/title\ncat \"$6\" > %1/part && mv %1/part %1/printed\n"_s);
        // Nobody else may run it: such a backend the service runs as root.
        QFile::setPermissions(m_folder.filePath(u"bin/backend/keep"_s),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        m_process.start(
            u"/usr/sbin/cupsd"_s,
            {u"-f"_s, u"-c"_s, m_folder.filePath(u"cupsd.conf"_s), u"-s"_s, m_folder.filePath(u"cups-files.conf"_s)});
    }
    ~PrintService()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(10'000))
            m_process.kill();
        m_process.waitForFinished(10'000);
    }

    /// Makes it the service that this program prints with, once it answers.
    bool use()
    {
        cupsSetServer(qPrintable(m_folder.filePath(u"socket"_s)));
        const auto answersOrEnded = [this] {
            return m_process.state() == QProcess::NotRunning || CupsPrinter().status().state != State::NoService;
        };
        return QTest::qWaitFor(answersOrEnded, 30'000) && m_process.state() == QProcess::Running;
    }
    QString log() { return QString::fromUtf8(read(u"error_log"_s) + m_process.readAllStandardError()); }
    QByteArray read(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    /// %1 in \a text stands for the folder.
    void write(const QString &name, QString text) const
    {
        QFile file(m_folder.filePath(name));
        text.replace(u"%1"_s, m_folder.path());
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }

    QTemporaryDir m_folder;
    QProcess m_process;
};

const QString ready = u"<DefaultPrinter counter>\nDeviceURI keep:/\nState Idle\nAccepting Yes\n</DefaultPrinter>\n"_s;

}

class TestPrinter : public QObject
{
    Q_OBJECT

private:
    static bool canServe() { return geteuid() == 0 && QFile::exists(u"/usr/sbin/cupsd"_s); }
    static constexpr auto whatItNeeds
        = "needs root and /usr/sbin/cupsd (package cups) to start a print service of its own";

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
                                 << u"counter"_s << u"缺纸"_s;
        QTest::newRow("stopped without words") << changed(u"State Idle"_s, u"State Stopped\nReason paused"_s)
                                               << State::Stopped << u"counter"_s << u"paused"_s;
        QTest::newRow("takes no jobs") << changed(u"Accepting Yes"_s, u"Accepting No\nStateMessage 维修中"_s)
                                       << State::Stopped << u"counter"_s << u"维修中"_s;
    }
    void status()
    {
        if (!canServe())
            QSKIP(whatItNeeds);
        QFETCH(QString, printers);
        PrintService service(printers);
        QVERIFY2(service.use(), qPrintable(service.log()));
        const auto status = CupsPrinter().status();
        QTEST(status.state, "state");
        QTEST(status.name, "name");
        QTEST(status.detail, "detail");
    }

    void thePrinterGetsEveryByte()
    {
        if (!canServe())
            QSKIP(whatItNeeds);
        PrintService service(ready);
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
        if (!canServe())
            QSKIP(whatItNeeds);
        PrintService service(QString(ready).replace(u"State Idle"_s, u"State Stopped\nStateMessage 缺纸"_s));
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
