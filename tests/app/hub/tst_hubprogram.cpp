#include "tests/app/hub/crowd.h"
#include "tests/app/hub/hubprogram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The program as it is installed: begun with a folder and nothing else, used over sockets and at its console, ended and killed.
class TestHubProgram final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<hubworld::Room> m_room; ///< of a hub that only lends its clock to the windows
    std::unique_ptr<hubworld::Hub> m_clock;

    QString data() const { return m_folder->filePath(u"hub"_s); }
    FarWindow windowAt(const HubProgram &program, const QString &code, const QString &mark)
    {
        m_clock->clock.time = QDateTime::currentDateTime();
        return FarWindow(*m_clock, code, mark, program.port());
    }
    static hub::Response get(const HubProgram &program, const QByteArray &target)
    {
        RawClient line(program.port());
        return askedOver(line, {.method = "GET", .target = target, .headers = {}, .body = {}, .peer = {}});
    }
    /// One that is made for this test, as arguments.
    QStringList certificate() const
    {
        const QString file = m_folder->filePath(u"hub.pem"_s);
        const QString key = m_folder->filePath(u"hub-key.pem"_s);
        QProcess openssl;
        openssl.start(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s,
                                     u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=localhost"_s, u"-keyout"_s, key, u"-out"_s, file});
        openssl.waitForFinished();
        return {u"--tls-cert"_s, file, u"--tls-key"_s, key};
    }
    /// The certificate that the hub at \a port shows, as PEM.
    static QByteArray shownAt(quint16 port)
    {
        QProcess openssl;
        openssl.setStandardInputFile(QProcess::nullDevice());
        openssl.start(u"openssl"_s, {u"s_client"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(port)});
        openssl.waitForFinished();
        const QByteArray out = openssl.readAllStandardOutput();
        const QByteArray end = "-----END CERTIFICATE-----\n";
        const qsizetype from = out.indexOf("-----BEGIN CERTIFICATE-----");
        return from < 0 ? QByteArray() : out.mid(from, out.indexOf(end, from) + end.size() - from);
    }
    QByteArray contentOf(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    static qint64 residentBytes(qint64 pid)
    {
        QFile status(u"/proc/%1/statm"_s.arg(pid));
        return status.open(QFile::ReadOnly) ? status.readAll().split(' ').value(1).toLongLong() * 4096 : -1;
    }
    QString inFolder(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_room = std::make_unique<hubworld::Room>(hubworld::Kind::Sqlite);
        m_clock = std::make_unique<hubworld::Hub>(*m_room);
    }

    void aFolderIsAllItNeeds()
    {
        HubProgram program(data());
        QVERIFY2(program.answers(), program.log().constData());
        QVERIFY(program.address().startsWith(u"http://127.0.0.1:"_s));
        const hub::Response health = get(program, "/healthz");
        QCOMPARE(health.status, 200);
        QCOMPARE(QJsonDocument::fromJson(health.body)["status"_L1].toString(), u"ok"_s);
        QCOMPARE(get(program, "/elsewhere?name=x").status, 404);
        const QByteArray figures = get(program, "/metrics").body;
        QVERIFY2(figures.contains("yichuang_hub_requests_total{route=\"/healthz\",status=\"200\"} 1"), figures.constData());
        QVERIFY(figures.contains("yichuang_hub_requests_total{route=\"other\",status=\"404\"} 1"));
        QVERIFY(figures.contains("yichuang_hub_request_seconds_bucket{route=\"/healthz\",le=\"+Inf\"} 1"));
        QVERIFY(figures.contains("yichuang_hub_store_up 1"));
        QCOMPARE(QFile::permissions(data() + u"/hub.key"_s) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(program.end(), 0);
    }

    void whatOneWindowDoesAnotherSeesWithinASecond()
    {
        HubProgram program(data());
        FarWindow a = windowAt(program, u"101"_s, u"A1"_s);
        FarWindow b = windowAt(program, u"102"_s, u"B1"_s);
        REQUIRE_ANSWER(a.enrol(program, u"hall-1"_s));
        REQUIRE_ANSWER(b.enrol(program, u"hall-1"_s));
        const QString caseId = a.window.open();
        wire::Cursor cursor = b.pull().value().next;

        std::optional<wire::PullAnswer> pulled;
        QElapsedTimer waited;
        std::jthread waiting([&] {
            if (auto answer = b.pull(cursor, 25))
                pulled = *answer;
        });
        QTRY_VERIFY(get(program, "/metrics").body.contains("yichuang_hub_waits 1"));
        waited.start();
        const auto pushed = a.push(0);
        REQUIRE_ANSWER(pushed);
        QCOMPARE(pushed->acknowledged, 1);
        waiting.join();
        QVERIFY2(waited.elapsed() < 10'000, qPrintable(QString::number(waited.elapsed())));
        qInfo("an act was at the other window in %lld ms", waited.elapsed());
        QVERIFY(pulled);
        QCOMPARE(hubworld::bytesOf(pulled->entries), a.window.events);

        // A command at the console, which is another process, reaches a window that waits too.
        cursor = pulled->next;
        pulled.reset();
        std::jthread again([&] {
            if (auto answer = b.pull(cursor, 25))
                pulled = *answer;
        });
        QTRY_VERIFY(get(program, "/metrics").body.contains("yichuang_hub_waits 1"));
        FarWindow c = windowAt(program, u"103"_s, u"C1"_s);
        REQUIRE_ANSWER(c.enrol(program, u"hall-2"_s));
        const auto moved = program.command({u"move-case"_s, caseId, u"hall-2"_s});
        QVERIFY2(moved.code == 0, moved.err.constData());
        waited.start();
        again.join();
        QVERIFY2(waited.elapsed() < 10'000, qPrintable(QString::number(waited.elapsed())));
        QVERIFY(pulled);
        QCOMPARE(pulled->entries.size(), 1);
        QCOMPARE(pulled->entries.constFirst().kind, wire::Entry::Kind::Purge);
        QCOMPARE(hubworld::bytesOf(c.pull().value().entries), a.window.events);
    }

    void aThousandWindowsCostLittleAndHearAtOnce_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::newRow("plain") << false;
        QTest::newRow("TLS") << true;
    }
    void aThousandWindowsCostLittleAndHearAtOnce()
    {
        QFETCH(bool, tls);
        HubProgram program(data(), QStringList{u"--connections-of-one"_s, u"2000"_s} + (tls ? certificate() : QStringList()));
        QVERIFY2(program.answers(), program.log().constData());
        HubProgram plain(data()); // a second one on the same store, to make things happen by
        FarWindow writer = windowAt(plain, u"101"_s, u"A1"_s);
        REQUIRE_ANSWER(writer.enrol(plain, u"hall-1"_s));
        writer.window.open();
        REQUIRE_ANSWER(writer.push(0));
        const wire::Cursor cursor = writer.pull().value().next;
        const QByteArray request
            = textOf(writer.window.request("GET", "/sync/v1/pull?cursor=" + wire::toText(cursor) + "&wait=25"));
        Crowd crowd(program.port(), tls);
        QVERIFY2(crowd.begin(1000, request), crowd.trouble());
        if (tls)
            QTest::qWait(1500);
        else
            QTRY_VERIFY_WITH_TIMEOUT(get(program, "/metrics").body.contains("yichuang_hub_waits 1000"), 10'000);
        const qint64 memory = residentBytes(program.pid());
        qInfo("1000 windows wait: %lld KiB resident", memory / 1024);
#ifndef __SANITIZE_ADDRESS__
        const qint64 most = tls ? 60 << 20 : 60'000'000; // TLS has about 17 KB more for each window
        QVERIFY(memory <= most);
#endif
        QTest::qWait(300);
        QCOMPARE(crowd.answered(), 0);
        QElapsedTimer timer;
        writer.window.open();
        timer.start();
        REQUIRE_ANSWER(writer.push(1));
        QVERIFY(crowd.waitForAll(std::chrono::seconds(10)));
        qInfo("all had the act after %lld ms", timer.elapsed());
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(crowd.answered(), 1000);
        qInfo("afterwards %lld KiB resident", residentBytes(program.pid()) / 1024);
#ifndef __SANITIZE_ADDRESS__
        QVERIFY(residentBytes(program.pid()) <= (tls ? 60 << 20 : 60'000'000));
#endif
    }

    void aNewCertificateIsReadWhenItIsToldTo()
    {
        HubProgram program(data(), certificate());
        QVERIFY2(program.answers(), program.log().constData());
        const QByteArray first = contentOf(u"hub.pem"_s);
        QCOMPARE(shownAt(program.port()), first);
        certificate();
        const QByteArray second = contentOf(u"hub.pem"_s);
        QVERIFY(second != first);
        QCOMPARE(shownAt(program.port()), first);
        QCOMPARE(::kill(pid_t(program.pid()), SIGHUP), 0);
        QTRY_COMPARE_WITH_TIMEOUT(shownAt(program.port()), second, 20'000);

        QVERIFY(!inFolder(u"hub.pem"_s, "no certificate").isEmpty());
        QCOMPARE(::kill(pid_t(program.pid()), SIGHUP), 0);
        QTRY_VERIFY_WITH_TIMEOUT(program.log().contains("\"level\":\"error\""), 20'000);
        QCOMPARE(shownAt(program.port()), second); // the one that worked stays
        QCOMPARE(program.end(), 0);
    }

    void processesBeforeOnePostgresAreOneHub()
    {
        Postgres server;
        if (!server.missing().isEmpty())
            QSKIP(qPrintable(server.missing()));
        const QStringList store{u"--store"_s, server.freshDatabase().toString(QUrl::FullyEncoded)};
        HubProgram first(data(), store);
        QVERIFY2(first.answers(), first.log().constData());
        const QString elsewhere = m_folder->filePath(u"second"_s);
        QVERIFY(QDir().mkpath(elsewhere));
        {
            HubProgram stranger(elsewhere, store);
            QVERIFY2(!stranger.answers() && stranger.log().contains("the key of the hub is missing"), stranger.log().constData());
        }
        QVERIFY(QFile::copy(data() + u"/hub.key"_s, elsewhere + u"/hub.key"_s));
        HubProgram second(elsewhere, store);
        QVERIFY2(second.answers(), second.log().constData());

        FarWindow a = windowAt(first, u"101"_s, u"A1"_s);
        FarWindow b = windowAt(second, u"102"_s, u"B1"_s);
        REQUIRE_ANSWER(a.enrol(first, store, u"hall-1"_s));
        REQUIRE_ANSWER(b.enrol(second, store, u"hall-1"_s));
        wire::Cursor seen = b.pull().value().next;
        qint64 quickest = 10'000;
        for (int act = 0; act < 5; ++act) { // the machine of a test may be busy: one of them is quick
            std::optional<wire::PullAnswer> pulled;
            std::jthread waiting([&] { if (auto answer = b.pull(seen, 25)) pulled = *answer; });
            QTRY_VERIFY(get(second, "/metrics").body.contains("yichuang_hub_waits 1"));
            a.window.open();
            QElapsedTimer timer;
            timer.start();
            REQUIRE_ANSWER(a.push(act));
            waiting.join();
            quickest = qMin(quickest, timer.elapsed());
            QVERIFY(pulled);
            QCOMPARE(hubworld::bytesOf(pulled->entries), a.window.events.mid(act));
            seen = pulled->next;
            QTRY_VERIFY(get(second, "/metrics").body.contains("yichuang_hub_waits 0"));
        }
        qInfo("from one process to the other in %lld ms", quickest);
        QVERIFY2(quickest < 1000, qPrintable(QString::number(quickest)));
        QVERIFY(!first.log().contains("postgresql://"));
    }

    void whatWasAcknowledgedIsThereAfterAKill()
    {
        qint64 acknowledged = 0;
        std::optional<FarWindow> window;
        for (int round = 0; round < 4; ++round) {
            HubProgram program(data());
            QVERIFY2(program.answers(), program.log().constData());
            if (window) {
                window->line = RawClient(program.port());
            } else {
                window.emplace(*m_clock, u"101"_s, u"A1"_s, program.port());
                m_clock->clock.time = QDateTime::currentDateTime();
                REQUIRE_ANSWER(window->enrol(program, u"hall-1"_s));
            }
            std::jthread killer([pid = pid_t(program.pid()), round] {
                std::this_thread::sleep_for(150ms + round * 40ms);
                ::kill(pid, SIGKILL);
            });
            for (int i = 0; i < 5000; ++i) {
                if (window->window.events.size() <= acknowledged)
                    window->window.open({domain::FieldEntered{}});
                const auto answer = window->push(acknowledged, 2);
                if (!answer)
                    break;
                QVERIFY(!answer->forked && !answer->needsEarlier);
                acknowledged = answer->acknowledged;
            }
            killer.join();
        }
        QVERIFY(acknowledged > 20);
        const auto checked = HubProgram::commandOn(data(), {u"verify"_s});
        QVERIFY2(checked.code == 0, checked.err.constData());
        HubProgram program(data());
        window->line = RawClient(program.port());
        QByteArrayList back;
        wire::Cursor cursor;
        for (bool more = true; more;) {
            const auto pulled = window->pull(cursor);
            REQUIRE_ANSWER(pulled);
            back += hubworld::bytesOf(pulled->entries);
            cursor = pulled->next;
            more = pulled->more;
        }
        QVERIFY(back.size() >= acknowledged);
        QCOMPARE(back, window->window.events.first(back.size()));
        qInfo("%lld acknowledged, %lld kept after 4 kills", acknowledged, qint64(back.size()));
    }

    void whatIsUnderWayIsAnsweredBeforeTheEnd()
    {
        HubProgram program(data());
        FarWindow window = windowAt(program, u"101"_s, u"A1"_s);
        REQUIRE_ANSWER(window.enrol(program, u"hall-1"_s));
        window.window.open();
        REQUIRE_ANSWER(window.push(0));
        const wire::Cursor cursor = window.pull().value().next;
        std::optional<wire::PullAnswer> pulled;
        std::jthread waiting([&] {
            if (auto answer = window.pull(cursor, 25))
                pulled = *answer;
        });
        QTRY_VERIFY(get(program, "/metrics").body.contains("yichuang_hub_waits 1"));
        QCOMPARE(program.end(), 0);
        waiting.join();
        QVERIFY(pulled);
        QVERIFY(pulled->entries.isEmpty());
        QVERIFY(program.log().contains("the hub has ended"));
    }

    void theLogNamesNobody()
    {
        HubProgram program(data(), {u"--log-level"_s, u"debug"_s});
        FarWindow window = windowAt(program, u"101"_s, u"A1"_s);
        REQUIRE_ANSWER(window.enrol(program, u"hall-1"_s));
        const QString caseId = window.window.open();
        REQUIRE_ANSWER(window.push(0));
        REQUIRE_ANSWER(window.pull());
        window.ask("HEAD", "/sync/v1/blobs/" + QByteArray(64, 'a') + "?case=" + caseId.toLatin1() + "&length=5");
        get(program, "/healthz?id=410305199001011234");
        QCOMPARE(program.end(), 0);
        const QByteArray log = program.log();
        QStringList routes;
        for (const QByteArray &line : log.trimmed().split('\n')) {
            const QJsonObject json = QJsonDocument::fromJson(line).object();
            QVERIFY2(json.contains("time"_L1) && json.contains("level"_L1) && json.contains("message"_L1), line.constData());
            if (json["message"_L1] == "request"_L1 && json.contains("device"_L1)) {
                QCOMPARE(json["device"_L1].toString(), window.window.writer.device);
                routes << json["route"_L1].toString();
            }
        }
        QCOMPARE(routes, (QStringList{u"/sync/v1/push"_s, u"/sync/v1/pull"_s, u"/sync/v1/blobs/{sha256}"_s}));
        for (const char *never : {"410305199001011234", "cursor=", "窗口人员甲", "127.0.0.1\"", "length=5"})
            QVERIFY2(!log.contains(never), never);
        QVERIFY(!log.contains(caseId.toLatin1()));
    }

    void filesArePublishedToWindowsAtWork()
    {
        HubProgram program(data());
        FarWindow window = windowAt(program, u"101"_s, u"A1"_s);
        REQUIRE_ANSWER(window.enrol(program, u"hall-1"_s));
        const QString pack = qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/guides/sanmenxia-personal.json"_s;
        const auto published = program.command({u"publish"_s, pack});
        QVERIFY2(published.code == 0, published.err.constData());
        QVERIFY(published.out.startsWith("pack\tsanmenxia-personal\t"));
        const auto unknown = program.command({u"publish"_s, inFolder(u"x.json"_s, "{}")});
        QCOMPARE(unknown.code, 1);
        QVERIFY(unknown.err.contains("x.json"));
        const auto calendar = program.command({u"publish"_s, u"--kind"_s, u"calendar"_s, u"--name"_s, u"2027"_s, u"--version-of-file"_s,
                                               u"1"_s, inFolder(u"2027.json"_s, "{\"year\":2027}")});
        QVERIFY2(calendar.code == 0, calendar.err.constData());

        const auto files = wire::libraryFrom(window.ask("GET", "/sync/v1/library").body);
        QVERIFY(files);
        QCOMPARE(files->size(), 2);
        const wire::LibraryFile file = files->last();
        QCOMPARE(file.name, u"sanmenxia-personal"_s);
        QByteArray bytes;
        while (bytes.size() < file.bytes) {
            const hub::Response part = window.ask("GET", ("/sync/v1/library/pack/"_L1 + file.name + u'/' + file.version).toLatin1(), {},
                                                  {{"range", "bytes=" + QByteArray::number(bytes.size()) + '-'
                                                        + QByteArray::number(qMin(file.bytes, bytes.size() + 200'000) - 1)}});
            QCOMPARE(part.status, 206);
            bytes += part.body;
        }
        QFile original(pack);
        QVERIFY(original.open(QFile::ReadOnly));
        QVERIFY(bytes == original.readAll());
        QCOMPARE(program.command({u"withdraw"_s, u"pack"_s, file.name, file.version}).code, 0);
        QCOMPARE(wire::libraryFrom(window.ask("GET", "/sync/v1/library").body).value().size(), 1);
        QCOMPARE(program.command({u"verify"_s}).code, 0);
    }

    void aRevokedWindowIsListedAndKeptAside()
    {
        HubProgram program(data());
        FarWindow window = windowAt(program, u"101"_s, u"A1"_s);
        REQUIRE_ANSWER(window.enrol(program, u"hall-1"_s));
        window.window.open();
        const QString device = window.window.writer.device;
        QCOMPARE(program.command({u"revoke"_s, device}).code, 0);
        QCOMPARE(window.ask("GET", "/sync/v1/pull").status, 403);
        window.push(0);
        const auto devices = program.command({u"devices"_s});
        QVERIFY(devices.out.contains(device.toLatin1() + "\thall-1\t"));
        QVERIFY(devices.out.contains("\trevoked\t"));
        const QString folder = m_folder->filePath(u"aside"_s);
        const auto aside = program.command({u"salvage"_s, u"--out"_s, folder});
        QVERIFY2(aside.code == 0 && aside.out.contains("revoked\t" + device.toLatin1()), aside.err.constData());
        const QStringList kept = QDir(folder).entryList(QDir::Files);
        QCOMPARE(kept.size(), 1);
        QFile event(QDir(folder).filePath(kept.constFirst()));
        QVERIFY(event.open(QFile::ReadOnly));
        QCOMPARE(event.readAll(), window.window.events.constFirst());
        QVERIFY(get(program, "/metrics").body.contains("yichuang_hub_kept_aside 1"));
    }

    void damageIsFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("an event's bytes") << u"DROP TRIGGER event_never_changes; UPDATE event SET sealed = zeroblob(200) WHERE seq = 2"_s << QByteArray("cannot be opened");
        QTest::newRow("an event is gone") << u"DELETE FROM feed WHERE event = (SELECT hub_seq FROM event WHERE seq = 2)"_s
                                          << QByteArray("number 2: stands in no feed");
        QTest::newRow("a feed in another order") << u"UPDATE feed SET mark = zeroblob(16) WHERE place = (SELECT max(place) FROM feed)"_s
                                                 << QByteArray("the mark does not follow");
        QTest::newRow("the end of a chain") << u"UPDATE stream SET last = 2, hash = zeroblob(32) WHERE last = 3"_s
                                            << QByteArray("its last event is another one");
        QTest::newRow("nothing") << QString() << QByteArray();
    }
    void damageIsFound()
    {
        QFETCH(QString, sql);
        QFETCH(QByteArray, words);
        {
            HubProgram program(data());
            FarWindow window = windowAt(program, u"101"_s, u"A1"_s);
            REQUIRE_ANSWER(window.enrol(program, u"hall-1"_s));
            for (int i = 0; i < 3; ++i)
                window.window.open();
            REQUIRE_ANSWER(window.push(0));
            QCOMPARE(program.end(), 0);
        }
        if (!sql.isEmpty())
            QCOMPARE(QProcess::execute(u"sqlite3"_s, {data() + u"/hub.db"_s, sql}), 0);
        const auto checked = HubProgram::commandOn(data(), {u"verify"_s});
        QCOMPARE(checked.code, sql.isEmpty() ? 0 : 1);
        QVERIFY2(checked.err.contains(words), checked.err + checked.out);
        if (sql.isEmpty())
            QVERIFY(checked.out.startsWith("3 events of 1 writers opened"));
    }

    void whatCannotBeginSaysWhy_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("no folder") << QStringList() << 2 << QByteArray("--data is required");
        QTest::newRow("help") << QStringList{u"--help"_s} << 0 << QByteArray("enrol-code");
        QTest::newRow("no address") << QStringList{u"--data"_s, u"DATA"_s, u"--listen"_s, u"here"_s} << 2 << QByteArray("127.0.0.1:8765");
        QTest::newRow("plain for others") << QStringList{u"--data"_s, u"DATA"_s, u"--listen"_s, u"0.0.0.0:0"_s} << 1
                                          << QByteArray("can be reached by others");
        QTest::newRow("a certificate alone") << QStringList{u"--data"_s, u"DATA"_s, u"--tls-cert"_s, u"x.pem"_s} << 2 << QByteArray("tls-key");
        QTest::newRow("a store that is none") << QStringList{u"--data"_s, u"DATA"_s, u"--store"_s, u"mysql://h/d"_s} << 1
                                              << QByteArray("postgresql://");
        QTest::newRow("an unknown command") << QStringList{u"--data"_s, u"DATA"_s, u"dance"_s} << 2 << QByteArray("dance");
        QTest::newRow("a day that is none") << QStringList{u"--data"_s, u"DATA"_s, u"receipts"_s, u"--day"_s, u"2026-13-01"_s} << 2
                                            << QByteArray("--day");
        QTest::newRow("a hall that is none") << QStringList{u"--data"_s, u"DATA"_s, u"enrol-code"_s, u"--hall"_s, u"中心"_s, u"--region"_s,
                                                            u"410300"_s, u"--window-code"_s, u"101"_s}
                                             << 1 << QByteArray("a hall has a code");
        QTest::newRow("an address that is no hub's")
            << QStringList{u"--data"_s, u"DATA"_s, u"enrol-code"_s, u"--hall"_s, u"h"_s, u"--region"_s, u"410300"_s, u"--window-code"_s,
                           u"101"_s, u"--hub"_s, u"ftp://hub"_s}
            << 1 << QByteArray("ftp://hub");
    }
    void whatCannotBeginSaysWhy()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, words);
        arguments.replaceInStrings(u"DATA"_s, data());
        const auto said = HubProgram::run(arguments);
        QVERIFY2(said.code == code, said.out + said.err);
        QVERIFY2((said.out + said.err).contains(words), said.out + said.err);
    }

    void aStoreIsNotOpenedWithAnotherKey()
    {
        {
            HubProgram program(data());
            QCOMPARE(program.end(), 0);
        }
        QVERIFY(QFile::rename(data() + u"/hub.key"_s, data() + u"/kept"_s));
        const auto without = HubProgram::commandOn(data(), {u"devices"_s});
        QCOMPARE(without.code, 1);
        QVERIFY2(without.err.contains("the key of the hub is missing"), without.err.constData());
        QVERIFY(!QFile::exists(data() + u"/hub.key"_s));
    }
};

QTEST_GUILESS_MAIN(TestHubProgram)
#include "tst_hubprogram.moc"
