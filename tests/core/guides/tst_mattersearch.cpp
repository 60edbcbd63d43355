#include "core/guides/mattersearch.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using guides::MatterHit;
using guides::MatterSearch;

namespace {

struct Words {
    QString name;
    QStringList keywords;
    QStringList items;
};

domain::GuidePack packOf(const QString &id, const QList<Words> &matters)
{
    domain::GuidePack pack;
    pack.id = id;
    pack.version = u"1"_s;
    pack.regionName = u"样例市"_s;
    for (const Words &words : matters) {
        domain::Matter matter;
        matter.sequence = int(pack.matters.size()) + 1;
        matter.id = u"matter-%1"_s.arg(matter.sequence);
        matter.name = words.name;
        matter.audience = u"个人"_s;
        matter.lead = u"公安部门"_s;
        matter.keywords = words.keywords;
        for (const QString &name : words.items)
            matter.items.append(domain::Item{.id = name, .name = name});
        pack.matters.append(matter);
    }
    return pack;
}

QList<Words> smallCatalogue()
{
    return {{u"儿童入学（小学、初中）"_s, {}, {u"户籍信息查询"_s, u"不动产查询"_s}},
            {u"新生儿出生"_s, {u"娃上户口"_s}, {u"出生医学证明签发"_s, u"社会保障卡申领"_s}},
            {u"高校毕业生就业"_s, {u"新生报到"_s}, {u"《就业创业证》申领"_s}},
            {u"公民婚育"_s, {u"领结婚证"_s}, {u"生育登记"_s}},
            {u"开办新企业"_s, {}, {u"企业登记注册"_s}}};
}

/// Everything that may be typed for the letters from \a at on, spelled out one way after the other: slow and plainly right.
bool fitsFrom(const guides::Spelling &spelling, qsizetype at, std::u32string_view query)
{
    if (query.empty())
        return true;
    if (at == spelling.letters.size())
        return false;
    const guides::Spelling::Letter &letter = spelling.letters.at(at);
    if (query.front() == letter.character && fitsFrom(spelling, at + 1, query.substr(1)))
        return true;
    for (const QByteArray &reading : letter.readings) {
        for (size_t length = 1; length <= std::min(size_t(reading.size()), query.size()); ++length) {
            bool isEqual = true;
            for (size_t i = 0; i < length; ++i) {
                const char32_t sound = char32_t(reading[qsizetype(i)]);
                isEqual = isEqual && (query[i] == sound || (sound == U'v' && query[i] == U'u'));
            }
            if (isEqual && fitsFrom(spelling, at + 1, query.substr(length)))
                return true;
        }
    }
    return false;
}

/// 0 from the start, 1 later, 2 not at all.
int placeOf(const guides::Spelling &spelling, const std::u32string &query)
{
    if (fitsFrom(spelling, 0, query))
        return 0;
    for (qsizetype at = 1; at < spelling.letters.size(); ++at) {
        if (fitsFrom(spelling, at, query))
            return 1;
    }
    return 2;
}

}

class TestMatterSearch : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void emptyQueryGivesTheCatalogue();
    void hitSaysWhatItIs();
    void ranking_data();
    void ranking();
    void becauseSaysWhatFitted_data();
    void becauseSaysWhatFitted();
    void atMostSoMany();
    void newestVersionOnly();
    void agreesWithSpellingOutEveryWay();

private:
    MatterSearch small() const { return MatterSearch(guides::Shelf({packOf(u"a"_s, smallCatalogue())}), m_pinyin); }
    QString someText(QRandomGenerator &random) const;
    QString someQuery(QRandomGenerator &random, const QString &text) const;
    QStringList expected(const domain::GuidePack &pack, const std::u32string &query) const;

    guides::Pinyin m_pinyin;
};

void TestMatterSearch::initTestCase()
{
    const auto pinyin
        = guides::Pinyin::load(qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/pinyin/readings.tsv"_s);
    QVERIFY(pinyin);
    m_pinyin = *pinyin;
}

void TestMatterSearch::emptyQueryGivesTheCatalogue()
{
    const guides::Shelf shelf({packOf(u"b"_s, smallCatalogue()), packOf(u"a"_s, smallCatalogue())});
    const QList<MatterHit> hits = MatterSearch(shelf, m_pinyin).find(u"  "_s, 100);
    QCOMPARE(hits.size(), 10);
    for (qsizetype i = 0; i < hits.size(); ++i) {
        QCOMPARE(hits[i].ref.pack, i < 5 ? u"b"_s : u"a"_s);
        QCOMPARE(hits[i].ref.matter, u"matter-%1"_s.arg(i % 5 + 1));
        QVERIFY(hits[i].because.isEmpty());
    }
}

void TestMatterSearch::hitSaysWhatItIs()
{
    const QList<MatterHit> hits = small().find(u"婚育"_s, 1);
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits[0].ref, (domain::GuideRef{u"a"_s, u"1"_s, u"matter-4"_s}));
    QCOMPARE(hits[0].name, u"公民婚育"_s);
    QCOMPARE(hits[0].region, u"样例市"_s);
    QCOMPARE(hits[0].audience, u"个人"_s);
    QCOMPARE(hits[0].lead, u"公安部门"_s);
    QCOMPARE(hits[0].items, 1);
}

void TestMatterSearch::ranking_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("names");
    const QString school = u"儿童入学（小学、初中）"_s;
    const QString newborn = u"新生儿出生"_s;
    const QString graduate = u"高校毕业生就业"_s;
    const QString marriage = u"公民婚育"_s;
    const QString enterprise = u"开办新企业"_s;
    QTest::newRow("name from its start before name") << u"新"_s << QStringList{newborn, enterprise, graduate};
    QTest::newRow("name before common wording before item") << u"sheng"_s << QStringList{newborn, graduate, marriage};
    QTest::newRow("common wording of another") << u"xinsheng"_s << QStringList{newborn, graduate};
    QTest::newRow("item") << u"djzc"_s << QStringList{enterprise};
    QTest::newRow("equal rank in catalogue order") << u"er"_s << QStringList{school, newborn};
    QTest::newRow("mixture") << u"xin生er"_s << QStringList{newborn};
    QTest::newRow("full-width capitals") << u"ＸＳＥ"_s << QStringList{newborn};
    QTest::newRow("across brackets") << u"ruxuexiaoxue"_s << QStringList{school};
    QTest::newRow("nothing") << u"离婚"_s << QStringList{};
}

void TestMatterSearch::ranking()
{
    QFETCH(QString, query);
    QStringList names;
    for (const MatterHit &hit : small().find(query, 100))
        names << hit.name;
    QTEST(names, "names");
}

void TestMatterSearch::becauseSaysWhatFitted_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("because");
    QTest::newRow("name") << u"新生儿"_s << QString();
    QTest::newRow("common wording") << u"wshk"_s << u"娃上户口"_s;
    QTest::newRow("item by characters") << u"保障卡"_s << u"社会保障卡申领"_s;
    QTest::newRow("item by pinyin") << u"shbzk"_s << u"社会保障卡申领"_s;
}

void TestMatterSearch::becauseSaysWhatFitted()
{
    QFETCH(QString, query);
    const QList<MatterHit> hits = small().find(query, 100);
    QTEST(hits.isEmpty() ? QString() : hits.first().because, "because");
}

void TestMatterSearch::atMostSoMany()
{
    QCOMPARE(small().find(u"e"_s, 1).size(), 1);
    QCOMPARE(small().find(QString(), 3).size(), 3);
    QCOMPARE(small().find(QString(), 0).size(), 0);
    QCOMPARE(small().find(QString(), -1).size(), 0);
}

void TestMatterSearch::newestVersionOnly()
{
    domain::GuidePack old = packOf(u"a"_s, smallCatalogue());
    domain::GuidePack renewed = old;
    renewed.version = u"2"_s;
    const QList<MatterHit> hits = MatterSearch(guides::Shelf({renewed, old}), m_pinyin).find(u"新生儿"_s, 100);
    QCOMPARE(hits.size(), 1);
    QCOMPARE(hits[0].ref.version, u"2"_s);
}

/// Words of the field, put together at random; many characters have several sounds.
QString TestMatterSearch::someText(QRandomGenerator &random) const
{
    static const QStringList words
        = u"新生 儿 出生 登记 行业 银行 会计 子女 入学 旅馆 重庆 长期 公民 KTV 200 户口 （ ） 、 调解 𬭚 省级 单位"_s
              .split(u' ');
    QString text;
    for (int i = random.bounded(1, 6); i > 0; --i)
        text += words[random.bounded(int(words.size()))];
    return text;
}

/// A piece of \a text as somebody might type it, now and then with a wrong letter.
QString TestMatterSearch::someQuery(QRandomGenerator &random, const QString &text) const
{
    const guides::Spelling spelling = m_pinyin.spell(text);
    QString query;
    qsizetype at = spelling.letters.isEmpty() ? 0 : random.bounded(int(spelling.letters.size()));
    for (int letters = random.bounded(1, 6); letters > 0 && at < spelling.letters.size(); --letters, ++at) {
        const guides::Spelling::Letter &letter = spelling.letters.at(at);
        if (letter.readings.isEmpty() || random.bounded(3) == 0) {
            query += QString::fromUcs4(&letter.character, 1);
        } else {
            const QByteArray reading = letter.readings.at(random.bounded(int(letter.readings.size())));
            query += QString::fromLatin1(reading.first(random.bounded(1, int(reading.size()) + 1)));
        }
    }
    if (random.bounded(4) == 0)
        query += QChar(char16_t(u'a' + random.bounded(26)));
    return query;
}

QStringList TestMatterSearch::expected(const domain::GuidePack &pack, const std::u32string &query) const
{
    QList<QStringList> ranks(4);
    const auto fitsOne = [&](const QStringList &texts) {
        return std::ranges::any_of(texts,
                                   [&](const QString &text) { return placeOf(m_pinyin.spell(text), query) < 2; });
    };
    for (const domain::Matter &matter : pack.matters) {
        QStringList items;
        for (const domain::Item &item : matter.items)
            items << item.name;
        const int inName = placeOf(m_pinyin.spell(matter.name), query);
        const int rank = inName < 2 ? inName : fitsOne(matter.keywords) ? 2 : fitsOne(items) ? 3 : -1;
        if (rank >= 0)
            ranks[rank] << matter.id;
    }
    return ranks[0] + ranks[1] + ranks[2] + ranks[3];
}

void TestMatterSearch::agreesWithSpellingOutEveryWay()
{
    QRandomGenerator random(20261121);
    QList<Words> matters;
    for (int i = 0; i < 60; ++i) {
        matters.append({someText(random), {someText(random)}, {someText(random), someText(random), someText(random)}});
    }
    const domain::GuidePack pack = packOf(u"a"_s, matters);
    const MatterSearch search(guides::Shelf({pack}), m_pinyin);
    int found = 0;
    for (int round = 0; round < 600; ++round) {
        const QString query = someQuery(random, someText(random));
        const std::u32string form = guides::typed(query);
        if (form.empty())
            continue;
        QStringList ids;
        for (const MatterHit &hit : search.find(query, 100))
            ids << hit.ref.matter;
        QVERIFY2(ids == expected(pack, form), qPrintable(query));
        found += !ids.isEmpty();
    }
    QVERIFY2(found > 200, "the queries must be such that many find something");
}

QTEST_APPLESS_MAIN(TestMatterSearch)
#include "tst_mattersearch.moc"
