#include "core/base/datafolder.h"
#include "core/papers/forms.h"
#include "core/papers/formtrial.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace papers;

namespace {

/// A whole form with \a blocks as they would stand in the file.
QByteArray formWith(const QByteArray &blocks)
{
    return R"({"form":"test","version":"1","title":"{{title}}","number":"","mark":"","footer":"{{formVersion}}","author":"","blocks":[)"
        + blocks + "]}";
}

QByteArray heading(const char *text)
{
    return QByteArray(R"({"kind":"heading","text":")") + text + R"("})";
}

const QJsonObject facts{{u"title"_s, u"样张"_s},
                        {u"name"_s, u"张三"_s},
                        {u"nothing"_s, QString()},
                        {u"count"_s, 3},
                        {u"flag"_s, true},
                        {u"noFlag"_s, false},
                        {u"rows"_s, QJsonArray{QJsonObject{{u"name"_s, u"甲"_s}}, QJsonObject{{u"name"_s, u"乙"_s}}}},
                        {u"noRows"_s, QJsonArray()}};

}

class TestForms : public QObject
{
    Q_OBJECT

private slots:
    void brokenFormsAreRefusedWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("place");
        QTest::newRow("not JSON") << QByteArray("{") << u"f: byte 1"_s;
        QTest::newRow("not an object") << QByteArray("[]") << u"f: form"_s;
        QTest::newRow("unknown key") << formWith({}).replace("\"number\"", "\"nummer\"") << u"f: nummer"_s;
        QTest::newRow("missing key") << formWith({}).replace("\"number\":\"\",", "") << u"f: number"_s;
        QTest::newRow("id that is no folder name") << formWith({}).replace("\"test\"", "\"../x\"") << u"f: form"_s;
        QTest::newRow("unknown kind") << formWith(R"({"kind":"picture"})") << u"f: blocks[0].kind"_s;
        QTest::newRow("no kind") << formWith(R"({"text":"a"})") << u"f: blocks[0].kind"_s;
        QTest::newRow("unknown key in a block")
            << formWith(R"({"kind":"heading","text":"a","size":3})") << u"f: blocks[0].size"_s;
        QTest::newRow("text that is a number") << formWith(R"({"kind":"heading","text":3})") << u"f: blocks[0].text"_s;
        QTest::newRow("tag not closed") << formWith(heading("{{name")) << u"f: blocks[0].text"_s;
        QTest::newRow("section not closed") << formWith(heading("{{#flag}}a")) << u"f: blocks[0].text"_s;
        QTest::newRow("section never opened") << formWith(heading("a{{/flag}}")) << u"f: blocks[0].text"_s;
        QTest::newRow("unknown weight") << formWith(R"({"kind":"paragraph","text":"a","weight":"huge"})")
                                        << u"f: blocks[0].weight"_s;
        QTest::newRow("flag that is a text")
            << formWith(R"({"kind":"paragraph","text":"a","indented":"no"})") << u"f: blocks[0].indented"_s;
        QTest::newRow("no columns") << formWith(R"({"kind":"table","each":"rows","columns":[]})")
                                    << u"f: blocks[0].columns"_s;
        QTest::newRow("column without text") << formWith(R"({"kind":"table","each":"rows","columns":[{"head":"a"}]})")
                                             << u"f: blocks[0].columns[0].text"_s;
        QTest::newRow("share of nothing")
            << formWith(R"({"kind":"table","each":"rows","columns":[{"head":"a","text":"b","share":0}]})")
            << u"f: blocks[0].columns[0].share"_s;
        QTest::newRow("fact with three parts")
            << formWith(R"({"kind":"facts","rows":[["a","b","c"]]})") << u"f: blocks[0].rows[0]"_s;
        QTest::newRow("ten pairs a row") << formWith(R"({"kind":"facts","rows":[],"pairsPerRow":10})")
                                         << u"f: blocks[0].pairsPerRow"_s;
        QTest::newRow("condition with a space")
            << formWith(R"({"kind":"heading","text":"a","if":"a b"})") << u"f: blocks[0].if"_s;
        QTest::newRow("block in a section")
            << formWith(R"({"kind":"section","blocks":[{"kind":"heading"}]})") << u"f: blocks[0].blocks[0].text"_s;
        QTest::newRow("third level") << formWith(R"({"kind":"heading","text":"a","level":3})")
                                     << u"f: blocks[0].level"_s;
        QTest::newRow("chart without arrows")
            << formWith(R"({"kind":"chart","each":"rows","text":"a"})") << u"f: blocks[0].after"_s;
        QTest::newRow("unknown format") << formWith({}).replace("\"number\"", "\"format\":\"a5\",\"number\"")
                                        << u"f: format"_s;
        QTest::newRow("letters too small")
            << formWith({}).replace("\"number\"", "\"scale\":0.1,\"number\"") << u"f: scale"_s;
        QTest::newRow("part not closed") << formWith({}).replace("\"number\"",
                                                                 "\"parts\":{\"a\":\"{{#b}}\"},\"number\"")
                                         << u"f: parts.a"_s;
        QTest::newRow("part of parts") << formWith({}).replace("\"number\"", "\"parts\":{\"a\":\"{{>a}}\"},\"number\"")
                                       << u"f: parts.a"_s;
        QTest::newRow("signature of one side")
            << formWith(R"({"kind":"signature","left":[]})") << u"f: blocks[0].right"_s;
    }
    void brokenFormsAreRefusedWithTheirPlace()
    {
        QFETCH(QByteArray, json);
        const auto form = Form::read(json, u"f"_s);
        QVERIFY(!form);
        QCOMPARE(form.error().kind, base::Error::Kind::Document);
        QTEST(form.error().place, "place");
    }

    void unknownWordsAreErrors_data()
    {
        QTest::addColumn<QByteArray>("block");
        QTest::newRow("in a text") << heading("{{nobody}}");
        QTest::newRow("in a section") << heading("{{#nobody}}a{{/nobody}}");
        QTest::newRow("in an inverted section") << heading("{{^nobody}}a{{/nobody}}");
        QTest::newRow("in a condition") << QByteArray(R"({"kind":"heading","text":"a","if":"nobody"})");
        QTest::newRow("in a block left out") << QByteArray(R"({"kind":"heading","text":"{{nobody}}","if":"noFlag"})");
        QTest::newRow("in a column") << QByteArray(
            R"({"kind":"table","each":"rows","columns":[{"head":"a","text":"{{nobody}}"}]})");
        QTest::newRow("a list that is none")
            << QByteArray(R"({"kind":"table","each":"name","columns":[{"head":"a","text":"b"}]})");
        QTest::newRow("a word of a row outside it") << heading("{{index}}");
        QTest::newRow("a template from elsewhere") << heading("{{>nobody}}");
        QTest::newRow("a word as a template") << heading("{{>name}}");
        QTest::newRow("in a note") << QByteArray(
            R"({"kind":"table","each":"rows","note":"{{nobody}}","columns":[{"head":"a","text":"b"}]})");
        QTest::newRow("in a code") << QByteArray(R"({"kind":"codes","codes":[{"content":"{{nobody}}","caption":""}]})");
        QTest::newRow("in a signature") << QByteArray(R"({"kind":"signature","left":["{{nobody}}"],"right":[]})");
    }
    void unknownWordsAreErrors()
    {
        QFETCH(QByteArray, block);
        const auto form = Form::read(formWith(block), u"f"_s);
        QVERIFY(form);
        const auto paper = form->fill(facts);
        QVERIFY(!paper);
        QCOMPARE(paper.error().kind, base::Error::Kind::Document);
        QCOMPARE(paper.error().place, u"f: blocks[0]"_s);
    }

    void texts_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("printed");
        QTest::newRow("text") << u"{{name}}"_s << u"张三"_s;
        QTest::newRow("number") << u"共{{count}}项"_s << u"共3项"_s;
        QTest::newRow("empty text") << u"甲{{nothing}}乙"_s << u"甲乙"_s;
        QTest::newRow("flag") << u"{{#flag}}是{{/flag}}{{^flag}}否{{/flag}}"_s << u"是"_s;
        QTest::newRow("flag not set") << u"{{#noFlag}}是{{/noFlag}}{{^noFlag}}否{{/noFlag}}"_s << u"否"_s;
        QTest::newRow("text that is there") << u"{{#name}}有{{/name}}"_s << u"有"_s;
        QTest::newRow("text that is empty") << u"{{#nothing}}有{{/nothing}}{{^nothing}}无{{/nothing}}"_s << u"无"_s;
        QTest::newRow("list in a text") << u"{{#rows}}{{index}}{{name}}；{{/rows}}"_s << u"1甲；2乙；"_s;
        QTest::newRow("several lines") << u"甲\n{{name}}\n乙"_s << u"甲\n张三\n乙"_s;
    }
    void texts()
    {
        QFETCH(QString, words);
        const QJsonObject block{{u"kind"_s, u"heading"_s}, {u"text"_s, words}};
        const auto form = Form::read(formWith(QJsonDocument(block).toJson()), u"f"_s).value();
        QTEST(std::get<Heading>(form.fill(facts).value().blocks[0]).text, "printed");
    }

    void sectionsRepeatTheirBlocks()
    {
        const QJsonObject nested{
            {u"title"_s, QString()},
            {u"groups"_s,
             QJsonArray{QJsonObject{{u"group"_s, u"一"_s}, {u"rows"_s, QJsonArray{QJsonObject{{u"name"_s, u"甲"_s}}}}},
                        QJsonObject{{u"group"_s, u"二"_s}, {u"rows"_s, QJsonArray()}}}}};
        const auto form
            = Form::read(formWith(R"({"kind":"section","each":"groups","blocks":[
            {"kind":"heading","level":2,"text":"{{index}}{{group}}"},
            {"kind":"facts","rows":[{"each":"rows","label":"{{index}}","text":"{{>who}}"}]},
            {"kind":"paragraph","each":"rows","mark":"· ","centred":true,"text":"{{name}}"}]})")
                             .replace("\"number\"", "\"parts\":{\"who\":\"{{group}}的{{name}}\"},\"number\""),
                         u"f"_s)
                  .value();
        const QList<Block> expected{Heading{u"1一"_s, 2}, FactTable{{{u"1"_s, u"一的甲"_s}}, 2},
                                    Paragraph{u"甲"_s, Paragraph::Weight::Normal, true, u"· "_s, true},
                                    Heading{u"2二"_s, 2}, FactTable{{}, 2}};
        QCOMPARE(form.fill(nested).value().blocks, expected);
    }

    void chartsHaveTheirArrows()
    {
        const QJsonObject boxes{
            {u"title"_s, QString()},
            {u"boxes"_s,
             QJsonArray{QJsonObject{{u"name"_s, u"甲"_s}, {u"after"_s, QJsonArray()}, {u"maybe"_s, true}},
                        QJsonObject{{u"name"_s, u"乙"_s},
                                    {u"after"_s, QJsonArray{QJsonObject{{u"box"_s, 1}}}},
                                    {u"maybe"_s, false}}}}};
        const auto form
            = Form::read(
                  formWith(
                      R"({"kind":"chart","each":"boxes","text":"{{name}}","note":"{{index}}","after":"after","dashed":"maybe","first":"始"})"),
                  u"f"_s)
                  .value();
        const Chart expected{{{u"甲"_s, u"1"_s, {}, true}, {u"乙"_s, u"2"_s, {0}, false}}, u"始"_s, {}};
        QCOMPARE(form.fill(boxes).value().blocks, QList<Block>{expected});
    }

    void valuesAreNeverTemplates_data()
    {
        QTest::addColumn<QString>("value");
        for (const QString &value : {u"{{count}}"_s, u"{{#flag}}"_s, u"{{"_s, u"}}"_s, u"<b>&amp;\"'"_s,
                                     u"{{=<% %>=}}"_s, u"𠮷𬭚"_s, u"\\n\t%1"_s})
            QTest::newRow(qPrintable(value)) << value;
    }
    void valuesAreNeverTemplates()
    {
        QFETCH(QString, value);
        QJsonObject changed = facts;
        changed.insert(u"name"_s, value);
        changed.insert(u"rows"_s, QJsonArray{QJsonObject{{u"name"_s, value}}});
        const auto form = Form::read(formWith(R"({"kind":"heading","text":"{{name}}"},
            {"kind":"table","each":"rows","columns":[{"head":"a","text":"{{name}}"}]})"),
                                     u"f"_s)
                              .value();
        const Paper paper = form.fill(changed).value();
        QCOMPARE(std::get<Heading>(paper.blocks[0]).text, value);
        QCOMPARE(std::get<Table>(paper.blocks[1]).rows, QList<QStringList>{{value}});
    }

    void conditions_data()
    {
        QTest::addColumn<QByteArray>("condition");
        QTest::addColumn<bool>("printed");
        QTest::newRow("flag") << QByteArray(R"("if":"flag")") << true;
        QTest::newRow("flag not set") << QByteArray(R"("if":"noFlag")") << false;
        QTest::newRow("text") << QByteArray(R"("if":"name")") << true;
        QTest::newRow("empty text") << QByteArray(R"("if":"nothing")") << false;
        QTest::newRow("list") << QByteArray(R"("if":"rows")") << true;
        QTest::newRow("empty list") << QByteArray(R"("if":"noRows")") << false;
        QTest::newRow("unless flag") << QByteArray(R"("unless":"flag")") << false;
        QTest::newRow("unless empty") << QByteArray(R"("unless":"nothing")") << true;
        QTest::newRow("both, one fails") << QByteArray(R"("if":"flag","unless":"name")") << false;
    }
    void conditions()
    {
        QFETCH(QByteArray, condition);
        const auto form = Form::read(formWith(R"({"kind":"heading","text":"a",)" + condition + "}"), u"f"_s).value();
        QTEST(!form.fill(facts).value().blocks.isEmpty(), "printed");
    }

    void aWholeForm()
    {
        const auto form
            = Form::read(
                  formWith(
                      R"({"kind":"paragraph","each":"rows","text":"{{index}}{{name}}{{count}}","weight":"strong","indented":false},
            {"kind":"facts","pairsPerRow":1,"rows":[["a","{{name}}"],{"label":"b","text":"c","if":"noFlag"}]},
            {"kind":"table","each":"rows","columns":[{"head":"h","text":"{{name}}","share":2,"centred":true}]},
            {"kind":"codes","codes":[{"content":"x:{{count}}","caption":"c"}]},
            {"kind":"signature","left":["{{name}}："],"right":["b"]})"),
                  u"f"_s)
                  .value();
        const Paper expected{u"test"_s,
                             u"样张"_s,
                             {},
                             {},
                             u"1"_s,
                             {},
                             {Paragraph{u"1甲3"_s, Paragraph::Weight::Strong, false},
                              Paragraph{u"2乙3"_s, Paragraph::Weight::Strong, false},
                              FactTable{{{u"a"_s, u"张三"_s}}, 1}, Table{{{u"h"_s, 2, true}}, {{u"甲"_s}, {u"乙"_s}}},
                              Codes{{{u"x:3"_s, u"c"_s}}}, Signature{{u"张三："_s}, {u"b"_s}}}};
        QCOMPARE(form.fill(facts).value(), expected);
    }

    void shippedFormsAreSound()
    {
        const auto forms = FormFolder::load(base::dataFolder() + u"/forms"_s);
        QVERIFY2(forms, qPrintable(forms ? QString() : forms.error().place + forms.error().detail));
        QVERIFY(forms->form(u"correction-notice"_s));
        QVERIFY(forms->form(u"filing-receipt"_s));
        QCOMPARE(forms->form(u"nothing"_s), nullptr);
    }

    void everyShippedFormPassesItsTrial_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString &id : QDir(base::dataFolder() + u"/forms"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(id)) << id;
    }
    void everyShippedFormPassesItsTrial()
    {
        QFETCH(QString, id);
        const auto forms = FormFolder::load(base::dataFolder() + u"/forms"_s).value();
        const auto tried = tryForm(*forms.form(id));
        QVERIFY2(tried, qPrintable(tried ? QString() : tried.error().place + tried.error().detail));
    }

    void aHallHasFormsOfItsOwn_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("place"); ///< of the fault; empty: none
        QTest::newRow("another title") << "\"title\": \"受理通知书\""_ba << "\"title\": \"受理决定书\""_ba << u"受理决定书"_s << QString();
        QTest::newRow("another seal") << "受理专用章"_ba << "行政审批专用章"_ba << u"受理通知书"_s << QString();
        QTest::newRow("six copies") << "\"copies\": 3"_ba << "\"copies\": 6"_ba << u"受理通知书"_s << QString();
        QTest::newRow("no copies") << "\"copies\": 3"_ba << "\"copies\": 0"_ba << u"受理通知书"_s << u"copies"_s;
        QTest::newRow("no serial in the pattern") << "{serial}号"_ba << "号"_ba << u"受理通知书"_s << u"serial"_s;
        QTest::newRow("padded pattern") << "{serial}号"_ba << "{serial:6}号"_ba << u"受理通知书"_s << QString();
        QTest::newRow("unknown word") << "{{filedDay}}"_ba << "{{filingDay}}"_ba << u"受理通知书"_s << u"blocks[1]"_s;
        QTest::newRow("unknown word in a row") << "{{stepNote}}"_ba << "{{stepNotes}}"_ba << u"受理通知书"_s << u"blocks"_s;
        QTest::newRow("unknown key") << "\"seal\""_ba << "\"stamp\""_ba << u"受理通知书"_s << u"stamp"_s;
        QTest::newRow("not JSON") << "\"blocks\": ["_ba << "\"blocks\": "_ba << u"受理通知书"_s << u"byte"_s;
        QTest::newRow("another form's name") << "\"form\": \"acceptance-notice\""_ba << "\"form\": \"refusal-decision\""_ba << u"受理通知书"_s
                                             << u"acceptance-notice/form.json"_s;
    }
    void aHallHasFormsOfItsOwn()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, place);
        const auto shipped = FormFolder::load(base::dataFolder() + u"/forms"_s).value();
        QFile original(base::dataFolder() + u"/forms/acceptance-notice/form.json"_s);
        QVERIFY(original.open(QIODevice::ReadOnly));
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"acceptance-notice"_s));
        QFile own(folder.filePath(u"acceptance-notice/form.json"_s));
        QVERIFY(own.open(QIODevice::WriteOnly));
        QByteArray text = original.readAll();
        QVERIFY(text.contains(from));
        own.write(text.replace(from, to));
        own.close();
        const FormFolder forms = shipped.withOwn(folder.path(), tryForm);
        QCOMPARE(forms.faults().size(), place.isEmpty() ? 0 : 1);
        if (!place.isEmpty()) {
            QVERIFY2(forms.faults().first().place.contains(place), qPrintable(forms.faults().first().place));
            QVERIFY(forms.faults().first().place.contains(folder.path()));
            QCOMPARE(forms.form(u"acceptance-notice"_s)->copies(), 3); // the shipped one
        } else {
            QCOMPARE(forms.form(u"acceptance-notice"_s)->copies(), to.contains("6") && to.contains("copies") ? 6 : 3);
        }
        QVERIFY(forms.form(u"refusal-decision"_s));
    }

    void aFormWithANameOfItsOwnIsAFault()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(u"test"_s));
        QFile own(folder.filePath(u"test/form.json"_s));
        QVERIFY(own.open(QIODevice::WriteOnly));
        own.write(formWith({}));
        own.close();
        const auto forms = FormFolder::load(base::dataFolder() + u"/forms"_s).value().withOwn(folder.path(), tryForm);
        QCOMPARE(forms.faults().size(), 1);
        QVERIFY(!forms.form(u"test"_s));
    }

    void aHallWithoutFormsOfItsOwnHasNoFaults()
    {
        const QTemporaryDir folder;
        const auto forms = FormFolder::load(base::dataFolder() + u"/forms"_s).value();
        QVERIFY(forms.withOwn(folder.filePath(u"nowhere"_s), tryForm).faults().isEmpty());
        QCOMPARE(forms.numbering().organ(u"公安部门"_s).code, u"样例"_s);
    }

    void serialPatterns_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text"); ///< empty: not a pattern
        QTest::newRow("as GB/T 9704 has it") << u"{organ}受〔{year}〕{serial}号"_s << u"湖卫受〔2026〕7号"_s;
        QTest::newRow("six digits") << u"{organ}〔{year}〕{serial:6}号"_s << u"湖卫〔2026〕000007号"_s;
        QTest::newRow("without organ") << u"政服受〔{year}〕{serial}号"_s << u"政服受〔2026〕7号"_s;
        QTest::newRow("no year") << u"{organ}{serial}号"_s << QString();
        QTest::newRow("two serials") << u"{year}{serial}{serial}"_s << QString();
        QTest::newRow("unknown word") << u"{year}{serial}{month}"_s << QString();
        QTest::newRow("open brace") << u"{year}{serial}{"_s << QString();
        QTest::newRow("blank in it") << u"{year} {serial}"_s << QString();
    }
    void serialPatterns()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QCOMPARE(isSerialPattern(pattern), !text.isEmpty());
        if (!text.isEmpty())
            QCOMPARE(serialText(pattern, u"湖卫"_s, 2026, 7), text);
    }

    void numbersAreRefusedWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("place"); ///< empty: fine
        const auto block = [](const char *rest) {
            return QByteArray(R"({"blocks":[{"code":"湖卫","paper":"acceptance-notice","year":2026,"from":1,"to":9})") + rest + "]}";
        };
        QTest::newRow("empty object") << "{}"_ba << QString();
        QTest::newRow("one block") << block("") << QString();
        QTest::newRow("next block") << block(R"(,{"code":"湖卫","paper":"acceptance-notice","year":2026,"from":10,"to":19})") << QString();
        QTest::newRow("overlap") << block(R"(,{"code":"湖卫","paper":"acceptance-notice","year":2026,"from":9,"to":19})") << u"blocks[1]"_s;
        QTest::newRow("backwards") << block(R"(,{"code":"湖公","paper":"acceptance-notice","year":2026,"from":9,"to":1})") << u"blocks[1]"_s;
        QTest::newRow("no number") << block(R"(,{"code":"湖公","paper":"acceptance-notice","year":2026,"from":"1","to":9})") << u"blocks[1].from"_s;
        QTest::newRow("year 26") << block(R"(,{"code":"湖公","paper":"acceptance-notice","year":26,"from":1,"to":9})") << u"blocks[1].year"_s;
        QTest::newRow("unknown key") << R"({"organ":{}})"_ba << u"organ"_s;
        QTest::newRow("organ without code") << R"({"organs":{"公安部门":{"name":"湖滨公安分局"}}})"_ba << u"organs.公安部门.code"_s;
        QTest::newRow("whole organ")
            << R"({"organs":{"公安部门":{"name":"湖滨公安分局","code":"湖公","review":"湖滨区人民政府","court":"湖滨区人民法院"}}})"_ba << QString();
        QTest::newRow("not JSON") << "{"_ba << u"byte"_s;
    }
    void numbersAreRefusedWithTheirPlace()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, place);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"numbers.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(json);
        file.close();
        const FormFolder forms = FormFolder::load(base::dataFolder() + u"/forms"_s).value().withOwn(folder.path(), tryForm);
        QCOMPARE(forms.faults().size(), place.isEmpty() ? 0 : 1);
        if (!place.isEmpty())
            QVERIFY2(forms.faults().first().place.contains(place), qPrintable(forms.faults().first().place));
        QVERIFY2(forms.numbering().blocks(u"样例"_s, u"acceptance-notice"_s, 2026).isEmpty(), "a hall that names numbers gets no others");
    }

    void foldersWithoutSoundFormsAreRefused()
    {
        const QTemporaryDir folder;
        QVERIFY(!FormFolder::load(folder.path()));
        QVERIFY(!FormFolder::load(folder.filePath(u"nowhere"_s)));
        QVERIFY(QDir(folder.path()).mkdir(u"other"_s));
        QVERIFY(!FormFolder::load(folder.path()));
        QFile file(folder.filePath(u"other/form.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(formWith({}));
        file.close();
        const auto otherName = FormFolder::load(folder.path());
        QVERIFY(!otherName);
        QCOMPARE(otherName.error().place, file.fileName());
    }
};

QTEST_GUILESS_MAIN(TestForms)
#include "tst_forms.moc"
