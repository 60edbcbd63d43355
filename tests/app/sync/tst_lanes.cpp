#include "core/desk/hublibrary.h"
#include "core/desk/scanroom.h"
#include "core/guides/signature.h"
#include "tests/app/sync/linkedwindow.h"
#include "tests/app/sync/relay.h"
#include "tests/core/guides/samplepack.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

constexpr int longWait = 60'000; // milliseconds; the machine of a test may be busy

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("not written: %s", qPrintable(path));
}

QByteArray noise(int size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(QRandomGenerator::global()->generate());
    return bytes;
}

}

/// What goes beside the events: pictures from one real window to another, guides from the hub. Everything over sockets that break.
class TestLanes : public QObject
{
    Q_OBJECT

private:
    struct Place {
        Place() : hub(folder.filePath(u"hub"_s))
        {
            relay.setHub(hub.port());
            a.emplace(folder.filePath(u"a"_s), u"001"_s);
            b.emplace(folder.filePath(u"b"_s), u"002"_s);
        }
        bool join() { return a->join(hub, relay.url()) && b->join(hub, relay.url()); }
        /// A picture of \a bytes in a new case of A.
        QString scan(const QByteArray &bytes)
        {
            const auto work = a->open(u"张一"_s);
            caseId = work->file().id;
            const QString scan = a->hall->scans->keep(caseId, bytes).value();
            if (!work->perform(domain::LifeCommand(domain::AttachScan{.scan = scan, .kind = u"jpeg"_s, .bytes = bytes.size()})))
                qFatal("no picture");
            return scan;
        }
        bool isAtB(const QString &scan, const QByteArray &bytes)
        {
            return QTest::qWaitFor(
                [&] {
                    const auto read = b->hall->scans->read(caseId, scan);
                    return read && *read == bytes;
                },
                longWait);
        }

        QTemporaryDir folder;
        HubProgram hub;
        Relay relay;
        std::optional<LinkedWindow> a, b;
        QString caseId;
    };

    /// A window with guides of its own, as the program has them, beside a hub.
    struct Reader {
        explicit Reader(Place &itsPlace) : place(itsPlace)
        {
            const QString data = place.folder.filePath(u"data"_s);
            put(data + u"/guides/shipped.json"_s, bytesOf(samplePack()));
            put(place.folder.filePath(u"a"_s) + u"/publishers/p.pub"_s, contentOf(publisherFile()));
            guides = std::move(*desk::GuideLibrary::open(data, place.folder.filePath(u"a"_s), place.a->hall->clock));
            library.emplace(*place.a->link, *guides, place.folder.filePath(u"a"_s) + u"/inbox"_s);
        }
        QString publisherFile()
        {
            const QString keys = place.folder.filePath(u"keys"_s);
            QDir().mkpath(keys);
            key = guides::makePublisherKey(u"样例市"_s).value();
            if (!guides::writeKey(key, keys))
                qFatal("no key");
            return keys + u"/publisher.pub"_s;
        }
        /// The sample pack in another version, signed by \a by, on the hub.
        HubProgram::Said publish(const QString &version, const guides::PublisherKey &by, const QString &name = {})
        {
            QJsonValue pack = withValue(withValue(samplePack(), u"version"_s, version), u"from"_s, u"2029-01-01"_s);
            if (!name.isEmpty())
                pack = withValue(pack, u"materials[0].name"_s, name);
            return publishBytes(bytesOf(pack.toObject()), by);
        }
        HubProgram::Said publishBytes(const QByteArray &bytes, const guides::PublisherKey &by)
        {
            const QString file = place.folder.filePath(u"published.json"_s);
            put(file, bytes);
            put(guides::signatureFile(file), guides::signatureOf(bytes, by));
            return place.hub.command({u"publish"_s, file});
        }
        QString id() const { return samplePack()[u"pack"_s].toString(); }
        bool has(const QString &pack, const QString &version) const
        {
            return std::ranges::any_of(guides->shelf().packs(), [&](const domain::GuidePack &one) {
                return one.id == pack && one.version == version;
            });
        }

        Place &place;
        guides::PublisherKey key;
        std::unique_ptr<desk::GuideLibrary> guides;
        std::optional<desk::HubLibrary> library;
    };

private slots:
    void aPictureIsSeenAtTheOtherWindow()
    {
        Place place;
        QVERIFY(place.join());
        const QByteArray bytes = noise(1'500'000); // several pieces
        const QString scan = place.scan(bytes);
        QVERIFY(QTest::qWaitFor([&] { return !place.b->caseOf(place.caseId).id.isEmpty(); }, longWait));
        QVERIFY(place.isAtB(scan, bytes));
        QVERIFY(QTest::qWaitFor([&] { return place.a->link->status().figures.pictures == 0; }, longWait));
        QVERIFY(QTest::qWaitFor([&] { return place.b->link->status().figures.toFetch == 0; }, longWait));
        QVERIFY(place.a->link->queue(10)->isEmpty() && place.b->link->queue(10)->isEmpty());
    }

    /// No connection lives longer than 60 000 bytes: what was broken off goes on.
    void overALineThatBreaks()
    {
        Place place;
        QVERIFY(place.join());
        place.relay.cutWithin(60'000);
        place.relay.breakAll();
        const QByteArray bytes = noise(200'000);
        const QString scan = place.scan(bytes);
        QVERIFY(QTest::qWaitFor(
            [&] {
                place.a->link->retry(); // instead of waiting
                place.b->link->retry();
                QTest::qWait(300);
                const auto read = place.b->hall->scans->read(place.caseId, scan);
                return read && *read == bytes;
            },
            2 * longWait));
        QVERIFY(place.relay.cuts() > 0);
    }

    /// The bytes on A's disk are not what was taken: refused, told, named with its case; all other pictures go on.
    void aDamagedPictureIsTold()
    {
        Place place;
        QVERIFY(place.join());
        QVERIFY(QTest::qWaitFor([&] { return place.a->hasSentAll() && place.b->hasSentAll(); }, longWait));
        place.relay.pullOut();
        const QByteArray bytes = noise(50'000);
        const QString scan = place.scan(bytes);
        const QString damagedCase = place.caseId;
        QDirIterator files(place.folder.filePath(u"a"_s) + u"/scans"_s, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QByteArray sealed = contentOf(files.next());
            sealed[sealed.size() / 2] = char(sealed[sealed.size() / 2] ^ 1);
            put(files.filePath(), sealed);
        }
        const QByteArray good = noise(40'000);
        const QString goodScan = place.scan(good);
        place.relay.plugIn();
        place.a->link->retry();
        place.b->link->retry();
        QVERIFY(place.isAtB(goodScan, good));
        QVERIFY(QTest::qWaitFor([&] { return place.a->link->status().spoilt.size() == 1; }, longWait));
        const syncing::SpoiltPicture spoilt = place.a->link->status().spoilt.constFirst();
        QCOMPARE(spoilt.picture.scan, scan);
        QCOMPARE(spoilt.picture.caseId, damagedCase);
        QVERIFY(spoilt.out);
        const auto waiting = place.a->link->queue(10).value();
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(waiting.constFirst().caseId, damagedCase);
        QVERIFY(QTest::qWaitFor([&] { return place.b->link->status().figures.toFetch == 1; }, longWait));
        QCOMPARE(place.b->link->queue(10)->constFirst().why, journal::Waiting::ForOthers);
    }

    /// A may use 60 000 bytes in a second: 240 000 take at least three of them. B asks too early, and gets it all the same.
    void underACap()
    {
        Place place;
        QVERIFY(place.join());
        place.a->stop();
        const QString folder = place.folder.filePath(u"a"_s);
        desk::HubPlace known = desk::readHubPlace(folder)->value();
        known.picturesPerSecond = 60'000;
        QVERIFY(desk::keepHubPlace(folder, known));
        place.a->start();
        const QByteArray bytes = noise(240'000);
        QElapsedTimer time;
        time.start();
        const QString scan = place.scan(bytes);
        QVERIFY(QTest::qWaitFor([&] { return place.b->link->status().figures.toFetch == 1; }, longWait));
        QVERIFY(place.isAtB(scan, bytes));
        QVERIFY2(time.elapsed() >= 3000, qPrintable(QString::number(time.elapsed())));
    }

    void guidesReachARunningWindow()
    {
        Place place;
        Reader reader(place);
        QVERIFY(place.join());
        const QString before = samplePack()[u"version"_s].toString();
        QSignalSpy imported(&*reader.library, &desk::HubLibrary::imported);
        QCOMPARE(reader.publish(u"2029.1"_s, reader.key, u"户口簿"_s).code, 0);
        QVERIFY(QTest::qWaitFor([&] { return imported.count() == 1; }, longWait));
        QVERIFY(reader.has(reader.id(), u"2029.1"_s));
        QVERIFY(reader.has(reader.id(), before)); // cases of it keep it
        const guides::Shelf &shelf = reader.guides->shelf(); // in force from the day that it says
        QCOMPARE(shelf.pack(reader.id(), QDate(2028, 12, 31))->version, before);
        QCOMPARE(shelf.pack(reader.id(), QDate(2029, 1, 1))->version, u"2029.1"_s);
        QVERIFY(reader.library->held().isEmpty());
        QVERIFY(QDir(place.folder.filePath(u"a"_s) + u"/inbox"_s).entryList(QDir::Files).isEmpty());
    }

    void aBadSignatureIsRefusedAndTold_data()
    {
        QTest::addColumn<bool>("ofAStranger");
        QTest::newRow("a publisher whom nobody trusts") << true;
        QTest::newRow("over other bytes") << false;
    }
    void aBadSignatureIsRefusedAndTold()
    {
        QFETCH(bool, ofAStranger);
        Place place;
        Reader reader(place);
        QVERIFY(place.join());
        QSignalSpy refused(&*reader.library, &desk::HubLibrary::refused);
        if (ofAStranger) {
            QCOMPARE(reader.publish(u"2029.1"_s, guides::makePublisherKey(u"样例市"_s).value()).code, 0);
        } else {
            const QString file = place.folder.filePath(u"published.json"_s);
            const QByteArray bytes = bytesOf(withValue(samplePack(), u"version"_s, u"2029.1"_s).toObject());
            put(file, bytes);
            put(guides::signatureFile(file), guides::signatureOf(bytes + ' ', reader.key));
            QCOMPARE(place.hub.command({u"publish"_s, file}).code, 0);
        }
        QVERIFY(QTest::qWaitFor([&] { return refused.count() == 1; }, longWait));
        QVERIFY(!reader.has(reader.id(), u"2029.1"_s));
        QCOMPARE(reader.library->held().size(), 1);
        QVERIFY(reader.library->held().constFirst().refused);
        QVERIFY(reader.library->held().constFirst().name.contains(u"2029.1"_s));

        QSignalSpy imported(&*reader.library, &desk::HubLibrary::imported);
        QCOMPARE(reader.publish(u"2029.2"_s, reader.key).code, 0); // what is right comes all the same
        QVERIFY(QTest::qWaitFor([&] { return imported.count() == 1; }, longWait));
        reader.library->retry();
        QVERIFY(QTest::qWaitFor([&] { return refused.count() == 2; }, longWait));
    }

    /// A whole checklist of 600 KB, over connections none of which carries more than 90 000 bytes.
    void aBrokenDownloadGoesOn()
    {
        Place place;
        Reader reader(place);
        QVERIFY(place.join());
        place.relay.cutWithin(90'000);
        place.relay.breakAll();
        QJsonObject pack = QJsonDocument::fromJson(contentOf(place.a->hall->source + u"/resources/guides/sanmenxia-personal.json"_s)).object();
        const QString id = pack[u"pack"_s].toString();
        pack[u"version"_s] = u"2029.1"_s;
        QSignalSpy imported(&*reader.library, &desk::HubLibrary::imported);
        const HubProgram::Said said = reader.publishBytes(QJsonDocument(pack).toJson(), reader.key);
        QVERIFY2(said.code == 0, said.err.constData());
        QVERIFY(QTest::qWaitFor(
            [&] {
                place.a->link->retry(); // instead of waiting
                reader.library->look();
                QTest::qWait(200);
                return imported.count() == 1;
            },
            2 * longWait));
        QVERIFY(place.relay.cuts() > 0);
        QVERIFY(reader.has(id, u"2029.1"_s));
    }
};

QTEST_GUILESS_MAIN(TestLanes)
#include "tst_lanes.moc"
