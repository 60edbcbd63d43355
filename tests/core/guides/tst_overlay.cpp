#include "core/guides/overlay.h"
#include "core/guides/shelf.h"
#include "samplepack.h"

#include <QTest>

using namespace Qt::StringLiterals;
using domain::GuidePack;

namespace {

GuidePack packOf(const QJsonValue &json)
{
    const base::Result<GuidePack> pack = guides::readPack(bytesOf(json.toObject()), u"a.json"_s);
    if (!pack)
        qFatal("%s: %s", qPrintable(pack.error().place), qPrintable(pack.error().detail));
    return *pack;
}

/// A county's overlay over the sample pack: another form, one matter of its own, one item of the city's not offered.
QJsonObject countyOverlay()
{
    return jsonOf(R"json({
  "format": 1, "pack": "sample-county", "title": "样例县清单", "version": "3", "publisher": "样例县",
  "region": {"code": "411221", "name": "样例县"}, "audience": "个人", "source": "样县〔2026〕3号", "from": "2026-11-23",
  "base": "sample-city", "drops": ["birth/second", "birth/first"],
  "service": {"consultation": ["县窗口咨询"]},
  "parameters": [{"id": "fire-area", "name": "场所面积", "value": 150}],
  "materials": [{"id": "form", "name": "县申请表", "form": "filledForm", "source": "样县", "confidence": "low"},
                {"id": "photo", "name": "照片", "form": "originalKept", "originals": 2, "source": "样县", "confidence": "low"}],
  "matters": [{"id": "market", "sequence": 1, "mark": "-", "name": "赶集摊位", "lead": "市场监管部门", "status": "sample",
               "items": [{"id": "stall", "name": "摊位登记", "department": "市场监管部门", "level": "县级",
                          "materials": [{"material": "photo"}, {"material": "id-card"}], "fields": ["applicant-name"],
                          "source": "样县", "confidence": "low"}]},
              {"id": "school", "sequence": 7, "mark": "-", "name": "幼儿入园（县）", "lead": "教育部门", "status": "catalogue",
               "items": [{"id": "household", "name": "户籍信息查询", "department": "公安部门", "level": "县级"}]}]
})json")
        .toObject();
}

QStringList namesOf(const QList<const GuidePack *> &packs)
{
    QStringList names;
    for (const GuidePack *pack : packs)
        names << pack->id + u' ' + pack->version;
    return names;
}

}

class TestOverlay : public QObject
{
    Q_OBJECT

private slots:
    void takesPlaceAddsAndDrops();
    void rowsKeepTheirDocument();
    void aWrongOverlayIsRefused_data();
    void aWrongOverlayIsRefused();
    void theRegionIsOfferedItsOwn_data();
    void theRegionIsOfferedItsOwn();
    void aBrokenOverlayLeavesTheBase_data();
    void aBrokenOverlayLeavesTheBase();
    void aCaseFindsExactlyItsPair();
    void theSuccessorIsWhatIsOfferedNow();

private:
    const GuidePack m_city = packOf(samplePack());
    const GuidePack m_county = packOf(countyOverlay());
};

void TestOverlay::takesPlaceAddsAndDrops()
{
    const base::Result<GuidePack> pack = guides::laidOver(m_city, m_county);
    QVERIFY2(pack, pack ? "" : qPrintable(pack.error().place + pack.error().detail));
    QCOMPARE(pack->id, u"sample-county"_s);
    QCOMPARE(pack->version, u"3+2026.11.1"_s);
    QCOMPARE(pack->regionCode, u"411221"_s);
    QCOMPARE(pack->from, QDate(2026, 11, 23));
    QVERIFY(pack->base.isEmpty() && pack->drops.isEmpty());
    QStringList matters;
    for (const domain::Matter &matter : pack->matters)
        matters << u"%1 %2 %3"_s.arg(matter.sequence).arg(matter.name).arg(matter.items.size());
    QCOMPARE(matters, (QStringList{u"1 新生儿出生 1"_s, u"2 幼儿入园（县） 1"_s, u"3 赶集摊位 1"_s}));
    QCOMPARE(pack->materials.size(), 3);
    QCOMPARE(pack->materials[1].name, u"县申请表"_s);
    QCOMPARE(pack->parameters.value(u"fire-area"_s), 150.0);
    QVERIFY(pack->parameterNames.contains(u"open"_s));
    QCOMPARE(pack->service.consultation, QStringList{u"县窗口咨询"_s});
    QCOMPARE(pack->service.complaints, m_city.service.complaints);
    QCOMPARE(domain::guideOf(*pack, u"market"_s)->materials.keys(), (QStringList{u"agent-letter"_s, u"id-card"_s, u"photo"_s}));
}

void TestOverlay::rowsKeepTheirDocument()
{
    GuidePack city = m_city;
    city.matters[0].document.clear();
    const GuidePack pack = *guides::laidOver(city, m_county);
    QCOMPARE(domain::guideOf(pack, u"birth"_s)->sourceDocument, u"样例〔2026〕1号"_s);
    QCOMPARE(domain::guideOf(pack, u"market"_s)->sourceDocument, u"样县〔2026〕3号"_s);
    QCOMPARE(domain::guideOf(*guides::laidOver(m_city, m_county), u"birth"_s)->sourceDocument, u"样例〔2026〕2号"_s);
}

void TestOverlay::aWrongOverlayIsRefused_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("reason");
    QTest::newRow("drops an unknown matter") << u"drops[0]"_s << QByteArray(R"("death")") << u"drops[0]"_s
                                             << u"“death” is not in the base"_s;
    QTest::newRow("drops an unknown item") << u"drops[1]"_s << QByteArray(R"("birth/third")") << u"drops[1]"_s
                                           << u"“birth/third” is not in the base"_s;
    QTest::newRow("drops all items") << u"drops[2]"_s << QByteArray(R"("birth/certificate")") << u"drops"_s
                                     << u"leaves no item of the matter “birth”: drop the matter"_s;
    QTest::newRow("drops what others wait for") << u"drops"_s << QByteArray(R"(["birth/certificate"])")
                                                << u"matters[0].items[0].after[0]"_s
                                                << u"no item “certificate” in this matter"_s;
    QTest::newRow("unknown material") << u"matters[0].items[0].materials[0].material"_s << QByteArray(R"("visa")")
                                      << u"matters[2].items[0].materials[0].material"_s
                                      << u"no material “visa” in this pack"_s;
    QTest::newRow("unknown field") << u"matters[0].items[0].fields[0]"_s << QByteArray(R"("visa")")
                                   << u"matters[2].items[0].fields[0]"_s << u"no field “visa” in this pack"_s;
    QTest::newRow("another base") << u"base"_s << QByteArray(R"("other-city")") << u"base"_s
                                  << u"is not “sample-city”"_s;
}

void TestOverlay::aWrongOverlayIsRefused()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, value);
    const base::Result<GuidePack> pack
        = guides::laidOver(m_city, packOf(withValue(countyOverlay(), path, jsonOf(value))));
    QVERIFY(!pack);
    QFETCH(QString, place);
    QCOMPARE(pack.error().place, u"sample-county 3 over sample-city 2026.11.1: "_s + place);
    QTEST(pack.error().detail, "reason");
}

void TestOverlay::theRegionIsOfferedItsOwn_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QStringList>("packs");
    const QString other = u"other-city 2026.11.1"_s;
    const QString city = u"sample-city 2026.11.1"_s;
    const QString newCity = u"sample-city 2026.12.1"_s;
    const QDate friday(2026, 11, 20);
    QTest::newRow("before everything") << friday << u"411221"_s << QStringList{};
    QTest::newRow("city, first day") << friday.addDays(1) << u"411202"_s << QStringList{city, other};
    QTest::newRow("county, before its overlay") << friday.addDays(2) << u"411221"_s << QStringList{city, other};
    QTest::newRow("county") << friday.addDays(3) << u"411221"_s << QStringList{u"sample-county 3+2026.11.1"_s, other};
    QTest::newRow("another county") << friday.addDays(3) << u"411222"_s << QStringList{city, other};
    QTest::newRow("no region") << friday.addDays(3) << QString() << QStringList{other, city};
    QTest::newRow("new version of the city") << QDate(2026, 12, 1) << u"411221"_s
                                             << QStringList{u"sample-county 3+2026.12.1"_s, other};
    QTest::newRow("new version, another county") << QDate(2026, 12, 1) << u"411222"_s << QStringList{newCity, other};
    QTest::newRow("the new one has ended") << QDate(2027, 2, 1) << u"411222"_s << QStringList{city, other};
    QTest::newRow("whatever the day") << QDate() << u"411221"_s << QStringList{u"sample-county 3+2026.12.1"_s, other};
}

void TestOverlay::theRegionIsOfferedItsOwn()
{
    GuidePack other = m_city;
    other.id = u"other-city"_s;
    other.regionCode = u"410300"_s;
    GuidePack newer = m_city;
    newer.version = u"2026.12.1"_s;
    newer.from = QDate(2026, 12, 1);
    newer.until = QDate(2027, 1, 31);
    const guides::Shelf shelf({other, m_county, newer, m_city});
    QFETCH(QDate, day);
    QFETCH(QString, region);
    QTEST(namesOf(shelf.offered(day, region)), "packs");
    QVERIFY(shelf.overlayFaults(day, region).isEmpty());
}

void TestOverlay::aBrokenOverlayLeavesTheBase_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("place");
    QTest::newRow("drops what is not there") << u"drops[0]"_s << QByteArray(R"("death")")
                                             << u"sample-county 3 over sample-city 2026.11.1: drops[0]"_s;
    QTest::newRow("refers to nothing") << u"matters[0].items[0].fields[0]"_s << QByteArray(R"("visa")")
                                       << u"sample-county 3 over sample-city 2026.11.1: matters[2].items[0].fields[0]"_s;
    QTest::newRow("base missing") << u"base"_s << QByteArray(R"("nowhere")") << u"sample-county 3"_s;
}

void TestOverlay::aBrokenOverlayLeavesTheBase()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, value);
    const guides::Shelf shelf({m_city, packOf(withValue(countyOverlay(), path, jsonOf(value)))});
    const QDate day(2026, 11, 23);
    QCOMPARE(namesOf(shelf.offered(day, u"411221"_s)), QStringList{u"sample-city 2026.11.1"_s});
    const QList<base::Error> faults = shelf.overlayFaults(day, u"411221"_s);
    QCOMPARE(faults.size(), 1);
    QTEST(faults[0].place, "place");
    QVERIFY(shelf.overlayFaults(day, u"411222"_s).isEmpty());
}

void TestOverlay::aCaseFindsExactlyItsPair()
{
    GuidePack newer = m_city;
    newer.version = u"2026.12.1"_s;
    const guides::Shelf shelf({m_city, newer, m_county});
    for (const QString &base : {u"2026.11.1"_s, u"2026.12.1"_s}) {
        const auto guide = shelf.guide({u"sample-county"_s, u"3+"_s + base, u"market"_s});
        QVERIFY(guide);
        QCOMPARE(guide->ref.version, u"3+"_s + base);
    }
    for (const QString &version : {u"3"_s, u"3+"_s, u"3+2026.9"_s, u"2+2026.11.1"_s, u"3+2026.11.1+1"_s, u"+"_s, QString()})
        QVERIFY2(!shelf.guide({u"sample-county"_s, version, u"market"_s}), qPrintable(version));
    QVERIFY(!shelf.guide({u"sample-city"_s, u"2026.11.1+2026.12.1"_s, u"birth"_s}));
}

void TestOverlay::theSuccessorIsWhatIsOfferedNow()
{
    const guides::Shelf shelf({m_city, m_county});
    const QDate day(2026, 11, 23);
    QCOMPARE(shelf.successor(u"sample-city"_s, day, u"411221"_s)->version, u"3+2026.11.1"_s);
    QCOMPARE(shelf.successor(u"sample-city"_s, day, u"411222"_s)->version, u"2026.11.1"_s);
    QCOMPARE(shelf.successor(u"sample-county"_s, day, u"411221"_s)->version, u"3+2026.11.1"_s);
    QCOMPARE(shelf.successor(u"sample-county"_s, day.addDays(-1), u"411221"_s)->id, u"sample-city"_s);
    QVERIFY(!shelf.successor(u"sample-city"_s, day.addDays(-9), u"411221"_s));
    QVERIFY(!shelf.successor(u"nowhere"_s, day, u"411221"_s));
}

QTEST_APPLESS_MAIN(TestOverlay)
#include "tst_overlay.moc"
