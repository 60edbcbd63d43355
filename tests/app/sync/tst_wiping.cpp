#include "core/base/durablefile.h"
#include "core/desk/wiping.h"
#include "core/people/recovery.h"
#include "core/people/staffbook.h"
#include "core/sync/wipejudging.h"
#include "core/wire/remnant.h"
#include "tests/app/sync/linkedwindow.h"
#include "tests/app/sync/relay.h"

#include <QDirIterator>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace {

constexpr int longWait = 60'000; // milliseconds; the machine of a test may be busy

/// The desktop's key store: open or locked.
class Chest final : public people::KeyStore
{
public:
    base::Result<base::Secret> read(const QString &name) override { return m_isLocked ? locked() : base::Result<base::Secret>(m_secrets.value(name)); }
    base::Result<> write(const QString &name, const base::Secret &secret) override
    {
        m_secrets.insert(name, secret);
        return {};
    }
    base::Result<> remove(const QString &name) override
    {
        if (m_isLocked)
            return locked();
        m_secrets.remove(name);
        return {};
    }
    void setLocked(bool isLocked) { m_isLocked = isLocked; }
    bool isEmpty() const { return m_secrets.isEmpty(); }

private:
    static base::Fail locked() { return base::Fail({base::Error::Kind::Secret, u"locked"_s, {}}); }
    QMap<QString, base::Secret> m_secrets;
    bool m_isLocked = false;
};

/// Every file below \a folder in which \a bytes stand.
QStringList filesWith(const QString &folder, const QByteArray &bytes)
{
    QStringList found;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
        QFile file(it.next());
        if (file.open(QFile::ReadOnly) && file.readAll().contains(bytes))
            found << file.fileName();
    }
    return found;
}

const people::WindowKey &keyOfHub()
{
    static const people::WindowKey key = people::WindowKey::fromSeed(base::Secret(QByteArray(32, 'h')));
    return key;
}

wire::SignedWipe orderFor(const QString &device, const people::WindowKey &by = keyOfHub(), const QByteArray &answers = "this request")
{
    wire::SignedWipe wipe{.order = {u"order"_s, device, u"hub"_s, QDateTime(QDate(2026, 11, 21), QTime(10, 0), Qt::UTC), u"lost"_s}, .answers = answers, .signature = {}};
    wipe.signature = by.sign(wire::wipePurpose, wire::wipeToSign(wipe.order, answers));
    return wipe;
}

}

/// A window that was lost is ordered to wipe itself: nothing unsent is lost, nothing opens afterwards, no restart escapes.
class TestWiping final : public QObject
{
    Q_OBJECT

    /// A profile that was used and heard of an order, with its key in the place that is wanted, and everything that ever lies in one.
    struct Profile {
        explicit Profile(const QString &keptBy) : folder(dir.filePath(u"profile"_s)), isInChest(keptBy == "system"_L1)
        {
            const auto profile = desk::Profile::open(folder, store(), clock);
            key = (*profile)->keys().profile;
            device = (*profile)->device();
            const desk::HubPlace place{.url = QUrl(u"http://127.0.0.1:9"_s), .hub = u"hub"_s, .key = keyOfHub().publicKey(), .hall = u"hall"_s};
            isMade = desk::keepHubPlace(folder, place) && people::keepRecovery(folder, {u"hub"_s, device}, place.key, key);
            auto book = people::StaffBook::open(folder, people::PasswordCost::least());
            const people::StaffMember clerk{.account = 7, .name = u"wang"_s, .called = u"王"_s, .posts = {u"clerk"_s}, .version = 1};
            isMade = isMade && book && book->keep(clerk, u"right-horse-27"_s, key, clock.now().toUTC().addDays(7));
            if (keptBy == "staff"_L1)
                isMade = isMade && people::leaveKeyToStaff(folder);
            // Of a write that was cut short, and of a restore.
            isMade = isMade && base::writeDurably(folder + u"/profile.key.AbCdEf"_s, key.view().toByteArray()) && base::makePrivateFolder(folder + u".part"_s)
                && base::writeDurably(folder + u".part/profile.key"_s, key.view().toByteArray());
            record = desk::takeWipe({folder, key, (*profile)->keys().window, place}, orderFor(device), clock.now());
        }
        people::KeyStore &store() { return isInChest ? static_cast<people::KeyStore &>(chest) : none; }
        bool opens(const base::Secret &opener = {}) { return desk::Profile::open(folder, store(), clock, opener).has_value(); }

        QTemporaryDir dir;
        const QString folder;
        const bool isInChest;
        support::FakeClock clock;
        support::NoKeyStore none;
        Chest chest;
        base::Secret key;
        QString device;
        bool isMade = false;
        desk::WipeRecord record;
    };

private slots:
    void whoseOrdersCount_data()
    {
        QTest::addColumn<QString>("hub");
        QTest::addColumn<QString>("device");
        QTest::addColumn<QByteArray>("signedFor");
        QTest::addColumn<bool>("isByHub");
        QTest::addColumn<QString>("why");
        const QByteArray asked = "this request";
        QTest::newRow("right") << u"hub"_s << u"window"_s << asked << true << QString();
        QTest::newRow("of another hub") << u"hub 2"_s << u"window"_s << asked << true << u"another hub"_s;
        QTest::newRow("for another window") << u"hub"_s << u"window 2"_s << asked << true << u"another device"_s;
        QTest::newRow("forged") << u"hub"_s << u"window"_s << asked << false << u"not signed"_s;
        QTest::newRow("an old one again") << u"hub"_s << u"window"_s << QByteArray("another request") << true << u"not signed"_s;
    }
    void whoseOrdersCount()
    {
        QFETCH(QString, hub);
        QFETCH(QString, device);
        QFETCH(QByteArray, signedFor);
        QFETCH(bool, isByHub);
        QFETCH(QString, why);
        const people::WindowKey other = people::WindowKey::fromSeed(base::Secret(QByteArray(32, 'x')));
        const wire::SignedWipe wipe = orderFor(u"window"_s, isByHub ? keyOfHub() : other, signedFor);
        const auto judged = syncing::judgedWipe(wire::toHeader(wipe), "this request", {hub, keyOfHub().publicKey(), device});
        QCOMPARE(judged ? QString() : judged.error().detail.contains(why) ? why : judged.error().detail, why);
        if (why.isEmpty())
            QCOMPARE(*judged, wipe);
        for (const QByteArray &hostile : {QByteArray(), QByteArray("%%%"), QByteArray(5000, 'A'), QByteArray("{}").toBase64(), wire::toHeader(wipe).chopped(4)})
            QVERIFY(!syncing::judgedWipe(hostile, "this request", {hub, keyOfHub().publicKey(), device}));
    }

    /// Killed after any file, in the middle of any: the next start goes on, and in the end no copy of the key is left.
    void cutShortAnywhere_data()
    {
        QTest::addColumn<QString>("keptBy");
        for (const QString &keptBy : {u"file"_s, u"staff"_s, u"system"_s})
            QTest::newRow(qPrintable(keptBy)) << keptBy;
    }
    void cutShortAnywhere()
    {
        QFETCH(QString, keptBy);
        Profile profile(keptBy);
        QVERIFY(profile.isMade);
        const qsizetype steps = desk::filesToWipe(profile.folder).size();
        QVERIFY(steps >= 8);
        const Chest chest = profile.chest;
        const QString folders = profile.dir.path(), as = profile.dir.path() + u"-as-it-was"_s;
        QCOMPARE(QProcess::execute(u"cp"_s, {u"-a"_s, folders, as}), 0);
        for (qsizetype killedAfter = 0; killedAfter <= steps; ++killedAfter) {
            QVERIFY(QDir(folders).removeRecursively());
            QCOMPARE(QProcess::execute(u"cp"_s, {u"-a"_s, as, folders}), 0);
            profile.chest = chest;
            const QStringList files = desk::filesToWipe(profile.folder);
            QCOMPARE(files.size(), steps);
            QVERIFY(files.constLast().endsWith(u"/hub.json"_s));
            QCOMPARE(profile.isInChest, !profile.chest.isEmpty());
            if (killedAfter > 0 && profile.isInChest)
                QVERIFY(people::forgetInSystemStore(profile.folder, profile.chest));
            for (const QString &file : files.first(killedAfter))
                QVERIFY(base::destroyFile(file));
            if (killedAfter < steps - 2) { // its zeros are written and it is still there
                QFile half(files[killedAfter]);
                QVERIFY(half.open(QFile::ReadWrite));
                half.write(QByteArray(half.size(), '\0'));
            }
            const auto standing = desk::readWipe(profile.folder);
            QVERIFY2(standing && *standing, qPrintable(QString::number(killedAfter)));
            const auto wiped = desk::carryOutWipe(profile.folder, profile.store(), **standing, profile.clock.now());
            QVERIFY2(wiped, wiped ? "" : qPrintable(wiped.error().detail));
            QVERIFY(wiped->wipedAt.isValid() && desk::filesToWipe(profile.folder).isEmpty() && profile.chest.isEmpty());
            QCOMPARE(filesWith(profile.dir.path(), profile.key.view().toByteArray()), QStringList());
            QVERIFY(!profile.opens());
            QCOMPARE(desk::readWipe(profile.folder).value()->wipe, profile.record.wipe);
        }
        QVERIFY(QDir(as).removeRecursively());
    }

    /// A store of the desktop that is locked keeps its key until it is open; everything else is gone meanwhile.
    void aLockedStoreIsTriedAgain()
    {
        Profile profile(u"system"_s);
        profile.chest.setLocked(true);
        QCOMPARE(desk::carryOutWipe(profile.folder, profile.chest, profile.record, profile.clock.now()).error().kind, base::Error::Kind::Secret);
        QCOMPARE(desk::filesToWipe(profile.folder), (QStringList{profile.folder + u"/key.json"_s, profile.folder + u"/hub.json"_s}));
        profile.chest.setLocked(false);
        QVERIFY(desk::carryOutWipe(profile.folder, profile.chest, profile.record, profile.clock.now()));
        QVERIFY(profile.chest.isEmpty() && desk::filesToWipe(profile.folder).isEmpty());
    }

    /// An order that somebody put into the folder has no effect.
    void anOrderThatWasPutThere_data()
    {
        QTest::addColumn<bool>("isOfOther");
        QTest::newRow("forged") << false;
        QTest::newRow("of another window") << true;
    }
    void anOrderThatWasPutThere()
    {
        QFETCH(bool, isOfOther);
        Profile profile(u"file"_s);
        profile.record.wipe = isOfOther ? orderFor(u"another"_s) : orderFor(profile.device, people::WindowKey::fromSeed(base::Secret(QByteArray(32, 'x'))));
        QVERIFY(desk::keepWipe(profile.folder, profile.record));
        const auto standing = desk::readWipe(profile.folder);
        QVERIFY(standing && !*standing);
        QVERIFY(QFile::exists(profile.folder + u"/wipe-refused.json"_s) && profile.opens());
    }

    /// Killed with unsent work in hand and the hub away: the program destroys the keys at its next start, the hub opens what was left for it,
    /// and hears that the window is wiped as soon as it is back.
    void killedAndOffline()
    {
        QTemporaryDir folder;
        HubProgram hub(folder.filePath(u"hub"_s));
        QVERIFY(hub.answers());
        Relay relay;
        relay.setHub(hub.port());
        LinkedWindow window(folder.filePath(u"window"_s), u"001"_s);
        QVERIFY(window.join(hub, relay.url()));
        const base::Secret key = window.hall->profile->keys().profile;
        const QString device = window.hall->profile->device();
        QTRY_VERIFY_WITH_TIMEOUT(window.hasSentAll(), longWait);
        QSignalSpy ordered(window.link.get(), &desk::HubLink::wipeOrdered);
        QCOMPARE(hub.command({u"wipe"_s, device, u"--reason"_s, u"left in a taxi"_s}).code, 0);
        window.link->retry();
        QTRY_VERIFY_WITH_TIMEOUT(!ordered.isEmpty(), longWait);
        relay.pullOut();
        const QString caseId = window.open(u"张一"_s)->file().id;
        const auto wipe = ordered.constFirst().constFirst().value<wire::SignedWipe>();
        QCOMPARE(wipe.order.reason, u"left in a taxi"_s);
        const desk::WipeRecord record = desk::takeWipe({folder.filePath(u"window"_s), key, window.hall->profile->keys().window, *window.link->place()}, wipe, QDateTime::currentDateTime());
        QVERIFY(record.hasRemnant && record.unsent >= 2);
        window.stop(); // the plug is pulled

        QProcess program;
        startWindow(program, folder.filePath(u"window"_s));
        const auto isWiped = [&] {
            const auto standing = desk::readWipe(folder.filePath(u"window"_s));
            return standing && *standing && (*standing)->wipedAt.isValid();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isWiped(), longWait);
        QCOMPARE(filesWith(folder.filePath(u"window"_s), key.view().toByteArray()), QStringList());
        QVERIFY(desk::filesToWipe(folder.filePath(u"window"_s)).isEmpty());
        QVERIFY(hub.command({u"devices"_s}).out.contains("\twipe heard "));
        relay.plugIn();
        QTRY_VERIFY_WITH_TIMEOUT(hub.command({u"devices"_s}).out.contains("\twiped "), longWait);
        QTRY_VERIFY_WITH_TIMEOUT(desk::readWipe(folder.filePath(u"window"_s)).value()->isReported, longWait);
        program.kill();
        QVERIFY(program.waitForFinished());
        QCOMPARE(hub.command({u"lift-wipe"_s, device}).code, 1);

        // Sealed under the keys that are gone: what the test held back still opens it, so every copy that mattered was destroyed.
        support::FakeClock clock;
        QVERIFY(journal::Journal::open(folder.filePath(u"window"_s), key, clock).value()->historyOf(caseId)->size() >= 2);
        const auto salvaged = hub.command({u"salvage-file"_s, folder.filePath(u"window/unsent.sealed"_s)});
        QVERIFY2(salvaged.code == 0 && salvaged.out.startsWith(QByteArray::number(record.unsent) + " events"), salvaged.err.constData());
        QCOMPARE(hub.command({u"salvage"_s}).out.count(caseId.toLatin1()), record.unsent);
        QFile::copy(folder.filePath(u"window/unsent.sealed"_s), folder.filePath(u"spoilt"_s));
        QFile spoilt(folder.filePath(u"spoilt"_s));
        QVERIFY(spoilt.open(QFile::ReadWrite) && spoilt.seek(spoilt.size() - 40) && spoilt.write("A") == 1);
        spoilt.close();
        QCOMPARE(hub.command({u"salvage-file"_s, spoilt.fileName()}).code, 1);
    }

    /// Ordered while it was off: the program hears of it when it asks, sends what the hub lacks, destroys the keys and says so; afterwards
    /// neither window nor console begins anew.
    void orderedWhileOff()
    {
        QTemporaryDir folder;
        const QString profile = folder.filePath(u"window"_s);
        HubProgram hub(folder.filePath(u"hub"_s));
        QVERIFY(hub.answers());
        LinkedWindow window(profile, u"001"_s);
        QVERIFY(window.join(hub, QUrl(hub.address())));
        QTRY_VERIFY_WITH_TIMEOUT(window.hasSentAll(), longWait);
        const base::Secret key = window.hall->profile->keys().profile;
        const QString device = window.hall->profile->device();
        window.link.reset(); // off
        const QString caseId = window.open(u"李二"_s)->file().id;
        window.stop();
        QCOMPARE(hub.command({u"wipe"_s, device, u"--reason"_s, u"lost"_s}).code, 0);
        QVERIFY(hub.command({u"devices"_s}).out.contains("\twipe ordered "));

        QProcess program;
        startWindow(program, profile);
        QTRY_VERIFY_WITH_TIMEOUT(hub.command({u"devices"_s}).out.contains("\twiped "), longWait);
        QVERIFY(program.state() == QProcess::Running); // it says so on the screen
        program.kill();
        QVERIFY(program.waitForFinished());
        QVERIFY(hub.command({u"salvage"_s}).out.contains(caseId.toLatin1()));
        const auto standing = desk::readWipe(profile);
        QVERIFY(standing && *standing && (*standing)->unsent == 0 && !(*standing)->hasRemnant && !QFile::exists(profile + u"/unsent.sealed"_s));
        QCOMPARE(filesWith(profile, key.view().toByteArray()), QStringList());
        startWindow(program, profile, {u"--verify"_s});
        QVERIFY(program.waitForFinished(longWait));
        QCOMPARE(program.exitCode(), 1);
        QVERIFY(program.readAllStandardError().contains("wiped by order of the hub"));
        QVERIFY(!QFile::exists(profile + u"/profile.key"_s) && !QFile::exists(profile + u"/key.json"_s));
        QVERIFY(hub.command({u"book"_s, u"verify"_s}).code == 0);
    }

private:
    static void startWindow(QProcess &program, const QString &profile, const QStringList &more = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
        environment.insert(u"XDG_RUNTIME_DIR"_s, profile);
        program.setProcessEnvironment(environment);
        program.start(QCoreApplication::applicationDirPath() + u"/yichuang"_s, QStringList{u"--profile"_s, profile} + more);
    }
};

QTEST_GUILESS_MAIN(TestWiping)
#include "tst_wiping.moc"
