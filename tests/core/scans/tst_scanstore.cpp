#include "core/scans/scanstore.h"

#include "core/journal/seal.h"
#include "tests/core/journal/world.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using scans::CaseShelf;
using scans::Finding;
using scans::ScanStore;
using Kind = Finding::Kind;

namespace {

const QByteArray page = QByteArray("\xff\xd8\xff") + QByteArray(200'000, 'p') + "张三 41030219900307001X" + QByteArray(9, 'q');

/// A store with one case in a folder of its own.
struct Room {
    QTemporaryDir dir;
    ScanStore store{dir.filePath(u"scans"_s)};
    CaseShelf shelf{u"4f6c0f0e-0000-4000-8000-000000000001"_s, base::Secret(QByteArray(32, 'k'))};

    QString folder() const { return dir.filePath(u"scans/"_s + shelf.caseId); }
    QStringList files() const { return QDir(folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    QString only() const { return folder() + u'/' + files().value(0); }
};

QByteArray contents(const QString &file)
{
    QFile in(file);
    return in.open(QFile::ReadOnly) ? in.readAll() : QByteArray();
}

void put(const QString &file, const QByteArray &bytes)
{
    QFile out(file);
    QVERIFY(out.open(QFile::WriteOnly) && out.write(bytes) == bytes.size());
}

QList<Kind> kindsOf(const QList<Finding> &findings)
{
    QList<Kind> kinds;
    for (const Finding &finding : findings)
        kinds << finding.kind;
    return kinds;
}

}

/// The bytes of pictures: sealed, whole, proved; what does not fit is named.
class TestScanStore : public QObject
{
    Q_OBJECT

private slots:
    void whatIsKeptIsRead();
    void nothingIsPlainOnDisk();
    void everyBitCounts();
    void aFileOpensOnlyInItsPlace();
    void theCheckNamesWhatDoesNotFit();
    void aFullDiskLeavesNothingBehind();
    void keysFollowFromTheCase();
};

void TestScanStore::whatIsKeptIsRead()
{
    Room room;
    REQUIRE_OK(room.store.keep(room.shelf, page));
    const QString scan = ScanStore::addressOf(page);
    QCOMPARE(*room.store.keep(room.shelf, page), scan);
    QCOMPARE(room.files().size(), 1);
    REQUIRE_OK(room.store.read(room.shelf, scan));
    QCOMPARE(*room.store.read(room.shelf, scan), page);
    QCOMPARE(QFile::permissions(room.only()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QCOMPARE(QFile::permissions(room.folder()) & (QFile::ExeGroup | QFile::ExeOther), QFile::Permissions());
    QCOMPARE(room.store.read(room.shelf, QString(64, u'0')).error().kind, base::Error::Kind::Missing);
    QCOMPARE(room.store.cases(), QStringList{room.shelf.caseId});
}

void TestScanStore::nothingIsPlainOnDisk()
{
    Room room;
    REQUIRE_OK(room.store.keep(room.shelf, page));
    const QByteArray stored = contents(room.only());
    QVERIFY(stored.size() > page.size());
    QVERIFY(!stored.contains("pppp"));
    QVERIFY(!stored.contains("41030219900307001X"));
    // The name is neither the address nor the same for another case.
    QVERIFY(!room.only().contains(ScanStore::addressOf(page).left(8)));
    const CaseShelf other{u"another"_s, base::Secret(QByteArray(32, 'o'))};
    REQUIRE_OK(room.store.keep(other, page));
    QVERIFY(!QFile::exists(room.dir.filePath(u"scans/another/"_s + room.files().front())));
}

void TestScanStore::everyBitCounts()
{
    Room room;
    const QByteArray small("\xff\xd8\xff a small picture");
    const QString scan = *room.store.keep(room.shelf, small);
    const QByteArray stored = contents(room.only());
    for (qsizetype bit = 0; bit < stored.size() * 8; ++bit) {
        QByteArray changed = stored;
        changed[bit / 8] = char(changed[bit / 8] ^ (1 << (bit % 8)));
        put(room.only(), changed);
        const auto read = room.store.read(room.shelf, scan);
        QVERIFY2(!read && read.error().kind == base::Error::Kind::Damaged, qPrintable(QString::number(bit)));
    }
    put(room.only(), stored.chopped(1));
    QVERIFY(!room.store.read(room.shelf, scan));
    put(room.only(), {});
    QVERIFY(!room.store.read(room.shelf, scan));
    REQUIRE_OK(room.store.keep(room.shelf, small)); // taken again, it is whole again
    QCOMPARE(*room.store.read(room.shelf, scan), small);
}

void TestScanStore::aFileOpensOnlyInItsPlace()
{
    Room room;
    const QString scan = *room.store.keep(room.shelf, page);
    const QString first = room.only();
    const QString second = *room.store.keep(room.shelf, page + "2");
    QStringList files = room.files();
    files.removeOne(QFileInfo(first).fileName());
    put(room.folder() + u'/' + files.front(), contents(first)); // renamed
    QCOMPARE(room.store.read(room.shelf, second).error().kind, base::Error::Kind::Damaged);
    const CaseShelf thief{room.shelf.caseId, base::Secret(QByteArray(32, 'x'))};
    QVERIFY(!room.store.read(thief, scan));
    QFile::remove(first);
    QVERIFY(QFile::link(u"/etc/passwd"_s, first)); // a link is not followed
    QVERIFY(!room.store.read(room.shelf, scan));
}

void TestScanStore::theCheckNamesWhatDoesNotFit()
{
    Room room;
    QCOMPARE(room.store.check(room.shelf, {}), QList<Finding>());
    const QString kept = *room.store.keep(room.shelf, page);
    const QString mark = room.files().front();
    const QString stranded = *room.store.keep(room.shelf, page + "2"); // no event
    put(room.folder() + u'/' + mark + u".Ab3xyz"_s, "half");
    put(room.folder() + u"/notes.txt"_s, "not ours");
    put(room.folder() + u'/' + QString(40, u'0'), "no picture");
    const QString lost(64, u'0');
    const QList<Finding> findings
        = room.store.check(room.shelf, {{kept, page.size()}, {lost, 5}});
    QList<Kind> kinds = kindsOf(findings);
    std::ranges::sort(kinds);
    QCOMPARE(kinds, (QList<Kind>{Kind::Missing, Kind::Damaged, Kind::Unrecorded, Kind::Unfinished, Kind::Foreign}));
    for (const Finding &finding : findings) {
        if (finding.kind == Kind::Unrecorded)
            QCOMPARE(finding.scan, stranded);
        if (finding.kind == Kind::Missing)
            QCOMPARE(finding.scan, lost);
    }
    QCOMPARE(room.files().size(), 5); // nothing was touched
    QCOMPARE(kindsOf(room.store.check(room.shelf, {{kept, 1}, {stranded, page.size() + 1}})).count(Kind::Damaged), 2);
}

void TestScanStore::aFullDiskLeavesNothingBehind()
{
    Room room;
    REQUIRE_OK(room.store.keep(room.shelf, "\xff\xd8\xff first"));
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    for (const rlim_t room4 : {rlim_t(1), rlim_t(4096), rlim_t(150'000)}) {
        rlimit none = before;
        none.rlim_cur = room4;
        setrlimit(RLIMIT_FSIZE, &none);
        const auto kept = room.store.keep(room.shelf, page);
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(!kept);
        QCOMPARE(kept.error().kind, base::Error::Kind::Storage);
        QCOMPARE(room.files().size(), 1);
    }
    REQUIRE_OK(room.store.keep(room.shelf, page));
}

void TestScanStore::keysFollowFromTheCase()
{
    world::Profile profile;
    auto journal = profile.open();
    REQUIRE_OK(journal);
    world::Clerk first(profile.clock), second(profile.clock);
    REQUIRE_OK(first.open(**journal));
    REQUIRE_OK(second.open(**journal));
    const auto key = (*journal)->keyFor(first.id(), "scans");
    REQUIRE_OK(key);
    QCOMPARE(key->size(), journal::keySize);
    QVERIFY(*key == *(*journal)->keyFor(first.id(), "scans"));
    QVERIFY(!(*key == *(*journal)->keyFor(first.id(), "signatures")));
    QVERIFY(!(*key == *(*journal)->keyFor(second.id(), "scans")));
    QCOMPARE((*journal)->keyFor(u"nobody"_s, "scans").error().kind, base::Error::Kind::Missing);
}

QTEST_GUILESS_MAIN(TestScanStore)
#include "tst_scanstore.moc"
