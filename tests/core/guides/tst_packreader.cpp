#include "core/guides/packreader.h"
#include "samplepack.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::Condition;

namespace {

QByteArray nested(const QByteArray &open, const QByteArray &inner, const QByteArray &close, int levels)
{
    return open.repeated(levels) + inner + close.repeated(levels);
}

QByteArray listOf(const QByteArray &entry, int times)
{
    return '[' + (entry + ',').repeated(times - 1) + entry + ']';
}

/// Where something stands in \a json: every value of it.
QStringList pathsIn(const QJsonValue &json, const QString &path)
{
    QStringList paths;
    const QJsonObject object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        paths << pathsIn(it.value(), path.isEmpty() ? it.key() : path + u'.' + it.key());
    const QJsonArray list = json.toArray();
    for (qsizetype index = 0; index < list.size(); ++index)
        paths << pathsIn(list.at(index), path + u"[%1]"_s.arg(index));
    return path.isEmpty() ? paths : paths << path;
}

const QByteArray insuredOne = R"({"answer": "insured", "is": "one"})";

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
    void faultOfAPart_data();
    void faultOfAPart();
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
          "matters[0].items[0].paths[0].when", "matters[0].items[0].materials[0].path", "matters[0].items[0].fields"})
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

void TestPackReader::faultOfAPart_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("reason");
    const auto row
        = [](const char *name, const char *path, const QByteArray &value, const char *place, const char *reason) {
              QTest::newRow(name) << QString::fromUtf8(path) << value << QString::fromUtf8(place)
                                  << QString::fromUtf8(reason);
          };

    row("number for a text", "title", "7", "title", "a text is expected here, not a number");
    row("text for a number", "matters[0].sequence", R"("1")", "matters[0].sequence",
        "a number is expected here, not a text");
    row("text for a flag", "materials[0].deferrable", R"("yes")", "materials[0].deferrable",
        "true or false is expected");
    row("object for a list", "matters[0].items[0].materials", "{}", "matters[0].items[0].materials",
        "a list is expected");
    row("text for an object", "region", R"("三门峡市")", "region", "an object is expected here, not a text");
    row("number for an item", "matters[0].items[1]", "5", "matters[0].items[1]",
        "an object is expected here, not a number");
    row("null for a text", "publisher", "null", "publisher", "a text is expected here, not null");
    row("null for a condition", "matters[0].items[0].when", "null", "matters[0].items[0].when",
        "an object is expected");
    row("number in a list of ids", "matters[0].items[0].fields", "[5]", "matters[0].items[0].fields[0]",
        "a text is expected");

    row("unknown key of the pack", "author", R"("x")", "author", "key is not known here");
    row("unknown key of an item", "matters[0].items[0].wen", "{}", "matters[0].items[0].wen", "key is not known here");
    row("unknown key of a checkpoint", "materials[0].checkpoints[0].name", R"("x")", "materials[0].checkpoints[0].name",
        "key is not known here");
    row("two forms in one condition", "matters[0].items[0].when.not", insuredOne, "matters[0].items[0].when.not",
        "key is not known here");

    row("title missing", "title", {}, "title", "is missing");
    row("region code missing", "region.code", {}, "region.code", "is missing");
    row("first day missing", "from", {}, "from", "is missing");
    row("matters missing", "matters", {}, "matters", "is missing");
    row("item without department", "matters[0].items[0].department", {}, "matters[0].items[0].department",
        "is missing");
    row("material without source", "materials[0].source", {}, "materials[0].source", "is missing");
    row("material without confidence", "materials[0].confidence", {}, "materials[0].confidence", "is missing");
    row("item with source, without confidence", "matters[0].items[0].confidence", {}, "matters[0].items[0].confidence",
        "is missing");
    row("name empty", "matters[0].name", R"("")", "matters[0].name", "is empty");
    row("no matter at all", "matters", "[]", "matters", "is empty");
    row("matter without items", "matters[1].items", "[]", "matters[1].items", "is empty");

    row("matter id given twice", "matters[1].id", R"("birth")", "matters[1].id", "“birth” stands twice in this list");
    row("item id given twice", "matters[0].items[2].id", R"("first")", "matters[0].items[2].id", "stands twice");
    row("situation id given twice", "matters[0].situations[1].id", R"("insured")", "matters[0].situations[1].id",
        "stands twice");
    row("option id given twice", "matters[0].situations[0].options[1].id", R"("one")",
        "matters[0].situations[0].options[1].id", "stands twice");
    row("material id given twice", "materials[1].id", R"("id-card")", "materials[1].id", "stands twice");
    row("field id given twice", "fields[1].id", R"("applicant-name")", "fields[1].id", "stands twice");
    row("parameter id given twice", "parameters[1].id", R"("fire-area")", "parameters[1].id", "stands twice");
    row("checkpoint id given twice", "materials[0].checkpoints[1]", R"({"id": "valid", "text": "甲", "fault": "乙"})",
        "materials[0].checkpoints[1].id", "stands twice");
    row("path id given twice", "matters[0].items[0].paths[1]", R"({"id": "commitment", "name": "一般程序"})",
        "matters[0].items[0].paths[1].id", "stands twice");
    row("field asked for twice", "matters[0].items[0].fields", R"(["applicant-name", "applicant-name"])",
        "matters[0].items[0].fields[1]", "stands twice in the list");
    row("way of acquisition twice", "materials[0].acquisition", R"(["held", "held"])", "materials[0].acquisition[1]",
        "stands twice in the list");
    row("material use twice", "matters[0].items[0].materials[2]", R"({"material": "form"})",
        "matters[0].items[0].materials[2]", "stands twice in the list");

    row("unknown material", "matters[0].items[0].materials[1].material", R"("visa")",
        "matters[0].items[0].materials[1].material", "no material “visa” in this pack");
    row("unknown field", "matters[0].items[0].fields[0]", R"("visa")", "matters[0].items[0].fields[0]",
        "no field “visa” in this pack");
    row("unknown path", "matters[0].items[0].materials[0].path", R"("fast")", "matters[0].items[0].materials[0].path",
        "no path “fast” in this item");
    row("unknown prerequisite", "matters[0].items[1].after", R"(["visa"])", "matters[0].items[1].after[0]",
        "no item “visa” in this matter");
    row("unknown situation", "matters[0].items[1].when", R"({"answer": "weather", "is": "wet"})",
        "matters[0].items[1].when.answer", "no situation “weather” in this matter");
    row("situation of another matter", "matters[1].items[0].when", insuredOne, "matters[1].items[0].when.answer",
        "no situation “insured” in this matter");
    row("unknown option", "matters[0].items[1].when", R"({"answer": "insured", "is": "both"})",
        "matters[0].items[1].when.is", "situation “insured” has no option “both”");
    row("unknown option deep in a condition", "matters[0].items[0].when.any[2].all[0].is", R"("both")",
        "matters[0].items[0].when.any[2].all[0].is", "has no option “both”");
    row("unknown option under not", "matters[0].situations[1].when.not.is", R"("both")",
        "matters[0].situations[1].when.not.is", "has no option “both”");
    row("unknown parameter", "matters[0].items[0].when.any[1].below.parameter", R"("height")",
        "matters[0].items[0].when.any[1].below.parameter", "no parameter “height” in this pack");
    row("condition of a path", "matters[0].items[0].paths[0].when.answer", R"("weather")",
        "matters[0].items[0].paths[0].when.answer", "no situation “weather”");
    row("condition of a material use", "matters[0].items[0].materials[0].when.answer", R"("weather")",
        "matters[0].items[0].materials[0].when.answer", "no situation “weather”");
    row("condition of a field in a matter without that situation", "matters[1].items[0].fields", R"(["insurance"])",
        "matters[1].items[0].fields[0]", "condition of field “insurance” does not fit: no situation “insured”");
    row("option asked of a number", "matters[0].items[1].when", R"({"answer": "area", "is": "one"})",
        "matters[0].items[1].when", "asks for a number, not for an option");
    row("number asked of a choice", "matters[0].items[1].when", R"({"answer": "insured", "atLeast": 2})",
        "matters[0].items[1].when", "asks for an option, not for a number");
    row("condition without a form", "matters[0].items[1].when", "{}", "matters[0].items[1].when",
        "a condition has one of: answer all any not");
    row("answer without comparison", "matters[0].items[1].when", R"({"answer": "insured"})",
        "matters[0].items[1].when.is", "is missing");
    row("no part in all", "matters[0].items[1].when", R"({"all": []})", "matters[0].items[1].when.all", "is empty");
    row("threshold is a text", "matters[0].items[1].when", R"({"answer": "area", "atLeast": "200"})",
        "matters[0].items[1].when.atLeast", "a number is expected");

    row("item after itself", "matters[0].items[0].after", R"(["certificate"])", "matters[0].items[0].after",
        "waits for itself: certificate → certificate");
    row("prerequisites in a circle", "matters[0].items[0].after", R"(["second"])", "matters[0].items[0].after",
        "waits for itself: certificate → second → first → certificate");
    row("situations in a circle", "matters[0].situations[0].when", R"({"answer": "area", "atLeast": 1})",
        "matters[0].situations[1].when", "waits for itself: area → insured → area");
    row("exclusive group of one", "matters[0].items[2].exclusive", {}, "matters[0].items[1].exclusive",
        "no other item is in the group “insurance”");

    row("sequence zero", "matters[0].sequence", "0", "matters[0].sequence", "0 is not between 1 and 9999");
    row("sequence not whole", "matters[0].sequence", "1.5", "matters[0].sequence", "a whole number is expected");
    row("sequence not ascending", "matters[1].sequence", "1", "matters[1].sequence", "1 does not follow 1");
    row("negative copies", "materials[0].copies", "-1", "materials[0].copies", "-1 is not between 0 and 99");
    row("thousands of originals", "materials[0].originals", "5000", "materials[0].originals",
        "is not between 0 and 99");
    row("days without end", "matters[0].items[0].statutoryDays", "1e300", "matters[0].items[0].statutoryDays",
        "is not between 0 and 1000");
    row("unknown days written as -1", "matters[0].items[0].promisedDays", "-1", "matters[0].items[0].promisedDays",
        "is not between 0 and 1000");
    row("parameter without measure", "parameters[0].value", "1e10", "parameters[0].value",
        "is not between 0 and 1000000000");
    row("threshold below zero", "matters[0].items[0].when.any[0].atLeast", "-5",
        "matters[0].items[0].when.any[0].atLeast", "is not between");
    row("paper in no original and no copy", "materials[0]", R"({"id": "id-card", "name": "甲", "form": "copy",
        "source": "乙", "confidence": "low"})",
        "materials[0]", "in no original and no copy");

    row("day that does not exist", "from", R"("2026-02-30")", "from", "“2026-02-30” is no day");
    row("day written otherwise", "from", R"("21.11.2026")", "from", "is no day written yyyy-MM-dd");
    row("day with a time", "from", R"("2026-11-21T10:00")", "from", "is no day");
    row("day long ago", "from", R"("0202-11-21")", "from", "is not between 1949 and 2199");
    row("day far away", "until", R"("9999-12-31")", "until", "is not between 1949 and 2199");
    row("ends before it begins", "materials[0].until", R"("2019-12-31")", "materials[0].until", "is before “from”");
    row("null for the first day", "from", "null", "from", "a text is expected");

    row("id in capitals", "pack", R"("Sample")", "pack", "“Sample” is no id");
    row("id with a path", "pack", R"("../etc")", "pack", "“../etc” is no id");
    row("id in Chinese", "matters[1].id", R"("入园")", "matters[1].id", "is no id");
    row("id too long", "matters[1].id", '"' + QByteArray("a").repeated(65) + '"', "matters[1].id", "is no id");
    row("option that means not asked", "matters[0].situations[0].options[1].id", R"("-")",
        "matters[0].situations[0].options[1].id", "“-” is no id");
    row("version with words", "version", R"("2026 beta")", "version", "is no version");
    row("region code with five digits", "region.code", R"("41120")", "region.code", "has not six digits");
    row("unknown word", "materials[0].form", R"("original")", "materials[0].form",
        "“original” is none of: originalShown originalKept copy filledForm electronic");
    row("unknown audience", "audience", R"("军人")", "audience", "is none of: 个人 企业");
    row("unknown mark", "matters[0].mark", R"("+")", "matters[0].mark", "is none of: - * #");

    row("line break in a name", "matters[0].name", R"("新生\n儿")", "matters[0].name", "has a line break");
    row("tab in a note", "matters[0].items[0].note", R"("甲\t乙")", "matters[0].items[0].note",
        "has a line break, a tab");
    row("invisible character", "matters[0].name", R"("新生\u200b儿")", "matters[0].name",
        "another invisible character");
    row("text turned round", "matters[0].name", R"("新生\u202e儿")", "matters[0].name", "another invisible character");
    row("half a character", "matters[0].name", R"("新生\ud842")", "matters[0].name", "another invisible character");
    row("space at the end", "matters[0].lead", R"("部门 ")", "matters[0].lead", "has a space at its begin or end");
    row("text without end", "matters[0].name", '"' + QByteArray("a").repeated(2001) + '"', "matters[0].name",
        "is longer than 2000 characters");
    row("list without end", "matters[0].items[0].fields", listOf(R"("applicant-name")", 101),
        "matters[0].items[0].fields", "has more than 100 entries");
    row("matters without end", "matters", listOf("{}", 1001), "matters", "has more than 1000 entries");
    row("deeper than twenty", "matters[0].items[1].when", nested(R"({"not": )", insuredOne, "}", 16),
        "matters[0].items[1].when.not.not.not.not.not.not.not.not.not.not.not.not.not.not.not.not",
        "nested deeper than 20 levels");

    row("choice with one option", "matters[0].situations[0].options", R"([{"id": "one", "label": "甲"}])",
        "matters[0].situations[0].options", "a choice needs two or more");
    row("number with options", "matters[0].situations[1].options", R"([{"id": "one", "label": "甲"}])",
        "matters[0].situations[1].options", "a number has no options");
    row("number without unit", "matters[0].situations[1].unit", {}, "matters[0].situations[1].unit", "needs its unit");
    row("choice with a unit", "matters[0].situations[0].unit", R"("米")", "matters[0].situations[0].unit",
        "has no unit");
    row("field choice without choices", "fields[1].choices", {}, "fields[1].choices", "a choice needs two or more");
    row("text field with choices", "fields[0].choices", R"(["甲", "乙"])", "fields[0].choices",
        "only a choice has choices");
    row("worked out without source", "matters[1].status", R"("sample")", "matters[1].items[0].source",
        "is missing: the matter is more than catalogue rows");
    row("official matter with a guess in it", "matters[0].status", R"("official")", "matters[0].items[0].materials[0]",
        "is not of confidence official");
}

void TestPackReader::faultOfAPart()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, value);
    QFETCH(QString, place);
    QFETCH(QString, reason);
    const QJsonValue edit = value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : jsonOf(value);
    QVERIFY2(value.isEmpty() || !edit.isUndefined(), "the row itself is no JSON");
    const QList<base::Error> faults
        = guides::faultsIn(bytesOf(withValue(samplePack(), path, edit).toObject()), u"a.json"_s);
    QStringList all;
    bool isFound = false;
    for (const base::Error &fault : faults) {
        QCOMPARE(fault.kind, base::Error::Kind::Document);
        all << fault.place + u" – "_s + fault.detail;
        isFound = isFound || (fault.place == u"a.json: "_s + place && fault.detail.contains(reason));
    }
    QVERIFY2(isFound, qPrintable(u"found instead:\n"_s + all.join(u'\n')));
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
    const QStringList paths = pathsIn(sound, {});
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
