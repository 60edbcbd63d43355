#include "core/devices/printtrouble.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace devices;

class TestPrintTrouble : public QObject
{
    Q_OBJECT

private slots:
    void keywords_data()
    {
        QTest::addColumn<QString>("keyword");
        QTest::addColumn<Trouble>("trouble");
        QTest::addColumn<bool>("stops");
        const auto row = [](const char *keyword, Trouble trouble, bool stops) {
            QTest::newRow(keyword) << QString::fromLatin1(keyword) << trouble << stops;
        };
        row("offline-or-so", Trouble::Other, false);
        row("offline", Trouble::Unreachable, true);
        row("connecting-to-device", Trouble::Unreachable, true);
        row("media-empty-error", Trouble::PaperOut, true);
        row("media-empty-warning", Trouble::PaperOut, false);
        row("media-needed", Trouble::PaperOut, true);
        row("media-low-warning", Trouble::PaperLow, false);
        row("media-low-error", Trouble::PaperLow, true);
        row("media-jam-error", Trouble::PaperJam, true);
        row("cover-open", Trouble::DoorOpen, true);
        row("door-open-error", Trouble::DoorOpen, true);
        row("input-tray-missing", Trouble::TrayMissing, true);
        row("toner-empty-error", Trouble::TonerOut, true);
        row("toner-low", Trouble::TonerLow, false);
        row("marker-supply-low-warning", Trouble::TonerLow, false);
        row("output-area-full", Trouble::OutputFull, true);
        row("paused", Trouble::Paused, true);
        row("cups-missing-filter-warning", Trouble::DriverMissing, false);
        row("account-authorization-failed", Trouble::NotAllowed, true);
        row("vendor-own-word-error", Trouble::Other, true);
        row("vendor-own-word", Trouble::Other, false);
    }
    void keywords()
    {
        QFETCH(QString, keyword);
        const QList<Complaint> complaints = complaintsOf({keyword});
        QCOMPARE(complaints.size(), 1);
        QCOMPARE(complaints.first().keyword, keyword);
        QTEST(complaints.first().trouble, "trouble");
        QTEST(complaints.first().stops, "stops");
    }

    void nothingIsWrong()
    {
        QVERIFY(complaintsOf({}).isEmpty());
        QVERIFY(complaintsOf({u"none"_s}).isEmpty());
        QVERIFY(complaintsOf({u"com.vendor.warming-up-report"_s}).isEmpty());
    }

    void whatStopsComesFirstAndOnce()
    {
        const auto complaints = complaintsOf(
            {u"toner-low-warning"_s, u"media-empty-warning"_s, u"media-needed-error"_s, u"cover-open-error"_s});
        QCOMPARE(complaints.size(), 3);
        QCOMPARE(complaints[0], (Complaint{Trouble::PaperOut, true, u"media-needed-error"_s}));
        QCOMPARE(complaints[1].trouble, Trouble::DoorOpen);
        QCOMPARE(complaints[2].trouble, Trouble::TonerLow);
    }
};

QTEST_GUILESS_MAIN(TestPrintTrouble)
#include "tst_printtrouble.moc"
