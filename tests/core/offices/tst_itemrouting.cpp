#include "core/offices/itemrouting.h"
#include "tests/app/hub/store/storetest.h"
#include "tests/core/offices/filedcase.h"

using namespace hubworld;
using offices::ItemRouting;

/// The hub knows which unit has each item of a filed case; in both stores.
class TestItemRouting : public StoreTest
{
    Q_OBJECT

private slots:
    void filedItemsGoToTheirUnits()
    {
        Desk desk(*center);
        filed::publishGuides(center->engine);
        filed::publishRouting(center->engine);
        Window window(*center);
        REQUIRE_ANSWER(window.enrol(u"hubin"_s));
        const QString caseId = filed::file(*center, window, u"marriage-and-birth"_s);
        QCOMPARE(*desk.routing.catchUp(), 1);
        QCOMPARE(*desk.routing.catchUp(), 0);
        const auto items = desk.unitsOf(caseId);
        QVERIFY(items.size() >= 3);
        QCOMPARE(items.value(u"marriage-registration"_s).unit, u"civil-411202"_s);
        const hub::ItemUnit town = items.value(u"birth-plan-registration"_s);
        QVERIFY2(town.unit.isEmpty() && town.words.contains(u"乡镇"_s), qPrintable(town.words));
        for (const hub::ItemUnit &item : items) {
            if (item.unit.isEmpty())
                continue;
            const auto unit = desk.routing.unit(item.unit);
            QVERIFY(unit && *unit && (*unit)->region == u"411202"_s);
        }
    }

    void aCaseWaitsForItsGuideAndItsRouting()
    {
        Desk desk(*center);
        Window window(*center);
        REQUIRE_ANSWER(window.enrol(u"hubin"_s));
        const QString caseId = filed::file(*center, window, u"marriage-and-birth"_s);
        QCOMPARE(*desk.routing.catchUp(), 0);
        filed::publishGuides(center->engine);
        QCOMPARE(*Desk(*center).routing.catchUp(), 0);
        filed::publishRouting(center->engine);
        Desk later(*center); // another process, which looks into the library at once
        QCOMPARE(*later.routing.catchUp(), 1);
        QVERIFY(!later.unitsOf(caseId).isEmpty());
    }

    void aNewRoutingTriesAgainWhatNobodyHas()
    {
        Desk desk(*center);
        filed::publishGuides(center->engine);
        QByteArray without = filed::shipped(u"routing/sanmenxia.json"_s);
        const qsizetype at = without.indexOf(R"({"id": "civil-411202")");
        without.remove(at, without.indexOf('\n', at) - at);
        filed::publishRouting(center->engine, without);
        Window window(*center);
        REQUIRE_ANSWER(window.enrol(u"hubin"_s));
        const QString caseId = filed::file(*center, window, u"marriage-and-birth"_s);
        QCOMPARE(*desk.routing.catchUp(), 1);
        QVERIFY2(desk.unitsOf(caseId)[u"marriage-registration"_s].words.contains(u"没有登记"_s),
                 qPrintable(desk.unitsOf(caseId)[u"marriage-registration"_s].words));
        filed::publishRouting(center->engine, filed::shipped(u"routing/sanmenxia.json"_s), u"2026.11.2"_s);
        QVERIFY(desk.routing.catchUp());
        QCOMPARE(desk.unitsOf(caseId)[u"marriage-registration"_s].unit, u"civil-411202"_s);
    }

    void byHand()
    {
        Desk desk(*center);
        filed::publishGuides(center->engine);
        filed::publishRouting(center->engine);
        Window window(*center);
        REQUIRE_ANSWER(window.enrol(u"hubin"_s));
        const QString caseId = filed::file(*center, window, u"marriage-and-birth"_s);
        QVERIFY(desk.routing.catchUp());
        QVERIFY(desk.routing.give(caseId, u"birth-plan-registration"_s, u"town-411202001"_s, u"li"_s));
        QCOMPARE(desk.unitsOf(caseId)[u"birth-plan-registration"_s].unit, u"town-411202001"_s);
        QCOMPARE(desk.unitsOf(caseId)[u"birth-plan-registration"_s].by, u"li"_s);
        for (const auto &[item, unit] : {std::pair(u"birth-plan-registration"_s, u"civil-410302"_s), std::pair(u"no-such-item"_s, u"civil-411202"_s),
                                         std::pair(u"birth-plan-registration"_s, u""_s)})
            QVERIFY(desk.routing.give(caseId, item, unit, u"li"_s).error().kind == base::Error::Kind::Missing);
        QVERIFY(!desk.routing.give(freshUuid(), u"birth-plan-registration"_s, u"civil-411202"_s, u"li"_s));
        QVERIFY(desk.routing.catchUp());
        QCOMPARE(desk.unitsOf(caseId)[u"birth-plan-registration"_s].unit, u"town-411202001"_s);
    }

    void unitsBelow()
    {
        Desk desk(*center);
        filed::publishRouting(center->engine);
        QStringList below;
        const auto units = desk.routing.unitsBelow(u"civil-411200"_s);
        for (const domain::Unit &unit : *units)
            below << unit.id;
        QCOMPARE(below.size(), 6);
        QVERIFY(below.contains(u"civil-411202"_s) && !below.contains(u"civil-411200"_s));
        QVERIFY(desk.routing.unitsBelow(u"civil-411202"_s)->isEmpty());
    }

private:
    struct Desk {
        explicit Desk(Hub &hub) : guides(hub.engine, {}), cases(hub.engine), routing(hub.engine, guides, cases) { }
        QHash<QString, hub::ItemUnit> unitsOf(const QString &caseId)
        {
            QHash<QString, hub::ItemUnit> found;
            const auto opened = cases.open(caseId);
            const auto items = routing.unitsOf(**opened);
            for (const hub::ItemUnit &item : *items)
                found.insert(item.item, item);
            return found;
        }
        offices::GuideStand guides;
        offices::HubCases cases;
        ItemRouting routing;
    };
};

QTEST_GUILESS_MAIN(TestItemRouting)
#include "tst_itemrouting.moc"
