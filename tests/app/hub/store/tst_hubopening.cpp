#include "tests/app/hub/store/byhand.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace hubworld;
using Fault = base::Error::Kind;
using journal::Suite;

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

    /// The suite of a hub is chosen once, with its key.
    void aHubKeepsItsSuite_data()
    {
        QTest::addColumn<std::optional<Suite>>("suite");
        QTest::addColumn<people::Algorithm>("algorithm");
        QTest::newRow("not said") << std::optional<Suite>() << people::Algorithm::Ed25519;
        QTest::newRow("standard") << std::optional(Suite::XChaCha20Poly1305) << people::Algorithm::Ed25519;
        QTest::newRow("national") << std::optional(Suite::Sm4CtrHmacSm3) << people::Algorithm::Sm2;
    }
    void aHubKeepsItsSuite()
    {
        QFETCH(std::optional<Suite>, suite);
        QFETCH(people::Algorithm, algorithm);
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"hub.key"_s);
        const auto made = hub::HubKey::open(file, true, suite);
        QVERIFY(made);
        QCOMPARE(made->signing().publicKey().algorithm, algorithm);
        const bool isNational = algorithm == people::Algorithm::Sm2;
        QCOMPARE(journal::seal("x", made->forPeople(), "place").suite, isNational ? 2 : 1);
        QCOMPARE(hub::HubKey::open(file, false)->signing().publicKey(), made->signing().publicKey());
        QCOMPARE(hub::HubKey::open(file, true, isNational ? Suite::XChaCha20Poly1305 : Suite::Sm4CtrHmacSm3).error().kind, Fault::Settings);
        QVERIFY(hub::HubKey::open(file, true, isNational ? Suite::Sm4CtrHmacSm3 : Suite::XChaCha20Poly1305));
        if (!isNational)
            return;
        QVERIFY(QFile(file).resize(32)); // as if it were a key of the first suite: other keys follow, which no store takes for its own
        const auto cut = hub::HubKey::open(file, false);
        QVERIFY(cut->signing().publicKey() != made->signing().publicKey() && cut->forCases() != made->forCases());
        QVERIFY(journal::bareKey(cut->forCases()) != journal::bareKey(made->forCases()));
        QVERIFY(cut->blinded("holder", u"1"_s) != made->blinded("holder", u"1"_s));
    }

    /// What a hub of either suite keeps is of that suite; windows of either algorithm work at it, and no other name helps a key.
    void everyWindowWorksAtEveryHub_data()
    {
        QTest::addColumn<Suite>("suite");
        QTest::newRow("standard") << Suite::XChaCha20Poly1305;
        QTest::newRow("national") << Suite::Sm4CtrHmacSm3;
    }
    void everyWindowWorksAtEveryHub()
    {
        using people::Algorithm;
        QFETCH(Suite, suite);
        const Room room(hubworld::Kind::Sqlite);
        auto center = std::make_unique<Hub>(room, suite);
        QList<people::WindowCard> cards;
        for (const Algorithm algorithm : {Algorithm::Ed25519, Algorithm::Sm2}) {
            const bool isSm2 = algorithm == Algorithm::Sm2;
            Window window(*center, isSm2 ? u"002"_s : u"001"_s, u"A1"_s, algorithm);
            const auto enrolAs = [&](const QJsonValue &name) {
                wire::Enrolment wish = window.card();
                wish.code = center->office().makeCode(u"hubin"_s, u"411202"_s, window.windowCode).value();
                const QByteArray signature = window.key.sign(wire::enrolmentPurpose, wire::enrolmentToSign(wish));
                QJsonObject body = QJsonDocument::fromJson(wire::toJson(wish, signature)).object();
                QJsonObject card = body["card"_L1].toObject();
                card["algorithm"_L1] = name;
                body["card"_L1] = card;
                return center->ask({.method = "POST", .target = "/sync/v1/enrol", .headers = {}, .body = QJsonDocument(body).toJson(), .peer = {}});
            };
            QCOMPARE(enrolAs(isSm2 ? u"ed25519"_s : u"sm2"_s).status, 400); // in the name of the other
            const hub::Response unknown = enrolAs(u"sm9"_s);
            QVERIFY2(unknown.status == 400 && unknown.body.contains("does not know"), unknown.body.constData());
            QCOMPARE(enrolAs(QJsonValue::Undefined).status, isSm2 ? 400 : 200); // as programs wrote until there was a second
            const auto enrolled = window.enrol(u"hubin"_s);
            REQUIRE_ANSWER(enrolled);
            cards << window.card().card;
            QCOMPARE(enrolled->windows, cards);
            QCOMPARE(enrolled->hubKey, center->key.signing().publicKey());
            QCOMPARE(enrolled->hubKey.algorithm, suite == Suite::Sm4CtrHmacSm3 ? Algorithm::Sm2 : Algorithm::Ed25519);
            window.open({domain::FieldEntered{u"note"_s, u"一"_s}});
            REQUIRE_ANSWER(window.pushAll());
            QVERIFY(bytesOf(window.pullAll()).contains(window.events.constLast()));
            wire::Push bent = window.pushOf(0);
            bent.signature[0] = char(bent.signature[0] ^ 1);
            QCOMPARE(window.push(bent).error().code, wire::Problem::Code::BadSignature);
            window.key = people::WindowKey::fromSeed(base::Secret::random(32), algorithm);
            QCOMPARE(window.pull().error().code, wire::Problem::Code::BadSignature);
        }
        const QList<hub::Device> devices = center->office().devices().value();
        QCOMPARE(devices.size(), 2);
        for (const hub::Device &device : devices)
            QVERIFY(cards.contains(device.card));
        const Suite other = suite == Suite::Sm4CtrHmacSm3 ? Suite::XChaCha20Poly1305 : Suite::Sm4CtrHmacSm3;
        QCOMPARE(hub::settle(*center->store, hub::HubKey(journal::keyFor(other, base::Secret(QByteArray(32, 'h'))))).error().kind, Fault::Secret);
        // A check that no row may fail: everything is sealed by the suite of the hub.
        const QString kept = QString::number(int(suite));
        changeByHand(room, {u"CREATE TABLE probe (found INTEGER CHECK (found = 0))"_s,
                            u"INSERT INTO probe SELECT count(*) FROM event WHERE suite <> "_s + kept,
                            u"INSERT INTO probe SELECT count(*) FROM case_line WHERE suite <> "_s + kept,
                            u"INSERT INTO probe SELECT (SELECT count(*) FROM event) <> 4"_s});
        // The algorithm of a device is changed past the hub: its key is none of that, and the store says so.
        changeByHand(room, {u"UPDATE device SET algorithm = 'ed25519' WHERE algorithm = 'sm2'"_s});
        QCOMPARE(center->office().devices().error().kind, Fault::Damaged);
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
