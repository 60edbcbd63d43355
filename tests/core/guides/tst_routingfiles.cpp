#include "core/guides/packschema.h"
#include "core/guides/routingreader.h"
#include "core/guides/shelf.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::Route;
using domain::RoutingTable;
using Gap = domain::Route::Gap;

namespace {

QString ofSource(const QString &path)
{
    return qEnvironmentVariable("YICHUANG_SOURCE") + path;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QByteArray soundRouting = R"({"format": 1, "routing": "city", "title": "某市分办", "version": "2026.1", "city": "411200", "sample": true,
 "from": "2026-01-01", "regions": [{"code": "411200", "name": "某市"}, {"code": "411202", "name": "某区"}, {"code": "411202001", "name": "某街道"}],
 "units": [
   {"id": "civil", "name": "某市民政局", "departments": ["民政部门"], "level": "city", "region": "411200", "source": "s", "confidence": "low"},
   {"id": "street", "name": "某街道", "departments": ["民政部门", "卫生健康部门"], "level": "township", "region": "411202001", "parent": "civil", "source": "s", "confidence": "low"}],
 "rules": [
   {"department": "民政部门", "level": "县级", "hall": "district", "region": "411202", "to": "city", "source": "s", "confidence": "low"},
   {"department": "消防救援机构", "reason": "本市不设", "source": "s", "confidence": "low"}]})";

}

/// The files that say who handles what: read, refused with place and reason; those that are shipped leave nothing open.
class TestRoutingFiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto shelf = guides::Shelf::load(ofSource(u"/resources/guides"_s));
        QVERIFY(shelf);
        m_shelf = *shelf;
    }

    void readsEveryPart()
    {
        const auto table = guides::readRouting(soundRouting, u"a.json"_s);
        QVERIFY2(table, table ? "" : qPrintable(table.error().place + table.error().detail));
        QCOMPARE(table->city, u"411200"_s);
        QVERIFY(table->sample && table->from == QDate(2026, 1, 1) && table->regions.size() == 3);
        QCOMPARE(table->unit(u"street"_s)->departments, (QStringList{u"民政部门"_s, u"卫生健康部门"_s}));
        QCOMPARE(table->unit(u"street"_s)->parent, u"civil"_s);
        QVERIFY(table->rules[0].to == domain::OfficeLevel::City && table->rules[0].hall == domain::RegionKind::District);
        QCOMPARE(table->rules[1].reason, u"本市不设"_s);
        QVERIFY(schema().faultsIn(soundRouting, u"a.json"_s).isEmpty());
    }

    void namesPlaceAndReason_data()
    {
        QTest::addColumn<QByteArray>("old");
        QTest::addColumn<QByteArray>("wrong");
        QTest::addColumn<QString>("place");
        QTest::addColumn<bool>("schemaSees"); ///< what refers to what is beyond a schema
        const auto row = [](const char *name, const char *old, const char *wrong, const char *place, bool schemaSees = true) {
            QTest::newRow(name) << QByteArray(old) << QByteArray(wrong) << u"a.json: "_s + QLatin1String(place) << schemaSees;
        };
        row("another format", R"("format": 1)", R"("format": 2)", "format");
        row("no city", R"("city": "411200")", R"("city": "411202")", "city");
        row("no version", R"("2026.1")", R"("new")", "version");
        row("no day", R"("from": "2026-01-01")", R"("from": null)", "from");
        row("unknown key", R"("sample")", R"("smaple")", "smaple");
        row("a region that is none", R"("code": "411202001")", R"("code": "4112020")", "regions[2].code");
        row("a region twice", R"("code": "411202", "name")", R"("code": "411200", "name")", "regions[1].code", false);
        row("no unit", R"("departments": ["民政部门"])", R"("departments": [])", "units[0].departments");
        row("no such level", R"("level": "city")", R"("level": "town")", "units[0].level");
        row("level of another region", R"("level": "city")", R"("level": "county")", "units[0].level", false);
        row("region without a name", R"("region": "411202001")", R"("region": "411202002")", "units[1].region", false);
        row("parent that is not there", R"("parent": "civil")", R"("parent": "police")", "units[1].parent", false);
        row("its own parent", R"("parent": "civil")", R"("parent": "street")", "units[1].parent", false);
        row("id twice", R"("id": "street")", R"("id": "civil")", "units[1].id", false);
        row("no source", R"("parent": "civil", "source": "s",)", R"("parent": "civil",)", "units[1].source");
        row("two ends", R"("to": "city")", R"("to": "city", "unit": "civil")", "rules[0]");
        row("no end", R"("to": "city",)", "", "rules[0]");
        row("a unit that is not there", R"("to": "city")", R"("unit": "police")", "rules[0].unit", false);
        row("a hall of no kind", R"("hall": "district")", R"("hall": "village")", "rules[0].hall");
        row("a department of nobody", R"("department": "民政部门", "level")", R"("department": "民政局", "level")", "rules[0].department", false);
        row("a region that is not there", R"("region": "411202", "to")", R"("region": "411203", "to")", "rules[0].region", false);
        row("same conditions", R"({"department": "消防救援机构", "reason")",
            R"({"department": "民政部门", "level": "县级", "hall": "district", "region": "411202", "reason")", "rules[1]", false);
    }
    void namesPlaceAndReason()
    {
        QFETCH(QByteArray, old);
        QFETCH(QByteArray, wrong);
        QFETCH(QString, place);
        QFETCH(bool, schemaSees);
        QVERIFY(soundRouting.contains(old));
        QByteArray json = soundRouting;
        json.replace(json.indexOf(old), old.size(), wrong);
        const auto table = guides::readRouting(json, u"a.json"_s);
        QVERIFY(!table);
        QVERIFY(!table.error().detail.isEmpty());
        QStringList places;
        for (const base::Error &fault : guides::routingFaultsIn(json, u"a.json"_s))
            places << fault.place;
        QVERIFY2(places.contains(place), qPrintable(places.join(u'\n')));
        QCOMPARE(schema().faultsIn(json, u"a.json"_s).isEmpty(), !schemaSees);
    }

    void hostileBytes()
    {
        for (const QByteArray &json : {QByteArray(), QByteArray("["), QByteArray("[1]"), QByteArray("{}"), QByteArray("\xff\xfe"),
                                       QByteArray(R"({"format": 1, "format": 1})"), QByteArray("[").repeated(100'000)})
            QVERIFY(!guides::readRouting(json, u"a.json"_s));
    }

    /// Every file that is shipped is sound, says that it is a sample, and every row of it that nothing there is official.
    void shippedFilesAreSamples()
    {
        const QDir folder(ofSource(u"/resources/routing"_s));
        const QStringList names = folder.entryList({u"*.json"_s});
        QCOMPARE(names.size(), 2);
        for (const QString &name : names) {
            const QByteArray json = contentOf(folder.filePath(name));
            const auto table = guides::readRouting(json, name);
            QVERIFY2(table, table ? "" : qPrintable(table.error().place + u' ' + table.error().detail));
            QVERIFY(schema().faultsIn(json, name).isEmpty());
            QVERIFY(table->sample && table->title.contains(u"样例"_s));
            for (const domain::Unit &unit : table->units)
                QVERIFY(unit.provenance.confidence == domain::Confidence::Low && unit.provenance.source.contains(u"样例"_s));
        }
    }

    void everyItemOfTheCatalogues_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("pack");
        QTest::addColumn<QString>("hall");
        QTest::addColumn<QString>("town");
        QTest::addColumn<int>("routed"); ///< without a place
        QTest::addColumn<int>("placeNeeded");
        QTest::addColumn<int>("notInDistricts");
        const auto row = [](const char *name, const char *file, const char *pack, const char *hall, const char *town, int routed, int place,
                            int districts) {
            QTest::newRow(name) << QString::fromLatin1(file) << QString::fromLatin1(pack) << QString::fromLatin1(hall)
                                << QString::fromLatin1(town) << routed << place << districts;
        };
        row("Luoyang, city", "luoyang", "luoyang-personal", "410300", "410302001", 116, 36, 0);
        row("Luoyang, district", "luoyang", "luoyang-personal", "410302", "410302001", 151, 1, 0);
        row("Luoyang, county", "luoyang", "luoyang-personal", "410323", "410323101", 151, 1, 0);
        row("Sanmenxia, city", "sanmenxia", "sanmenxia-personal", "411200", "411202001", 96, 29, 0);
        row("Sanmenxia, district", "sanmenxia", "sanmenxia-personal", "411202", "411202001", 122, 3, 0);
        row("Sanmenxia, county-level city", "sanmenxia", "sanmenxia-personal", "411281", "411281001", 122, 3, 0);
        row("Sanmenxia enterprises, city", "sanmenxia", "sanmenxia-enterprise", "411200", "411202001", 96, 34, 0);
        row("Sanmenxia enterprises, district", "sanmenxia", "sanmenxia-enterprise", "411203", "411203100", 129, 0, 1);
        row("Sanmenxia enterprises, county", "sanmenxia", "sanmenxia-enterprise", "411221", "411221100", 130, 0, 0);
    }
    /// All 84 matters at each kind of hall: each item goes to a unit of its department at a level of its row, or says why not; once
    /// somebody says where, all but what districts do not do is routed.
    void everyItemOfTheCatalogues()
    {
        QFETCH(QString, file);
        QFETCH(QString, pack);
        QFETCH(QString, hall);
        QFETCH(QString, town);
        const auto table = guides::readRouting(contentOf(ofSource(u"/resources/routing/%1.json"_s.arg(file))), file);
        QVERIFY(table);
        QVERIFY2(table->regions.contains(town), qPrintable(town));
        QMap<Gap, int> counted;
        const domain::GuidePack *guide = nullptr;
        for (const domain::GuidePack &one : m_shelf.packs())
            guide = one.id == pack ? &one : guide;
        QVERIFY(guide);
        for (const domain::Matter &matter : guide->matters) {
            for (const domain::Item &item : matter.items) {
                const Route route = domain::route(item, hall, {}, *table);
                ++counted[route.gap];
                QVERIFY2(route.unit.isEmpty() ? !route.words.isEmpty() : isRight(*table, item, route), qPrintable(item.name + route.words));
                const Route placed = domain::route(item, hall, town, *table);
                const bool isExcluded = placed.gap == Gap::NotInDistricts;
                QVERIFY2(isExcluded || isRight(*table, item, placed), qPrintable(item.name + placed.words));
            }
        }
        QTEST(counted.take(Gap::None), "routed");
        QTEST(counted.take(Gap::PlaceNeeded), "placeNeeded");
        QTEST(counted.take(Gap::NotInDistricts), "notInDistricts");
        QVERIFY(counted.isEmpty());
    }

private:
    /// The unit is of the item's department; its level is one of the row, unless a rule says otherwise.
    static bool isRight(const RoutingTable &table, const domain::Item &item, const Route &route)
    {
        const domain::Unit *unit = table.unit(route.unit);
        const auto word = domain::readLevel(item.level);
        const auto isOf = [&](const domain::RoutingRule &rule) { return rule.department == item.department; };
        return unit && word && unit->departments.contains(item.department)
            && (word->levels.contains(unit->level) || std::ranges::any_of(table.rules, isOf));
    }

    static const guides::PackSchema &schema()
    {
        static const auto loaded = guides::PackSchema::load(ofSource(u"/resources/schemas/routing.schema.json"_s));
        return *loaded;
    }

    guides::Shelf m_shelf;
};

QTEST_APPLESS_MAIN(TestRoutingFiles)
#include "tst_routingfiles.moc"
