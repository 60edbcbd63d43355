#include "core/devices/printer.h"

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

/// A print service of the test's own: its configuration, spool and socket stand in a temporary folder, its printers write what
/// they get into files there.
class PrintService
{
public:
    /// \a printers in the form of CUPS' printers.conf, with %1 for the folder.
    explicit PrintService(const QString &printers)
    {
        // The service works as another user, and its workers must reach the spool.
        QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) | QFile::ExeOther | QFile::ExeGroup);
        write(u"printers.conf"_s, printers.arg(m_folder.path()));
        write(u"cupsd.conf"_s, u"Listen %1/socket\nLogLevel warn\nBrowsing Off\nDefaultAuthType None\nWebInterface No\n"
                               "<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
                               "<Policy default>\nJobPrivateAccess all\n<Limit All>\nOrder allow,deny\nAllow all\n</Limit>\n</Policy>\n"_s
                                   .arg(m_folder.path()));
        write(u"cups-files.conf"_s, u"ServerRoot %1\nRequestRoot %1/spool\nTempDir %1/spool/tmp\nCacheDir %1/cache\nStateDir %1/run\n"
                                    "AccessLog %1/access_log\nErrorLog %1/error_log\nPageLog %1/page_log\nFileDevice Yes\nSystemGroup root\n"
                                    "PidFile %1/cupsd.pid\n"_s.arg(m_folder.path()));
        m_process.start(u"/usr/sbin/cupsd"_s, {u"-f"_s, u"-c"_s, m_folder.filePath(u"cupsd.conf"_s), u"-s"_s, m_folder.filePath(u"cups-files.conf"_s)});
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
        return QTest::qWaitFor([] { return CupsPrinter().status().state != State::NoService; }, 30'000);
    }
    QString log() const { return QString::fromUtf8(read(u"error_log"_s)); }
    QByteArray read(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    void write(const QString &name, const QString &text) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }

    QTemporaryDir m_folder;
    QProcess m_process;
};

const QString ready = u"<%2Printer counter>\nDeviceURI file://%1/printed\nState Idle\nAccepting Yes\n</%2Printer>\n"_s;

QString asDefault(QString printer)
{
    return printer.replace(u"%2"_s, u"Default"_s);
}
QString notDefault(QString printer)
{
    return printer.replace(u"%2"_s, QString());
}

}

class TestPrinter : public QObject
{
    Q_OBJECT

private:
    static bool canServe() { return geteuid() == 0 && QFile::exists(u"/usr/sbin/cupsd"_s); }
    static constexpr auto whatItNeeds = "needs root and /usr/sbin/cupsd (package cups) to start a print service of its own";

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
        const QString other = u"<Printer other>\nDeviceURI file://%1/other\nState Idle\nAccepting Yes\n</Printer>\n"_s;
        QTest::newRow("no printer") << QString() << State::None << QString() << QString();
        QTest::newRow("default printer") << asDefault(ready) + other << State::Ready << u"counter"_s << QString();
        QTest::newRow("only printer, no default") << notDefault(ready) << State::Ready << u"counter"_s << QString();
        QTest::newRow("two printers, no default") << notDefault(ready) + other << State::None << QString() << QString();
        QTest::newRow("stopped") << asDefault(ready).replace(u"State Idle"_s, u"State Stopped\nStateMessage 缺纸"_s) << State::Stopped
                                 << u"counter"_s << u"缺纸"_s;
        QTest::newRow("stopped without words") << asDefault(ready).replace(u"State Idle"_s, u"State Stopped\nReason paused"_s)
                                               << State::Stopped << u"counter"_s << u"paused"_s;
        QTest::newRow("takes no jobs") << asDefault(ready).replace(u"Accepting Yes"_s, u"Accepting No\nStateMessage 维修中"_s) << State::Stopped
                                       << u"counter"_s << u"维修中"_s;
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
        PrintService service(asDefault(ready));
        QVERIFY2(service.use(), qPrintable(service.log()));
        const QByteArray pdf = "%PDF-1.5\n" + QByteArray(3'000'000, 'x') + "\n%%EOF\n";
        const auto printed = CupsPrinter().print(pdf, u"收件回执 411202-001A1-20261121-0001-K"_s);
        QVERIFY2(printed, qPrintable(printed ? QString() : printed.error().detail));
        QCOMPARE(*printed, u"counter, 1"_s);
        QTRY_COMPARE_WITH_TIMEOUT(service.read(u"printed"_s).size(), pdf.size(), 60'000);
        QCOMPARE(service.read(u"printed"_s), pdf);
        QCOMPARE(CupsPrinter().print(pdf, u"again"_s).value(), u"counter, 2"_s);
    }

    void aStoppedPrinterGetsNoJob()
    {
        if (!canServe())
            QSKIP(whatItNeeds);
        PrintService service(asDefault(ready).replace(u"State Idle"_s, u"State Stopped\nStateMessage 缺纸"_s));
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
