#include "core/guides/packreader.h"
#include "samplepack.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray nested(const QByteArray &open, const QByteArray &inner, const QByteArray &close, int levels)
{
    return open.repeated(levels) + inner + close.repeated(levels);
}

QByteArray listOf(const QByteArray &entry, int times)
{
    return '[' + (entry + ',').repeated(times - 1) + entry + ']';
}
const QByteArray insuredOne = R"({"answer": "insured", "is": "one"})";

}

/// What is wrong with one part of a pack, and where: one row for each kind of fault.
class TestPackFaults : public QObject
{
    Q_OBJECT

private slots:
    void faultOfAPart_data();
    void faultOfAPart();
};

void TestPackFaults::faultOfAPart_data()
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
    row("way to an unknown place", "service.ways[0].place", R"("town")", "service.ways[0].place", "no place “town”");
    row("matter's way to an unknown place", "matters[0].service", R"({"ways": [{"kind": "window", "place": "town"}]})",
        "matters[0].service.ways[0].place", "no place “town”");
    row("unknown sample of a material", "materials[1].sample", R"("x")", "materials[1].sample", "no sample “x”");
    row("unknown sample of an outcome", "matters[0].items[0].outcomeSample", R"("x")",
        "matters[0].items[0].outcomeSample", "no sample “x”");
    row("letter with an unknown blank", "letters[0].paragraphs[0]", R"("本人{who}")", "letters[0].paragraphs[0]",
        "no blank “who”");
    row("blank that no paragraph uses", "letters[0].blanks[0].id", R"("who")", "letters[0].blanks[0]",
        "no paragraph uses “{who}”");
    row("link that is no web address", "samples[0].link", R"("file:///etc/passwd")", "samples[0].link",
        "no address of the web");
    row("words of a matter without source", "matters[0].source", "null", "matters[0].source", "a text is expected");
    row("drops without a base", "drops", R"(["birth"])", "drops", "only a pack with a");
    row("base that is the pack itself", "base", R"("sample-city")", "base", "is this pack itself");
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
    row("list of people without a name", "matters[0].rosters[0].fields", R"(["insurance"])", "matters[0].rosters[0].fields",
        "the first is to be the name of a person");
    row("list of people with a field nobody asks for", "matters[0].rosters[0].fields", R"(["applicant-name", "bank"])",
        "matters[0].rosters[0].fields[1]", "no item of this matter asks for the field “bank”");
    row("one field in two lists of people", "matters[0].rosters",
        R"([{"id": "a", "title": "甲", "fields": ["applicant-name"], "source": "常识", "confidence": "low"},
            {"id": "b", "title": "乙", "fields": ["applicant-name"], "source": "常识", "confidence": "low"}])",
        "matters[0].rosters[1].fields[0]", "stands in two rosters or twice in one");
    row("worked out without source", "matters[1].status", R"("sample")", "matters[1].items[0].source",
        "is missing: the matter is more than catalogue rows");
    row("official matter with a guess in it", "matters[0].status", R"("official")", "matters[0].items[0].materials[0]",
        "is not of confidence official");
}

void TestPackFaults::faultOfAPart()
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

QTEST_APPLESS_MAIN(TestPackFaults)
#include "tst_packfaults.moc"
