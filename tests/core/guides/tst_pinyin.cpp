#include "core/guides/pinyin.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using guides::Pinyin;

namespace {

QString tableFile()
{
    return qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/pinyin/readings.tsv"_s;
}

}

class TestPinyin : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void tableIsWhole();
    void readings_data();
    void readings();
    void typedForm_data();
    void typedForm();
    void fits_data();
    void fits();
    void longQueryFitsNowhere();
    void brokenTable_data();
    void brokenTable();
    void missingTable();

private:
    Pinyin m_pinyin;
};

void TestPinyin::initTestCase()
{
    const auto pinyin = Pinyin::load(tableFile());
    QVERIFY2(pinyin, pinyin ? "" : qPrintable(pinyin.error().place));
    m_pinyin = *pinyin;
}

void TestPinyin::tableIsWhole()
{
    QCOMPARE(m_pinyin.size(), 21169);
}

void TestPinyin::readings_data()
{
    QTest::addColumn<QString>("character");
    QTest::addColumn<QByteArrayList>("readings");
    QTest::newRow("one sound") << u"新"_s << QByteArrayList{"xin"};
    QTest::newRow("several sounds") << u"行"_s << QByteArrayList{"xing", "hang", "heng"};
    QTest::newRow("ü is v") << u"女"_s << QByteArrayList{"nv"};
    QTest::newRow("outside GB 2312") << u"瀍"_s << QByteArrayList{"chan"};
    QTest::newRow("beyond U+FFFF") << u"𬭚"_s << QByteArrayList{"chun"};
    QTest::newRow("a Latin letter") << u"K"_s << QByteArrayList{};
    QTest::newRow("a digit") << u"２"_s << QByteArrayList{};
}

void TestPinyin::readings()
{
    QFETCH(QString, character);
    QFETCH(QByteArrayList, readings);
    const guides::Spelling spelling = m_pinyin.spell(character);
    QCOMPARE(spelling.letters.size(), 1);
    QCOMPARE(spelling.letters.at(0).readings, readings);
}

void TestPinyin::typedForm_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("form");
    QTest::newRow("spaces") << u"  xin sheng\u3000er "_s << u"xinshenger"_s;
    QTest::newRow("capitals") << u"XSE"_s << u"xse"_s;
    QTest::newRow("full-width") << u"ＫＴＶ２００"_s << u"ktv200"_s;
    QTest::newRow("parted syllables") << u"xi'an"_s << u"xian"_s;
    QTest::newRow("ü") << u"NÜ"_s << u"nv"_s;
    QTest::newRow("ü of two parts") << u"nu\u0308"_s << u"nv"_s;
    QTest::newRow("book title marks") << u"《就业》"_s << u"就业"_s;
    QTest::newRow("nothing to be found") << u"（）*"_s << QString();
    QTest::newRow("beyond U+FFFF") << u"𬭚"_s << u"𬭚"_s;
    QTest::newRow("pasted book") << QString(5000, u'a') << QString(100, u'a');
}

void TestPinyin::typedForm()
{
    QFETCH(QString, raw);
    QFETCH(QString, form);
    QCOMPARE(QString::fromStdU32String(guides::typed(raw)), form);
}

void TestPinyin::fits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<qsizetype>("at");
    const auto row = [](const char *name, const QString &text, const QString &query, qsizetype at) {
        QTest::newRow(name) << text << query << at;
    };
    const QString newborn = u"新生儿出生"_s;
    row("characters", newborn, u"新生儿"_s, 0);
    row("one character inside", newborn, u"儿"_s, 2);
    row("full pinyin", newborn, u"xinshenger"_s, 0);
    row("initials", newborn, u"xse"_s, 0);
    row("one initial", newborn, u"c"_s, 3);
    row("pinyin and a character", newborn, u"xin生er"_s, 0);
    row("pinyin, initial and a character", newborn, u"xins儿chu"_s, 0);
    row("syllable not finished", newborn, u"xinsh"_s, 0);
    row("initial of two letters", newborn, u"xshe"_s, 0);
    row("capitals and spaces", newborn, u"Xin Sheng"_s, 0);
    row("everything", newborn, u"xinshengerchusheng"_s, 0);
    row("other sound of a character", u"行业"_s, u"hangye"_s, 0);
    row("usual sound of the same character", u"行业"_s, u"xingye"_s, 0);
    row("ü typed as v", u"子女入学"_s, u"zinv"_s, 0);
    row("ü typed as u", u"子女入学"_s, u"zinu"_s, 0);
    row("ü alone at the begin", u"女"_s, u"nü"_s, 0);
    row("punctuation is jumped over", u"《就业创业证》申领"_s, u"yezhengsl"_s, 3);
    row("Latin letters in the text", u"兼营KTV的"_s, u"jyktv"_s, 0);
    row("digits in the text", u"营业面积２００平方米"_s, u"mj200p"_s, 2);
    row("longer than the text", newborn, u"新生儿出生后"_s, -1);
    row("a gap", newborn, u"新儿"_s, -1);
    row("a gap in initials", newborn, u"xe"_s, -1);
    row("end of a syllable", newborn, u"in"_s, -1);
    row("letters after a whole syllable", newborn, u"xinn"_s, -1);
    row("a character that sounds alike", newborn, u"心生"_s, -1);
    row("empty text", QString(), u"a"_s, -1);
    row("empty query", newborn, QString(), 0);
    row("beyond U+FFFF by sound", u"甲𬭚"_s, u"chun"_s, 1);
    row("beyond U+FFFF by itself", u"甲𬭚"_s, u"𬭚"_s, 1);
}

void TestPinyin::fits()
{
    QFETCH(QString, text);
    QFETCH(QString, query);
    QTEST(m_pinyin.spell(text).find(guides::typed(query)), "at");
}

void TestPinyin::longQueryFitsNowhere()
{
    const guides::Spelling spelling = m_pinyin.spell(QString(200, u'a'));
    QCOMPARE(spelling.find(std::u32string(100, U'a')), 0);
    QCOMPARE(spelling.find(std::u32string(101, U'a')), -1);
}

void TestPinyin::brokenTable_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<int>("line");
    QTest::newRow("no tab") << QByteArray("# remark\n新 xin\n") << 2;
    QTest::newRow("no reading") << QByteArray("新\t\n") << 1;
    QTest::newRow("two characters") << QByteArray("新\txin\n新生\txin\n") << 2;
    QTest::newRow("no character") << QByteArray("\txin\n") << 1;
    QTest::newRow("with a tone") << QByteArray("新\txīn\n") << 1;
    QTest::newRow("two spaces") << QByteArray("行\txing  hang\n") << 1;
    QTest::newRow("space at the end") << QByteArray("行\txing \n") << 1;
    QTest::newRow("line break of Windows") << QByteArray("新\txin\r\n") << 1;
    QTest::newRow("empty line") << QByteArray("新\txin\n\n生\tsheng\n") << 2;
    QTest::newRow("out of order") << QByteArray("新\txin\n中\tzhong\n") << 2;
    QTest::newRow("character twice") << QByteArray("新\txin\n新\txing\n") << 2;
    QTest::newRow("not UTF-8") << QByteArray("\xd0\xc2\txin\n") << 1;
}

void TestPinyin::brokenTable()
{
    QFETCH(QByteArray, table);
    QFETCH(int, line);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"readings.tsv"_s));
    QVERIFY(file.open(QFile::WriteOnly) && file.write(table) == table.size());
    file.close();
    const auto pinyin = Pinyin::load(file.fileName());
    QVERIFY(!pinyin);
    QCOMPARE(pinyin.error().kind, base::Error::Kind::Document);
    QCOMPARE(pinyin.error().place, u"%1: line %2"_s.arg(file.fileName()).arg(line));
}

void TestPinyin::missingTable()
{
    const auto pinyin = Pinyin::load(u"/nowhere/readings.tsv"_s);
    QVERIFY(!pinyin);
    QCOMPARE(pinyin.error().place, u"/nowhere/readings.tsv"_s);
}

QTEST_APPLESS_MAIN(TestPinyin)
#include "tst_pinyin.moc"
