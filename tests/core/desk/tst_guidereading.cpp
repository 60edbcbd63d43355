#include "tests/core/desk/readingroom.h"
#include "tests/core/guides/samplepack.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using Leaf = desk::GuideReading::Leaf;

namespace {

/// A county's pack over the sample pack, without the kindergarten.
QByteArray county(const QString &version)
{
    QJsonValue overlay = withValue(withValue(samplePack(), u"pack"_s, u"sample-county"_s), u"version"_s, version);
    for (const auto *key : {"matters", "materials", "fields", "samples", "places", "letters", "service"})
        overlay = withValue(overlay, QLatin1String(key), QJsonValue::Undefined);
    overlay = withValue(withValue(overlay, u"base"_s, u"sample-city"_s), u"drops"_s, jsonOf(R"(["school"])"));
    return bytesOf(overlay.toObject());
}

QStringList versionsIn(const QList<desk::GuideBrowser::VersionLine> &lines)
{
    QStringList versions;
    for (const desk::GuideBrowser::VersionLine &line : lines)
        versions << line.version;
    return versions;
}

}

class TestGuideReading : public QObject
{
    Q_OBJECT

private:
    const domain::GuideRef m_birth{u"sample-city"_s, u"2026.11.1"_s, u"birth"_s};

    static void bringIn(ReadingRoom &room, const QByteArray &bytes)
    {
        const auto done = room.reading->import(room.reading->look(room.bring(bytes, &room.city)), {});
        QVERIFY2(done, done ? "" : qPrintable(done.error().place + done.error().detail));
    }
    static QString versionInUse(const ReadingRoom &room)
    {
        return room.reading->find(u"新生儿"_s, {}).lines.value(0).ref.version;
    }

private slots:
    void anImportIsFoundAtOnce()
    {
        ReadingRoom room;
        QCOMPARE(versionInUse(room), u"2026.11.1"_s);
        bringIn(room, ReadingRoom::version(u"2026.11.2"_s));
        QCOMPARE(versionInUse(room), u"2026.11.2"_s);
        QCOMPARE(versionsIn(room.reading->otherVersions({u"sample-city"_s, u"2026.11.2"_s, u"birth"_s})), QStringList{u"2026.11.1"_s});
        QVERIFY(room.reading->otherVersions({u"nowhere"_s, u"1"_s, u"birth"_s}).isEmpty());
    }

    void aPackComesIntoUseAtMidnight()
    {
        ReadingRoom room;
        const QJsonObject later = withValue(withValue(samplePack(), u"version"_s, u"2026.12.1"_s), u"from"_s, u"2026-11-23"_s).toObject();
        bringIn(room, bytesOf(later));
        QCOMPARE(versionInUse(room), u"2026.11.1"_s);
        room.clock.set(QDateTime(QDate(2026, 11, 23), QTime(0, 0, 1)));
        QCOMPARE(versionInUse(room), u"2026.12.1"_s);
    }

    void theOlderVersionStandsFirst_data()
    {
        QTest::addColumn<QString>("inUse");
        QTest::addColumn<QString>("other");
        QTest::newRow("compared with an older one") << u"2026.11.10"_s << u"2026.11.1"_s;
        QTest::newRow("compared with a newer one") << u"2026.11.1"_s << u"2026.11.10"_s;
    }
    void theOlderVersionStandsFirst()
    {
        QFETCH(QString, inUse);
        QFETCH(QString, other);
        ReadingRoom room;
        bringIn(room, ReadingRoom::version(u"2026.11.10"_s, u"新生儿来了"_s));
        const auto both = room.reading->compare({u"sample-city"_s, inUse, u"birth"_s}, other);
        QVERIFY(both);
        QCOMPARE(both->old.version, u"2026.11.1"_s);
        QCOMPARE(both->now.version, u"2026.11.10"_s);
        QCOMPARE(both->differences.size(), 1);
        QVERIFY(both->differences[0].text.contains(u"新生儿来了"_s));
        QVERIFY(!room.reading->compare(m_birth, u"1999.1"_s));
    }

    void aCountysVersionsAreComparedAsTheyAreWorkedWith()
    {
        ReadingRoom room;
        bringIn(room, county(u"1"_s));
        bringIn(room, county(u"2"_s));
        const domain::GuideRef ref{u"sample-county"_s, u"2+2026.11.1"_s, u"birth"_s};
        QVERIFY(room.reading->has(ref));
        QCOMPARE(versionsIn(room.reading->otherVersions(ref)), QStringList{u"1+2026.11.1"_s});
        const auto both = room.reading->compare(ref, u"1+2026.11.1"_s);
        QVERIFY(both);
        QCOMPARE(both->old.version, u"1+2026.11.1"_s);
        QVERIFY(both->differences.isEmpty());
        QVERIFY(room.reading->paper(both->old, Leaf::Full));
        QVERIFY(!room.reading->has({ref.pack, ref.version, u"school"_s}));
    }

    void whatIsNotHereIsAnErrorWithItsPlace()
    {
        ReadingRoom room;
        const auto paper = room.reading->paper({u"sample-city"_s, u"1999.1"_s, u"birth"_s}, Leaf::Full);
        QVERIFY(!paper);
        QCOMPARE(paper.error().place, u"sample-city 1999.1: birth"_s);
        QVERIFY(!room.reading->print({u"sample-city"_s, u"1999.1"_s, u"birth"_s}, Leaf::Full));
        QVERIFY(room.printer.jobs.isEmpty());
    }

    void printedAndSavedWholeOrNotAtAll()
    {
        ReadingRoom room;
        QVERIFY(room.reading->print(m_birth, Leaf::Concise));
        QCOMPARE(room.printer.jobs[0].first, u"birth 2026.11.1"_s);
        QVERIFY(room.printer.jobs[0].second.startsWith("%PDF"));
        room.printer.failing = true;
        const auto failed = room.reading->print(m_birth, Leaf::Concise);
        QVERIFY(!failed && failed.error().kind == base::Error::Kind::Device);
        const auto saved = room.reading->save(m_birth, Leaf::Full, room.path(u"nowhere/guide.pdf"_s));
        QVERIFY(!saved && saved.error().kind == base::Error::Kind::Storage);
        QCOMPARE(saved.error().place, room.path(u"nowhere/guide.pdf"_s));
        QVERIFY(QDir(room.path({})).entryList({u"*.pdf*"_s}).isEmpty());
    }

    /// Where a guide goes, and how, by its kind and what the printer can do.
    void eachKindGoesItsWay_data()
    {
        QTest::addColumn<Leaf>("leaf");
        QTest::addColumn<desk::PrintRoute>("route");
        QTest::addColumn<bool>("duplex");
        QTest::addColumn<devices::PrintJob::Sides>("sides");
        QTest::addColumn<bool>("bothSides");
        using Sides = devices::PrintJob::Sides;
        using Route = desk::PrintRoute;
        const Route other{.printer = u"hall"_s, .tray = u"tray-2"_s, .pieces = 3, .colour = true};
        const Route oneSide{.printer = {}, .tray = {}, .sides = Route::Sides::One};
        QTest::newRow("leaflet") << Leaf::Concise << Route{} << true << Sides::ShortEdge << true;
        QTest::newRow("leaflet, no duplex") << Leaf::Concise << Route{} << false << Sides::ShortEdge << false;
        QTest::newRow("leaflet on one side") << Leaf::Concise << oneSide << true << Sides::One << false;
        QTest::newRow("leaflet elsewhere") << Leaf::Concise << other << true << Sides::ShortEdge << true;
        QTest::newRow("full guide") << Leaf::Full << Route{} << true << Sides::LongEdge << true;
        QTest::newRow("full guide elsewhere") << Leaf::Full << other << false << Sides::LongEdge << false;
    }
    void eachKindGoesItsWay()
    {
        QFETCH(Leaf, leaf);
        QFETCH(desk::PrintRoute, route);
        QFETCH(bool, duplex);
        ReadingRoom room;
        room.printer.faces = {{.name = u"counter"_s, .isUsual = true, .duplex = duplex}, {.name = u"hall"_s, .duplex = duplex}};
        QVERIFY(room.routes.set(leaf == Leaf::Full ? u"full-guide"_s : u"concise-guide"_s, route));
        const auto sent = room.reading->print(m_birth, leaf);
        QVERIFY(sent);
        QTEST(sent->bothSides, "bothSides");
        const devices::PrintJob job = room.printer.given.value(0);
        QTEST(job.sides, "sides");
        QCOMPARE(job.printer, route.printer);
        QCOMPARE(job.tray, route.tray);
        QCOMPARE(job.copies, qMax(1, route.pieces));
        QCOMPARE(job.colour, route.colour);
        QVERIFY(job.bytes.startsWith("%PDF") && !job.raw);
    }

    void entranceSaysWhatTheImportWillDo_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isSigned");
        QTest::addColumn<desk::GuideLook::Entrance>("entrance");
        using Entrance = desk::GuideLook::Entrance;
        const QByteArray newer = ReadingRoom::version(u"2026.12.1"_s);
        QTest::newRow("signed") << newer << true << Entrance::Open;
        QTest::newRow("not signed") << newer << false << Entrance::Consent;
        QTest::newRow("here already") << ReadingRoom::version(u"2026.11.1"_s) << false << Entrance::Known;
        QTest::newRow("other content") << ReadingRoom::version(u"2026.11.1"_s, u"生"_s) << true << Entrance::Closed;
        QTest::newRow("no pack") << QByteArray("[]") << true << Entrance::Closed;
        QTest::newRow("a county without its base")
            << QByteArray(county(u"1"_s)).replace("\"sample-city\"", "\"other-city\"") << true << Entrance::Closed;
    }
    void entranceSaysWhatTheImportWillDo()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isSigned);
        QFETCH(desk::GuideLook::Entrance, entrance);
        ReadingRoom room;
        const desk::GuideLook look = room.reading->look(room.bring(bytes, isSigned ? &room.city : nullptr));
        QCOMPARE(look.entrance(), entrance);
        using Entrance = desk::GuideLook::Entrance;
        QCOMPARE(room.reading->import(look, {}).has_value(), entrance == Entrance::Open || entrance == Entrance::Known);
        const desk::Consent consent{u"李管理"_s, u"传真确认"_s};
        QCOMPARE(room.reading->import(look, consent).has_value(), entrance != Entrance::Closed);
    }
};
QTEST_GUILESS_MAIN(TestGuideReading)
#include "tst_guidereading.moc"
