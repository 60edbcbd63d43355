#include "core/desk/clockrules.h"
#include "core/desk/dishonestylist.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using desk::DishonestyStore;

namespace {

const QString person = u"41030219900307001X"_s;
const QString enterprise = u"91350100M000100Y43"_s;
const QDateTime now(QDate(2026, 11, 23), QTime(9, 0));

QByteArray listOf(const QStringList &numbers, const QString &day = u"2026-11-20"_s)
{
    return QJsonDocument(QJsonObject{{u"format"_s, 1},
                                     {u"kind"_s, u"dishonesty list"_s},
                                     {u"version"_s, u"2026-47"_s},
                                     {u"source"_s, u"样例市信用办"_s},
                                     {u"day"_s, day},
                                     {u"numbers"_s, QJsonArray::fromStringList(numbers)}})
        .toJson();
}

DishonestyStore::Offer consented(const QByteArray &bytes)
{
    return {.bytes = bytes, .place = u"list.json"_s, .signature = {}, .person = u"王主任"_s, .reason = u"信用办 11 月名单"_s};
}

}

/// The list of those who may promise nothing: let in with a reason, sealed on the disk, asked by number.
class TestDishonestyList : public QObject
{
    Q_OBJECT

private slots:
    void nobodyIsOnItWithoutAFile()
    {
        const QTemporaryDir folder;
        const DishonestyStore store(folder.path(), m_key);
        QVERIFY(!store.contains(person));
        QVERIFY(!store.fault());
    }

    void whatWasImportedIsThereAgain()
    {
        const QTemporaryDir folder;
        DishonestyStore store(folder.path(), m_key);
        QVERIFY(store.import(consented(listOf({u"41030219900307001x"_s, enterprise})), {}, now));
        const DishonestyStore again(folder.path(), m_key);
        for (const DishonestyStore *each : {&std::as_const(store), &again}) {
            QVERIFY(each->contains(person));
            QVERIFY(each->contains(u" 41030219900307001x "_s));
            QVERIFY(each->contains(enterprise));
            QVERIFY(!each->contains(u"411202199001010039"_s));
            QVERIFY(!each->contains({}));
            QCOMPARE(each->list().version, u"2026-47"_s);
            QCOMPARE(each->list().source, u"样例市信用办"_s);
            QCOMPARE(each->record().person, u"王主任"_s);
            QCOMPARE(each->record().reason, u"信用办 11 月名单"_s);
            QCOMPARE(each->record().at, now);
        }
        const domain::HallRules rules = desk::authorityOf({.acceptsAtWindow = u"新闻出版部门、fire  health"_s, .remindBefore = u"5 2"_s}, again);
        QVERIFY(rules.isListed(person) && !rules.isListed(u"411202199001010039"_s));
        QCOMPARE(rules.acceptsAtWindow, (QStringList{u"新闻出版部门"_s, u"fire"_s, u"health"_s}));
        QCOMPARE(rules.remindBefore, (QList<int>{5, 2}));
        const base::HallSettings county{.hours = u"08:30-12:00 14:00-17:30"_s, .pushMinutes = u"60"_s, .reviewMinutes = u"30"_s, .acceptDays = u"0"_s};
        const domain::ClockRules clocks = desk::clocksOf(county, {})->rules;
        QCOMPARE(clocks.minutesToPush, 60);
        QCOMPARE(clocks.minutesToReview, 30);
        QCOMPARE(clocks.daysToAccept, 0);
    }

    void noNumberStandsOnTheDisk()
    {
        const QTemporaryDir folder;
        DishonestyStore store(folder.path(), m_key);
        QVERIFY(store.import(consented(listOf({person})), {}, now));
        const QStringList files = QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
        QVERIFY(!files.isEmpty());
        for (const QString &name : files) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(!bytes.contains("9900307001") && !bytes.contains("numbers"), qPrintable(name));
        }
    }

    void whatIsNotLetIn_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("person");
        QTest::addColumn<QString>("says");
        QTest::newRow("nobody consents") << listOf({person}) << QString() << u"consent"_s;
        QTest::newRow("noise") << QByteArray("\x00\xff{") << u"王"_s << u"format 1"_s;
        QTest::newRow("a guide pack") << QByteArray("{\"format\":1,\"kind\":\"guide pack\"}") << u"王"_s << u"format 1"_s;
        QTest::newRow("no day") << listOf({person}, u"soon"_s) << u"王"_s << u"day"_s;
        QTest::newRow("a wrong check digit") << listOf({enterprise, u"410302199003070011"_s}) << u"王"_s << u"neither"_s;
        QTest::newRow("a number that is none") << listOf({u"张三"_s}) << u"王"_s << u"neither"_s;
    }
    void whatIsNotLetIn()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, person);
        QFETCH(QString, says);
        const QTemporaryDir folder;
        DishonestyStore store(folder.path(), m_key);
        DishonestyStore::Offer offer = consented(bytes);
        offer.person = person;
        const auto done = store.import(offer, {}, now);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, base::Error::Kind::Document);
        QVERIFY2(done.error().detail.contains(says), qPrintable(done.error().detail));
        QVERIFY(!done.error().detail.contains(u"41030219"_s) && !done.error().place.contains(u"41030219"_s));
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void aTrustedSignatureNeedsNoConsent()
    {
        const guides::PublisherKey city = *guides::makePublisherKey(u"样例市信用办"_s);
        const QTemporaryDir folder;
        DishonestyStore store(folder.path(), m_key);
        DishonestyStore::Offer offer{.bytes = listOf({person}), .place = u"l"_s, .signature = {}, .person = {}, .reason = {}};
        offer.signature = guides::signatureOf(offer.bytes, city); // as a guide pack
        QVERIFY(!store.import(offer, {city.publisher}, now));
        offer.signature = guides::signatureOf(offer.bytes, city, guides::Signed::DishonestyList);
        QVERIFY(!store.import(offer, {}, now)); // of somebody whom nobody trusts
        QVERIFY(store.import(offer, {city.publisher}, now));
        QCOMPARE(store.record().publisher, u"样例市信用办"_s);
        DishonestyStore::Offer altered = consented(listOf({enterprise}, u"2026-11-21"_s));
        altered.signature = offer.signature;
        QVERIFY(!store.import(altered, {city.publisher}, now)); // whatever anybody consents to
        QVERIFY(store.contains(person));
    }

    void anOlderListDoesNotComeBack()
    {
        const QTemporaryDir folder;
        DishonestyStore store(folder.path(), m_key);
        QVERIFY(store.import(consented(listOf({person})), {}, now));
        QVERIFY(!store.import(consented(listOf({}, u"2026-11-19"_s)), {}, now));
        QVERIFY(store.contains(person));
        QVERIFY(store.import(consented(listOf({}, u"2026-11-21"_s)), {}, now));
        QVERIFY(!store.contains(person)); // whoever kept their word again is free
    }

    void whatDoesNotOpenIsSaid()
    {
        const QTemporaryDir folder;
        {
            DishonestyStore store(folder.path(), m_key);
            QVERIFY(store.import(consented(listOf({person})), {}, now));
        }
        QVERIFY(DishonestyStore(folder.path(), base::Secret::random(32)).fault());
        QFile file(folder.filePath(u"dishonesty.sealed"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() / 2) && file.write("x") == 1);
        file.close();
        const DishonestyStore spoilt(folder.path(), m_key);
        QVERIFY(spoilt.fault() && spoilt.fault()->detail.contains(u"import the list again"_s));
        QVERIFY(file.resize(0));
        QVERIFY(DishonestyStore(folder.path(), m_key).fault());
    }

private:
    const base::Secret m_key = base::Secret::random(32);
};

QTEST_GUILESS_MAIN(TestDishonestyList)
#include "tst_dishonestylist.moc"
