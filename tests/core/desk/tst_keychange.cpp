#include "core/base/durablefile.h"
#include "core/desk/auditbook.h"
#include "core/desk/hublink.h"
#include "core/desk/keychange.h"
#include "core/journal/profileplaces.h"
#include "core/journal/rekey.h"
#include "core/journal/seal.h"
#include "core/people/recovery.h"
#include "core/people/staffbook.h"
#include "tests/core/desk/takein.h"
#include "tests/core/journal/rawdatabase.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <csignal>

using namespace Qt::StringLiterals;
using people::PasswordCost;
using people::StaffBook;
using Outcome = StaffBook::Attempt::Outcome;

namespace {

const QString keeper = u"zhaolei"_s;
const QString other = u"wangfang"_s;
const QString keepersPassword = u"晴天-right-horse-27"_s;
const QString othersPassword = u"雨天-wrong-horse-72"_s;
const QString listed = u"41030219900307001X"_s;
const QDateTime monday(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);

/// A key store of the desktop in the folder \a path, so that it outlives the program that was killed.
class StoreInFolder final : public people::KeyStore
{
public:
    explicit StoreInFolder(QString path) : m_path(std::move(path)) { QDir().mkpath(m_path); }
    base::Result<base::Secret> read(const QString &name) override
    {
        return base::readWhole(m_path + u'/' + name).map([](const std::optional<QByteArray> &bytes) { return base::Secret(bytes.value_or(QByteArray())); });
    }
    base::Result<> write(const QString &name, const base::Secret &secret) override
    {
        return base::writeDurably(m_path + u'/' + name, secret.view().toByteArray());
    }
    base::Result<> remove(const QString &name) override { return base::destroyFile(m_path + u'/' + name); }

private:
    const QString m_path;
};

/// A profile at rest; its folder and the key store lie in one folder.
struct AtRest {
    QString root;
    QString profile() const { return root + u"/profile"_s; }
    QString store() const { return root + u"/store"_s; }
};

base::Secret openerOf(const AtRest &place, const QString &name, const QString &password)
{
    auto book = StaffBook::open(place.profile(), PasswordCost::least());
    if (!book || !book->see(monday))
        return {};
    const auto attempt = book->tryPassword(name, password);
    return attempt ? attempt->opener : base::Secret();
}

/// Changes the key as the program does; killed behind the durable step \a killAt (0: never).
int change(const AtRest &place, int killAt)
{
    const support::FakeClock clock;
    StoreInFolder store(place.store());
    auto profile = desk::Profile::open(place.profile(), store, clock, openerOf(place, keeper, keepersPassword));
    if (!profile)
        return 2;
    int steps = 0;
    const auto reached = [&] {
        if (++steps == killAt)
            std::raise(SIGKILL);
    };
    const auto done = desk::changeKey(std::move(*profile), place.profile(), clock,
                                      {.system = store, .who = u"赵磊"_s, .name = keeper, .password = keepersPassword, .cost = PasswordCost::least(), .reached = reached});
    if (!done)
        qWarning() << done.error().place << done.error().detail;
    return done ? 0 : 1;
}

void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    for (QDirIterator it(from, QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
        it.next();
        const QString target = to + u'/' + QDir(from).relativeFilePath(it.filePath());
        if (it.fileInfo().isDir())
            QDir().mkpath(target);
        else
            QFile::copy(it.filePath(), target);
    }
}

QByteArray bytesIn(const QString &file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

/// Everything in the files of the profile.
QByteArray everythingIn(const QString &folder)
{
    QByteArray bytes;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();)
        bytes += bytesIn(it.next());
    return bytes;
}

void write(const QString &file, const QByteArray &bytes)
{
    QFile target(file);
    QVERIFY(target.open(QIODevice::WriteOnly));
    QCOMPARE(target.write(bytes), bytes.size());
}

/// Where the key is kept, and how things are sealed.
enum class Kind { File, System, Staff, FileSm, StaffSm };

/// What a profile with something in every place has.
struct Sample {
    AtRest place;
    QStringList cases;
    QString scan;
    people::PublicKey windowKey; ///< public
    base::Secret key; ///< bare
    people::WindowKey hub = people::WindowKey::fromSeed(base::Secret(QByteArray(32, 'h')));
    qint64 auditLines = 0;
};

Sample sampleOf(const QString &root, Kind kind)
{
    Sample sample{.place = {root}};
    const QString folder = sample.place.profile();
    Hall hall(folder);
    const auto first = filedAtOnce(hall);
    if (kind == Kind::FileSm || kind == Kind::StaffSm)
        write(folder + u"/hall.ini"_s, "[hall]\nsuite=sm\n");
    hall.reopen();
    const auto second = filedAtOnce(hall);
    sample.cases = {first->file().id, second->file().id};
    sample.scan = hall.scans->keep(sample.cases[1], "picture").value();
    desk::AuditBook audit(hall.profile->journal(), hall.clock, u"测试员"_s);
    if (!audit.note(desk::AuditAct::CaseSeen, u"案"_s))
        qFatal("not noted");
    const QJsonObject list{{u"format"_s, 1}, {u"kind"_s, u"dishonesty list"_s}, {u"version"_s, u"47"_s}, {u"source"_s, u"样例"_s},
                           {u"day"_s, u"2026-11-20"_s}, {u"numbers"_s, QJsonArray{listed}}};
    if (!hall.profile->dishonesty().import({.bytes = QJsonDocument(list).toJson(), .place = u"l"_s, .signature = {}, .person = u"王"_s, .reason = u"十一月"_s}, {}, monday))
        qFatal("no list");
    const base::Secret &key = hall.profile->keys().profile;
    sample.key = base::Secret(journal::bareKey(key).toByteArray());
    sample.windowKey = hall.profile->keys().window.publicKey();
    const QByteArray fault = journal::seal("bytes of the hub", key, journal::profileplaces::feedFault(u"7"_s)).bytes;
    const QString sql = u"INSERT INTO feed_fault VALUES (7, 1, 'case', 'why', %1, x'%2')"_s.arg(key.size() == journal::keySize ? 1 : 2).arg(QString::fromLatin1(fault.toHex()));
    if (!RawDatabase(folder + u"/journal.db"_s).run(sql.toUtf8()))
        qFatal("no fault");
    if (!desk::keepHubPlace(folder, {.url = QUrl(u"https://hub.example:8443"_s), .hub = u"h"_s, .key = sample.hub.publicKey(), .hall = u"411202"_s})
        || !people::keepRecovery(folder, {u"h"_s, hall.profile->device()}, sample.hub.publicKey(), sample.key))
        qFatal("no hub");
    auto book = StaffBook::open(folder, PasswordCost::least());
    const bool isStaff = kind == Kind::Staff || kind == Kind::StaffSm;
    const base::Secret opener = isStaff ? sample.key : base::Secret();
    const QDateTime lease = monday.addDays(7);
    if (!book || !book->bindTo(key) || !book->see(monday) || !book->keep({7, other, u"王芳"_s, {u"clerk"_s}, 1}, othersPassword, opener, lease)
        || !book->keep({8, keeper, u"赵磊"_s, {u"hall-supervisor"_s}, 1}, keepersPassword, opener, lease) || !book->setPin(other, u"190277"_s))
        qFatal("no book");
    sample.auditLines = audit.page(0, 1)->first().number;
    hall.reception.reset();
    hall.profile.reset();
    if (isStaff && !people::leaveKeyToStaff(folder))
        qFatal("not left");
    StoreInFolder store(sample.place.store());
    if (kind == Kind::System) {
        if (!store.write(u"profile-1"_s, sample.key))
            qFatal("not stored");
        write(folder + u"/key.json"_s, R"({"place": "system", "name": "profile-1"})");
        QFile::remove(folder + u"/profile.key"_s);
    }
    return sample;
}

/// Every blob that the key of the profile alone opens, as it stands.
QList<QByteArray> sealedUnderKey(const AtRest &place)
{
    QList<QByteArray> blobs;
    RawDatabase database(place.profile() + u"/journal.db"_s);
    for (const char *table : {"meta", "case_key", "audit_key", "feed_fault", "report_word"}) {
        for (const QString &hex : database.column(QByteArray("SELECT hex(sealed) FROM ") + table + " WHERE suite > 0"))
            blobs << QByteArray::fromHex(hex.toLatin1());
    }
    for (const QString &name : desk::filesUnderProfileKey()) {
        if (name != "staff.json"_L1)
            blobs << bytesIn(place.profile() + u'/' + name);
    }
    return blobs;
}

/// The profile of \a sample in \a place opens with what somebody has, is whole, and has nothing half done. The key it opened with.
base::Secret checkWhole(const Sample &sample, const AtRest &place)
{
    const support::FakeClock clock;
    StoreInFolder store(place.store());
    const auto profile = desk::Profile::open(place.profile(), store, clock, openerOf(place, keeper, keepersPassword));
    if (!profile) {
        qWarning() << profile.error().place << profile.error().detail;
        return {};
    }
    journal::Journal &journal = (*profile)->journal();
    const base::Secret &key = (*profile)->keys().profile;
    const desk::AuditBook audit(journal, clock, u"测试员"_s);
    const auto whole = audit.verify();
    auto book = StaffBook::open(place.profile(), PasswordCost::least());
    desk::ScanRoom scans(journal, place.profile() + u"/scans"_s);
    const base::Secret recovered = sample.hub.openSealed(people::readRecovery(place.profile() + u"/recovery.json"_s).value_or(people::Recovery()).sealed);
    const auto check = [](bool isRight, const char *what) {
        if (!isRight)
            qWarning() << "not whole:" << what;
        return isRight;
    };
    bool isWhole = check(whole && whole->lines >= sample.auditLines, "audit and journal") && check(!audit.fault(), "head of the audit trail")
        && check((*profile)->keys().window.publicKey() == sample.windowKey, "window.key") && check((*profile)->dishonesty().contains(listed), "list")
        && check(scans.read(sample.cases[1], sample.scan) == QByteArray("picture"), "scan")
        && check(book && book->bindTo(key) && book->fault() == people::BookFault::None, "staff.json") && check(recovered == base::Secret(journal::bareKey(key).toByteArray()), "recovery.json");
    for (const QString &id : sample.cases)
        isWhole = isWhole && check(!journal.eventsOf(id).value_or(QList<domain::Event>()).isEmpty(), "case");
    RawDatabase raw(place.profile() + u"/journal.db"_s);
    const QByteArray fault = QByteArray::fromHex(raw.column("SELECT hex(sealed) FROM feed_fault").value(0).toLatin1());
    const int suite = raw.column("SELECT suite FROM feed_fault").value(0).toInt();
    isWhole = isWhole && check(journal::unseal({suite, fault}, key, journal::profileplaces::feedFault(u"7"_s)).value_or(QByteArray()) == "bytes of the hub", "fault")
        && check(QDir(place.profile()).entryList({u"*.next"_s}, QDir::Files | QDir::Hidden).isEmpty(), "something is left over");
    return isWhole ? base::Secret(journal::bareKey(key).toByteArray()) : base::Secret();
}

}

Q_DECLARE_METATYPE(Kind)

class TestKeyChange : public QObject
{
    Q_OBJECT

private slots:
    void places_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::newRow("in a file") << Kind::File;
        QTest::newRow("in the system's key store") << Kind::System;
        QTest::newRow("under passwords") << Kind::Staff;
        QTest::newRow("in a file, SM4") << Kind::FileSm;
        QTest::newRow("under passwords, SM4") << Kind::StaffSm;
    }

    /// Nothing that the old key opens is left, and nothing is lost.
    void everythingLiesUnderTheNewKey_data() { places_data(); }
    void everythingLiesUnderTheNewKey()
    {
        QFETCH(Kind, kind);
        const QTemporaryDir dir;
        const Sample sample = sampleOf(dir.path(), kind);
        QCOMPARE(checkWhole(sample, sample.place), sample.key);
        const QList<QByteArray> before = sealedUnderKey(sample.place);
        QCOMPARE(before.size(), 1 + 2 + 1 + 1 + 4); // key_check, cases, month, fault, files
        const QJsonArray people = QJsonDocument::fromJson(bytesIn(sample.place.profile() + u"/staff.json"_s)).object()["people"_L1].toArray();
        QCOMPARE(change(sample.place, 0), 0);
        const QByteArray everything = everythingIn(dir.path());
        QVERIFY(!everything.contains(sample.key.view().toByteArray()));
        for (const QByteArray &blob : before)
            QVERIFY2(!blob.isEmpty() && !everything.contains(blob), qPrintable(QString::number(before.indexOf(blob))));
        for (const QJsonValue &person : people) {
            const QString box = person.toObject()["lock"_L1].toObject()["box"_L1].toString();
            QCOMPARE(!box.isEmpty(), kind == Kind::Staff || kind == Kind::StaffSm);
            QVERIFY(box.isEmpty() || !everything.contains(box.toLatin1()));
        }
        QCOMPARE(journal::opensJournal(sample.place.profile(), sample.key), false);
        const base::Secret key = checkWhole(sample, sample.place);
        QVERIFY(!key.isEmpty() && !(key == sample.key));
        const support::FakeClock clock;
        StoreInFolder store(sample.place.store());
        auto profile = desk::Profile::open(sample.place.profile(), store, clock, openerOf(sample.place, keeper, keepersPassword));
        const auto lines = desk::AuditBook((*profile)->journal(), clock, {}).page(0, 50);
        QVERIFY(std::ranges::any_of(*lines, [](const desk::AuditEntry &entry) { return entry.act == desk::AuditAct::KeyChanged && entry.who == u"赵磊"_s; }));
    }

    /// Killed behind each step: whole under the one key or the other, and a change after it goes through.
    void killedAnywhere_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::newRow("in a file") << Kind::File;
        QTest::newRow("in the system's key store") << Kind::System;
        QTest::newRow("under passwords, SM4") << Kind::StaffSm;
    }
    void killedAnywhere()
    {
        QFETCH(Kind, kind);
        const QTemporaryDir dir;
        const Sample sample = sampleOf(dir.path() + u"/sample"_s, kind);
        QSet<bool> keys; // new or not
        int point = 0;
        for (bool isKilled = true; isKilled;) {
            const AtRest copy{dir.path() + u"/killed-%1"_s.arg(++point)};
            copyFolder(sample.place.root, copy.root);
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {u"--change"_s, copy.root, QString::number(point)});
            QVERIFY2(child.waitForStarted(60'000), qPrintable(child.errorString()));
            QVERIFY2(child.waitForFinished(60'000), qPrintable(child.errorString()));
            isKilled = child.exitStatus() == QProcess::CrashExit;
            QVERIFY2(isKilled || child.exitCode() == 0, child.readAllStandardError().constData());
            if (point % 2 == 0 && kind == Kind::StaffSm) { // somebody else's password finishes it as well as it can
                const base::Secret opener = openerOf(copy, other, othersPassword);
                const support::FakeClock clock;
                StoreInFolder store(copy.store());
                QVERIFY(opener.isEmpty() || desk::Profile::open(copy.profile(), store, clock, opener));
            }
            const base::Secret key = checkWhole(sample, copy);
            QVERIFY2(!key.isEmpty(), qPrintable(QString::number(point)));
            keys << (key == sample.key);
            QCOMPARE(checkWhole(sample, copy), key); // settled for good
        }
        QCOMPARE(keys.size(), 2);
        QVERIFY2(point > 12, qPrintable(QString::number(point)));
    }

    void whatLiesAsideIsNotLost()
    {
        const QTemporaryDir dir;
        const Sample sample = sampleOf(dir.path(), Kind::File);
        QVERIFY(QDir(sample.place.profile()).mkdir(u"damaged-20261121-093000"_s));
        QCOMPARE(change(sample.place, 0), 1);
        QCOMPARE(checkWhole(sample, sample.place), sample.key);
    }

    void whoIsNotHereGoesToTheHub()
    {
        const QTemporaryDir dir;
        const Sample sample = sampleOf(dir.path(), Kind::Staff);
        QCOMPARE(desk::othersWithKey(sample.place.profile(), keeper).value(), QStringList{u"王芳"_s});
        QCOMPARE(change(sample.place, 0), 0);
        auto book = StaffBook::open(sample.place.profile(), PasswordCost::least());
        QVERIFY(book && book->see(monday));
        const auto others = book->tryPassword(other, othersPassword);
        QCOMPARE(others->outcome, Outcome::MustGoOnline);
        QVERIFY(others->opener.isEmpty());
        QVERIFY(!book->hasPin(other));
        QCOMPARE(book->tryPassword(keeper, keepersPassword)->outcome, Outcome::Welcome);
        QVERIFY(desk::othersWithKey(sample.place.profile(), keeper)->isEmpty());
    }

    /// What is sealed under the key and stands in no list would be lost by a change: a new table or file has to be told here.
    void nothingSealedIsForgotten()
    {
        const QTemporaryDir dir;
        const Sample sample = sampleOf(dir.path(), Kind::File);
        const QStringList underCaseKeys{u"event"_s, u"case_file"_s};
        const QStringList underMonths{u"audit"_s};
        const QStringList known = journal::tablesUnderProfileKey() + underCaseKeys + underMonths;
        RawDatabase raw(sample.place.profile() + u"/journal.db"_s);
        const QStringList sealed = raw.column("SELECT DISTINCT m.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'"
                                              " AND (c.name = 'suite' OR c.name = 'sealed')");
        QVERIFY(sealed.size() >= 9);
        for (const QString &table : sealed)
            QVERIFY2(known.contains(table), qPrintable(table));
        const QStringList plain{u"journal.db"_s, u"device.json"_s, u"hub.json"_s, u"key.json"_s, u"profile.key"_s, u"hall.ini"_s};
        for (const QString &file : QDir(sample.place.profile()).entryList(QDir::Files | QDir::Hidden)) {
            const bool isPassing = file.endsWith(".lock"_L1) || file.startsWith("journal.db-"_L1);
            QVERIFY2(isPassing || plain.contains(file) || desk::filesUnderProfileKey().contains(file), qPrintable(file));
        }
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (argc == 4 && qstrcmp(argv[1], "--change") == 0)
        return change({QString::fromUtf8(argv[2])}, QByteArray(argv[3]).toInt());
    TestKeyChange test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keychange.moc"
