#include "core/desk/papercheck.h"
#include "core/hub/hubkey.h"
#include "core/people/recovery.h"
#include "core/wire/staff.h"
#include "tests/app/sync/linkedwindow.h"

#include <QDirIterator>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;
using people::Algorithm;

namespace {

constexpr int longWait = 60'000; // milliseconds; the machine of a test may be busy
const QString phone = u"applicant-phone"_s;
const QString number = u"13800000001"_s;

QByteArray bytesOf(const QString &name)
{
    QFile file(name);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

}

/// Sites that must use the national algorithms, those that need not, and every mixture: a window of either suite at a hub of either.
class TestSuites : public QObject
{
    Q_OBJECT

    struct Place {
        explicit Place(const QString &suite) : hub(path(u"hub"_s), {u"--suite"_s, suite})
        {
            standard.emplace(path(u"a"_s), u"001"_s);
            national.emplace(path(u"b"_s), u"002"_s, u"sm"_s);
        }
        QString path(const QString &name) const { return folder.filePath(name); }
        /// The first comes a second time, for the card of the other.
        bool join()
        {
            const QUrl url(u"http://127.0.0.1:%1"_s.arg(hub.port()));
            return standard->join(hub, url) && national->join(hub, url) && standard->join(hub, url);
        }
        static syncing::SignedLine::Outcome ask(LinkedWindow &window, const syncing::Call &call)
        {
            std::optional<syncing::SignedLine::Outcome> outcome;
            window.link->ask(call, window.link.get(), [&](const syncing::SignedLine::Outcome &came) { outcome = came; });
            if (!QTest::qWaitFor([&] { return outcome.has_value(); }, longWait))
                return tl::unexpected(syncing::Trouble());
            return *outcome;
        }

        QTemporaryDir folder;
        HubProgram hub;
        std::optional<LinkedWindow> standard, national;
    };

private slots:
    void theWholeWay_data()
    {
        QTest::addColumn<QString>("suite");
        QTest::addColumn<QString>("other");
        QTest::addColumn<Algorithm>("algorithm");
        QTest::newRow("standard hub") << u"standard"_s << u"sm"_s << Algorithm::Ed25519;
        QTest::newRow("national hub") << u"sm"_s << u"standard"_s << Algorithm::Sm2;
    }
    void theWholeWay()
    {
        QFETCH(QString, suite);
        QFETCH(QString, other);
        QFETCH(Algorithm, algorithm);
        Place place(suite);
        QVERIFY2(place.hub.answers(), place.hub.log().constData());
        QVERIFY(place.join());
        LinkedWindow &a = *place.standard, &b = *place.national;
        QCOMPARE(a.hall->profile->keys().window.publicKey().algorithm, Algorithm::Ed25519);
        QCOMPARE(b.hall->profile->keys().window.publicKey().algorithm, Algorithm::Sm2);
        for (const LinkedWindow *window : {&a, &b})
            QCOMPARE(window->link->place()->key.algorithm, algorithm);
        const HubProgram::Said wrong = place.hub.command({u"--suite"_s, other, u"verify"_s});
        QVERIFY(wrong.code == 1 && wrong.err.contains("another --suite"));

        // Push and pull, both ways.
        const QString id = a.open(u"张一"_s)->file().id;
        QTRY_VERIFY_WITH_TIMEOUT(!b.caseOf(id).id.isEmpty(), longWait);
        QVERIFY(b.enter(id, phone, number));
        QTRY_COMPARE_WITH_TIMEOUT(a.caseOf(id).fields.value(phone), number, longWait);
        QTRY_VERIFY_WITH_TIMEOUT(a.hasSentAll() && b.hasSentAll(), longWait);
        QCOMPARE(place.hub.command({u"verify"_s}).code, 0);
        QVERIFY(b.hall->profile->journal().verify().has_value());

        signsIn(place);
        libraryIsRead(place);
        profileIsRecovered(place);

        // Papers of either window and of the hub, checked at either and at the pages of the hub.
        for (LinkedWindow *window : {&a, &b}) { // as at the next start
            window->stop();
            window->start();
        }
        const papers::Stamp stamp{.caseNumber = b.caseOf(id).number,
                                  .kind = domain::PaperKind::FilingReceipt,
                                  .issuedAt = QDateTime({2026, 3, 5}, {9, 30}, Qt::UTC),
                                  .lines = 3};
        const QString printed = u"https://h/c/"_s + stamp.caseNumber;
        const hub::HubKey hubKey = hub::HubKey::open(place.path(u"hub/hub.key"_s), false).value();
        const QString ofHub = papers::stampedCode(printed, stamp, hubKey.signing().publicKey().keyId(),
                                                  hubKey.signing().sign(papers::stampPurpose, papers::signedBytes(stamp)));
        const QStringList codes{a.hall->profile->stamps().stamped(printed, stamp),
                                b.hall->profile->stamps().stamped(printed, stamp), ofHub};
        for (const QString &code : codes) {
            QCOMPARE(code.size(), codes[0].size()); // a code of either needs no more room on the paper
            for (const LinkedWindow *window : {&a, &b}) {
                const desk::PaperFinding finding = window->hall->profile->stamps().check(code);
                QCOMPARE(finding.kind, desk::PaperFinding::Kind::Genuine);
                QCOMPARE(finding.stamp, stamp);
            }
            QString bent = code;
            bent[bent.size() - 20] = bent[bent.size() - 20] == u'A' ? u'B' : u'A';
            QVERIFY(showsProgress(place, code) && !showsProgress(place, bent));
        }
        QCOMPARE(a.hall->profile->stamps().check(codes[1]).signer.window, b.hall->profile->hall().windowName);
        nothingIsReadable(place);
        const HubProgram::Said devices = place.hub.command({u"devices"_s});
        QVERIFY2(devices.out.contains("\ted25519\n") && devices.out.contains("\tsm2\n"), devices.out.constData());
        const int ofHubsSuite = algorithm == Algorithm::Sm2 ? 2 : 1;
        everythingIsSealedBy(ofHubsSuite, place.path(u"hub/hub.db"_s));
        everythingIsSealedBy(1, place.path(u"a/journal.db"_s));
        everythingIsSealedBy(2, place.path(u"b/journal.db"_s));
    }

private:
    /// Whether a citizen who scans \a code sees how far the case is, without being asked who they are.
    static bool showsProgress(const Place &place, const QString &code)
    {
        RawClient line(place.hub.port());
        const QByteArray target = "/c/" + code.section(u'/', -1).toLatin1();
        return askedOver(line, {.method = "GET", .target = target, .headers = {}, .body = {}, .peer = {}}).status == 200;
    }

    /// What is typed goes sealed to the key of the hub.
    static void signsIn(Place &place)
    {
        const QString good = u"一句别人不容易猜到的话xyz"_s;
        const HubProgram::Said added = place.hub.command(
            {u"add-person"_s, u"wangfang"_s, u"--called"_s, u"王小芳"_s, u"--hall"_s, u"411202-1"_s, u"--roles"_s, u"clerk"_s});
        QVERIFY2(added.code == 0, added.err.constData());
        QString password = QString::fromUtf8(added.out).trimmed();
        for (LinkedWindow *window : {&*place.standard, &*place.national}) {
            const wire::SignInWish wish{u"wangfang"_s, password, password == good ? QString() : good};
            const auto outcome = Place::ask(*window, {.method = "POST",
                                                      .target = "/sync/v1/staff/sign-in",
                                                      .type = wire::jsonType,
                                                      .body = wire::toJson(wish, window->link->place()->key)});
            QVERIFY(outcome.has_value());
            QCOMPARE(wire::signInAnswerFrom(outcome->body)->result, wire::SignInAnswer::Result::Welcome);
            password = good;
        }
    }

    static void libraryIsRead(Place &place)
    {
        const QString pack = qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/guides/sanmenxia-personal.json"_s;
        const HubProgram::Said published = place.hub.command({u"publish"_s, pack});
        QVERIFY2(published.code == 0, published.err.constData());
        for (LinkedWindow *window : {&*place.standard, &*place.national}) {
            const auto list = Place::ask(*window, {.method = "GET", .target = "/sync/v1/library"});
            QVERIFY(list.has_value());
            const QList<wire::LibraryFile> files = wire::libraryFrom(list->body).value();
            QCOMPARE(files.size(), 1);
            const wire::LibraryFile &file = files.constFirst();
            const auto bytes = Place::ask(
                *window, {.method = "GET", .target = u"/sync/v1/library/%1/%2/%3"_s.arg(file.kind, file.name, file.version).toLatin1()});
            QVERIFY(bytes.has_value());
            QCOMPARE(bytes->body, bytesOf(pack));
        }
    }

    static void profileIsRecovered(Place &place)
    {
        const QString recovery = place.path(u"b/recovery.json"_s), opened = place.path(u"opened"_s);
        const desk::HubPlace hub = *place.national->link->place();
        const desk::Profile &profile = *place.national->hall->profile;
        QVERIFY(people::keepRecovery(place.path(u"b"_s), {hub.hub, profile.device()}, hub.key, profile.keys().profile));
        const HubProgram::Said said = place.hub.command({u"recover-profile"_s, recovery, u"--out"_s, opened});
        QVERIFY2(said.code == 0, said.err.constData());
        QCOMPARE(bytesOf(opened), profile.keys().profile.view().toByteArray());
        QVERIFY(QFile::remove(opened));
    }

    /// Every value of \a store that is sealed: it stands in the column behind that of its suite.
    static void everythingIsSealedBy(int suite, const QString &store)
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"look"_s);
            database.setDatabaseName(store);
            database.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
            QVERIFY(database.open());
            QSqlQuery columns(u"SELECT t.name, c.name, s.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c"
                              " JOIN pragma_table_info(t.name) s ON s.cid = c.cid + 1 WHERE t.type = 'table' AND c.name LIKE '%suite'"_s,
                              database);
            int sealed = 0;
            while (columns.next()) {
                const QString table = columns.value(0).toString(), column = columns.value(1).toString(), value = columns.value(2).toString();
                QSqlQuery rows(u"SELECT count(*), count(*) FILTER (WHERE %1 <> %2) FROM %3 WHERE length(%4) > 0"_s.arg(column).arg(suite).arg(table, value),
                               database);
                QVERIFY2(rows.next(), qPrintable(rows.lastError().text()));
                QVERIFY2(rows.value(1).toInt() == 0, qPrintable(store + u' ' + table));
                sealed += rows.value(0).toInt();
            }
            QVERIFY(sealed > 5);
        }
        QSqlDatabase::removeDatabase(u"look"_s);
    }

    static void nothingIsReadable(Place &place)
    {
        int files = 0;
        for (QDirIterator it(place.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext(); ++files) {
            const QByteArray bytes = bytesOf(it.next());
            QVERIFY2(!bytes.contains(number.toUtf8()) && !bytes.contains("张一") && !bytes.contains("王小芳"), qPrintable(it.filePath()));
        }
        QVERIFY(files > 8);
    }
};

QTEST_MAIN(TestSuites)
#include "tst_suites.moc"
