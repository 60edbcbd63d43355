#include "core/desk/auditbook.h"
#include "core/desk/backup.h"
#include "tests/app/sync/linkedwindow.h"
#include "tests/app/sync/relay.h"

#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace {

constexpr int longWait = 60'000; // milliseconds; the machine of a test may be busy
const QString phone = u"applicant-phone"_s;

}

/// A window is copied, goes on, breaks, and comes back on another PC, beside a real hub.
class TestBackingUp : public QObject
{
    Q_OBJECT

    struct Place {
        Place() : hub(folder.filePath(u"hub"_s))
        {
            relay.setHub(hub.port());
            QDir(folder.path()).mkdir(u"usb"_s);
        }
        QString path(const QString &name) const { return folder.filePath(name); }
        static base::Result<desk::BackupState> backUp(LinkedWindow &window, const QString &target)
        {
            return desk::backUp({window.hall->profileFolder, window.hall->profile->keys().profile, window.hall->profile->device(), target,
                                 window.hall->clock.now()});
        }
        QTemporaryDir folder;
        HubProgram hub;
        Relay relay;
    };
    static bool settles(LinkedWindow &window)
    {
        window.link->retry();
        return QTest::qWaitFor([&] { return window.hasSentAll(); }, longWait);
    }

private slots:
    void aBrokenPcComesBack()
    {
        Place place;
        LinkedWindow first(place.path(u"first"_s), u"001"_s);
        QVERIFY(first.join(place.hub, place.relay.url()));
        const QString before = first.open(u"张一"_s)->file().id;
        const QByteArray picture = "sealed picture of 张一";
        const QString scan = first.hall->scans->keep(before, picture).value();
        const QString unsent = [&] { // known to the copy, sent only by the old PC
            place.relay.pullOut();
            return first.open(u"李二"_s)->file().id;
        }();
        const auto words = desk::setUpRecovery(first.hall->profileFolder);
        QVERIFY(words.has_value());
        const auto copy = Place::backUp(first, place.path(u"usb"_s));
        QVERIFY2(copy.has_value(), copy ? "" : qPrintable(copy.error().detail));
        place.relay.plugIn();
        QVERIFY(first.enter(before, phone, u"13800000001"_s));
        const QString after = first.open(u"王三"_s)->file().id;
        QVERIFY(settles(first));
        const int oldIncarnation = first.hall->profile->journal().identity().incarnation;
        first.stop();

        const support::FakeClock clock(QDateTime(QDate(2026, 3, 5), QTime(11, 0)));
        QVERIFY(!desk::restore(copy->file, u"0000-0000"_s, place.path(u"second"_s), clock));
        QVERIFY(!desk::restore(copy->file, *words, place.path(u"first"_s), clock)); // never over a profile
        const auto restored = desk::restore(copy->file, *words, place.path(u"second"_s), clock);
        QVERIFY2(restored.has_value(), restored ? "" : qPrintable(restored.error().detail + restored.error().place));
        LinkedWindow second(place.path(u"second"_s), u"001"_s);
        QCOMPARE(second.hall->profile->journal().identity().incarnation, oldIncarnation + 1);
        QCOMPARE(second.hall->scans->read(before, scan).value(), picture);
        const QString fresh = second.open(u"赵四"_s)->file().id;
        QVERIFY(second.enter(before, u"newborn-name"_s, u"张小一"_s));
        QVERIFY(settles(second));
        // Everything that the hub had is here again, each once, and what was written here is there.
        for (const QString &id : {before, unsent, after, fresh})
            QTRY_VERIFY_WITH_TIMEOUT(!second.caseOf(id).id.isEmpty(), longWait);
        QTRY_COMPARE_WITH_TIMEOUT(second.caseOf(before).fields.value(phone), u"13800000001"_s, longWait);
        QCOMPARE(second.hall->profile->journal().historyOf(before)->size(), 4);
        QCOMPARE(second.hall->profile->journal().historyOf(unsent)->size(), 2);
        QVERIFY(second.hall->profile->journal().verify().has_value());
        QVERIFY(second.hall->profile->journal().cases(false, 10)->size() == 4);
        const auto verified = place.hub.command({u"verify"_s});
        QVERIFY2(verified.code == 0, verified.out + verified.err);

        // The old PC is found in a drawer and started: it is told, the hub's people are told, and nothing is lost.
        QVERIFY(!place.hub.command({u"alarms"_s}).out.contains("two PCs"));
        first.start();
        const QSignalSpy told(first.link.get(), &desk::HubLink::doubled);
        QVERIFY(first.enter(after, phone, u"13800000009"_s));
        QVERIFY(settles(first));
        QTRY_VERIFY_WITH_TIMEOUT(told.size() > 0, longWait);
        QTRY_COMPARE_WITH_TIMEOUT(second.caseOf(after).fields.value(phone), u"13800000009"_s, longWait);
        QVERIFY(place.hub.command({u"alarms"_s}).out.contains("two PCs"));
        QCOMPARE(place.hub.command({u"verify"_s}).code, 0);
    }

    /// On schedule, tried again where the disk is not there, and noted; nothing readable in the copy.
    void copiesAreMadeByThemselves()
    {
        Place place;
        LinkedWindow window(place.path(u"window"_s), u"001"_s);
        window.open(u"欧阳测试员"_s);
        Hall &hall = *window.hall;
        hall.clock.set(QDateTime(QDate(2026, 3, 5), QTime(12, 0)));
        desk::AuditBook audit(hall.profile->journal(), hall.clock, u"窗口"_s);
        const QString target = place.path(u"usb"_s);
        desk::Backup backup({hall.profileFolder, hall.profile->keys().profile, hall.profile->device(), hall.clock, audit, target, u"12:10"_s});
        QSignalSpy finished(&backup, &desk::Backup::finished);
        QSignalSpy failed(&backup, &desk::Backup::failed);
        backup.look();
        QVERIFY(!backup.isBusy() && backup.isOverdue()); // no code was made yet
        QVERIFY(backup.setUp().has_value());
        QVERIFY(QFile::rename(target, target + u".gone"_s));
        backup.look(); // yesterday's is missing
        QVERIFY(backup.isBusy());
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, longWait);
        QVERIFY2(backup.fault()->detail.contains(u"plugged in"_s), qPrintable(backup.fault()->detail));
        backup.look();
        QVERIFY(!backup.isBusy()); // not at once again
        QVERIFY(QFile::rename(target + u".gone"_s, target));
        hall.clock.advance(6 * 60);
        backup.look();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, longWait);
        QVERIFY(!backup.fault() && !backup.isOverdue());
        backup.look();
        QVERIFY(!backup.isBusy());
        hall.clock.advance(10 * 60); // 12:16
        backup.look();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, longWait);
        QCOMPARE(QDir(target).entryList({u"*.ycb"_s}).size(), 1); // the later of the day
        QVERIFY(audit.page(0, 1)->first().act == desk::AuditAct::BackedUp);
        QFile copy(backup.state().file);
        QVERIFY(copy.open(QIODevice::ReadOnly));
        const QByteArray bytes = copy.readAll();
        QVERIFY(bytes.size() > 10'000 && !bytes.contains("SQLite") && !bytes.contains(QString(u"欧阳测试员"_s).toUtf8()));
        QVERIFY(!QFile::exists(hall.profileFolder + u"/backup.tmp"_s));
    }

    void aFullDiskIsSaidAndLeavesNothing()
    {
        Place place;
        LinkedWindow window(place.path(u"window"_s), u"001"_s);
        QCOMPARE(Place::backUp(window, place.path(u"usb"_s)).error().kind, base::Error::Kind::Secret);
        QVERIFY(desk::setUpRecovery(window.hall->profileFolder));
        {
            const FullDisk full;
            const auto made = Place::backUp(window, place.path(u"usb"_s));
            QVERIFY(!made);
            QCOMPARE(made.error().kind, base::Error::Kind::Storage);
        }
        QVERIFY(QDir(place.path(u"usb"_s)).isEmpty());
        QVERIFY(Place::backUp(window, place.path(u"usb"_s)).has_value());
    }
};

QTEST_MAIN(TestBackingUp)
#include "tst_backingup.moc"
