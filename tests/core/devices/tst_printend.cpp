#include "core/devices/printend.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace devices;
using State = JobFate::State;
using Why = PrintFailure;

Q_DECLARE_METATYPE(devices::PrintFailure)

/// What the words of a print service come to.
class TestPrintEnd : public QObject
{
    Q_OBJECT

private slots:
    void records_data()
    {
        QTest::addColumn<QString>("recorded");
        QTest::addColumn<Why>("why");
        QTest::addColumn<QString>("words"); // that stay
        const auto row = [](const char *recorded, Why why, const char *words = "") {
            QTest::newRow(recorded) << QString::fromUtf8(recorded) << why << QString::fromUtf8(words);
        };
        row("the job was cancelled", Why::Cancelled);
        row("the job was cancelled: job-canceled-by-user", Why::Cancelled);
        row("the job was cancelled: job-canceled-at-device", Why::CancelledAtPrinter);
        row("the printer was removed from the system", Why::PrinterGone);
        row("did not come out", Why::Lost);
        row("no print service: server-error-service-unavailable, No such file or directory", Why::NoService);
        row("no printer", Why::NoPrinter);
        row("the print service gave the job up", Why::GivenUp);
        row("the print service gave the job up: the machine said 17", Why::GivenUp, "the machine said 17");
        row("the print service gave the job up: document-unprintable-error, Printer cannot print supplied content.",
            Why::DocumentRefused);
        row("the print service gave the job up: account-limit-reached, enough", Why::LimitReached);
        row("the print service gave the job up: media-jam-error, whatever", Why::Stopped);
        row("the print service gave the job up: Job stopped due to filter errors; please consult the error_log file for details.",
            Why::DriverFailed);
        row("Filter failed", Why::DriverFailed); // as older programs recorded it
        row("The printer is not responding.", Why::Unreachable);
        row("Unable to locate printer \"epson.local\".", Why::Unreachable);
        row("Job aborted due to backend errors; please consult the /var/log/cups/error_log file for details.", Why::LineFailed);
        row("Job canceled at printer.", Why::CancelledAtPrinter);
        row("Quota limit reached.", Why::LimitReached);
        row("client-error-document-format-not-supported, Unsupported document-format \"application/pdf\".", Why::DocumentRefused);
        row("server-error-not-accepting-jobs, Destination \"a\" is not accepting jobs.", Why::Rejecting);
        row("server-error-busy, Too many active jobs.", Why::Busy);
        row("client-error-attributes-or-values-not-supported, x", Why::OptionsRefused);
        row("printer counter: client-error-not-found, The printer or class does not exist.", Why::PrinterGone);
        row("printer counter has no driver", Why::NoDriver);
        row("printer counter is stopped: Paused, paused", Why::Stopped);
        row("printer counter is stopped: 缺纸, paused", Why::Stopped, "缺纸"); // a person wrote it
        row("printer counter takes no jobs: ", Why::Rejecting);
        row("printer counter is stopped: something", Why::Stopped, "something");
        row("the machine said 17", Why::Other, "the machine said 17");
        row("打印机卡纸，请处理", Why::Other, "打印机卡纸，请处理");
        row("", Why::Other);
    }
    void records()
    {
        QFETCH(QString, recorded);
        const PrintEnd end = readEnd(recorded);
        QTEST(end.why, "why");
        QTEST(end.words, "words");
        QCOMPARE(end.printer, recorded.startsWith(u"printer "_s) ? u"counter"_s : QString());
    }

    void complaintsAreRead()
    {
        const PrintEnd end = readEnd(u"printer counter is stopped: Out of paper!, media-empty-error, cover-open"_s);
        QCOMPARE(end.complaints.size(), 2);
        QCOMPARE(end.complaints[0].trouble, Trouble::PaperOut);
        QCOMPARE(end.complaints[1].trouble, Trouble::DoorOpen);
        QVERIFY(end.words.isEmpty()); // what it says is known
    }

    /// What is recorded of a job is read as what the job came to.
    void fates_data()
    {
        QTest::addColumn<JobFate>("fate");
        QTest::addColumn<Why>("why");
        using Reasons = QStringList;
        QTest::newRow("cancelled") << JobFate{State::Cancelled, {}, u"whatever"_s, Reasons{u"job-canceled-by-user"_s}} << Why::Cancelled;
        QTest::newRow("at the printer") << JobFate{State::Cancelled, {}, {}, Reasons{u"job-canceled-at-device"_s}} << Why::CancelledAtPrinter;
        QTest::newRow("gone") << JobFate{State::PrinterGone, {}, {}, {}} << Why::PrinterGone;
        QTest::newRow("given up") << JobFate{State::Failed, {}, {}, Reasons{u"aborted-by-system"_s}} << Why::GivenUp;
        QTest::newRow("jam") << JobFate{State::Failed, {{Trouble::PaperJam, true, u"media-jam-error"_s}}, u"x"_s, {}} << Why::Stopped;
        QTest::newRow("document") << JobFate{State::Failed, {}, u"x, y"_s, Reasons{u"document-format-error"_s}} << Why::DocumentRefused;
    }
    void fates()
    {
        QFETCH(JobFate, fate);
        QTEST(readEnd(recordOf(fate)).why, "why");
    }

    void whatHasNotEndedIsNotRecorded()
    {
        for (const State state : {State::Waiting, State::Held, State::Printing, State::Blocked, State::Printed, State::Unknown, State::NoAnswer})
            QVERIFY(recordOf(JobFate{state, {}, u"words"_s, {u"paused"_s}}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPrintEnd)
#include "tst_printend.moc"
