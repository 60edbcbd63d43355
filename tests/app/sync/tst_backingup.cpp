#include "core/desk/auditbook.h"
#include "core/desk/backup.h"
#include "core/desk/printroutes.h"
#include "core/desk/recoveryprint.h"
#include "core/people/profilekey.h"
#include "tests/app/sync/linkedwindow.h"
#include "tests/app/sync/relay.h"
#include "tests/core/papers/pdftools.h"

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

    /// Sets a recovery code up and prints it as the window does; what another program reads off the code of that paper.
    static QString recoveryCodeOnPaper(Hall &hall)
    {
        const desk::RecoveryCode code = desk::freshRecoveryCode();
        support::FakePrinter printer;
        desk::PrintRoutes routes(hall.profileFolder + u"/printers.json"_s);
        desk::LoosePapers printing(printer, routes);
        desk::AuditBook audit(hall.profile->journal(), hall.clock, u"窗口"_s);
        desk::RecoveryPrint print({hall.forms, hall.profile->hall(), printing, hall.clock, audit});
        if (!print.print(code) || printer.given.size() != 1 || !printer.given[0].leavesNothing || printer.given[0].copies != 2
            || !desk::useRecoveryKey(hall.profileFolder, code.key))
            return {};
        for (const QString &group : code.groups) {
            if (printer.given[0].title.contains(group) || audit.page(0, 1)->first().words.contains(group))
                return {};
        }
        const pdftools::PdfFile paper(printer.given[0].bytes);
        if (qEnvironmentVariableIsSet("YICHUANG_SHOTS"))
            paper.picture(1, 100).save(qEnvironmentVariable("YICHUANG_SHOTS") + u"/recovery-code.png"_s);
        const QString text = paper.pageTexts().join(QString());
        const QStringList codes = paper.codes(1, 150);
        const bool isWhole = paper.pageTexts().size() == 1 && text.contains(code.mark) && text.contains(u"内部资料"_s) && codes.size() == 1
            && std::ranges::all_of(code.groups, [&](const QString &group) { return text.contains(group); });
        return isWhole ? codes.first() : QString();
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
        const QString words = recoveryCodeOnPaper(*first.hall);
        QVERIFY(!words.isEmpty());
        const auto copy = Place::backUp(first, place.path(u"usb"_s));
        QVERIFY2(copy.has_value(), copy ? "" : qPrintable(copy.error().detail));
        place.relay.plugIn();
        QVERIFY(first.enter(before, phone, u"13800000001"_s));
        const QString after = first.open(u"王三"_s)->file().id;
        QVERIFY(settles(first));
        const int oldIncarnation = first.hall->profile->journal().identity().incarnation;
        first.stop();

        const support::FakeClock clock(QDateTime(QDate(2026, 3, 5), QTime(11, 0)));
        support::NoKeyStore store;
        QVERIFY(!desk::restore(copy->file, u"0000-0000"_s, place.path(u"second"_s), clock, store));
        QVERIFY(!desk::restore(copy->file, words, place.path(u"first"_s), clock, store)); // never over a profile
        const auto restored = desk::restore(copy->file, words, place.path(u"second"_s), clock, store);
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
        const QString last = backup.beginSetUp().groups.last();
        QVERIFY(!QFile::exists(hall.profileFolder + u"/backup.json"_s));
        QVERIFY(!backup.confirmSetUp(u"0000"_s) && backup.state().recoveryKey.isEmpty());
        QVERIFY(backup.confirmSetUp(last.toLower()).has_value() && backup.code().groups.isEmpty());
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

    /// Each copy opens with the code that was good when it was made, and its name says which; one cancelled leaves nothing.
    void twoCodesAndOneGivenUp()
    {
        Place place;
        LinkedWindow window(place.path(u"window"_s), u"001"_s);
        Hall &hall = *window.hall;
        const QString target = place.path(u"usb"_s);
        QStringList words, files;
        for (int i = 0; i < 2; ++i) {
            words << *desk::setUpRecovery(hall.profileFolder);
            files << Place::backUp(window, target)->file;
            QVERIFY(files.last().endsWith(desk::recoveryMark(desk::readBackupState(hall.profileFolder)->recoveryKey) + u".ycb"_s));
            hall.clock.advance(60);
        }
        QVERIFY(QFile(target + u"/foreign.ycb"_s).open(QIODevice::WriteOnly));
        const desk::CopyFolder there = desk::lookAtCopies(target, {}, hall.profileFolder, hall.profile->device());
        QCOMPARE(there.copies.size(), 3);
        QVERIFY(there.copies[0].isOurs && there.copies[0].isCopy && target + u'/' + there.copies[0].name == files[1]);
        QVERIFY(!there.copies[2].isOurs && !there.copies[2].isCopy && !there.fault && there.isOnSameDisk && there.free > 0);
        QVERIFY(desk::lookAtCopies(target, u"/media/stick"_s, hall.profileFolder, {}).fault); // another disk is mounted there
        support::NoKeyStore store;
        for (int i = 0; i < 2; ++i) {
            const QString folder = place.path(u"back%1"_s.arg(i));
            QCOMPARE(desk::restore(files[i], words[1 - i], folder, hall.clock, store).error().kind, base::Error::Kind::Secret);
            QVERIFY(desk::restore(files[i], words[i], folder, hall.clock, store).has_value());
        }
        for (const qint64 enough : {1, 200'000}) { // while it is written, while it is read back
            desk::BackupWish wish{hall.profileFolder, hall.profile->keys().profile, hall.profile->device(), place.path(u"given-up"_s), hall.clock.now()};
            QDir().mkpath(wish.target);
            wish.progress = [enough](qint64 done, qint64) { return done < enough; };
            QCOMPARE(desk::backUp(wish).error().kind, base::Error::Kind::Busy);
            QVERIFY(QDir(wish.target).isEmpty());
        }
    }
};

QTEST_MAIN(TestBackingUp)
#include "tst_backingup.moc"
