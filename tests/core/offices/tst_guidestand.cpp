#include "core/hub/bookshelf.h"
#include "core/offices/guidestand.h"
#include "tests/app/hub/store/hubworld.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using domain::GuideRef;

namespace {

QString source(const QString &file)
{
    return qEnvironmentVariable("YICHUANG_SOURCE") + u'/' + file;
}

QByteArray shipped(const QString &name)
{
    QFile file(source(u"resources/guides/%1.json"_s.arg(name)));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// The pack in another version, in force on other days, with its first matter called otherwise.
QByteArray changed(const QByteArray &pack, const QString &version, QDate from, QDate until = {})
{
    QJsonObject json = QJsonDocument::fromJson(pack).object();
    json["version"_L1] = version;
    json["from"_L1] = from.toString(Qt::ISODate);
    if (until.isValid())
        json["until"_L1] = until.toString(Qt::ISODate);
    QJsonArray matters = json["matters"_L1].toArray();
    QJsonObject first = matters[0].toObject();
    first["conditions"_L1] = QJsonArray{u"新的条件。"_s};
    matters[0] = first;
    json["matters"_L1] = matters;
    return QJsonDocument(json).toJson();
}

}

/// On SQLite alone: what the two stores do differently, the tests of the library see to.
class TestGuideStand final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_room = std::make_unique<hubworld::Room>(hubworld::Kind::Sqlite);
        m_hub = std::make_unique<hubworld::Hub>(*m_room);
    }
    void cleanup()
    {
        m_hub.reset();
        m_room.reset();
    }

    void anEmptyLibrary()
    {
        offices::GuideStand stand(m_hub->engine, source(u"resources/pinyin/readings.tsv"_s));
        QVERIFY(stand.packs()->isEmpty());
        QVERIFY(!stand.guide({u"x"_s, u"1"_s, u"y"_s})->has_value());
        QVERIFY(stand.find(u"新生儿"_s, 10)->isEmpty());
    }

    void everyVersionIsAtHandAndOneIsInForce()
    {
        const QByteArray pack = shipped(u"sanmenxia-personal"_s);
        const QString id = QJsonDocument::fromJson(pack)["pack"_L1].toString();
        const QString matter = QJsonDocument::fromJson(pack)["matters"_L1][0]["id"_L1].toString();
        publish(changed(pack, u"2025.1"_s, QDate(2025, 1, 1)));
        publish(changed(pack, u"2027.1"_s, QDate(2027, 1, 1)));
        publish(pack);
        const QString version = QJsonDocument::fromJson(pack)["version"_L1].toString();
        offices::GuideStand stand(m_hub->engine, source(u"resources/pinyin/readings.tsv"_s));
        const auto packs = stand.packs();
        REQUIRE_ANSWER(packs);
        QCOMPARE(packs->size(), 1);
        QCOMPARE(packs->first().version, version);
        QCOMPARE(packs->first().matters.first().id, matter);

        const auto now = stand.guide({id, version, matter});
        QVERIFY(now && *now && (*now)->inForce && (*now)->newer.pack.isEmpty());
        const auto old = stand.guide({id, u"2025.1"_s, matter});
        QVERIFY(old && *old && !(*old)->inForce);
        QCOMPARE((*old)->newer, (GuideRef{id, version, matter}));
        QCOMPARE((*old)->guide.matter.conditions, QStringList{u"新的条件。"_s});
        const auto changes = stand.changes({id, u"2025.1"_s, matter}, (*old)->newer);
        QVERIFY(changes && !changes->isEmpty());
        QCOMPARE(stand.current(id, matter)->value(), (GuideRef{id, version, matter}));
        QVERIFY(!stand.current(id, u"nothing"_s)->has_value());
        QVERIFY(!stand.guide({id, u"2024.1"_s, matter})->has_value());

        m_hub->clock.time = m_hub->clock.time.addYears(1); // the one for 2027 takes its place
        QCOMPARE(stand.packs()->first().version, u"2027.1"_s);
        QVERIFY(!(*stand.guide({id, version, matter}))->inForce);
    }

    void foundByAnyWayOfTyping_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("characters") << u"新生儿"_s;
        QTest::newRow("sound") << u"xinshenger"_s;
        QTest::newRow("initials") << u"xse"_s;
    }
    void foundByAnyWayOfTyping()
    {
        QFETCH(QString, typed);
        publish(shipped(u"sanmenxia-personal"_s));
        offices::GuideStand stand(m_hub->engine, source(u"resources/pinyin/readings.tsv"_s));
        const auto hits = stand.find(typed, 5);
        REQUIRE_ANSWER(hits);
        QVERIFY(!hits->isEmpty());
        QVERIFY2(hits->first().name.contains(u"新生儿"_s), qPrintable(hits->first().name));
    }

    void whatIsPublishedAndWithdrawnIsSeen()
    {
        offices::GuideStand stand(m_hub->engine, QString());
        QVERIFY(stand.packs()->isEmpty());
        const QByteArray pack = shipped(u"luoyang-personal"_s);
        publish(pack);
        QTRY_COMPARE_WITH_TIMEOUT(stand.packs()->size(), 1, 20'000);
        const offices::PackLine line = stand.packs()->first();
        QVERIFY(hub::Bookshelf(m_hub->engine).withdraw({u"pack"_s, line.id, line.version}).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(stand.packs()->isEmpty(), 20'000);
    }

    void aPackThatIsNoneHidesNoOther()
    {
        const QByteArray bad = "{\"this\": \"is no pack\"}";
        QVERIFY(hub::Bookshelf(m_hub->engine).publish({.kind = u"pack"_s, .name = u"bad"_s, .version = u"1"_s}, bad).has_value());
        publish(shipped(u"luoyang-personal"_s));
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"a guide of the library is not shown: bad 1"_s));
        offices::GuideStand stand(m_hub->engine, source(u"resources/pinyin/readings.tsv"_s));
        QCOMPARE(stand.packs()->size(), 1);
    }

private:
    void publish(const QByteArray &pack)
    {
        const QJsonObject head = QJsonDocument::fromJson(pack).object();
        const auto done = hub::Bookshelf(m_hub->engine)
                              .publish({.kind = u"pack"_s, .name = head["pack"_L1].toString(), .version = head["version"_L1].toString()}, pack);
        QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().detail));
    }

    std::unique_ptr<hubworld::Room> m_room;
    std::unique_ptr<hubworld::Hub> m_hub;
};

QTEST_GUILESS_MAIN(TestGuideStand)
#include "tst_guidestand.moc"
