#include "app/hub/server/server.h"
#include "tests/app/hub/rawclient.h"
#include "tests/app/hub/samplehandler.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

QByteArray asked(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n";
}

/// curl, as somebody who knows nothing of us; what it wrote.
QByteArray curl(const QStringList &arguments)
{
    QProcess process;
    process.start(u"curl"_s, QStringList{u"--silent"_s, u"--show-error"_s, u"--max-time"_s, u"20"_s} + arguments);
    process.waitForFinished(30'000);
    return process.readAllStandardOutput() + process.readAllStandardError();
}

}

/// Many clients at once, waiting for news, TLS, the end.
class TestHubServing final : public QObject
{
    Q_OBJECT

    SampleHandler m_handler;
    std::unique_ptr<hub::Server> m_server;
    QTemporaryDir m_folder;

    void start(const hub::ServerSettings &settings)
    {
        m_server = std::make_unique<hub::Server>(m_handler, settings);
        const auto started = m_server->start();
        QVERIFY2(started, started ? "" : qPrintable(started.error().detail));
    }
    static hub::ServerSettings anyPort()
    {
        hub::ServerSettings settings;
        settings.port = 0;
        return settings;
    }
    RawClient client() const { return RawClient(m_server->port()); }

    hub::ServerSettings withTls()
    {
        hub::ServerSettings settings = anyPort();
        settings.certificate = m_folder.filePath(u"hub.pem"_s);
        settings.certificateKey = m_folder.filePath(u"hub.key"_s);
        if (!QFile::exists(settings.certificate)) {
            QProcess process;
            process.start(u"openssl"_s,
                          {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s,
                               u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=localhost"_s, u"-addext"_s, u"subjectAltName=DNS:localhost"_s,
                               u"-keyout"_s, settings.certificateKey, u"-out"_s, settings.certificate});
            process.waitForFinished();
        }
        return settings;
    }
    QString address(const QString &scheme, const QString &path) const
    {
        return u"%1://localhost:%2%3"_s.arg(scheme).arg(m_server->port()).arg(path);
    }

private slots:
    void initTestCase()
    {
        rlimit files{};
        getrlimit(RLIMIT_NOFILE, &files);
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
    void cleanup()
    {
        m_server.reset();
        m_handler.feed = 0;
    }

    void aThousandThatWaitAreWokenAtOnce()
    {
        hub::ServerSettings settings = anyPort();
        settings.limits.connectionsOfOne = 2000;
        start(settings);
        std::vector<RawClient> clients;
        for (int i = 0; i < 1000; ++i) {
            clients.push_back(client());
            QVERIFY(clients.back().send(asked("/wait?after=0&seconds=20")));
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_server->occupation().parked, 1000, 10'000);
        QCOMPARE(m_server->occupation().working, 0);
        QTest::qSleep(300);
        QCOMPARE(m_server->occupation().parked, 1000);

        QElapsedTimer timer;
        timer.start();
        m_handler.feed = 7;
        m_server->feedGrown(u"A"_s, 7);
        for (RawClient &waiting : clients)
            QCOMPARE(waiting.answer().value_or(RawClient::Answer{}).body, "7");
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
        qInfo("1000 woken in %lld ms", timer.elapsed());
        QCOMPARE(m_server->occupation().refusedRequests, 0);
    }

    void onlyWhatConcernsItWakesAWait()
    {
        start(anyPort());
        RawClient waiting = client();
        const int before = m_handler.handled;
        waiting.send(asked("/wait?after=5&seconds=1"));
        QTRY_COMPARE(m_server->occupation().parked, 1);
        m_server->feedGrown(u"B"_s, 100);
        m_server->feedGrown(u"A"_s, 5);
        QVERIFY(!waiting.answer(false, 300ms));
        QCOMPARE(m_handler.handled - before, 1);
        const auto answer = waiting.answer(); // the time is over: asked once more
        QVERIFY(answer);
        QCOMPARE(answer->body, "0");
        QCOMPARE(m_handler.handled - before, 2);
        waiting.send(asked("/hello"));
        QCOMPARE(waiting.answer().value().body, "hello");
    }

    /// The server was told of more than the handler has for this client: it is not asked over and over.
    void aWaitThatNothingComesOfDoesNotSpin()
    {
        start(anyPort());
        m_server->feedGrown(u"A"_s, 100);
        const int before = m_handler.handled;
        RawClient waiting = client();
        waiting.send(asked("/wait?after=5&seconds=1"));
        QCOMPARE(waiting.answer().value().body, "0");
        QVERIFY(m_handler.handled - before <= 3);
    }

    /// An answer that must not tell how long it was looked for: out at its time, worked out once, and at no cost of a thread.
    void anAnswerWithATimeGoesOutThen()
    {
        start(anyPort());
        const int before = m_handler.handled;
        QElapsedTimer timer;
        timer.start();
        std::vector<RawClient> clients;
        for (int i = 0; i < 40; ++i) {
            clients.push_back(client());
            QVERIFY(clients.back().send(asked("/later?ms=700")));
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_handler.handled - before, 40, 20'000);
        m_server->feedGrown(u"A"_s, 1000); // concerns nobody of these
        for (RawClient &waiting : clients)
            QCOMPARE(waiting.answer(false, 20s).value_or(RawClient::Answer{}).body, "later");
        QVERIFY2(timer.elapsed() >= 700, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(m_handler.handled - before, 40);
        QVERIFY(clients.front().send(asked("/hello")));
        QCOMPARE(clients.front().answer().value_or(RawClient::Answer{}).body, "hello");
    }

    void newsBetweenTheAnswerAndTheWaitAreNotLost()
    {
        start(anyPort());
        RawClient waiting = client();
        for (int i = 1; i <= 2000; ++i) {
            waiting.send(asked("/wait?seconds=20&after=" + QByteArray::number(i - 1)));
            m_handler.feed = i;
            m_server->feedGrown(u"A"_s, i);
            QCOMPARE(waiting.answer(false, 2s).value_or(RawClient::Answer{}).body, QByteArray::number(i));
        }
    }

    void whoGoesAwayWaitsNoMore()
    {
        start(anyPort());
        RawClient gone = client();
        gone.send(asked("/wait?after=0&seconds=20"));
        RawClient stays = client();
        stays.send(asked("/wait?after=0&seconds=20") + asked("/hello")); // the next one is there already
        QTRY_COMPARE(m_server->occupation().parked, 2);
        gone.goAway();
        QTRY_COMPARE(m_server->occupation().connections, 1);
        QCOMPARE(m_server->occupation().parked, 1);
        m_handler.feed = 1;
        m_server->feedGrown(u"A"_s, 1);
        QCOMPARE(stays.answer().value().body, "1");
        QCOMPARE(stays.answer().value().body, "hello");
    }

    void whenThereIsTooMuchToDoTheRestIsToldToComeAgain()
    {
        hub::ServerSettings settings = anyPort();
        settings.workers = 1;
        settings.limits.queued = 2;
        start(settings);
        std::vector<RawClient> clients;
        for (int i = 0; i < 8; ++i) {
            clients.push_back(client());
            clients.back().send(asked("/slow?ms=150"));
            if (i == 0)
                QTRY_COMPARE(m_handler.running.load(), 1);
        }
        QHash<int, int> statuses;
        for (RawClient &one : clients) {
            const auto answer = one.answer();
            QVERIFY(answer);
            ++statuses[answer->status];
            if (answer->status == 503)
                QVERIFY(answer->headers.value("retry-after").toInt() > 0);
        }
        QCOMPARE(statuses, (QHash<int, int>{{200, 3}, {503, 5}}));
        RawClient again = client();
        again.send(asked("/hello"));
        QCOMPARE(again.answer().value().status, 200);
    }

    void connectionsHaveALimit_data()
    {
        QTest::addColumn<int>("ofOne");
        QTest::addColumn<int>("inAll");
        QTest::addColumn<bool>("behindProxy");
        QTest::addColumn<int>("status");
        QTest::newRow("of one address") << 3 << 100 << false << 429;
        QTest::newRow("in all") << 100 << 3 << false << 503;
        QTest::newRow("behind a proxy in all only") << 1 << 3 << true << 503;
    }
    void connectionsHaveALimit()
    {
        QFETCH(int, ofOne);
        QFETCH(int, inAll);
        QFETCH(bool, behindProxy);
        QFETCH(int, status);
        hub::ServerSettings settings = anyPort();
        settings.behindProxy = behindProxy;
        settings.limits.connectionsOfOne = ofOne;
        settings.limits.connections = inAll;
        start(settings);
        std::vector<RawClient> clients;
        for (int i = 0; i < 3; ++i) {
            clients.push_back(client());
            clients.back().send(asked("/hello"));
            QCOMPARE(clients.back().answer().value().status, 200);
        }
        RawClient refused = client();
        const auto answer = refused.answer();
        QVERIFY(answer);
        QCOMPARE(answer->status, status);
        QVERIFY(refused.ends(1s));
        clients.pop_back();
        QTRY_COMPARE(m_server->occupation().connections, 2);
        RawClient next = client();
        next.send(asked("/hello"));
        QCOMPARE(next.answer().value().status, 200);
    }

    void theProxySaysWhoAsks()
    {
        hub::ServerSettings settings = anyPort();
        settings.behindProxy = true;
        start(settings);
        RawClient proxy = client();
        proxy.send("GET /peer HTTP/1.1\r\nHost: h\r\nX-Forwarded-For: 6.6.6.6, 10.1.2.3\r\n\r\n");
        QCOMPARE(proxy.answer().value().body, "10.1.2.3");
        settings.behindProxy = false;
        start(settings);
        RawClient liar = client();
        liar.send("GET /peer HTTP/1.1\r\nHost: h\r\nX-Forwarded-For: 10.1.2.3\r\n\r\n");
        QCOMPARE(liar.answer().value().body, "127.0.0.1");
    }

    void whatIsUnderWayIsAnsweredBeforeTheEnd()
    {
        start(anyPort());
        RawClient idle = client();
        idle.send(asked("/hello"));
        QVERIFY(idle.answer());
        RawClient slow = client();
        slow.send(asked("/slow?ms=500"));
        RawClient waiting = client();
        waiting.send(asked("/wait?after=0&seconds=20"));
        RawClient sending = client();
        sending.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nab");
        QTRY_COMPARE(m_server->occupation().parked, 1);
        QTRY_COMPARE(m_handler.running.load(), 1);
        const quint16 port = m_server->port();
        std::jthread end([&] { m_server->stop(); });
        QVERIFY(idle.ends(1s));
        QCOMPARE(waiting.answer().value().body, "0");
        QVERIFY(waiting.ends(1s));
        QVERIFY(!RawClient(port).isConnected());
        sending.send("cd");
        QCOMPARE(sending.answer().value().body, "abcd");
        QCOMPARE(slow.answer().value().body, "slow");
        QElapsedTimer timer;
        timer.start();
        end.join();
        QVERIFY(timer.elapsed() < 10'000);
    }

    void whatTakesTooLongIsCutOffAtTheEnd()
    {
        hub::ServerSettings settings = anyPort();
        settings.limits.grace = 300ms;
        start(settings);
        RawClient sending = client();
        sending.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nab");
        QTRY_COMPARE(m_server->occupation().connections, 1);
        QTest::qSleep(100);
        QElapsedTimer timer;
        timer.start();
        m_server->stop();
        QVERIFY(timer.elapsed() < 10'000);
        QVERIFY(sending.ends(1s));
    }

    void curlGetsWhatItAsksFor()
    {
        start(anyPort());
        QCOMPARE(curl({address(u"http"_s, u"/hello"_s), address(u"http"_s, u"/hello"_s)}), "hellohello");
        QFile body(m_folder.filePath(u"body"_s));
        QVERIFY(body.open(QFile::WriteOnly));
        body.write(QByteArray(5'000'000, 'z'));
        body.close();
        const QString data = u"@"_s + body.fileName();
        const QByteArray back = curl({u"--data-binary"_s, data, u"-H"_s, u"Expect: 100-continue"_s, address(u"http"_s, u"/echo"_s)});
        QVERIFY(back == QByteArray(5'000'000, 'z'));
        QVERIFY(curl({u"-H"_s, u"Transfer-Encoding: chunked"_s, u"--data-binary"_s, data, address(u"http"_s, u"/echo"_s)}) == back);
        QVERIFY(curl({u"--head"_s, address(u"http"_s, u"/hello"_s)}).contains("Content-Length: 5"));
    }

    void tlsIsSpokenWithThoseWhoKnowTheCertificate()
    {
        start(withTls());
        const QStringList known{u"--cacert"_s, m_folder.filePath(u"hub.pem"_s)};
        QCOMPARE(curl(known + QStringList{address(u"https"_s, u"/hello"_s), address(u"https"_s, u"/hello"_s)}), "hellohello");
        const QByteArray big = curl(known + QStringList{address(u"https"_s, u"/big?bytes=3000000"_s)});
        QVERIFY(big == QByteArray(3'000'000, 'x'));
        QVERIFY(curl({address(u"https"_s, u"/hello"_s)}).contains("certificate")); // that one trusts nobody
        QVERIFY(curl(known + QStringList{u"--tls-max"_s, u"1.1"_s, address(u"https"_s, u"/hello"_s)}).contains("alert protocol version"));
        QVERIFY(!curl({address(u"http"_s, u"/hello"_s)}).contains("hello"));
        RawClient silent = client();
        silent.send("GET /hello HTTP/1.1\r\nHost: h\r\n\r\n");
        QVERIFY(silent.ends(3s));
        QCOMPARE(curl(known + QStringList{address(u"https"_s, u"/hello"_s)}), "hello");
    }

    void aWaitOverTlsIsWokenAndForgottenToo()
    {
        start(withTls());
        const QStringList arguments{u"--silent"_s, u"--cacert"_s, m_folder.filePath(u"hub.pem"_s),
                                    address(u"https"_s, u"/wait?after=0&seconds=20"_s)};
        QProcess stays, goes;
        stays.start(u"curl"_s, arguments);
        goes.start(u"curl"_s, arguments);
        QTRY_COMPARE(m_server->occupation().parked, 2);
        goes.terminate();
        QTRY_COMPARE(m_server->occupation().connections, 1);
        m_handler.feed = 3;
        m_server->feedGrown(u"A"_s, 3);
        QVERIFY(stays.waitForFinished(3000));
        QCOMPARE(stays.readAllStandardOutput(), "3");
        goes.waitForFinished(3000);
    }

    void whatCannotBeOpenedIsSaid_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("behindProxy");
        QTest::addColumn<QString>("words"); ///< in the error; empty: it opens
        const QString good = u"hub.pem"_s;
        QTest::newRow("plain for others") << u"0.0.0.0"_s << QString() << QString() << false << u"can be reached by others"_s;
        QTest::newRow("plain for others by IPv6") << u"::"_s << QString() << QString() << false << u"can be reached by others"_s;
        QTest::newRow("plain behind a proxy") << u"0.0.0.0"_s << QString() << QString() << true << QString();
        QTest::newRow("TLS for others") << u"0.0.0.0"_s << good << u"hub.key"_s << false << QString();
        QTest::newRow("loopback of IPv6") << u"::1"_s << QString() << QString() << false << QString();
        QTest::newRow("no address") << u"localhost"_s << QString() << QString() << false << u"is no address"_s;
        QTest::newRow("no key") << u"127.0.0.1"_s << good << QString() << false << u"needs its key"_s;
        QTest::newRow("a key that is none") << u"127.0.0.1"_s << good << good << false << u"key"_s;
        QTest::newRow("no such file") << u"127.0.0.1"_s << u"nowhere"_s << u"hub.key"_s << false << u"certificate"_s;
    }
    void whatCannotBeOpenedIsSaid()
    {
        QFETCH(QString, address);
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(bool, behindProxy);
        QFETCH(QString, words);
        hub::ServerSettings settings = withTls();
        settings.address = address;
        settings.certificate = certificate.isEmpty() ? QString() : m_folder.filePath(certificate);
        settings.certificateKey = key.isEmpty() ? QString() : m_folder.filePath(key);
        settings.behindProxy = behindProxy;
        hub::Server server(m_handler, settings);
        const auto started = server.start();
        if (words.isEmpty()) {
            QVERIFY2(started, started ? "" : qPrintable(started.error().detail));
        } else {
            QVERIFY(!started);
            QVERIFY2(started.error().detail.contains(words), qPrintable(started.error().detail));
        }
    }

    void aPortThatIsTakenIsSaid()
    {
        start(anyPort());
        hub::ServerSettings same = anyPort();
        same.port = m_server->port();
        hub::Server second(m_handler, same);
        const auto started = second.start();
        QVERIFY(!started);
        QCOMPARE(started.error().kind, base::Error::Kind::Device);
        QVERIFY(started.error().detail.contains(QString::number(same.port)));
    }
};

QTEST_GUILESS_MAIN(TestHubServing)
#include "tst_hubserving.moc"
