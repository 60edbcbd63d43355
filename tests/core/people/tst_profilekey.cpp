#include "core/people/profilekey.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Kind = base::Error::Kind;

namespace {

/// The desktop's key store: open, locked, or one that takes a key and does not give it back.
class FakeKeyStore final : public people::KeyStore
{
public:
    base::Result<base::Secret> read(const QString &name) override
    {
        if (locked)
            return base::Fail({Kind::Secret, u"locked"_s, {}});
        return secrets.value(name);
    }
    base::Result<> write(const QString &name, const base::Secret &secret) override
    {
        if (locked)
            return base::Fail({Kind::Secret, u"locked"_s, {}});
        if (!forgetful)
            secrets.insert(name, secret);
        return {};
    }

    base::Result<> remove(const QString &name) override
    {
        if (locked)
            return base::Fail({Kind::Secret, u"locked"_s, {}});
        secrets.remove(name);
        return {};
    }

    bool locked = false;
    bool forgetful = false;
    QMap<QString, base::Secret> secrets;
};

struct Place {
    Place() { folder = dir.path() + u"/profile"_s; }
    base::Result<people::ProfileKey> key() { return people::profileKey(folder, system); }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QDir().mkpath(folder);
        QFile file(folder + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QByteArray content(const QString &name) const
    {
        QFile file(folder + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir dir;
    QString folder;
    FakeKeyStore system;
};

constexpr QFile::Permissions others
    = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

}

class TestProfileKey : public QObject
{
    Q_OBJECT

private slots:
    void unlockedKeyStoreIsPreferred()
    {
        Place place;
        const auto first = place.key();
        QVERIFY(first);
        QCOMPARE(first->place, people::KeyPlace::SystemKeyStore);
        QCOMPARE(first->key.size(), 32);
        QCOMPARE(place.system.secrets.size(), 1);
        QVERIFY(!QFile::exists(place.folder + u"/profile.key"_s));
        const auto second = place.key();
        QVERIFY(second);
        QCOMPARE(second->key, first->key);
        QCOMPARE(second->place, people::KeyPlace::SystemKeyStore);
    }

    void fallsBackToAFile_data()
    {
        QTest::addColumn<bool>("locked");
        QTest::newRow("locked key store") << true;
        QTest::newRow("key store that forgets") << false;
    }
    void fallsBackToAFile()
    {
        QFETCH(bool, locked);
        Place place;
        place.system.locked = locked;
        place.system.forgetful = !locked;
        const auto first = place.key();
        QVERIFY(first);
        QCOMPARE(first->place, people::KeyPlace::KeyFile);
        QCOMPARE(place.content(u"profile.key"_s), first->key.view().toByteArray());
        QVERIFY(!(QFile::permissions(place.folder + u"/profile.key"_s) & others));
        QVERIFY(!(QFile::permissions(place.folder) & others));

        place.system.locked = place.system.forgetful = false;
        const auto second = place.key();
        QVERIFY(second);
        QCOMPARE(second->key, first->key);
        QCOMPARE(second->place, people::KeyPlace::KeyFile);
        QVERIFY(place.system.secrets.isEmpty());
    }

    void everyProfileHasItsOwnKey()
    {
        Place one, other;
        other.system.locked = true;
        QVERIFY(one.key()->key != other.key()->key);
    }

    void lockedLaterIsAnErrorAndNeverASecondKey_data()
    {
        QTest::addColumn<bool>("locked");
        QTest::newRow("locked") << true;
        QTest::newRow("emptied") << false;
    }
    void lockedLaterIsAnErrorAndNeverASecondKey()
    {
        QFETCH(bool, locked);
        Place place;
        const auto first = place.key();
        QVERIFY(first);
        const auto secrets = place.system.secrets;
        place.system.locked = locked;
        if (!locked)
            place.system.secrets.clear();
        QCOMPARE(place.key().error().kind, Kind::Secret);
        QVERIFY(!QFile::exists(place.folder + u"/profile.key"_s));
        place.system.locked = false;
        place.system.secrets = secrets;
        QCOMPARE(place.key()->key, first->key);
    }

    void spoiltKeyIsAnError_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("gone") << QByteArray();
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("one byte short") << QByteArray(31, 'k');
        QTest::newRow("one byte long") << QByteArray(33, 'k');
    }
    void spoiltKeyIsAnError()
    {
        QFETCH(QByteArray, bytes);
        Place place;
        place.system.locked = true;
        QVERIFY(place.key());
        QVERIFY(QFile::remove(place.folder + u"/profile.key"_s));
        if (!bytes.isNull())
            place.put(u"profile.key"_s, bytes);
        const auto key = place.key();
        QCOMPARE(key.error().kind, Kind::Secret);
        QCOMPARE(key.error().place, place.folder + u"/profile.key"_s);
        QCOMPARE(place.content(u"profile.key"_s).size(), bytes.size());
    }

    void spoiltChoiceIsAnError_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("no JSON") << "{\"place\""_ba;
        QTest::newRow("an unknown place") << R"({"place":"card","name":"x"})"_ba;
        QTest::newRow("a key store without a name") << R"({"place":"system"})"_ba;
    }
    void spoiltChoiceIsAnError()
    {
        QFETCH(QByteArray, json);
        Place place;
        QVERIFY(place.key());
        place.put(u"key.json"_s, json);
        QCOMPARE(place.key().error().kind, Kind::Secret);
        QCOMPARE(place.content(u"key.json"_s), json);
    }

    void journalWithoutAChoiceNeverGetsASecondKey()
    {
        Place place;
        place.put(u"journal.db"_s, "sealed");
        const auto key = place.key();
        QCOMPARE(key.error().kind, Kind::Secret);
        QVERIFY(!QFile::exists(place.folder + u"/key.json"_s));
        QVERIFY(!QFile::exists(place.folder + u"/profile.key"_s));
        QVERIFY(place.system.secrets.isEmpty());
    }

    /// The first start was cut short between the two files: its key is taken, not overwritten.
    void keyFileOfAnInterruptedStartIsTaken()
    {
        Place place;
        place.put(u"profile.key"_s, QByteArray(32, 'k'));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"was open to others"_s));
        if (QFile::permissions(place.folder) & others)
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"was open to others"_s));
        const auto key = place.key();
        QVERIFY(key);
        QCOMPARE(key->key, base::Secret(QByteArray(32, 'k')));
        QCOMPARE(key->place, people::KeyPlace::KeyFile);
    }

    void openKeyFileIsClosedAndUsed()
    {
        Place place;
        place.system.locked = true;
        const auto first = place.key();
        QVERIFY(first);
        const QString file = place.folder + u"/profile.key"_s;
        QVERIFY(QFile::setPermissions(file, QFile::permissions(file) | QFile::ReadGroup | QFile::ReadOther));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"profile.key.* was open to others"_s));
        QCOMPARE(place.key()->key, first->key);
        QVERIFY(!(QFile::permissions(file) & others));
    }

    void folderThatCannotBeMade()
    {
        Place place;
        place.folder = u"/dev/null/profile"_s;
        QCOMPARE(place.key().error().kind, Kind::Storage);
    }

    void withoutADesktopTheKeyStoreRefuses()
    {
        const QByteArray bus = qgetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        people::SystemKeyStore store;
        const auto written = store.write(u"yichuang-test"_s, base::Secret(QByteArray(32, 'k')));
        bus.isNull() ? qunsetenv("DBUS_SESSION_BUS_ADDRESS") : qputenv("DBUS_SESSION_BUS_ADDRESS", bus);
        QCOMPARE(written.error().kind, Kind::Secret);
    }

    /// With the real thing: this test once more, in a desktop session of its own with an unlocked keyring.
    void unlockedKeyringKeepsTheKey()
    {
        if (qEnvironmentVariableIsSet("YICHUANG_IN_SESSION")) {
            people::SystemKeyStore store(10000);
            const base::Secret secret = base::Secret::random(32);
            const auto written = store.write(u"yichuang-test"_s, secret);
            QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
            QCOMPARE(store.read(u"yichuang-test"_s).value(), secret);
            QVERIFY(store.read(u"yichuang-other"_s)->isEmpty());
            return;
        }
        for (const char *program : {"dbus-run-session", "gnome-keyring-daemon"}) {
            if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty())
                QSKIP("no key store on this machine");
        }
        QTemporaryDir home;
        QProcess session;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *variable : {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME"})
            environment.insert(QLatin1String(variable), home.path());
        environment.insert(u"YICHUANG_IN_SESSION"_s, u"1"_s);
        session.setProcessEnvironment(environment);
        session.setProcessChannelMode(QProcess::MergedChannels);
        session.start(u"dbus-run-session"_s,
                      {u"--"_s, u"sh"_s, u"-c"_s,
                       u"printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$0\" "
                       "unlockedKeyringKeepsTheKey"_s,
                       QCoreApplication::applicationFilePath()});
        QVERIFY(session.waitForFinished(60000));
        QVERIFY2(session.exitCode() == 0, session.readAll().constData());
    }
};

QTEST_GUILESS_MAIN(TestProfileKey)
#include "tst_profilekey.moc"
