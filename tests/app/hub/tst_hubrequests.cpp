#include "app/hub/server/server.h"
#include "tests/app/hub/rawclient.h"
#include "tests/app/hub/samplehandler.h"

#include <QRandomGenerator>
#include <QTest>

using namespace std::chrono_literals;

/// What a client may send, and what it gets for it.
class TestHubRequests final : public QObject
{
    Q_OBJECT

    SampleHandler m_handler;
    std::unique_ptr<hub::Server> m_server;

    static hub::ServerSettings settings()
    {
        hub::ServerSettings settings;
        settings.port = 0;
        settings.limits.bodyBytes = 100'000;
        settings.limits.allBodiesBytes = 300'000;
        settings.limits.header = 400ms;
        settings.limits.stall = 400ms;
        settings.limits.idle = 1s;
        return settings;
    }
    RawClient client() const { return RawClient(m_server->port()); }
    bool stillAnswers() const
    {
        RawClient other = client();
        other.send("GET /hello HTTP/1.1\r\nHost: h\r\n\r\n");
        const auto answer = other.answer();
        return answer && answer->body == "hello";
    }

private slots:
    void init()
    {
        m_server = std::make_unique<hub::Server>(m_handler, settings());
        const auto started = m_server->start();
        QVERIFY2(started, started ? "" : qPrintable(started.error().detail));
    }
    void cleanup() { m_server.reset(); }

    void aRequestIsAnswered_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("stays");
        const auto row = [](const char *name, const QByteArray &request, int status, const QByteArray &body, bool stays) {
            QTest::newRow(name) << request << status << body << stays;
        };
        const QByteArray host = "Host: h\r\n";
        row("GET", "GET /hello HTTP/1.1\r\n" + host + "\r\n", 200, "hello", true);
        row("HTTP/1.0 ends", "GET /hello HTTP/1.0\r\n\r\n", 200, "hello", false);
        row("asked to end", "GET /hello HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n", 200, "hello", false);
        row("a body", "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 3\r\n\r\nabc", 200, "abc", true);
        row("a body in chunks", "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1;x=y\r\nc\r\n0\r\n\r\n",
            200, "abc", true);
        row("a trailer is no header",
            "POST /header?name=yichuang-device HTTP/1.1\r\n" + host
                + "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nYichuang-Device: me\r\n\r\n",
            200, "none", true);
        row("a header twice is a list",
            "GET /header?name=yichuang-device HTTP/1.1\r\n" + host + "Yichuang-Device: a\r\nYICHUANG-device: b\r\n\r\n", 200, "a, b",
            true);
        row("no body", "GET /empty HTTP/1.1\r\n" + host + "\r\n", 204, "", true);
        row("not there", "GET /nothing HTTP/1.1\r\n" + host + "\r\n", 404, "no such thing", true);
        row("a method of its own", "FETCH /hello HTTP/1.1\r\n" + host + "\r\n", 200, "hello", true);
        const auto refused = [&](const char *name, const QByteArray &request, int status) {
            row(name, request, status, QByteArray(), false);
        };
        refused("no host", "GET /hello HTTP/1.1\r\n\r\n", 400);
        refused("two hosts", "GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400);
        refused("no HTTP", "hello, who is there?\r\n\r\n", 400);
        refused("TLS where there is none", QByteArray::fromHex("16030100c8010000c40303"), 400);
        refused("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400);
        refused("a tunnel", "CONNECT h:1 HTTP/1.1\r\n" + host + "\r\n", 405);
        refused("a whole address", "GET http://h/hello HTTP/1.1\r\n" + host + "\r\n", 400);
        refused("a control character in a header", "GET /hello HTTP/1.1\r\n" + host + "X: a\x01" "b\r\n\r\n", 400);
        refused("a header without a name", "GET /hello HTTP/1.1\r\n" + host + ": x\r\n\r\n", 400);
        refused("two lengths", "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400);
        refused("length and chunks",
            "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
        refused("a length that is none", "POST /echo HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n", 400);
        refused("a chunk that is none", "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400);
        refused("a long address", "GET /" + QByteArray(3000, 'a') + " HTTP/1.1\r\n" + host + "\r\n", 414);
        refused("long headers", "GET /hello HTTP/1.1\r\n" + host + "X: " + QByteArray(9000, 'a') + "\r\n\r\n", 431);
        refused("headers without an end", "GET /hello HTTP/1.1\r\n" + host + QByteArray("X: y\r\n").repeated(3000), 431);
        refused("a large body that is announced", "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 100001\r\n\r\n", 413);
        refused("a length beyond all numbers", "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 18446744073709551615\r\n\r\n", 413);
        refused("a large body in chunks",
            "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n" + ("ea60\r\n" + QByteArray(60'000, 'x') + "\r\n").repeated(2),
            413);
        refused("a wish that is unknown", "POST /echo HTTP/1.1\r\n" + host + "Expect: magic\r\nContent-Length: 1\r\n\r\n", 417);
        row("a handler that throws", "GET /throw HTTP/1.1\r\n" + host + "\r\n", 500, QByteArray(), true);
        row("an answer with a broken header", "GET /broken HTTP/1.1\r\n" + host + "\r\n", 500, QByteArray(), true);
    }
    void aRequestIsAnswered()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(bool, stays);
        RawClient client = this->client();
        QVERIFY(client.send(request));
        const auto answer = client.answer();
        QVERIFY(answer);
        QCOMPARE(answer->status, status);
        if (body.isNull()) {
            QCOMPARE(answer->headers.value("content-type"), "application/problem+json");
            QVERIFY(answer->body.contains("\"status\":" + QByteArray::number(status)));
        } else {
            QCOMPARE(answer->body, body);
        }
        QVERIFY(answer->headers.contains("date"));
        QVERIFY(!answer->headers.contains("set-cookie"));
        if (stays) {
            QVERIFY(client.send("GET /hello HTTP/1.1\r\nHost: h\r\n\r\n"));
            QCOMPARE(client.answer().value().body, "hello");
        } else {
            QVERIFY(client.ends(3s));
        }
    }

    void aHeadHasTheLengthAndNoBody()
    {
        RawClient client = this->client();
        client.send("HEAD /hello HTTP/1.1\r\nHost: h\r\n\r\nGET /hello HTTP/1.1\r\nHost: h\r\n\r\n");
        const auto head = client.answer(true);
        QVERIFY(head);
        QCOMPARE(head->headers.value("content-length"), "5");
        QCOMPARE(client.answer().value().body, "hello");
    }

    void aBodyIsSentOnceItIsAskedFor()
    {
        RawClient client = this->client();
        client.send("PUT /echo HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        QCOMPARE(client.answer().value().status, 100);
        client.send("ab");
        QCOMPARE(client.answer().value().body, "ab");
        client.send("PUT /echo HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 100001\r\n\r\n");
        QCOMPARE(client.answer().value().status, 413); // before it was sent
    }

    void requestsOneBehindTheOtherAreAnsweredInOrder()
    {
        const QByteArray all = "GET /slow?ms=30 HTTP/1.1\r\nHost: h\r\n\r\n"
                               "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nGET "
                               "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nxyz\r\n0\r\n\r\n"
                               "GET /hello HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"
                               "GET /hello HTTP/1.1\r\nHost: h\r\n\r\n"; // behind the end
        for (qsizetype cut = 0; cut < all.size(); cut += 5) {
            RawClient client = this->client();
            client.send(all.left(cut));
            if (cut % 3 == 0)
                QTest::qSleep(2);
            client.send(all.mid(cut));
            QByteArrayList bodies;
            for (int i = 0; i < 4; ++i)
                bodies << client.answer().value_or(RawClient::Answer{}).body;
            QCOMPARE(bodies, QByteArrayList({"slow", "GET ", "xyz", "hello"}));
            QVERIFY(client.ends(3s));
        }
    }

    void hundredsOfRequestsInOnePieceAreAnswered()
    {
        RawClient client = this->client();
        client.send(QByteArray("GET /hello HTTP/1.1\r\nHost: h\r\n\r\n").repeated(500));
        for (int i = 0; i < 500; ++i)
            QCOMPARE(client.answer().value().body, "hello");
    }

    void whoIsSlowIsCutOff_data()
    {
        QTest::addColumn<QByteArray>("begin");
        QTest::addColumn<QByteArray>("drop"); ///< sent every 100 ms
        QTest::addColumn<int>("least"); ///< ms
        QTest::addColumn<int>("most");
        QTest::newRow("says nothing") << QByteArray() << QByteArray() << 900 << 20000;
        QTest::newRow("headers by the drop") << QByteArray("GET /hello HTTP/1.1\r\n") << QByteArray("X: y\r\n") << 300 << 12000;
        QTest::newRow("a body that stops") << QByteArray("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nab") << QByteArray()
                                           << 300 << 12000;
        QTest::newRow("an answer that nobody takes")
            << QByteArray("GET /big?bytes=30000000 HTTP/1.1\r\nHost: h\r\n\r\n") << QByteArray() << 0 << 15000;
    }
    void whoIsSlowIsCutOff()
    {
        QFETCH(QByteArray, begin);
        QFETCH(QByteArray, drop);
        QFETCH(int, least);
        QFETCH(int, most);
        RawClient client = this->client();
        client.takeLittle();
        client.send(begin);
        QElapsedTimer timer;
        timer.start();
        while (m_server->occupation().connections > 0 || timer.elapsed() < 20) {
            QVERIFY2(timer.elapsed() < most, "still there");
            QTest::qSleep(drop.isEmpty() ? 10 : 100);
            if (!drop.isEmpty())
                client.send(drop);
        }
        QVERIFY(timer.elapsed() >= least);
    }

    void aBodyThatBreaksOffIsNotHandled()
    {
        const int before = m_handler.handled;
        for (int i = 0; i < 20; ++i) {
            RawClient client = this->client();
            client.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 50000\r\n\r\n" + QByteArray(20'000 + i, 'x'));
            if (i % 2 == 0)
                client.sayEnd();
        }
        QTRY_COMPARE(m_server->occupation().connections, 0);
        QCOMPARE(m_server->occupation().bodyBytes, 0);
        QCOMPARE(m_handler.handled.load(), before);
        QVERIFY(stillAnswers());
    }

    void allBodiesTogetherHaveALimit()
    {
        std::vector<RawClient> clients;
        int refused = 0;
        for (int i = 0; i < 5; ++i) {
            clients.push_back(client());
            clients.back().send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 90000\r\n\r\n" + QByteArray(80'000, 'x'));
            if (const auto answer = clients.back().answer(false, 50ms)) {
                QCOMPARE(answer->status, 503);
                QVERIFY(answer->headers.value("retry-after").toInt() > 0);
                ++refused;
            }
        }
        QCOMPARE(refused, 2);
        clients.clear();
        QTRY_COMPARE(m_server->occupation().bodyBytes, 0);
        QVERIFY(stillAnswers());
    }

    /// Requests that were right, with bytes changed, put in, taken out and doubled.
    void nonsenseHarmsNobody()
    {
        const QByteArrayList corpus{
            "GET /hello?a=b HTTP/1.1\r\nHost: h\r\nAccept: */*\r\n\r\n",
            "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nYichuang-Device: d\r\n\r\nabcde",
            "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5;a=\"b\"\r\nabcde\r\n0\r\nT: u\r\n\r\n",
            "PUT /echo HTTP/1.1\r\nHost: h\r\nContent-Range: bytes 0-4/5\r\nContent-Length: 5\r\n\r\nabcde",
            "HEAD /hello HTTP/1.0\r\n\r\nGET /hello HTTP/1.1\r\nHost: h\r\nConnection: keep-alive, Upgrade\r\nUpgrade: h2c\r\n\r\n"};
        const quint32 seed = qEnvironmentVariableIntValue("YICHUANG_SEED") ? quint32(qEnvironmentVariableIntValue("YICHUANG_SEED"))
                                                                           : QRandomGenerator::system()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const int rounds = qMax(1, qEnvironmentVariableIntValue("YICHUANG_NONSENSE") ?: 3000);
        int answered = 0;
        for (int round = 0; round < rounds; ++round) {
            QByteArray bytes = corpus.at(random.bounded(corpus.size()));
            for (int change = random.bounded(1, 6); change > 0; --change) {
                const qsizetype place = random.bounded(bytes.size());
                const qsizetype length = random.bounded(1, 20);
                switch (random.bounded(5)) {
                case 0:
                    bytes[place] = char(random.bounded(256));
                    break;
                case 1:
                    bytes.insert(place, char(random.bounded(256)));
                    break;
                case 2:
                    bytes.remove(place, qMin(length, bytes.size() - 1));
                    break;
                case 3:
                    bytes.insert(place, bytes.mid(random.bounded(bytes.size()), length));
                    break;
                default:
                    bytes.insert(place, QByteArray("\r\n\r\n").left(2 * random.bounded(1, 3)));
                }
            }
            RawClient client = this->client();
            client.send(bytes);
            client.sayEnd();
            if (const auto answer = client.answer(false, 2s)) {
                ++answered;
                QVERIFY2(answer->status >= 100 && answer->status < 600, bytes.toPercentEncoding().constData());
            }
        }
        QVERIFY(answered > rounds / 3);
        QVERIFY(stillAnswers());
        QTRY_COMPARE(m_server->occupation().connections, 0);
    }
};

QTEST_GUILESS_MAIN(TestHubRequests)
#include "tst_hubrequests.moc"
