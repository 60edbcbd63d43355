#include "core/guides/packreader.h"
#include "core/guides/packwriter.h"
#include "samplepack.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::GuidePack;

/// What is written is what was read.
class TestPackWriter : public QObject
{
    Q_OBJECT

private slots:
    void readsBackWhatItWrote_data();
    void readsBackWhatItWrote();
    void writesTheSampleKeyForKey();
    void defaultsAreLeftOut();
    void layout_data();
    void layout();

private:
    static GuidePack read(const QByteArray &json)
    {
        const base::Result<GuidePack> pack = guides::readPack(json, u"a.json"_s);
        if (!pack)
            qFatal("%s", qPrintable(pack.error().place + u' ' + pack.error().detail));
        return *pack;
    }
};

void TestPackWriter::readsBackWhatItWrote_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("sample") << bytesOf(samplePack());
    QTest::newRow("overlay without matters")
        << QByteArray(R"({"format": 1, "pack": "county", "title": "县", "version": "1",
        "publisher": "p", "region": {"code": "411221", "name": "县"}, "audience": "企业", "source": "s", "from": "2026-01-01",
        "base": "sample-city", "drops": ["birth", "school/household"]})");
    const QDir folder(qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/guides"_s);
    for (const QString &name : folder.entryList({u"*.json"_s})) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QFile::ReadOnly));
        QTest::newRow(qPrintable(name)) << file.readAll();
    }
}

void TestPackWriter::readsBackWhatItWrote()
{
    QFETCH(QByteArray, json);
    const GuidePack pack = read(json);
    const QByteArray written = guides::writePack(pack);
    const GuidePack again = read(written);
    // Part by part first, so that a failure says where.
    QCOMPARE(again.matters.size(), pack.matters.size());
    for (qsizetype i = 0; i < pack.matters.size(); ++i) {
        QCOMPARE(again.matters[i].items.size(), pack.matters[i].items.size());
        for (qsizetype item = 0; item < pack.matters[i].items.size(); ++item)
            QVERIFY2(again.matters[i].items[item] == pack.matters[i].items[item],
                     qPrintable(pack.matters[i].items[item].id));
        QVERIFY2(again.matters[i] == pack.matters[i], qPrintable(pack.matters[i].id));
    }
    QVERIFY(again.materials == pack.materials);
    QVERIFY(again.fields == pack.fields);
    QCOMPARE(again.parameters, pack.parameters);
    QCOMPARE(again.audience, pack.audience);
    QVERIFY(again == pack);
    QCOMPARE(guides::writePack(again), written);
}

/// The sample uses every key, so every key comes out again with its value: what the domain forgets would show here.
void TestPackWriter::writesTheSampleKeyForKey()
{
    const QJsonObject written = jsonOf(guides::writePack(read(bytesOf(samplePack())))).toObject();
    QJsonValue expected = samplePack();
    for (const char *path : {"until", "fields[0].required", "materials[0].deferrable",
                             "matters[0].items[0].materials[0].until", "matters[1].items[0].note"})
        expected = withValue(expected, QString::fromLatin1(path), QJsonValue::Undefined);
    QCOMPARE(written, expected.toObject());
}

void TestPackWriter::defaultsAreLeftOut()
{
    const QByteArray written = guides::writePack(read(bytesOf(samplePack())));
    QVERIFY(!written.contains("\"deferrable\": false"));
    QVERIFY(!written.contains("null"));
    QVERIFY(!written.contains("\"note\": \"\""));
    QVERIFY(!written.contains(": -1"));
}

void TestPackWriter::layout_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QByteArray>("lines");
    const auto row = [](const char *name, const QString &path, const QJsonValue &value, const QByteArray &lines) {
        QTest::newRow(name) << path << value << lines;
    };
    const QByteArray before = "  \"materials\": [\n    {\n      \"id\": \"id-card\",\n      \"name\": ";
    row("keys in order, two spaces, Chinese as it is", u"materials[0].name"_s, u"身份证"_s,
        before + "\"身份证\",\n      \"issuer\": \"公安部门\",\n");
    row("marks are escaped", u"materials[0].name"_s, u"甲\"乙\\"_s, before + R"("甲\"乙\\",)" + '\n');
    row("a rare character", u"materials[0].name"_s, u"𠮷"_s, before + "\"𠮷\",\n");
    row("what just fits stands in one line", u"places[0]"_s,
        QJsonObject{
            {u"id"_s, u"hall"_s}, {u"name"_s, QString(26, u'厅')}, {u"source"_s, u"s"_s}, {u"confidence"_s, u"low"_s}},
        "  \"places\": [\n    {\"id\": \"hall\", \"name\": \"" + QString(26, u'厅').toUtf8()
            + "\", \"source\": \"s\", \"confidence\": \"low\"}\n  ],\n");
    row("one column more is broken up", u"places[0]"_s,
        QJsonObject{
            {u"id"_s, u"hall"_s}, {u"name"_s, QString(27, u'厅')}, {u"source"_s, u"s"_s}, {u"confidence"_s, u"low"_s}},
        "  \"places\": [\n    {\n      \"id\": \"hall\",\n      \"name\": \"" + QString(27, u'厅').toUtf8()
            + "\",\n      \"source\": \"s\",\n      \"confidence\": \"low\"\n    }\n  ],\n");
    row("a whole number has no point", u"parameters[0].value"_s, 1e9, "\"value\": 1000000000}");
    row("a fraction has the digits it needs", u"parameters[0].value"_s, 0.1, "\"value\": 0.1}");
}

void TestPackWriter::layout()
{
    QFETCH(QString, path);
    QFETCH(QJsonValue, value);
    QFETCH(QByteArray, lines);
    const QByteArray written = guides::writePack(read(bytesOf(withValue(samplePack(), path, value).toObject())));
    QVERIFY2(written.contains(lines), written.constData());
    QVERIFY(written.startsWith("{\n  \"format\": 1,\n  \"pack\": \"sample-city\",\n"));
    QVERIFY(written.endsWith("\n}\n"));
    for (const QByteArray &line : written.split('\n'))
        QVERIFY(!line.endsWith(' '));
}

QTEST_APPLESS_MAIN(TestPackWriter)
#include "tst_packwriter.moc"
