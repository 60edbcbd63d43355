#include "core/guides/phrases.h"

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
    const std::u32string plain = guides::plainLetters(character);
    QCOMPARE(plain.size(), size_t(1));
    QCOMPARE(m_pinyin.readingsOf(plain.front()), readings);
}

void TestPinyin::typedForm_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("spaces") << u"  xin sheng\u3000er "_s << QStringList{u"xin"_s, u"sheng"_s, u"er"_s};
    QTest::newRow("capitals") << u"XSE"_s << QStringList{u"xse"_s};
    QTest::newRow("full-width") << u"ＫＴＶ２００"_s << QStringList{u"ktv200"_s};
    QTest::newRow("parted syllables") << u"xi'an"_s << QStringList{u"xian"_s};
    QTest::newRow("ü") << u"NÜ"_s << QStringList{u"nv"_s};
    QTest::newRow("ü of two parts") << u"nu\u0308"_s << QStringList{u"nv"_s};
    QTest::newRow("book title marks") << u"《就业》"_s << QStringList{u"就业"_s};
    QTest::newRow("nothing to be found") << u"（） *"_s << QStringList{};
    QTest::newRow("a word twice") << u"户口 ＊ 户口"_s << QStringList{u"户口"_s};
    QTest::newRow("beyond U+FFFF") << u"𬭚"_s << QStringList{u"𬭚"_s};
    QTest::newRow("pasted book") << QString(5000, u'a') << QStringList{QString(60, u'a')};
    QTest::newRow("many words") << u"a b c d e f g h i j k l"_s
                                << u"a b c d e f g h i j"_s.split(u' ');
}

void TestPinyin::typedForm()
{
    QFETCH(QString, raw);
    QStringList words;
    for (const std::u32string &word : guides::typedWords(raw))
        words << QString::fromStdU32String(word);
    QTEST(words, "words");
}

void TestPinyin::fits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("where");
    const auto row = [](const char *name, const QString &text, const QString &query, const QString &where) {
        QTest::newRow(name) << text << query << where;
    };
    const QString start = u"start+"_s;
    const QString inside = u"+"_s;
    const QString nowhere;
    const QString newborn = u"新生儿出生"_s;
    row("characters", newborn, u"新生儿"_s, start);
    row("one character inside", newborn, u"儿"_s, inside);
    row("full pinyin", newborn, u"xinshenger"_s, start);
    row("initials", newborn, u"xse"_s, start);
    row("one initial", newborn, u"c"_s, inside);
    row("pinyin and a character", newborn, u"xin生er"_s, start);
    row("pinyin, initial and a character", newborn, u"xins儿chu"_s, start);
    row("syllable not finished", newborn, u"xinsh"_s, start);
    row("initial of two letters", newborn, u"xshe"_s, start);
    row("capitals, syllables parted", newborn, u"Xin'Sheng"_s, start);
    row("everything", newborn, u"xinshengerchusheng"_s, start);
    row("other sound of a character", u"行业"_s, u"hangye"_s, start);
    row("usual sound of the same character", u"行业"_s, u"xingye"_s, start);
    row("ü typed as v", u"子女入学"_s, u"zinv"_s, start);
    row("ü typed as u", u"子女入学"_s, u"zinu"_s, start);
    row("ü alone at the begin", u"女"_s, u"nü"_s, start);
    row("punctuation is jumped over", u"《就业创业证》申领"_s, u"yezhengsl"_s, inside);
    row("Latin letters in the text", u"兼营KTV的"_s, u"jyktv"_s, start);
    row("digits in the text", u"营业面积２００平方米"_s, u"mj200p"_s, inside);
    row("longer than the text", newborn, u"新生儿出生后"_s, nowhere);
    row("a gap", newborn, u"新儿"_s, nowhere);
    row("a gap in initials", newborn, u"xe"_s, nowhere);
    row("end of a syllable", newborn, u"in"_s, nowhere);
    row("letters after a whole syllable", newborn, u"xinn"_s, nowhere);
    row("a character that sounds alike", newborn, u"心生"_s, nowhere);
    row("empty text", QString(), u"a"_s, nowhere);
    row("a number that the text has not", newborn, u"7"_s, nowhere);
    row("a character that no text has", newborn, u"瀍"_s, nowhere);
    row("Latin V is not typed as u", u"KTV"_s, u"ktu"_s, nowhere);
    row("beyond U+FFFF by sound", u"甲𬭚"_s, u"chun"_s, inside);
    row("beyond U+FFFF by itself", u"甲𬭚"_s, u"𬭚"_s, inside);
}

void TestPinyin::fits()
{
    QFETCH(QString, text);
    QFETCH(QString, query);
    guides::Phrases phrases(1);
    phrases.own(0, 7, phrases.add(0, text));
    phrases.close(m_pinyin);
    const QList<std::u32string> words = guides::typedWords(query);
    QCOMPARE(words.size(), 1);
    const guides::Needle needle(words.front(), phrases.alphabet());
    QString where;
    const auto look = [&](guides::Phrases::How how, const QString &place) {
        const auto every = [](const guides::Phrases::Owner &) { return true; };
        phrases.find(needle, phrases.mayHold(needle), 0, how, every, [&](const guides::Phrases::Owner &owner) {
            QCOMPARE(owner.entry, 7u);
            QCOMPARE(phrases.shown(owner.text), text);
            where += place;
        });
    };
    look(guides::Phrases::How::Start, u"start"_s);
    look(guides::Phrases::How::Anywhere, u"+"_s);
    QTEST(where, "where");
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
    QTest::newRow("longer than any") << QByteArray("新\txinxinx\n") << 1;
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
