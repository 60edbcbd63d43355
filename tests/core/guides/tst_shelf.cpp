#include "core/guides/shelf.h"
#include "samplepack.h"

#include <QFile>
#include <QTemporaryDir>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class TestShelf : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder.emplace(); }
    void cleanup() { m_folder.reset(); }

    void emptyFolderIsAnEmptyShelf();
    void missingFolderIsAnError();
    void brokenPackDoesNotHideTheOthers();
    void samePackTwiceIsAFault();
    void newestVersionIsThePack();
    void theVersionInForceIsThePack_data();
    void theVersionInForceIsThePack();
    void guideIsOfExactlyThatVersion();
    void onlyJsonFilesAreRead();

private:
    void write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QFile::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    void writePack(const QString &name, const QString &id, const QString &version = u"2026.11.1"_s)
    {
        const QJsonValue pack = withValue(withValue(samplePack(), u"pack"_s, id), u"version"_s, version);
        write(name, bytesOf(pack.toObject()));
    }

    std::optional<QTemporaryDir> m_folder;
};

void TestShelf::emptyFolderIsAnEmptyShelf()
{
    const auto shelf = guides::Shelf::load(m_folder->path());
    QVERIFY(shelf && shelf->packs().isEmpty() && shelf->faults().isEmpty());
}

void TestShelf::missingFolderIsAnError()
{
    const auto shelf = guides::Shelf::load(m_folder->filePath(u"none"_s));
    QVERIFY(!shelf);
    QCOMPARE(shelf.error().kind, base::Error::Kind::Document);
    QCOMPARE(shelf.error().place, m_folder->filePath(u"none"_s));
}

void TestShelf::brokenPackDoesNotHideTheOthers()
{
    writePack(u"a.json"_s, u"city-a"_s);
    write(u"b.json"_s, "{}");
    write(u"c.json"_s, bytesOf(withValue(samplePack(), u"title"_s, QJsonValue::Undefined).toObject()));
    writePack(u"d.json"_s, u"city-d"_s);
    const auto shelf = guides::Shelf::load(m_folder->path());
    QVERIFY(shelf);
    QCOMPARE(shelf->packs().size(), 2);
    QCOMPARE(shelf->packs().at(0).id, u"city-a"_s);
    QCOMPARE(shelf->packs().at(1).id, u"city-d"_s);
    QCOMPARE(shelf->faults().size(), 2);
    QCOMPARE(shelf->faults().at(0).place, m_folder->filePath(u"b.json"_s));
    QCOMPARE(shelf->faults().at(1).place, m_folder->filePath(u"c.json"_s) + u": title"_s);
    QVERIFY(shelf->pack(u"city-d"_s));
    QVERIFY(!shelf->pack(u"sample-city"_s));
}

void TestShelf::samePackTwiceIsAFault()
{
    writePack(u"a.json"_s, u"city"_s);
    writePack(u"b.json"_s, u"city"_s);
    const auto shelf = guides::Shelf::load(m_folder->path());
    QVERIFY(shelf);
    QCOMPARE(shelf->packs().size(), 1);
    QCOMPARE(shelf->faults().size(), 1);
    QCOMPARE(shelf->faults().at(0).place, m_folder->filePath(u"b.json"_s));
}

void TestShelf::newestVersionIsThePack()
{
    writePack(u"a.json"_s, u"city"_s, u"2026.9.1"_s);
    writePack(u"b.json"_s, u"city"_s, u"2026.11.1"_s);
    writePack(u"c.json"_s, u"city"_s, u"2026.10.12"_s);
    const auto shelf = guides::Shelf::load(m_folder->path());
    QVERIFY(shelf);
    QCOMPARE(shelf->packs().size(), 3);
    QCOMPARE(shelf->pack(u"city"_s)->version, u"2026.11.1"_s);
}

void TestShelf::theVersionInForceIsThePack_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("version"); // empty: none
    QTest::newRow("day before the first") << QDate(2026, 9, 30) << QString();
    QTest::newRow("first day") << QDate(2026, 10, 1) << u"1"_s;
    QTest::newRow("first day of the newer") << QDate(2026, 11, 1) << u"2"_s;
    QTest::newRow("last day of the newer") << QDate(2026, 11, 30) << u"2"_s;
    QTest::newRow("the older goes on") << QDate(2026, 12, 1) << u"1"_s;
    QTest::newRow("last day of the older") << QDate(2026, 12, 31) << u"1"_s;
    QTest::newRow("day after the last") << QDate(2027, 1, 1) << QString();
    QTest::newRow("announced long before") << QDate(2028, 1, 1) << u"3"_s;
}

void TestShelf::theVersionInForceIsThePack()
{
    QFETCH(QDate, day);
    const auto version = [](const char *number, const char *from, const QJsonValue &until) {
        QJsonValue json = withValue(samplePack(), u"version"_s, QLatin1String(number));
        json = withValue(withValue(json, u"from"_s, QLatin1String(from)), u"until"_s, until);
        return *guides::readPack(bytesOf(json.toObject()), u"a.json"_s);
    };
    const guides::Shelf shelf({version("3", "2028-01-01", QJsonValue()), version("1", "2026-10-01", u"2026-12-31"_s),
                               version("2", "2026-11-01", u"2026-11-30"_s)});
    const domain::GuidePack *pack = shelf.pack(u"sample-city"_s, day);
    QTEST(pack ? pack->version : QString(), "version");
    QCOMPARE(shelf.offered(day, u"411200"_s).value(0), pack);
    QVERIFY(shelf.guide({u"sample-city"_s, u"1"_s, u"birth"_s})); // old cases open on every day
    QCOMPARE(shelf.pack(u"sample-city"_s)->version, u"3"_s);
}

void TestShelf::guideIsOfExactlyThatVersion()
{
    writePack(u"a.json"_s, u"city"_s, u"2026.9.1"_s);
    writePack(u"b.json"_s, u"city"_s, u"2026.11.1"_s);
    const auto shelf = guides::Shelf::load(m_folder->path());
    QVERIFY(shelf);
    const auto guide = shelf->guide({u"city"_s, u"2026.9.1"_s, u"birth"_s});
    QVERIFY(guide);
    QCOMPARE(guide->ref.version, u"2026.9.1"_s);
    QCOMPARE(guide->matter.name, u"新生儿出生"_s);
    const auto ofThePack = [](QStringList ids) { return ids.filter(QRegularExpression(u"^(?!agent-)"_s)); };
    QCOMPARE(ofThePack(guide->materials.keys()), (QStringList{u"form"_s, u"id-card"_s}));
    QCOMPARE(ofThePack(guide->fields.keys()), (QStringList{u"applicant-name"_s, u"insurance"_s}));
    QVERIFY(!shelf->guide({u"city"_s, u"2026.10.1"_s, u"birth"_s}));
    QVERIFY(!shelf->guide({u"city"_s, u"2026.9.1"_s, u"death"_s}));
    QVERIFY(!shelf->guide({u"town"_s, u"2026.9.1"_s, u"birth"_s}));
}

void TestShelf::onlyJsonFilesAreRead()
{
    writePack(u"a.json"_s, u"city"_s);
    write(u"README.md"_s, "# words");
    write(u"a.json~"_s, "{}");
    QVERIFY(QDir(m_folder->path()).mkdir(u"folder.json"_s));
    const auto shelf = guides::Shelf::load(m_folder->path());
    QVERIFY(shelf);
    QCOMPARE(shelf->packs().size(), 1);
    QVERIFY(shelf->faults().isEmpty());
}

QTEST_APPLESS_MAIN(TestShelf)
#include "tst_shelf.moc"
