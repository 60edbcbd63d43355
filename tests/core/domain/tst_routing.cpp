#include "core/domain/routing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::OfficeLevel;
using domain::RegionKind;
using domain::Route;
using domain::RoutingTable;
using Gap = domain::Route::Gap;

namespace {

domain::Unit unit(const QString &id, OfficeLevel level, const QString &region, const QString &department = u"民政部门"_s)
{
    return {.id = id, .name = id + u"局"_s, .departments = {department}, .level = level, .region = region};
}

/// A city with a district (02), a county (21) and a town in it.
RoutingTable city()
{
    return {.id = u"t"_s,
            .title = u"某市分办"_s,
            .version = u"1"_s,
            .city = u"411200"_s,
            .from = QDate(2026, 1, 1),
            .regions = {{u"411200"_s, u"某市"_s},
                        {u"411202"_s, u"某区"_s},
                        {u"411221"_s, u"某县"_s},
                        {u"411281"_s, u"某县级市"_s},
                        {u"411221100"_s, u"某镇"_s}},
            .units = {unit(u"province"_s, OfficeLevel::Province, u"410000"_s), unit(u"city"_s, OfficeLevel::City, u"411200"_s),
                      unit(u"district"_s, OfficeLevel::County, u"411202"_s), unit(u"county"_s, OfficeLevel::County, u"411221"_s),
                      unit(u"town"_s, OfficeLevel::Township, u"411221100"_s),
                      unit(u"telecom-a"_s, OfficeLevel::City, u"411200"_s, u"移动、联通"_s),
                      unit(u"telecom-b"_s, OfficeLevel::City, u"411200"_s, u"移动、联通"_s)},
            .rules = {}};
}

domain::Item item(const QString &level, const QString &department = u"民政部门"_s)
{
    domain::Item row;
    row.name = u"某事项"_s;
    row.level = level;
    row.department = department;
    return row;
}

}

/// Who handles an item, by the level of the catalogue, the hall, the place and the rules of the city.
class TestRouting : public QObject
{
    Q_OBJECT

private slots:
    void kindsOfRegions_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<std::optional<RegionKind>>("kind");
        const auto row = [](const char *code, std::optional<RegionKind> kind) { QTest::newRow(code) << QString::fromLatin1(code) << kind; };
        row("410000", RegionKind::Province);
        row("411200", RegionKind::City);
        row("411202", RegionKind::District);
        row("411221", RegionKind::County);
        row("411281", RegionKind::County);
        row("410371", RegionKind::District);
        row("410021", std::nullopt);
        row("41120", std::nullopt);
        row("4112021", std::nullopt);
        row("41120x", std::nullopt);
        row("011202", std::nullopt);
    }
    void kindsOfRegions()
    {
        QFETCH(QString, code);
        QFETCH(std::optional<RegionKind>, kind);
        QVERIFY(domain::regionKindOf(code) == kind);
    }

    void levelWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<OfficeLevel>>("levels"); ///< none: not understood
        QTest::addColumn<bool>("notDistricts");
        const auto row = [](const char *text, const QList<OfficeLevel> &levels, bool notDistricts = false) {
            QTest::newRow(text) << QString::fromUtf8(text) << levels << notDistricts;
        };
        using enum OfficeLevel;
        row("省级", {Province});
        row("市级", {City});
        row("县级", {County});
        row("乡级", {Township});
        row("市、县级", {City, County});
        row("县、乡级", {County, Township});
        row("省、市、县级", {Province, City, County});
        row("市、县级（不含市辖区）", {City, County}, true);
        row("县级（不含市辖区）", {County}, true);
        row("", {});
        row("市、市级", {});
        row("国家级", {});
        row("市、县级（含市辖区）", {});
        row("市,县级", {});
    }
    void levelWords()
    {
        QFETCH(QString, text);
        QFETCH(QList<OfficeLevel>, levels);
        QFETCH(bool, notDistricts);
        const auto word = domain::readLevel(text);
        QCOMPARE(word.has_value(), !levels.isEmpty());
        if (word)
            QVERIFY(*word == (domain::LevelWord{levels, notDistricts}));
    }

    void goes_data()
    {
        QTest::addColumn<QString>("level");
        QTest::addColumn<QString>("hall");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<Gap>("gap");
        const auto row = [](const char *level, const char *hall, const char *place, const char *unit, Gap gap = Gap::None) {
            QTest::addRow("%s at %s for %s", level, hall, *place ? place : "nobody said where")
                << QString::fromUtf8(level) << QString::fromLatin1(hall) << QString::fromLatin1(place) << QString::fromLatin1(unit) << gap;
        };
        const char *const cityHall = "411200", *const district = "411202", *const county = "411221";
        for (const char *hall : {cityHall, district, county}) {
            row("省级", hall, "", "province");
            row("市级", hall, "", "city");
        }
        row("市、县级", cityHall, "", "city");
        row("市、县级", cityHall, county, "city");
        row("市、县级", district, "", "district");
        row("市、县级", county, "", "county");
        row("县级", cityHall, "", "", Gap::PlaceNeeded);
        row("县级", cityHall, county, "county");
        row("县级", cityHall, "411221100", "county");
        row("县级", district, "", "district");
        row("县级", county, "", "county");
        row("乡级", cityHall, "", "", Gap::PlaceNeeded);
        row("乡级", cityHall, county, "", Gap::PlaceNeeded);
        row("乡级", cityHall, "411221100", "town");
        row("乡级", county, "", "", Gap::PlaceNeeded);
        row("乡级", county, "411221100", "town");
        row("乡级", district, "411221100", "", Gap::PlaceElsewhere);
        row("市、县级（不含市辖区）", cityHall, "", "city");
        row("市、县级（不含市辖区）", district, "", "", Gap::NotInDistricts);
        row("市、县级（不含市辖区）", county, "", "county");
        row("县级（不含市辖区）", cityHall, district, "", Gap::NotInDistricts);
        row("县级", "411281", "", "", Gap::NoUnit);
        row("县级", "410302", "", "", Gap::UnknownRegion);
        row("县级", "whatever", "", "", Gap::UnknownRegion);
        row("县级", cityHall, "411299", "", Gap::PlaceElsewhere);
        row("国家级", cityHall, "", "", Gap::UnknownLevel);
    }
    void goes()
    {
        QFETCH(QString, level);
        QFETCH(QString, hall);
        QFETCH(QString, place);
        QFETCH(QString, unit);
        QFETCH(Gap, gap);
        const Route route = domain::route(item(level), hall, place, city());
        QCOMPARE(route.unit, unit);
        QCOMPARE(route.gap, gap);
        QCOMPARE(route.words.isEmpty(), gap == Gap::None);
    }

    void saysWhereToGoInstead()
    {
        const Route route = domain::route(item(u"市、县级（不含市辖区）"_s), u"411202"_s, {}, city());
        QVERIFY2(route.words.contains(u"某区不办理，请到city局申请"_s), qPrintable(route.words));
        const Route several = domain::route(item(u"市级"_s, u"移动、联通"_s), u"411202"_s, {}, city());
        QCOMPARE(several.gap, Gap::SeveralUnits);
        QVERIFY2(several.words.contains(u"telecom-a局、telecom-b局"_s), qPrintable(several.words));
    }

    void rulesGoBefore_data()
    {
        QTest::addColumn<QString>("hall");
        QTest::addColumn<QString>("level");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<Gap>("gap");
        QTest::newRow("department in a district") << u"411202"_s << u"县级"_s << u"city"_s << Gap::None;
        QTest::newRow("the level outweighs the hall") << u"411202"_s << u"市、县级"_s << u"province"_s << Gap::None;
        QTest::newRow("the region on top of all") << u"411221"_s << u"市、县级"_s << u""_s << Gap::NotHere;
        QTest::newRow("no rule") << u"411221"_s << u"县级"_s << u"county"_s << Gap::None;
    }
    void rulesGoBefore()
    {
        RoutingTable table = city();
        const QString department = u"民政部门"_s;
        table.rules = {{.department = department, .hall = RegionKind::District, .to = OfficeLevel::City},
                       {.department = department, .level = u"市、县级"_s, .unit = u"province"_s},
                       {.department = department, .level = u"市、县级"_s, .region = u"411221"_s, .reason = u"本县不设"_s}};
        QFETCH(QString, hall);
        QFETCH(QString, level);
        QFETCH(QString, unit);
        QFETCH(Gap, gap);
        const Route route = domain::route(item(level), hall, {}, table);
        QCOMPARE(route.unit, unit);
        QCOMPARE(route.gap, gap);
    }

    void theTableThatCameIntoForceLast()
    {
        RoutingTable old = city(), fresh = city(), later = city(), other = city();
        fresh.from = QDate(2026, 6, 1);
        fresh.version = u"2026.9"_s;
        later = fresh;
        later.version = u"2026.10"_s;
        other.city = u"410300"_s;
        const QList<RoutingTable> tables{later, old, fresh, other};
        QCOMPARE(domain::routingFor(tables, u"411202"_s, QDate(2026, 11, 1)), &tables[0]);
        QCOMPARE(domain::routingFor(tables, u"411202"_s, QDate(2026, 5, 31)), &tables[1]);
        QCOMPARE(domain::routingFor(tables, u"411202"_s, QDate(2025, 12, 31)), nullptr);
        QCOMPARE(domain::routingFor(tables, u"410302"_s, QDate(2026, 11, 1)), &tables[3]);
    }
};

QTEST_APPLESS_MAIN(TestRouting)
#include "tst_routing.moc"
