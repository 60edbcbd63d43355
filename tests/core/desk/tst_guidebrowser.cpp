#include "core/desk/guidebrowser.h"
#include "core/desk/shelfsearch.h"
#include "core/guides/shelf.h"

#include <QElapsedTimer>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using desk::GuideBrowser;
using Facet = GuideBrowser::Facet;

namespace {

Matter matter(const QString &id, const QString &name, QChar mark, MatterStatus status, const QString &audience,
              const QString &lead, const QList<std::pair<QString, QString>> &items)
{
    Matter matter;
    matter.id = id;
    matter.name = name;
    matter.mark = mark;
    matter.status = status;
    matter.audience = audience;
    matter.lead = lead;
    for (const auto &[department, level] : items)
        matter.items.append(Item{.id = department, .name = u"事项"_s, .department = department, .level = level});
    return matter;
}

GuidePack pack(const QString &id, const QString &version, const QString &region, const QString &regionCode,
               const QList<Matter> &matters)
{
    GuidePack pack;
    pack.id = id;
    pack.version = version;
    pack.title = id + u" "_s + version;
    pack.publisher = u"样例"_s;
    pack.regionName = region;
    pack.regionCode = regionCode;
    pack.from = QDate(2026, 1, 1);
    pack.matters = matters;
    return pack;
}

guides::Shelf smallShelf()
{
    const auto sample = MatterStatus::Sample;
    const auto catalogue = MatterStatus::Catalogue;
    const Matter newborn = matter(u"newborn"_s, u"新生儿出生"_s, u'*', sample, u"个人"_s, u"卫生健康部门"_s,
                                  {{u"公安部门"_s, u"县级"_s}, {u"医保部门"_s, u"市、县级"_s}});
    const Matter school = matter(u"school"_s, u"儿童入学"_s, u'-', catalogue, u"个人"_s, u"教育部门"_s,
                                 {{u"公安部门"_s, u"市、县级（不含市辖区）"_s}});
    const Matter shop = matter(u"shop"_s, u"开超市"_s, u'#', sample, u"企业"_s, u"市场监管部门"_s,
                               {{u"消防救援机构"_s, u"县级"_s}, {u"卫生健康部门"_s, u"省级"_s}});
    const Matter hotel = matter(u"hotel"_s, u"开旅馆"_s, u'-', MatterStatus::Official, u"企业"_s, u"公安部门"_s,
                                {{u"公安部门"_s, u"市级"_s}});
    return guides::Shelf({pack(u"a"_s, u"1.9"_s, u"甲市"_s, u"410300"_s, {newborn}),
                          pack(u"a"_s, u"1.10"_s, u"甲市"_s, u"410300"_s, {newborn, school}),
                          pack(u"b"_s, u"2"_s, u"乙市"_s, u"411200"_s, {shop, hotel})});
}

QString readings()
{
    return qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/pinyin/readings.tsv"_s;
}

QString linesOf(const GuideBrowser::Findings &findings)
{
    QStringList ids;
    for (const desk::MatterLine &line : findings.lines)
        ids << line.ref.matter;
    return ids.join(u' ');
}

QString valuesOf(const GuideBrowser::Findings &findings, Facet facet)
{
    QStringList texts;
    for (const GuideBrowser::Value &value : findings.of(facet))
        texts << u"%1 %2"_s.arg(value.value).arg(value.matters);
    return texts.join(u", "_s);
}

}

class TestGuideBrowser : public QObject
{
    Q_OBJECT

private slots:
    void filters_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<GuideBrowser::Filter>("filter");
        QTest::addColumn<QString>("lines");
        using Filter = GuideBrowser::Filter;
        const QString all;
        QTest::newRow("everything in catalogue order") << all << Filter{} << u"newborn school shop hotel"_s;
        QTest::newRow("audience") << all << Filter{{Facet::Audience, u"企业"_s}} << u"shop hotel"_s;
        QTest::newRow("lead or co-handling")
            << all << Filter{{Facet::Department, u"卫生健康部门"_s}} << u"newborn shop"_s;
        QTest::newRow("level of two") << all << Filter{{Facet::Level, u"市级"_s}} << u"newborn school hotel"_s;
        QTest::newRow("level without what is in brackets")
            << all << Filter{{Facet::Level, u"县级"_s}} << u"newborn school shop"_s;
        QTest::newRow("mark") << all << Filter{{Facet::Mark, u"*"_s}} << u"newborn"_s;
        QTest::newRow("region") << all << Filter{{Facet::Region, u"乙市"_s}} << u"shop hotel"_s;
        QTest::newRow("status") << all << Filter{{Facet::Status, u"catalogue"_s}} << u"school"_s;
        QTest::newRow("two filters") << all << Filter{{Facet::Department, u"公安部门"_s}, {Facet::Level, u"县级"_s}}
                                     << u"newborn school"_s;
        QTest::newRow("query") << u"kai"_s << Filter{} << u"shop hotel"_s;
        QTest::newRow("query and filter") << u"kai"_s << Filter{{Facet::Level, u"省级"_s}} << u"shop"_s;
        QTest::newRow("nothing") << u"离婚"_s << Filter{} << QString();
        QTest::newRow("a value of no matter") << all << Filter{{Facet::Region, u"丙市"_s}} << QString();
    }
    void filters()
    {
        QFETCH(QString, query);
        QFETCH(GuideBrowser::Filter, filter);
        const guides::Shelf shelf = smallShelf();
        const desk::ShelfSearch search(shelf, readings(), {});
        QTEST(linesOf(GuideBrowser(shelf, search, {}).find(query, filter)), "lines");
    }

    void valuesAreCounted_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<GuideBrowser::Filter>("filter");
        QTest::addColumn<Facet>("facet");
        QTest::addColumn<QString>("values");
        using Filter = GuideBrowser::Filter;
        const QString all;
        QTest::newRow("departments, each matter once")
            << all << Filter{} << Facet::Department
            << u"卫生健康部门 2, 公安部门 3, 医保部门 1, 教育部门 1, 市场监管部门 1, 消防救援机构 1"_s;
        QTest::newRow("levels") << all << Filter{} << Facet::Level << u"县级 3, 市级 3, 省级 1"_s;
        QTest::newRow("marks") << all << Filter{} << Facet::Mark << u"* 1, - 2, # 1"_s;
        QTest::newRow("status") << all << Filter{} << Facet::Status << u"sample 2, catalogue 1, official 1"_s;
        QTest::newRow("the own filter does not count")
            << all << Filter{{Facet::Audience, u"个人"_s}} << Facet::Audience << u"个人 2, 企业 2"_s;
        QTest::newRow("another filter counts")
            << all << Filter{{Facet::Audience, u"个人"_s}} << Facet::Region << u"甲市 2, 乙市 0"_s;
        QTest::newRow("both") << all << Filter{{Facet::Audience, u"企业"_s}, {Facet::Mark, u"#"_s}} << Facet::Mark
                              << u"* 0, - 1, # 1"_s;
        QTest::newRow("the query counts") << u"旅馆"_s << Filter{} << Facet::Region << u"甲市 0, 乙市 1"_s;
    }
    void valuesAreCounted()
    {
        QFETCH(QString, query);
        QFETCH(GuideBrowser::Filter, filter);
        QFETCH(Facet, facet);
        const guides::Shelf shelf = smallShelf();
        const desk::ShelfSearch search(shelf, readings(), {});
        QTEST(valuesOf(GuideBrowser(shelf, search, {}).find(query, filter), facet), "values");
    }

    void ownCityComesFirst()
    {
        const guides::Shelf shelf = smallShelf();
        const desk::ShelfSearch search(shelf, readings(), u"411202"_s);
        const GuideBrowser browser(shelf, search, u"411202"_s);
        QCOMPARE(linesOf(browser.find({}, {})), u"shop hotel newborn school"_s);
        QCOMPARE(valuesOf(browser.find({}, {}), Facet::Region), u"乙市 2, 甲市 2"_s);
    }

    void everyVersionAtHand()
    {
        const guides::Shelf shelf = smallShelf();
        const desk::ShelfSearch search(shelf, readings(), {});
        const GuideBrowser browser(shelf, search, {});
        const auto versions = browser.versions(u"a"_s);
        QCOMPARE(versions.size(), 2);
        QCOMPARE(versions[0].version, u"1.10"_s);
        QCOMPARE(versions[0].matters, 2);
        QVERIFY(versions[0].inUse);
        QCOMPARE(versions[0].from, QDate(2026, 1, 1));
        QCOMPARE(versions[1].version, u"1.9"_s);
        QVERIFY(!versions[1].inUse);
        QVERIFY(browser.versions(u"unknown"_s).isEmpty());
        QVERIFY(browser.guide({u"a"_s, u"1.9"_s, u"newborn"_s}));
        QVERIFY(!browser.guide({u"a"_s, u"1.9"_s, u"school"_s}));
    }

    /// As many as a province has; ten times the 5 ms it must take, because other programs may run beside the test.
    void isQuickWith5000Guides()
    {
        const auto real = guides::Shelf::load(qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/guides"_s);
        QList<GuidePack> packs;
        for (qsizetype matters = 0; matters < 5000;) {
            GuidePack copy = real->packs().at(packs.size() % real->packs().size());
            copy.id += u"-%1"_s.arg(packs.size());
            matters += copy.matters.size();
            packs.append(copy);
        }
        const guides::Shelf shelf(packs);
        const desk::ShelfSearch search(shelf, readings(), {});
        const GuideBrowser browser(shelf, search, {});
        for (const QString &query : {QString(), u"xinshenger"_s, u"公安"_s}) {
            qint64 quickest = std::numeric_limits<qint64>::max();
            for (int round = 0; round < 5; ++round) {
                QElapsedTimer timer;
                timer.start();
                const auto findings = browser.find(query, {{Facet::Audience, u"个人"_s}});
                quickest = std::min(quickest, timer.nsecsElapsed());
                QVERIFY(!findings.lines.isEmpty());
            }
            qInfo("%s: %.2f ms", qPrintable(query), double(quickest) / 1e6);
            QVERIFY(quickest < 50'000'000);
        }
    }
};

QTEST_GUILESS_MAIN(TestGuideBrowser)
#include "tst_guidebrowser.moc"
