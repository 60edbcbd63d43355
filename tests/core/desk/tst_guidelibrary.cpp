#include "core/desk/guidelibrary.h"
#include "tests/core/guides/samplepack.h"
#include "tests/support/fakes.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using desk::Consent;
using desk::GuideLibrary;
using desk::GuideLook;
using Step = GuideLook::Step;
using Kind = guides::SignatureState::Kind;

namespace {

void put(const QString &file, const QByteArray &bytes)
{
    QFile target(file);
    QVERIFY2(target.open(QFile::WriteOnly), qPrintable(file));
    QCOMPARE(target.write(bytes), bytes.size());
}

QByteArray contentOf(const QString &file)
{
    QFile source(file);
    return source.open(QFile::ReadOnly) ? source.readAll() : QByteArray();
}

QByteArray version(const QString &number, const QString &name = u"身份证"_s)
{
    return bytesOf(withValue(withValue(samplePack(), u"version"_s, number), u"materials[0].name"_s, name).toObject());
}

}

/// A window with the sample pack as shipped, a trusted publisher, and files that somebody brings.
class TestGuideLibrary : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aLookSaysWhatItIs_data();
    void aLookSaysWhatItIs();
    void aSignedPackIsImported();
    void whatIsNotSignedNeedsConsent_data();
    void whatIsNotSignedNeedsConsent();
    void whatCannotBeImported_data();
    void whatCannotBeImported();
    void aVersionIsNeverReplaced();
    void anOlderVersionIsKeptBeside();
    void aPublisherOfTheProfileIsTrusted();
    void whatWasLookedAtIsImported();
    void anOverlayNeedsItsBase();
    void aFullDiskLeavesEverythingAsItIs();
    void anAlteredImportIsPutAside();
    void whatIsNoImportIsNotUsed_data();
    void whatIsNoImportIsNotUsed();
    void theNextStartHasTheImport();
    void whatIsShippedLaterIsNoFault();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString imported(const QString &name) const { return path(u"profile/guides/"_s + name); }
    void open() { m_library = std::move(*GuideLibrary::open(path(u"data"_s), path(u"profile"_s), m_clock)); }
    /// A file as somebody brings it, signed by \a key when there is one.
    QString bring(const QByteArray &bytes, const guides::PublisherKey *key = nullptr)
    {
        const QString file = path(u"brought.json"_s);
        put(file, bytes);
        QFile::remove(guides::signatureFile(file));
        if (key)
            put(guides::signatureFile(file), guides::signatureOf(bytes, *key));
        return file;
    }
    QStringList versions() const
    {
        QStringList versions;
        for (const domain::GuidePack &pack : m_library->shelf().packs())
            versions << pack.version;
        return versions;
    }

    const guides::PublisherKey m_city = *guides::makePublisherKey(u"样例市"_s);
    const guides::PublisherKey m_stranger = *guides::makePublisherKey(u"样例市"_s);
    const Consent m_consent{u"李管理"_s, u"市局传真确认"_s};
    support::FakeClock m_clock;
    std::optional<QTemporaryDir> m_folder;
    std::unique_ptr<GuideLibrary> m_library;
};

void TestGuideLibrary::init()
{
    m_folder.emplace();
    QVERIFY(QDir(m_folder->path()).mkpath(u"data/guides"_s) && QDir(m_folder->path()).mkpath(u"data/publishers"_s)
            && QDir(m_folder->path()).mkpath(u"profile"_s));
    QVERIFY(guides::writeKey(m_city, path(u"data/publishers"_s)));
    put(path(u"data/guides/city.json"_s), bytesOf(samplePack()));
    open();
    QCOMPARE(versions(), QStringList{u"2026.11.1"_s});
}

void TestGuideLibrary::cleanup()
{
    m_library.reset();
    m_folder.reset();
}

void TestGuideLibrary::aLookSaysWhatItIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Step>("step");
    QTest::addColumn<int>("differences");
    QTest::newRow("newer") << version(u"2026.12.1"_s, u"证件"_s) << Step::Newer << 2;
    QTest::newRow("older") << version(u"2026.9.1"_s) << Step::Older << 1;
    QTest::newRow("the same") << bytesOf(samplePack()) << Step::Same << 0;
    QTest::newRow("the same, written otherwise") << bytesOf(samplePack()) + "\n\n" << Step::Same << 0;
    QTest::newRow("other content") << version(u"2026.11.1"_s, u"证件"_s) << Step::OtherContent << 1;
    QTest::newRow("another pack") << bytesOf(withValue(samplePack(), u"pack"_s, u"other"_s).toObject()) << Step::New << 0;
}

void TestGuideLibrary::aLookSaysWhatItIs()
{
    QFETCH(QByteArray, bytes);
    const GuideLook look = m_library->look(bring(bytes, &m_city));
    QVERIFY(look.faults.isEmpty() && look.pack);
    QTEST(look.step, "step");
    QTEST(int(look.differences.size()), "differences");
    QCOMPARE(look.versionInUse, look.step == Step::New ? QString() : u"2026.11.1"_s);
    QCOMPARE(look.signature.kind, Kind::Genuine);
    QCOMPARE(look.signature.publisher, u"样例市"_s);
    QVERIFY2(!QFileInfo::exists(path(u"profile/guides"_s)), "a look changes nothing");
}

void TestGuideLibrary::aSignedPackIsImported()
{
    const QByteArray bytes = version(u"2026.12.1"_s);
    QVERIFY(m_library->import(m_library->look(bring(bytes, &m_city))));
    QCOMPARE(m_library->shelf().pack(u"sample-city"_s)->version, u"2026.12.1"_s);
    QCOMPARE(m_library->edition(), 1);
    QCOMPARE(contentOf(imported(u"sample-city-2026.12.1.json"_s)), bytes);
    QCOMPARE(contentOf(imported(u"sample-city-2026.12.1.json.sig"_s)), contentOf(path(u"brought.json.sig"_s)));
    const auto record = m_library->record(u"sample-city"_s, u"2026.12.1"_s);
    QVERIFY(record);
    QVERIFY((*record == desk::ImportRecord{guides::digestOf(bytes), m_clock.now(), u"样例市"_s, m_city.publisher.keyId(), {}, {}}));
}

void TestGuideLibrary::whatIsNotSignedNeedsConsent_data()
{
    QTest::addColumn<bool>("signedByStranger");
    QTest::addColumn<Consent>("consent");
    QTest::addColumn<bool>("isImported");
    QTest::newRow("not signed") << false << m_consent << true;
    QTest::newRow("signed by a stranger") << true << m_consent << true;
    QTest::newRow("nobody consents") << false << Consent{u" "_s, u"市局传真确认"_s} << false;
    QTest::newRow("no reason") << true << Consent{u"李管理"_s, u"\n\t"_s} << false;
}

void TestGuideLibrary::whatIsNotSignedNeedsConsent()
{
    QFETCH(bool, signedByStranger);
    QFETCH(Consent, consent);
    QFETCH(bool, isImported);
    const QByteArray bytes = version(u"2026.12.1"_s);
    const GuideLook look = m_library->look(bring(bytes, signedByStranger ? &m_stranger : nullptr));
    QCOMPARE(look.signature.kind, signedByStranger ? Kind::UnknownPublisher : Kind::Missing);
    const auto alone = m_library->import(look);
    QVERIFY(!alone);
    QCOMPARE(alone.error().place, look.file);
    QCOMPARE(alone.error().detail, guides::sentence(look.signature));
    QCOMPARE(m_library->import(look, consent).has_value(), isImported);
    QCOMPARE(versions().contains(u"2026.12.1"_s), isImported);
    if (!isImported)
        return;
    const auto record = m_library->record(u"sample-city"_s, u"2026.12.1"_s);
    QVERIFY(record);
    QCOMPARE(record->person, u"李管理"_s);
    QCOMPARE(record->reason, u"市局传真确认"_s);
    QCOMPARE(record->digest, guides::digestOf(bytes));
    QCOMPARE(record->at, m_clock.now());
}

void TestGuideLibrary::whatCannotBeImported_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("signature");
    QTest::addColumn<QString>("place"); // behind the file
    QTest::addColumn<QString>("reason");
    const QByteArray newer = version(u"2026.12.1"_s);
    QTest::newRow("broken") << bytesOf(withValue(samplePack(), u"title"_s, QJsonValue::Undefined).toObject()) << QByteArray()
                            << u": title"_s << u"is missing"_s;
    QTest::newRow("no pack") << QByteArray("{}") << QByteArray() << QString() << u"is not a guide pack"_s;
    QTest::newRow("empty") << QByteArray() << QByteArray() << u": line 1"_s << u"is not JSON"_s;
    QTest::newRow("endless") << QByteArray(guides::mostPackBytes + 1, ' ') << QByteArray() << QString()
                             << u"is longer than 32 MB"_s;
    QTest::newRow("altered after signing") << newer << guides::signatureOf(newer + ' ', m_city) << QString() << u"被改动过"_s;
    QTest::newRow("garbage for a signature") << newer << QByteArray("garbage") << QString() << u"无法识别"_s;
    QTest::newRow("endless signature") << newer << guides::signatureOf(newer, m_city) + QByteArray(1 << 20, ' ') << QString()
                                       << u"无法识别"_s;
    QTest::newRow("other content under this version") << version(u"2026.11.1"_s, u"证件"_s) << QByteArray() << QString()
                                                      << u"a changed pack needs a new version"_s;
}

void TestGuideLibrary::whatCannotBeImported()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, signature);
    QFETCH(QString, place);
    QFETCH(QString, reason);
    const QString file = bring(bytes);
    if (!signature.isEmpty())
        put(guides::signatureFile(file), signature);
    const auto refused = m_library->import(m_library->look(file), m_consent); // not even with consent
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, base::Error::Kind::Document);
    QCOMPARE(refused.error().place, file + place);
    QVERIFY2(refused.error().detail.contains(reason), qPrintable(refused.error().detail));
    QCOMPARE(versions(), QStringList{u"2026.11.1"_s});
    QVERIFY(!QFileInfo::exists(path(u"profile/guides"_s)));
}

void TestGuideLibrary::aVersionIsNeverReplaced()
{
    QVERIFY(m_library->import(m_library->look(bring(version(u"2026.12.1"_s), &m_city))));
    QVERIFY(m_library->import(m_library->look(bring(version(u"2026.12.1"_s), &m_city)))); // again: nothing to do
    QCOMPARE(m_library->edition(), 1);
    const GuideLook other = m_library->look(bring(version(u"2026.12.1"_s, u"证件"_s), &m_city));
    QCOMPARE(other.step, Step::OtherContent);
    QVERIFY(!m_library->import(other));
    QCOMPARE(contentOf(imported(u"sample-city-2026.12.1.json"_s)), version(u"2026.12.1"_s));
}

void TestGuideLibrary::anOlderVersionIsKeptBeside()
{
    const GuideLook look = m_library->look(bring(version(u"2026.9.1"_s), &m_city));
    QCOMPARE(look.step, Step::Older);
    QVERIFY(m_library->import(look));
    QCOMPARE(m_library->shelf().pack(u"sample-city"_s, m_clock.now().date())->version, u"2026.11.1"_s);
    QVERIFY(m_library->shelf().guide({u"sample-city"_s, u"2026.9.1"_s, u"birth"_s}));
}

void TestGuideLibrary::aPublisherOfTheProfileIsTrusted()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"profile/publishers"_s));
    const GuideLook before = m_library->look(bring(version(u"2026.12.1"_s), &m_stranger));
    QCOMPARE(before.signature.kind, Kind::UnknownPublisher);
    QVERIFY(guides::writeKey(m_stranger, path(u"profile/publishers"_s)));
    QVERIFY(m_library->import(before)); // asked once more when it is imported
    QCOMPARE(m_library->record(u"sample-city"_s, u"2026.12.1"_s)->keyId, m_stranger.publisher.keyId());
}

void TestGuideLibrary::whatWasLookedAtIsImported()
{
    const QByteArray bytes = version(u"2026.12.1"_s);
    const GuideLook look = m_library->look(bring(bytes, &m_city));
    put(look.file, version(u"2026.12.1"_s, u"掉包"_s)); // while the administrator reads the differences
    put(guides::signatureFile(look.file), "garbage");
    QVERIFY(m_library->import(look));
    QCOMPARE(contentOf(imported(u"sample-city-2026.12.1.json"_s)), bytes);
    open();
    QCOMPARE(m_library->shelf().pack(u"sample-city"_s)->materials[0].name, u"身份证"_s);
}

void TestGuideLibrary::anOverlayNeedsItsBase()
{
    QJsonValue overlay = withValue(samplePack(), u"pack"_s, u"sample-county"_s);
    for (const auto *key : {"matters", "materials", "fields", "samples", "places", "letters", "service"})
        overlay = withValue(overlay, QLatin1String(key), QJsonValue::Undefined);
    overlay = withValue(withValue(overlay, u"base"_s, u"sample-city"_s), u"drops"_s, jsonOf(R"(["school"])"));
    const auto tried = [&](const QJsonValue &json) {
        return m_library->import(m_library->look(bring(bytesOf(json.toObject()), &m_city)));
    };
    const auto lost = tried(withValue(overlay, u"base"_s, u"nowhere"_s));
    QVERIFY(!lost && lost.error().place == path(u"brought.json"_s) + u": base"_s);
    const auto dropped = tried(withValue(overlay, u"drops[0]"_s, u"death"_s));
    QVERIFY(!dropped && dropped.error().detail.contains(u"is not in the base"_s));
    QVERIFY(tried(overlay));
    QCOMPARE(m_library->shelf().offered(m_clock.now().date(), u"411200"_s)[0]->version, u"2026.11.1+2026.11.1"_s);
}

void TestGuideLibrary::aFullDiskLeavesEverythingAsItIs()
{
    const GuideLook look = m_library->look(bring(version(u"2026.12.1"_s), &m_city));
    QVERIFY(QDir(path(u"profile"_s)).mkdir(u"guides"_s));
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    for (const rlim_t room : {rlim_t(1), rlim_t(1000)}) { // not even the record; the record but not the pack
        const rlimit little{room, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &little);
        const auto imported = m_library->import(look);
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!imported);
        QCOMPARE(imported.error().kind, base::Error::Kind::Storage);
        QCOMPARE(versions(), QStringList{u"2026.11.1"_s});
    }
    open();
    QCOMPARE(versions(), QStringList{u"2026.11.1"_s});
    QVERIFY(m_library->shelf().faults().isEmpty());
    QVERIFY(m_library->import(look)); // with room again
    open();
    QCOMPARE(versions(), (QStringList{u"2026.11.1"_s, u"2026.12.1"_s}));
}

void TestGuideLibrary::anAlteredImportIsPutAside()
{
    const QByteArray good = version(u"2026.12.1"_s);
    const QString file = imported(u"sample-city-2026.12.1.json"_s);
    QVERIFY(m_library->import(m_library->look(bring(good, &m_city))));
    for (int time = 1; time <= 2; ++time) {
        put(file, version(u"2026.12.1"_s, u"篡改"_s));
        open();
        QCOMPARE(versions(), QStringList{u"2026.11.1"_s});
        QCOMPARE(m_library->shelf().faults().size(), 1);
        QCOMPARE(m_library->shelf().faults()[0].place, file);
        QCOMPARE(contentOf(file + u".aside-%1"_s.arg(time)), version(u"2026.12.1"_s, u"篡改"_s));
        QVERIFY(m_library->import(m_library->look(bring(good, &m_city)))); // the good one can come back
        open();
        QCOMPARE(versions(), (QStringList{u"2026.11.1"_s, u"2026.12.1"_s}));
        QVERIFY(m_library->shelf().faults().isEmpty());
    }
}

void TestGuideLibrary::whatIsNoImportIsNotUsed_data()
{
    QTest::addColumn<QString>("trap");
    for (const auto *trap : {"link", "pipe", "folder", "no record", "wrong record", "wrong name", "huge", "linked folder"})
        QTest::newRow(trap) << QString::fromLatin1(trap);
}

void TestGuideLibrary::whatIsNoImportIsNotUsed()
{
    QFETCH(QString, trap);
    QVERIFY(m_library->import(m_library->look(bring(version(u"2026.12.1"_s), &m_city))));
    const QString file = imported(u"sample-city-2026.12.1.json"_s);
    const QString elsewhere = path(u"elsewhere.json"_s);
    if (trap == u"link") {
        QVERIFY(QFile::rename(file, elsewhere) && QFile::link(elsewhere, file));
    } else if (trap == u"pipe") {
        QVERIFY(QFile::remove(file) && mkfifo(QFile::encodeName(file).constData(), 0600) == 0);
    } else if (trap == u"folder") {
        QVERIFY(QFile::remove(file) && QDir().mkdir(file));
    } else if (trap == u"no record") {
        QVERIFY(QFile::remove(file + u".record"_s));
    } else if (trap == u"wrong record") {
        put(file + u".record"_s, "{}");
    } else if (trap == u"wrong name") {
        QVERIFY(QFile::rename(file, imported(u"a.json"_s))
                && QFile::rename(file + u".record"_s, imported(u"a.json.record"_s)));
    } else if (trap == u"huge") {
        QVERIFY(QFile::resize(file, 200'000'000)); // sparse
    } else {
        QVERIFY(QFile::rename(path(u"profile/guides"_s), path(u"elsewhere"_s))
                && QFile::link(path(u"elsewhere"_s), path(u"profile/guides"_s)));
    }
    open();
    QCOMPARE(versions(), QStringList{u"2026.11.1"_s});
    QCOMPARE(m_library->shelf().faults().size(), 1);
    QVERIFY(m_library->shelf().faults()[0].place.startsWith(path(u"profile/guides"_s)));
}

void TestGuideLibrary::theNextStartHasTheImport()
{
    QVERIFY(m_library->import(m_library->look(bring(version(u"2026.12.1"_s), &m_city))));
    QVERIFY(m_library->import(m_library->look(bring(version(u"2026.12.2"_s))), m_consent));
    open();
    QCOMPARE(versions(), (QStringList{u"2026.11.1"_s, u"2026.12.1"_s, u"2026.12.2"_s}));
    QVERIFY(m_library->shelf().faults().isEmpty());
}

void TestGuideLibrary::whatIsShippedLaterIsNoFault()
{
    QVERIFY(m_library->import(m_library->look(bring(version(u"2026.12.1"_s), &m_city))));
    put(path(u"data/guides/new.json"_s), version(u"2026.12.1"_s));
    open();
    QCOMPARE(versions(), (QStringList{u"2026.11.1"_s, u"2026.12.1"_s}));
    QVERIFY(m_library->shelf().faults().isEmpty());
    put(path(u"data/guides/new.json"_s), version(u"2026.12.1"_s, u"证件"_s));
    open();
    QCOMPARE(m_library->shelf().faults().size(), 1); // what came with the program counts
}

QTEST_GUILESS_MAIN(TestGuideLibrary)
#include "tst_guidelibrary.moc"
