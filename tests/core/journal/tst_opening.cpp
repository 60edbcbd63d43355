#include "tests/core/journal/rawdatabase.h"
#include "tests/core/journal/world.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using Kind = base::Error::Kind;

class TestOpening : public QObject
{
    Q_OBJECT

private slots:
    void beginsAsTheFirstIncarnation()
    {
        world::Profile profile;
        auto journal = profile.open();
        REQUIRE_OK(journal);
        const journal::Identity &identity = (*journal)->identity();
        QVERIFY(!QUuid(identity.device).isNull());
        QCOMPARE(identity.incarnation, 1);
        QVERIFY(QRegularExpression(u"^[0-9A-Z]{2}$"_s).match(identity.mark).hasMatch());
        QCOMPARE(QFile::permissions(profile.folder + u"/device.json"_s),
                 QFile::permissions(profile.folder + u"/journal.db"_s));
    }

    void staysTheSameWriter()
    {
        world::Profile profile;
        const journal::Identity first = identityOf(profile);
        const journal::Identity second = identityOf(profile);
        QCOMPARE(second.device, first.device);
        QCOMPARE(second.incarnation, 1);
        QCOMPARE(second.mark, first.mark);
    }

    void damagedFileIsSetAside_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("length"); // -1: cut off there; otherwise overwritten
        QTest::newRow("empty") << 0 << -1;
        QTest::newRow("cut within the header") << 60 << -1;
        QTest::newRow("cut in the middle") << 20000 << -1;
        QTest::newRow("not a database at all") << 0 << 30000;
        QTest::newRow("header") << 0 << 16;
        QTest::newRow("application id") << 68 << 4;
        QTest::newRow("first page") << 100 << 3000;
        QTest::newRow("some page") << 8192 << 4096;
        QTest::newRow("every page but the first") << 4096 << 40000;
    }
    void damagedFileIsSetAside()
    {
        QFETCH(int, from);
        QFETCH(int, length);
        world::Profile profile;
        const journal::Identity before = identityOf(profile, 4);
        spoil(profile.folder + u"/journal.db"_s, from, length);
        const QByteArray spoilt = contentOf(profile.folder + u"/journal.db"_s);

        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^damaged journal set aside"_s));
        auto journal = profile.open();
        REQUIRE_OK(journal);
        QCOMPARE((*journal)->setAside(), profile.folder + u"/damaged-20261121-093000"_s);
        QCOMPARE(contentOf((*journal)->setAside() + u"/journal.db"_s), spoilt);
        QCOMPARE((*journal)->cases(false, 10)->size(), 0);
        QCOMPARE((*journal)->identity().device, before.device);
        QCOMPARE((*journal)->identity().incarnation, 2);
        QVERIFY((*journal)->identity().mark != before.mark);
        world::Clerk clerk(profile.clock);
        REQUIRE_OK(clerk.open(**journal));
        journal->reset();
        auto again = profile.open();
        REQUIRE_OK(again);
        QVERIFY((*again)->setAside().isEmpty());
        QCOMPARE((*again)->identity().incarnation, 2);
        QCOMPARE((*again)->verify().value(), 1);
    }

    void damagedTwiceInOneSecondKeepsBoth()
    {
        world::Profile profile;
        QSet<QString> marks{identityOf(profile).mark};
        for (int i = 0; i < 3; ++i) {
            spoil(profile.folder + u"/journal.db"_s, 0, 16);
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^damaged journal set aside"_s));
            marks.insert(identityOf(profile).mark);
        }
        QCOMPARE(marks.size(), 4);
        QCOMPARE(QDir(profile.folder).entryList({u"damaged-*"_s}, QDir::Dirs).size(), 3);
    }

    void logWithoutItsFileIsSetAside()
    {
        world::Profile profile;
        identityOf(profile);
        QVERIFY(QFile::rename(profile.folder + u"/journal.db"_s, profile.folder + u"/journal.db-wal"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^damaged journal set aside"_s));
        auto journal = profile.open();
        REQUIRE_OK(journal);
        QVERIFY(QFile::exists((*journal)->setAside() + u"/journal.db-wal"_s));
        QCOMPARE((*journal)->identity().incarnation, 2);
    }

    void missingFileIsANewIncarnation()
    {
        world::Profile profile;
        const journal::Identity before = identityOf(profile, 1);
        QVERIFY(QFile::remove(profile.folder + u"/journal.db"_s));
        const journal::Identity after = identityOf(profile);
        QCOMPARE(after.device, before.device);
        QCOMPARE(after.incarnation, 2);
        QVERIFY(after.mark != before.mark);
    }

    void olderFilePutBackIsANewIncarnation()
    {
        world::Profile profile;
        identityOf(profile, 2);
        const QString file = profile.folder + u"/journal.db"_s;
        QVERIFY(QFile::rename(file, file + u".old"_s));
        const journal::Identity second = identityOf(profile, 1);
        QVERIFY(QFile::remove(file) && QFile::rename(file + u".old"_s, file));
        auto journal = profile.open();
        REQUIRE_OK(journal);
        QCOMPARE((*journal)->identity().incarnation, 3);
        QVERIFY((*journal)->identity().mark != second.mark);
        QCOMPARE((*journal)->cases(false, 10)->size(), 2);
        world::Clerk clerk(profile.clock);
        REQUIRE_OK(clerk.open(**journal));
        QCOMPARE((*journal)->verify().value(), 3);
        QCOMPARE((*journal)->nextSerial(profile.clock.now().date()).value(), 2);
    }

    void lostDeviceFileIsANewIncarnation_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("gone") << QByteArray();
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("no JSON") << "{\"device\":"_ba;
        QTest::newRow("no device") << R"({"device":"x","incarnation":1,"mark":"A1","marks":["A1"]})"_ba;
        QTest::newRow("mark of small letters")
            << R"({"device":"b9e5a8d2-6f0c-4a57-9f35-0a4f4b1d9f10","incarnation":1,"mark":"a1","marks":["a1"]})"_ba;
    }
    void lostDeviceFileIsANewIncarnation()
    {
        QFETCH(QByteArray, content);
        world::Profile profile;
        const journal::Identity before = identityOf(profile, 1);
        QFile file(profile.folder + u"/device.json"_s);
        QVERIFY(file.remove());
        if (!content.isNull()) {
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
            file.close();
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"was not readable"_s));
        }
        auto journal = profile.open();
        REQUIRE_OK(journal);
        QCOMPARE((*journal)->identity().device, before.device);
        QCOMPARE((*journal)->identity().incarnation, 2);
        QVERIFY((*journal)->identity().mark != before.mark);
        QCOMPARE((*journal)->cases(false, 10)->size(), 1);
    }

    void newerVersionIsLeftAlone()
    {
        world::Profile profile;
        identityOf(profile, 2);
        const QString file = profile.folder + u"/journal.db"_s;
        QVERIFY(RawDatabase(file).run("PRAGMA user_version = 999"));
        const QByteArray before = contentOf(file);
        QCOMPARE(profile.open().error().kind, Kind::Document);
        QCOMPARE(contentOf(file), before);
        QVERIFY(QDir(profile.folder).entryList({u"damaged-*"_s}, QDir::Dirs).isEmpty());
    }

    void wrongKeyTouchesNothing_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("another key") << QByteArray(32, 'x');
        QTest::newRow("no key") << QByteArray();
        QTest::newRow("half a key") << QByteArray(16, 'k');
    }
    void wrongKeyTouchesNothing()
    {
        QFETCH(QByteArray, key);
        world::Profile profile;
        const journal::Identity before = identityOf(profile, 2);
        const QByteArray content = contentOf(profile.folder + u"/journal.db"_s);
        QCOMPARE(journal::Journal::open(profile.folder, base::Secret(key), profile.clock).error().kind, Kind::Secret);
        QCOMPARE(contentOf(profile.folder + u"/journal.db"_s), content);
        QCOMPARE(identityOf(profile).mark, before.mark);
    }

    void lostKeyCheckIsAMissingKey()
    {
        world::Profile profile;
        identityOf(profile, 1);
        QVERIFY(RawDatabase(profile.folder + u"/journal.db"_s).run("DELETE FROM meta"));
        QCOMPARE(profile.open().error().kind, Kind::Secret);
    }

    void placeThatCannotBeWritten_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("below a file") << u"/dev/null/profile"_s;
        QTest::newRow("a file") << u"/dev/null"_s;
        QTest::newRow("where nobody may write") << u"/proc/profile"_s;
    }
    void placeThatCannotBeWritten()
    {
        QFETCH(QString, folder);
        world::Profile profile;
        profile.folder = folder;
        const auto journal = profile.open();
        QCOMPARE(journal.error().kind, Kind::Storage);
        QCOMPARE(journal.error().place, folder);
    }

    void folderOfSomebodyElse()
    {
        world::Profile profile;
        identityOf(profile, 1);
        const bool root = geteuid() == 0;
        QVERIFY(QFile::setPermissions(profile.dir.path(), QFile::Permissions(0x5555)));
        QVERIFY(QFile::setPermissions(profile.folder, QFile::Permissions(root ? 0x5555 : 0x5500)));
        if (root)
            QCOMPARE(seteuid(65534), 0);
        const auto journal = profile.open();
        if (root)
            QCOMPARE(seteuid(0), 0);
        QVERIFY(QFile::setPermissions(profile.folder, QFile::Permissions(0x7700)));
        QVERIFY(QFile::setPermissions(profile.dir.path(), QFile::Permissions(0x7700)));
        QCOMPARE(journal.error().kind, Kind::Storage);
        QVERIFY(journal.error().place.startsWith(profile.folder));
        REQUIRE_OK(profile.open());
    }

    /// Damage that SQLite came upon while working is looked into at the next start, however big the file is.
    void suspectIsChecked()
    {
        world::Profile profile;
        identityOf(profile, 1);
        QFile suspect(profile.folder + u"/journal.db-suspect"_s);
        QVERIFY(suspect.open(QIODevice::WriteOnly));
        suspect.close();
        REQUIRE_OK(profile.open());
        QVERIFY(!suspect.exists());
    }

private:
    /// Opens, has a clerk write \a cases cases, closes.
    static journal::Identity identityOf(world::Profile &profile, int cases = 0)
    {
        auto journal = profile.open();
        if (!journal)
            return {};
        for (int i = 0; i < cases; ++i)
            std::ignore = world::Clerk(profile.clock).open(**journal);
        return (*journal)->identity();
    }
    static QByteArray contentOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void spoil(const QString &name, int from, int length)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadWrite));
        if (length < 0) {
            QVERIFY(file.resize(from));
            return;
        }
        QVERIFY(file.seek(from));
        QCOMPARE(file.write(QByteArray(length, '\xa5')), length);
    }
};

QTEST_GUILESS_MAIN(TestOpening)
#include "tst_opening.moc"
