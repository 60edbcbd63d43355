#include "core/guides/packreader.h"
#include "samplepack.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::Condition;

namespace {

QByteArray listOf(const QByteArray &entry, int times)
{
    return '[' + (entry + ',').repeated(times - 1) + entry + ']';
}

}

class TestPackReader : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatIsWritten();
    void readsEveryKindOfCondition();
    void leftOutIsNotKnown();
    void partsMayBeLeftOut_data();
    void partsMayBeLeftOut();
    void faultOfTheBytes_data();
    void faultOfTheBytes();
    void firstFaultIsTheError();
    void everyFaultIsListed();
    void faultsAreNotEndless();
    void wrongValueAnywhereIsSurvived();
    void damagedBytesAreSurvived();
    void byteOrderMarkIsIgnored();
    void longFileIsNotRead();
};

void TestPackReader::readsWhatIsWritten()
{
    const base::Result<domain::GuidePack> pack = guides::readPack(bytesOf(samplePack()), u"a.json"_s);
    QVERIFY2(pack, pack ? "" : qPrintable(pack.error().place + u' ' + pack.error().detail));
    QCOMPARE(pack->id, u"sample-city"_s);
    QCOMPARE(pack->version, u"2026.11.1"_s);
    QCOMPARE(pack->regionCode, u"411200"_s);
    QCOMPARE(pack->from, QDate(2026, 11, 21));
    QVERIFY(pack->until.isNull());
    QCOMPARE(pack->parameters.value(u"fire-area"_s), 300.0);
    QVERIFY(!pack->parameters.contains(u"open"_s));
    QCOMPARE(pack->parameterNames.size(), 2);
    QCOMPARE(pack->footnotes.size(), 1);

    const domain::Material &card = pack->materials.at(0);
    QCOMPARE(card.form, domain::Material::Form::OriginalShown);
    using Way = domain::Material::Acquisition;
    QCOMPARE(card.acquisition, (QList{Way::Shared, Way::ELicence, Way::Applicant}));
    QCOMPARE(card.checkpoints.at(0), (domain::Checkpoint{u"valid"_s, u"在有效期内"_s, u"证件已过有效期"_s}));
    QCOMPARE(card.provenance,
             (domain::Provenance{u"常识"_s, domain::Confidence::High, QDate(2020, 1, 1), QDate(2030, 12, 31)}));
    QVERIFY(card.committable && !card.deferrable);
    QCOMPARE(pack->fields.at(1).choices, (QStringList{u"职工"_s, u"居民"_s}));
    QVERIFY(!pack->fields.at(1).required);

    const domain::Matter &matter = pack->matters.at(0);
    QCOMPARE(matter.mark, u'*');
    QCOMPARE(matter.audience, u"个人"_s);
    QCOMPARE(matter.status, domain::MatterStatus::Sample);
    QCOMPARE(matter.situations.at(1).unit, u"平方米"_s);
    const domain::Item &item = matter.items.at(0);
    QCOMPARE(item.statutoryDays, 30);
    QCOMPARE(item.paths.at(0).promisedDays, 1);
    QCOMPARE(item.materials.at(0).provenance.from, QDate(2025, 5, 10));
    QCOMPARE(item.materials.at(0).path, u"commitment"_s);
    QCOMPARE(matter.items.at(2).after, (QStringList{u"first"_s, u"certificate"_s}));
}

void TestPackReader::readsEveryKindOfCondition()
{
    const auto pack = guides::readPack(bytesOf(samplePack()), u"a.json"_s);
    QVERIFY(pack);
    const Condition one{
        .kind = Condition::Kind::AnswerIs, .subject = u"insured"_s, .value = u"one"_s, .parameter = {}, .parts = {}};
    const Condition none{
        .kind = Condition::Kind::AnswerIs, .subject = u"insured"_s, .value = u"none"_s, .parameter = {}, .parts = {}};
    const Condition atLeast{.kind = Condition::Kind::AtLeast,
                            .subject = u"area"_s,
                            .value = {},
                            .number = 200,
                            .parameter = {},
                            .parts = {}};
    const Condition below{
        .kind = Condition::Kind::Below, .subject = u"area"_s, .value = {}, .parameter = u"fire-area"_s, .parts = {}};
    const auto group = [](Condition::Kind kind, const QList<Condition> &parts) {
        return Condition{.kind = kind, .subject = {}, .value = {}, .parameter = {}, .parts = parts};
    };
    const domain::Matter &matter = pack->matters.at(0);
    QCOMPARE(matter.items.at(0).when,
             group(Condition::Kind::Any, {atLeast, below, group(Condition::Kind::All, {one})}));
    QCOMPARE(matter.situations.at(1).when, group(Condition::Kind::Not, {none}));
    QCOMPARE(matter.situations.at(0).when, Condition());
    QCOMPARE(pack->fields.at(1).when, one);
}

void TestPackReader::leftOutIsNotKnown()
{
    const auto pack = guides::readPack(bytesOf(samplePack()), u"a.json"_s);
    QVERIFY(pack);
    const domain::Item &row = pack->matters.at(1).items.at(0);
    QCOMPARE(row.promisedDays, -1);
    QCOMPARE(row.statutoryDays, -1);
    QCOMPARE(row.provenance, domain::Provenance());
    QCOMPARE(row.when, Condition());
}

void TestPackReader::partsMayBeLeftOut_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path :
         {"until", "parameters[1]", "footnotes", "fields[0].required", "materials[1].acquisition",
          "materials[0].issuer", "materials[0].checkpoints", "materials[0].until", "matters[0].keywords",
          "matters[0].cautions", "matters[0].misprint", "matters[0].situations[0].help", "matters[0].items[0].when",
          "matters[0].items[0].basis", "matters[0].items[0].fee", "matters[0].items[0].promisedDays",
          "matters[0].items[0].paths[0].when", "matters[0].rosters", "matters[0].items[0].materials[0].path", "matters[0].items[0].fields"})
        QTest::newRow(path) << QString::fromLatin1(path);
}

void TestPackReader::partsMayBeLeftOut()
{
    QFETCH(QString, path);
    const QJsonValue pack = path.endsWith(u']')
        ? withValue(samplePack(), u"parameters"_s, jsonOf(R"([{"id": "fire-area", "name": "场所面积"}])"))
        : withValue(samplePack(), path, QJsonValue::Undefined);
    QCOMPARE(guides::faultsIn(bytesOf(pack.toObject()), u"a.json"_s), QList<base::Error>());
}

void TestPackReader::faultOfTheBytes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("reason");
    const QByteArray sound = bytesOf(samplePack());
    const auto changed = [&](const QByteArray &before, const QByteArray &after) {
        QByteArray json = sound;
        return json.replace(json.indexOf(before), before.size(), after);
    };
    const auto row = [](const char *name, const QByteArray &json, const char *place, const char *reason) {
        QTest::newRow(name) << json << QString::fromLatin1(place) << QString::fromLatin1(reason);
    };
    row("empty file", {}, "a.json: line 1", "is not JSON");
    row("half a file", sound.first(sound.size() / 2), "a.json: line", "is not JSON");
    row("a picture", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), "a.json: line 1", "is not UTF-8");
    row("Chinese in GBK", changed("样例市", "\xd1\xf9"), "a.json: line", "is not UTF-8");
    row("foreign list", "[1, 2, 3]", "a.json", "is not a guide pack");
    row("foreign object", R"({"name": "package", "version": "1.0.0"})", "a.json", "is not a guide pack");
    row("a newer format", changed(R"("format": 1)", R"("format": 2)"), "a.json: format",
        "2 is newer than this program");
    row("format zero", changed(R"("format": 1)", R"("format": 0)"), "a.json: format", "is not between 1 and 1");
    row("nested beyond the parser", QByteArray("[").repeated(100000), "a.json: line 1", "is not JSON");
    row("longer than 32 MB", sound + QByteArray(guides::mostPackBytes, ' '), "a.json", "is longer than 32 MB");
    row("key twice", changed(R"("lead":)", R"("lead": "甲", "lead":)"), "a.json: matters[0].lead", "key stands twice");
    row("key twice after a hard string", changed(R"("lead":)", R"("a\\\"}": "]\\", "lead": "甲", "lead":)"),
        "a.json: matters[0].lead", "key stands twice");
    row("key twice, once in disguise", changed(R"("lead":)", R"("le\u0061d": "甲", "lead":)"),
        "a.json: matters[0].le\\u0061d", "key written with an escape");
    row("key twice behind a byte order mark", "\xef\xbb\xbf" + changed(R"("lead":)", R"("lead": "甲", "lead":)"),
        "a.json: matters[0].lead", "key stands twice");
}

void TestPackReader::faultOfTheBytes()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, place);
    QFETCH(QString, reason);
    const auto pack = guides::readPack(json, u"a.json"_s);
    QVERIFY(!pack);
    QCOMPARE(pack.error().kind, base::Error::Kind::Document);
    const auto faults = guides::faultsIn(json, u"a.json"_s);
    const bool isFound = std::ranges::any_of(faults, [&](const base::Error &fault) {
        return fault.place.startsWith(place) && fault.detail.contains(reason);
    });
    QVERIFY2(isFound, qPrintable(pack.error().place + u" – "_s + pack.error().detail));
}

void TestPackReader::firstFaultIsTheError()
{
    QJsonValue pack = withValue(samplePack(), u"matters[0].items[1].level"_s, QJsonValue::Undefined);
    pack = withValue(pack, u"matters[0].items[2].level"_s, QJsonValue::Undefined);
    const QByteArray json = bytesOf(pack.toObject());
    const auto read = guides::readPack(json, u"a.json"_s);
    QVERIFY(!read);
    QCOMPARE(read.error(), guides::faultsIn(json, u"a.json"_s).first());
    QCOMPARE(read.error().place, u"a.json: matters[0].items[1].level"_s);
}

void TestPackReader::everyFaultIsListed()
{
    QJsonValue pack = withValue(samplePack(), u"title"_s, QJsonValue::Undefined);
    pack = withValue(pack, u"matters[0].items[0].materials[1].material"_s, u"visa"_s);
    pack = withValue(pack, u"matters[0].items[2].after"_s, QJsonArray{u"second"_s});
    QStringList places;
    for (const base::Error &fault : guides::faultsIn(bytesOf(pack.toObject()), u"a.json"_s))
        places << fault.place;
    QCOMPARE(places,
             (QStringList{u"a.json: title"_s, u"a.json: matters[0].items[0].materials[1].material"_s,
                          u"a.json: matters[0].items[2].after"_s}));
}

void TestPackReader::faultsAreNotEndless()
{
    const QJsonValue pack = withValue(samplePack(), u"materials"_s, jsonOf(listOf("{}", 1000)));
    const auto faults = guides::faultsIn(bytesOf(pack.toObject()), u"a.json"_s);
    QCOMPARE(faults.size(), 500);
    QCOMPARE(faults.last().detail, u"and more faults, not listed"_s);
}

void TestPackReader::wrongValueAnywhereIsSurvived()
{
    const QJsonObject sound = samplePack();
    const QJsonArray wrongs
        = jsonOf(R"([null, true, -1, 1e308, "", "-", "insured", [], [[]], {}, {"not": {}}])").toArray();
    int broken = 0;
    const QStringList paths = pathsIn(sound);
    for (const QString &path : paths) {
        QList<QJsonValue> values(wrongs.begin(), wrongs.end());
        values.append(QJsonValue::Undefined);
        for (const QJsonValue &wrong : std::as_const(values)) {
            const bool isListEntry = path.endsWith(u']');
            if (isListEntry && wrong.isUndefined())
                continue;
            const QByteArray json = bytesOf(withValue(sound, path, wrong).toObject());
            const bool isSound = guides::faultsIn(json, u"a.json"_s).isEmpty();
            QCOMPARE(guides::readPack(json, u"a.json"_s).has_value(), isSound);
            broken += !isSound;
        }
    }
    QVERIFY(paths.size() > 200);
    QVERIFY2(broken > paths.size() * 9, "nearly every wrong value must be noticed");
}

void TestPackReader::damagedBytesAreSurvived()
{
    QRandomGenerator random(20261121);
    const QByteArray sound = bytesOf(samplePack());
    for (int round = 0; round < 1000; ++round) {
        QByteArray json = sound;
        for (int damage = random.bounded(1, 4); damage > 0; --damage) {
            const int at = random.bounded(int(json.size()));
            const int length = std::min(random.bounded(1, 30), int(json.size()) - at);
            switch (random.bounded(3)) {
            case 0:
                json[at] = char(random.bounded(256));
                break;
            case 1:
                json.remove(at, length);
                break;
            default:
                json.insert(at, sound.sliced(random.bounded(int(sound.size()) - 30), length));
            }
        }
        const QList<base::Error> faults = guides::faultsIn(json, u"a.json"_s);
        const auto pack = guides::readPack(json, u"a.json"_s);
        QCOMPARE(pack.has_value(), faults.isEmpty());
        QVERIFY(pack || pack.error() == faults.first());
    }
}

void TestPackReader::byteOrderMarkIsIgnored()
{
    QVERIFY(guides::readPack("\xef\xbb\xbf" + bytesOf(samplePack()), u"a.json"_s));
}

void TestPackReader::longFileIsNotRead()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"long.json"_s));
    QVERIFY(file.open(QFile::WriteOnly) && file.resize(guides::mostPackBytes * 4));
    const auto json = guides::readPackFile(file.fileName());
    QVERIFY(json);
    QCOMPARE(json->size(), guides::mostPackBytes + 1);
    QVERIFY(!guides::readPackFile(folder.filePath(u"none.json"_s)));
    QVERIFY(!guides::readPackFile(folder.path()));
}

QTEST_APPLESS_MAIN(TestPackReader)
#include "tst_packreader.moc"
