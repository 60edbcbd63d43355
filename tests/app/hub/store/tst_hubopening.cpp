#include "tests/app/hub/store/byhand.h"

#include <QFile>

using namespace hubworld;
using Fault = base::Error::Kind;

/// Stores and keys that are not what they should be, and a store in which something has rotted.
class TestHubOpening : public QObject
{
    Q_OBJECT

private slots:
    void theKeyIsMadeOnceAndKeptToOneself()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"hub.key"_s);
        QCOMPARE(hub::HubKey::open(file, false).error().kind, Fault::Secret);
        const auto made = hub::HubKey::open(file, true);
        QVERIFY(made);
        QVERIFY(!(QFile(file).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
        QCOMPARE(hub::HubKey::open(file, false)->signing().publicKey(), made->signing().publicKey());
        QVERIFY(made->forCases() != made->forAside() && made->forCases() != made->forLibrary());
        QVERIFY(QFile(file).setPermissions(QFile::ReadOwner | QFile::ReadOther));
        QCOMPARE(hub::HubKey::open(file, true).error().kind, Fault::Secret);
        QVERIFY(QFile(file).setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(QFile(file).resize(31));
        QCOMPARE(hub::HubKey::open(file, true).error().kind, Fault::Secret);
    }

    void whatIsNoStoreIsLeftAsItIs_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text") << QByteArray("this is no database, it is a letter\n").repeated(200);
        QTest::newRow("half a database") << QByteArray("SQLite format 3\0", 16) + QByteArray(5000, 'x');
    }
    void whatIsNoStoreIsLeftAsItIs()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"hub.db"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        const auto store = hub::SqlStore::openFile(folder.path());
        QVERIFY(!store);
        QCOMPARE(store.error().kind, Fault::Damaged);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }

    void aStoreOfANewerProgramIsRefused()
    {
        const Room room(hubworld::Kind::Sqlite);
        QVERIFY(room.open());
        changeByHand(room, {u"UPDATE schema_version SET version = version + 1"_s});
        QCOMPARE(room.open().error().kind, Fault::Document);
    }

    void anAddressThatIsNoneIsRefused()
    {
        for (const char *url : {"mysql://a@b/c", "postgresql://host", "nonsense", ""})
            QCOMPARE(hub::SqlStore::openServer(QUrl(QLatin1String(url))).error().kind, Fault::Settings);
        QCOMPARE(hub::SqlStore::openServer(QUrl(u"postgresql://nobody@127.0.0.1:1/none"_s)).error().kind, Fault::Storage);
    }

    /// Sync rule 29: what cannot be read any more stops nothing but itself.
    void whatHasRottedStopsNobodyElse_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::addColumn<int>("readable");
        QTest::newRow("an event") << u"UPDATE event SET sealed = zeroblob(200) WHERE hub_seq = 2"_s << 4;
        QTest::newRow("the key of a case") << u"UPDATE case_line SET sealed = zeroblob(72) WHERE uuid = 'ROTTEN'"_s << 2;
    }
    void whatHasRottedStopsNobodyElse()
    {
        QFETCH(QString, damage);
        QFETCH(int, readable);
        const Room room(hubworld::Kind::Sqlite);
        auto center = std::make_unique<Hub>(room);
        Window one(*center);
        REQUIRE_ANSWER(one.enrol(u"hubin"_s));
        const QString rotten = one.open({domain::FieldEntered{u"note"_s, u"一"_s}});
        one.open();
        const auto pushed = one.pushAll();
        REQUIRE_ANSWER(pushed);
        changeByHand(room, {u"DROP TRIGGER event_never_changes"_s, damage.replace(u"ROTTEN"_s, rotten)});
        QVERIFY(!bytesOf(one.pullAll()).contains(one.events[1]));
        QVERIFY(bytesOf(one.pullAll()).contains(one.events[2]));
        one.write(rotten, domain::FieldEntered{u"note"_s, u"接着"_s}, {}); // has to be judged by the whole case
        one.open();
        const auto later = one.push(one.pushOf(3));
        REQUIRE_ANSWER(later);
        QCOMPARE(later->verdicts[0].judgement, (domain::Judgement{domain::Standing::Disputed, u"case-damaged"_s}));
        QCOMPARE(later->verdicts[1].judgement, domain::Judgement());
        QCOMPARE(center->office().alarms(true, 10)->first().kind, u"damaged"_s);
        QCOMPARE(bytesOf(one.pullAll()).size(), readable);
        QVERIFY(bytesOf(one.pullAll()).contains(one.events[4]));
    }
};

QTEST_GUILESS_MAIN(TestHubOpening)
#include "tst_hubopening.moc"
