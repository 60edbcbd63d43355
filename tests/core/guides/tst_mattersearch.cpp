#include "tests/core/guides/searchcorpus.h"

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

/// One matter of a few words in every field.
domain::GuidePack fullPack()
{
    domain::GuidePack pack = packOf(
        u"full"_s, {{u"开饭店"_s, {u"开个小饭馆"_s}, {u"公众聚集场所检查"_s}}, {u"开超市"_s, {}, {u"登记"_s}}});
    pack.materials = {domain::Material{.id = u"plan"_s, .name = u"平面布置图"_s},
                      domain::Material{.id = u"lease"_s, .name = u"租赁合同"_s}};
    domain::Matter &matter = pack.matters.front();
    matter.lead = u"市场监管部门"_s;
    matter.items.front().department = u"消防救援机构"_s;
    matter.items.front().materials
        = {domain::MaterialUse{.material = u"plan"_s}, domain::MaterialUse{.material = u"lease"_s}};
    matter.situations = {domain::Situation{.id = u"area"_s, .question = u"营业面积多少？"_s}};
    matter.faq = {domain::Faq{.question = u"多久能办好"_s, .answer = u"五个工作日，长期有效"_s, .provenance = {}}};
    return pack;
}

QStringList linesOf(const QList<MatterHit> &hits)
{
    QStringList lines;
    for (const MatterHit &hit : hits)
        lines << hit.ref.pack + u'/' + hit.ref.matter + u'/' + hit.because;
    return lines;
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
    void everyFieldIsSearched_data();
    void everyFieldIsSearched();
    void whatIsOpenedOftenComesFirstWithinItsRank();
    void agreesWithTryingEverything();

private:
    MatterSearch small() const { return MatterSearch(guides::Shelf({packOf(u"a"_s, smallCatalogue())}), m_pinyin); }

    guides::Pinyin m_pinyin;
};

void TestMatterSearch::initTestCase()
{
    m_pinyin = searchcorpus::pinyin();
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
    QTest::newRow("two words in one name") << u"sheng 新"_s << QStringList{newborn, graduate};
    QTest::newRow("the word that fits worst ranks") << u"e hkcx"_s << QStringList{};
    QTest::newRow("words in several fields") << u"生 就业"_s << QStringList{graduate};
    QTest::newRow("one word of two fits nothing") << u"新 离婚"_s << QStringList{};
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

void TestMatterSearch::everyFieldIsSearched_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("line");
    const QString none;
    const auto because = [](const QString &text) { return u"full/matter-1/"_s + text; };
    QTest::newRow("name") << u"饭店"_s << because({});
    QTest::newRow("wording") << u"xfg"_s << because(u"开个小饭馆"_s);
    QTest::newRow("item") << u"changsuo"_s << because(u"公众聚集场所检查"_s);
    QTest::newRow("material") << u"pmbzt"_s << because(u"平面布置图"_s);
    QTest::newRow("second material") << u"租赁"_s << because(u"租赁合同"_s);
    QTest::newRow("lead department") << u"监管"_s << because(u"市场监管部门"_s);
    QTest::newRow("co-handling department") << u"xfjy"_s << because(u"消防救援机构"_s);
    QTest::newRow("situation") << u"yymianji"_s << because(u"营业面积多少？"_s);
    QTest::newRow("question of the FAQ") << u"duojiu"_s << because(u"多久能办好"_s);
    QTest::newRow("answer by characters says its question") << u"长期"_s << because(u"多久能办好"_s);
    QTest::newRow("answer by pinyin is not searched") << u"changqi"_s << none;
    QTest::newRow("words in two fields") << u"租赁 长期"_s << because(u"租赁合同；多久能办好"_s);
    QTest::newRow("a word in the name says nothing") << u"饭店 图"_s << because(u"平面布置图"_s);
    QTest::newRow("not across texts") << u"图租"_s << none;
}

void TestMatterSearch::everyFieldIsSearched()
{
    QFETCH(QString, query);
    QFETCH(QString, line);
    const QStringList lines = linesOf(MatterSearch(guides::Shelf({fullPack()}), m_pinyin).find(query, 10));
    QCOMPARE(lines, line.isEmpty() ? QStringList() : QStringList{line});
}

void TestMatterSearch::whatIsOpenedOftenComesFirstWithinItsRank()
{
    MatterSearch search = small();
    const auto found = [&](const QString &query) { return linesOf(search.find(query, 2)); };
    const QString newborn = u"a/matter-2/"_s;
    const QString graduate = u"a/matter-3/"_s;
    QCOMPARE(found(u"sheng"_s), (QStringList{newborn, graduate}));
    search.countOpened(u"a"_s, u"matter-3"_s);
    QCOMPARE(found(u"sheng"_s), (QStringList{graduate, newborn}));
    search.countOpened(u"a"_s, u"matter-2"_s, 2);
    QCOMPARE(found(u"sheng"_s), (QStringList{newborn, graduate}));
    search.countOpened(u"a"_s, u"matter-4"_s, 1000); // fits by an item only
    QCOMPARE(found(u"sheng"_s), (QStringList{newborn, graduate}));
    QCOMPARE(found(QString()).first(), u"a/matter-1/"_s);
    search.countOpened(u"of another window"_s, u"matter-2"_s);
}

/// A short form of soak_search.
void TestMatterSearch::agreesWithTryingEverything()
{
    const QList<domain::GuidePack> packs = searchcorpus::guides(searchcorpus::realPacks(), 100, 7);
    MatterSearch search(guides::Shelf(packs), m_pinyin);
    SearchOracle oracle(packs, m_pinyin);
    for (qsizetype i = 0; i < packs.first().matters.size(); i += 3) {
        search.countOpened(packs.first().id, packs.first().matters[i].id, i % 4);
        oracle.countOpened(packs.first().id, packs.first().matters[i].id, int(i % 4));
    }
    searchcorpus::Queries queries(packs, m_pinyin, 20261121);
    int found = 0;
    for (int round = 0; round < 3000; ++round) {
        const QString query = queries.next(searchcorpus::Kind(round % searchcorpus::kinds));
        const QStringList expected = oracle.find(query);
        const int most = round % 2 ? 10 : 1000;
        const QStringList lines = linesOf(search.find(query, most));
        QVERIFY2(lines == expected.mid(0, most), qPrintable(query));
        found += !lines.isEmpty();
    }
    QVERIFY2(found > 2000, "the queries must be such that most find something");
}

QTEST_APPLESS_MAIN(TestMatterSearch)
#include "tst_mattersearch.moc"
