#include "core/journal/journal.h"
#include "tests/core/desk/faultyfiles.h"
#include "tests/core/desk/scandesk.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace scandesk;
using desk::Arrival;
using faultyfiles::Fault;
using Kind = scans::Finding::Kind;
using Outcome = Arrival::Outcome;
Q_DECLARE_METATYPE(Fault)

/// Full and failing disks at every single write while a picture comes in: it is taken whole or not at all, and is never gone.
class TestScanFaults : public QObject
{
    Q_OBJECT

private slots:
    void eachWriteFailsInTurn_data();
    void eachWriteFailsInTurn();
};

void TestScanFaults::eachWriteFailsInTurn_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("full disk") << Fault::Full;
    QTest::newRow("one error") << Fault::Once;
    QTest::newRow("dead disk") << Fault::Broken;
}

void TestScanFaults::eachWriteFailsInTurn()
{
    QFETCH(Fault, fault);
    Room room;
    room.scans->take({room.file(u"first.jpg"_s, page(0, 60))});
    QVERIFY(room.waitFor(1));
    int refusals = 0;
    int nth = 1;
    for (; nth < 200; ++nth) {
        room.arrivals.clear();
        const desk::Incoming picture = room.file(u"%1.jpg"_s.arg(nth), page(nth, 60), true);
        faultyfiles::failFrom(room.hall.profileFolder, nth, fault);
        room.scans->take({picture});
        QVERIFY(room.waitFor(1));
        const bool untouched = faultyfiles::heal() < nth;
        const bool isTaken = room.arrivals.front().outcome == Outcome::Taken;
        const QStringList present = [&] {
            QStringList scans;
            for (const domain::ScanPicture &scan : domain::presentScans(room.work->file()))
                scans << scan.scan;
            return scans;
        }();
        const QString address = scans::ScanStore::addressOf(page(nth, 60));
        QCOMPARE(present.contains(address), isTaken);
        QCOMPARE(QFile::exists(picture.file), !isTaken);
        if (!isTaken) {
            ++refusals;
            QCOMPARE(room.arrivals.front().outcome, Outcome::NotDone);
            QCOMPARE(room.arrivals.front().error->kind, base::Error::Kind::Storage);
            room.scans->take({picture}); // the disk has room again
            QVERIFY(room.waitFor(2));
            QCOMPARE(room.arrivals.back().outcome, Outcome::Taken);
        }
        if (untouched)
            break;
    }
    QVERIFY2(refusals >= 5, "the disk never failed under a picture");
    qInfo() << nth << "operations," << refusals << "refusals";
    room.reopen();
    const desk::ScanRoom scanRoom(room.hall.profile->journal(), room.folder());
    const auto inventory = scanRoom.inventoryOf(room.work->file().id);
    QVERIFY(inventory.has_value());
    QCOMPARE(inventory->recorded.size(), nth + 1);
    for (const scans::Finding &finding : scanRoom.store().check(inventory->shelf, inventory->recorded))
        QVERIFY2(finding.kind == Kind::Unfinished, qPrintable(finding.file));
}

QTEST_MAIN(TestScanFaults)
#include "tst_scanfaults.moc"
