#include "core/guides/copymapreader.h"
#include "core/guides/packschema.h"
#include "core/guides/shelf.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::CopySource;
using domain::CopyStep;

namespace {

QString sourceFolder(const QString &folder)
{
    return qEnvironmentVariable("YICHUANG_SOURCE") + folder;
}

const QByteArray sound = R"({"format": 1, "card": "province", "system": "省平台", "sample": true, "matters": ["newborn"],
 "tables": [{"name": "sex", "codes": [{"word": "男", "code": "1"}, {"word": "女", "code": "2"}]}],
 "screens": [{"title": "申请人", "roster": "employees", "blanks": [
   {"label": "性别", "from": ["field:applicant-id", "party:agent.identity"], "as": ["sex", "table:sex"], "missing": "fallback", "fallback": "9", "secret": true},
   {"label": "收件日期", "from": ["case:filed"], "as": ["date:yyyy'年'M'月'd'日'", "most:12"]},
   {"label": "来源", "from": ["text:窗口"], "missing": "skip"}]}]})";

}

/// The files that say how other systems want a case: read, refused with place and reason, laid over each other.
class TestCopyMaps : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryPart()
    {
        const auto map = guides::readCopyMap(sound, u"a.json"_s);
        QVERIFY2(map, map ? "" : qPrintable(map.error().place + map.error().detail));
        QCOMPARE(map->id, u"province"_s);
        QCOMPARE(map->system, u"省平台"_s);
        QVERIFY(map->sample);
        QCOMPARE(map->matters, QStringList{u"newborn"_s});
        QCOMPARE(map->tables[u"sex"_s][u"女"_s], u"2"_s);
        QCOMPARE(map->screens[0].roster, u"employees"_s);
        const domain::CopyBlank &sex = map->screens[0].blanks[0];
        const CopySource agent{CopySource::Kind::PartyIdentity, {}, domain::Field::Role::Agent};
        QVERIFY(sex.from == (QList<CopySource>{{CopySource::Kind::Field, u"applicant-id"_s}, agent}));
        QVERIFY(sex.steps == (QList<CopyStep>{{CopyStep::Kind::Sex}, {CopyStep::Kind::Table, u"sex"_s}}));
        QVERIFY(sex.missing == domain::CopyBlank::Missing::Fallback && sex.fallback == u"9"_s && sex.secret);
        QVERIFY(map->screens[0].blanks[1].missing == domain::CopyBlank::Missing::Stop);
        QVERIFY(map->screens[0].blanks[2].from == (QList<CopySource>{{CopySource::Kind::Text, u"窗口"_s}}));
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
        row("no name", R"("system": "省平台")", R"("system": "")", "system");
        row("a name that no record takes", "省平台", QByteArray("省").repeated(61).constData(), "system");
        row("id in capitals", R"("card": "province")", R"("card": "Province")", "card");
        row("unknown key", R"("sample")", R"("smaple")", "smaple");
        row("no screens", R"("screens": [{)", R"("screens": [], "x": [{)", "screens");
        row("field without a colon", R"("field:applicant-id")", R"("applicant-id")", "screens[0].blanks[0].from[0]");
        row("no such part of a case", R"("case:filed")", R"("case:closed")", "screens[0].blanks[1].from[0]");
        row("no such role", "party:agent.identity", "party:neighbour.identity", "screens[0].blanks[0].from[1]");
        row("no such part of a person", "party:agent.identity", "party:agent.weight", "screens[0].blanks[0].from[1]");
        row("no source", R"(["case:filed"])", "[]", "screens[0].blanks[1].from");
        row("no such step", R"("sex", "table)", R"("gender", "table)", "screens[0].blanks[0].as[0]");
        row("a step with too much", R"("sex", "table)", R"("sex:1", "table)", "screens[0].blanks[0].as[0]");
        row("no such table", "table:sex", "table:sexes", "screens[0].blanks[0].as[1]", false);
        row("not a date pattern", "date:yyyy'年'M'月'd'日'", "date:jjjj-mm", "screens[0].blanks[1].as[0]", false);
        row("a quote that does not end", "date:yyyy'年'M'月'd'日'", "date:yyyy'年", "screens[0].blanks[1].as[0]", false);
        row("no length at all", "most:12", "most:0", "screens[0].blanks[1].as[1]", false);
        row("missing what", R"("missing": "skip")", R"("missing": "ignore")", "screens[0].blanks[2].missing");
        row("fallback to nothing", R"(, "fallback": "9")", "", "screens[0].blanks[0].fallback", false);
        row("fallback that is not asked for", R"("missing": "skip")", R"("fallback": "1")", "screens[0].blanks[2].fallback", false);
        row("a word twice in a table", R"({"word": "女")", R"({"word": "男")", "tables[0].codes[1].word", false);
        row("text for a flag", R"("secret": true)", R"("secret": "yes")", "screens[0].blanks[0].secret");
    }
    void namesPlaceAndReason()
    {
        QFETCH(QByteArray, old);
        QFETCH(QByteArray, wrong);
        QFETCH(QString, place);
        QFETCH(bool, schemaSees);
        QVERIFY(sound.contains(old));
        const QByteArray json = QByteArray(sound).replace(old, wrong);
        const auto map = guides::readCopyMap(json, u"a.json"_s);
        QVERIFY(!map);
        QCOMPARE(map.error().place, place);
        QVERIFY(!map.error().detail.isEmpty());
        QCOMPARE(schema().faultsIn(json, u"a.json"_s).isEmpty(), !schemaSees);
    }

    void whatIsNoFileOfOurs_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("noise") << QByteArray("\x00\xff\xfe{", 4);
        QTest::newRow("cut off") << sound.left(sound.size() / 2);
        QTest::newRow("a key twice") << QByteArray(sound).replace(R"("sample": true)", R"("system": "另一个")");
    }
    void whatIsNoFileOfOurs()
    {
        QFETCH(QByteArray, json);
        const auto map = guides::readCopyMap(json, u"a.json"_s);
        QVERIFY(!map);
        QVERIFY(map.error().place.startsWith(u"a.json"_s));
    }

    void theHallsOwnTakesThePlaceOfTheShipped()
    {
        QTemporaryDir own;
        const auto put = [&](const QString &name, const QByteArray &bytes) {
            QFile file(own.filePath(name));
            QVERIFY(file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size());
        };
        put(u"mine.json"_s, QByteArray(sound).replace("\"province\"", "\"sample-province\""));
        put(u"broken.json"_s, "{");
        put(u"long.json"_s, QByteArray(guides::mostCopyMapBytes + 1, ' '));
        const QString shipped = sourceFolder(u"/resources/copycards"_s);
        const guides::CopyMaps maps = guides::loadCopyMaps({shipped, own.path(), own.filePath(u"none"_s)});
        QCOMPARE(maps.maps.size(), QDir(shipped).entryList({u"*.json"_s}).size());
        QVERIFY(std::ranges::any_of(maps.maps, [](const auto &map) { return map.id == u"sample-province"_s && map.system == u"省平台"_s; }));
        QCOMPARE(maps.faults.size(), 2);
        QVERIFY(maps.faults[0].place.startsWith(own.filePath(u"broken.json"_s)));
    }

    /// Every shipped card is sound to reader and schema, says that it is a sample, and asks only for fields that a guide has.
    void shippedOnesAreSound()
    {
        const auto shelf = guides::Shelf::load(sourceFolder(u"/resources/guides"_s));
        QVERIFY(shelf);
        QSet<QString> fields, matters;
        for (const QString &id : {u"luoyang-personal"_s, u"sanmenxia-personal"_s, u"sanmenxia-enterprise"_s}) {
            for (const domain::Field &field : shelf->pack(id)->fields)
                fields.insert(field.id);
            for (const domain::Matter &matter : shelf->pack(id)->matters)
                matters.insert(matter.id);
        }
        const QDir folder(sourceFolder(u"/resources/copycards"_s));
        const guides::CopyMaps maps = guides::loadCopyMaps({folder.path()});
        QVERIFY(maps.faults.isEmpty() && maps.maps.size() >= 3);
        for (const domain::CopyMap &map : maps.maps) {
            QVERIFY2(map.sample && map.system.contains(u"样例"_s), qPrintable(map.id));
            for (const QString &matter : map.matters)
                QVERIFY2(matters.contains(matter), qPrintable(matter));
            for (const domain::CopyScreen &screen : map.screens) {
                for (const domain::CopyBlank &blank : screen.blanks) {
                    for (const CopySource &from : blank.from)
                        QVERIFY2(from.kind != CopySource::Kind::Field || fields.contains(from.subject), qPrintable(from.subject));
                }
            }
        }
        for (const QString &name : folder.entryList({u"*.json"_s})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QFile::ReadOnly));
            QVERIFY2(schema().faultsIn(file.readAll(), name).isEmpty(), qPrintable(name));
        }
        QVERIFY(schema().faultsIn(sound, u"a.json"_s).isEmpty());
    }

private:
    static const guides::PackSchema &schema()
    {
        static const auto loaded = guides::PackSchema::load(sourceFolder(u"/resources/schemas/copy-card.schema.json"_s));
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().detail));
        return *loaded;
    }
};
QTEST_GUILESS_MAIN(TestCopyMaps)
#include "tst_copymaps.moc"
