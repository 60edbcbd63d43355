#include "core/guides/inspection.h"
#include "core/guides/packschema.h"
#include "core/guides/packshape.h"
#include "samplepack.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;

/// The schema and the reader say the same of every value; only what refers to what is the reader's alone.
class TestPackSchema : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void takesWhatIsSound_data();
    void takesWhatIsSound();
    void namesThePlace_data();
    void namesThePlace();
    void agreesWithTheReader_data();
    void agreesWithTheReader();
    void isFastEnough();
    void whatIsNoSchemaIsSaid_data();
    void whatIsNoSchemaIsSaid();

private:
    static QString source(const QString &path) { return qEnvironmentVariable("YICHUANG_SOURCE") + path; }
    QList<base::Error> faultsIn(const QJsonValue &pack) const
    {
        return m_schema->faultsIn(bytesOf(pack.toObject()), u"a.json"_s);
    }

    std::optional<guides::PackSchema> m_schema;
};

void TestPackSchema::initTestCase()
{
    base::Result<guides::PackSchema> schema
        = guides::PackSchema::load(source(u"/resources/schemas/guide-pack.schema.json"_s));
    QVERIFY2(schema, schema ? "" : qPrintable(schema.error().detail));
    m_schema = std::move(*schema);
}

void TestPackSchema::takesWhatIsSound_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("sample") << bytesOf(samplePack());
    const QDir folder(source(u"/resources/guides"_s));
    for (const QString &name : folder.entryList({u"*.json"_s})) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QFile::ReadOnly));
        QTest::newRow(qPrintable(name)) << file.readAll();
    }
}

void TestPackSchema::takesWhatIsSound()
{
    QFETCH(QByteArray, json);
    for (const base::Error &fault : m_schema->faultsIn(json, u"a.json"_s))
        QFAIL(qPrintable(fault.place + u' ' + fault.detail));
}

void TestPackSchema::namesThePlace_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const char *path, const QByteArray &value, const char *place) {
        QTest::newRow(name) << QString::fromLatin1(path) << value << u"a.json: "_s + QLatin1StringView(place);
    };
    row("wrong word", "materials[0].form", R"("paper")", "materials[0].form");
    row("id in capitals", "matters[0].items[1].id", R"("Fire")", "matters[0].items[1].id");
    row("unknown key", "matters[0].items[1].wen", "1", "matters[0].items[1]");
    row("text for a number", "matters[0].sequence", R"("1")", "matters[0].sequence");
    row("space at the end", "matters[0].name", R"("出生 ")", "matters[0].name");
}

void TestPackSchema::namesThePlace()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, value);
    QFETCH(QString, place);
    QStringList places;
    for (const base::Error &fault : faultsIn(withValue(samplePack(), path, jsonOf(value)))) {
        QVERIFY(!fault.detail.isEmpty());
        places.append(fault.place);
    }
    QVERIFY2(places.contains(place), qPrintable(places.join(u'\n')));
}

void TestPackSchema::agreesWithTheReader_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value : {"null",
                              "true",
                              "false",
                              "-1",
                              "0",
                              "1",
                              "1.5",
                              "2000",
                              "1e10",
                              "\"\"",
                              "\"-\"",
                              "\"insured\"",
                              "\"2026-13-01\"",
                              "\"2026-11-21\"",
                              "\"1948-12-31\"",
                              "\" x\"",
                              "\"x\\ny\"",
                              "[]",
                              "[[]]",
                              "[{}]",
                              "{}",
                              "[\"a\", \"a\"]",
                              "[\"window\"]",
                              "{\"answer\": \"insured\", \"is\": \"one\"}",
                              "{\"answer\": \"area\", \"below\": {\"parameter\": \"x\"}}",
                              "{\"answer\": \"area\", \"below\": \"x\"}",
                              "{\"all\": []}",
                              "{\"not\": {}}",
                              "{\"parameter\": \"x\"}"})
        QTest::newRow(value) << QByteArray(value);
    QTest::newRow("taken out") << QByteArray();
}

/// Each value of the sample is put to the value of the row, and the verdicts are compared.
void TestPackSchema::agreesWithTheReader()
{
    QFETCH(QByteArray, value);
    const QJsonValue wrong = value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : jsonOf(value);
    const QJsonObject sound = samplePack();
    int refused = 0;
    for (const QString &path : pathsIn(sound)) {
        if (path.endsWith(u']') && wrong.isUndefined())
            continue;
        const QJsonObject pack = withValue(sound, path, wrong).toObject();
        guides::Inspection inspection(u"a.json"_s);
        guides::shapePack(pack, inspection);
        const QList<base::Error> faults = faultsIn(pack);
        const QString readers = inspection.faults().isEmpty() ? u"nothing"_s : inspection.faults().first().detail;
        QVERIFY2(faults.isEmpty() == inspection.faults().isEmpty(),
                 qPrintable(path + u": the reader says "_s + readers));
        refused += !faults.isEmpty();
    }
    QVERIFY(refused > 20);
}

/// `check` runs it over every pack; a second is long for whoever waits.
void TestPackSchema::isFastEnough()
{
    QFile file(source(u"/resources/guides/luoyang-personal.json"_s));
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArray json = file.readAll();
    QElapsedTimer clock;
    clock.start();
    QVERIFY(m_schema->faultsIn(json, u"a.json"_s).isEmpty());
    qInfo("%lld ms", clock.elapsed());
    QVERIFY(clock.elapsed() < 10000);
}

void TestPackSchema::whatIsNoSchemaIsSaid_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("not JSON") << QByteArray("{");
    QTest::newRow("a list") << QByteArray("[1]");
    QTest::newRow("a type that is none") << QByteArray(R"({"type": 5})");
    QTest::newRow("a reference to nothing") << QByteArray(R"({"$ref": "#/definitions/none"})");
}

void TestPackSchema::whatIsNoSchemaIsSaid()
{
    QFETCH(QByteArray, text);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"s.json"_s));
    QVERIFY(file.open(QFile::WriteOnly) && file.write(text) == text.size());
    file.close();
    const base::Result<guides::PackSchema> schema = guides::PackSchema::load(file.fileName());
    QVERIFY(!schema);
    QCOMPARE(schema.error().place, file.fileName());
    QVERIFY(!guides::PackSchema::load(folder.filePath(u"none.json"_s)));
}

QTEST_APPLESS_MAIN(TestPackSchema)
#include "tst_packschema.moc"
