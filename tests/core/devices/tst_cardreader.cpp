#include "core/devices/servicecardreader.h"
#include "tests/support/cardservice.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QSignalSpy>
#include <QStringEncoder>
#include <QTest>

using namespace Qt::StringLiterals;
using devices::CardMapping;
using devices::CardRead;
using devices::CardTrouble;
using devices::CardTroubleKind;
using support::CardService;
using Say = support::CardService::Say;
using How = support::CardService::Say::How;

/// A reader behind its vendor's service: everything over real sockets of this PC.
class TestCardReader : public QObject
{
    Q_OBJECT

private:
    static CardMapping shipped(const QString &name)
    {
        auto mapping = devices::loadCardMapping(name, {qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/readers"_s});
        if (!mapping)
            qFatal("no mapping");
        mapping->timeout = 400;
        mapping->wait = 400;
        mapping->pause = 100;
        return *mapping;
    }

    static CardRead readBy(devices::CardReader &reader)
    {
        QSignalSpy finished(&reader, &devices::CardReader::finished);
        reader.read();
        if (finished.isEmpty() && !finished.wait(5'000))
            return tl::unexpected(CardTrouble{CardTroubleKind::Busy, u"nothing was told"_s});
        return finished.takeFirst().takeFirst().value<CardRead>();
    }

    static QByteArray webSocketAnswer(const QString &name, const QString &validity = u"2016.03.01-长期"_s)
    {
        const QString json = u"{\"cmd\":\"readIdCard\",\"result\":true,\"info\":{\"xm\":\"%1\",\"xb\":\"F\",\"mz\":\"汉\","
                             "\"csrq\":\"1949.12.31\",\"zz\":\"样例市样例路1号\",\"sfzh\":\"11010519491231002X\","
                             "\"fzjg\":\"样例市公安局\",\"yxq\":\"%2\",\"zp\":\"\"}}"_s.arg(name, validity);
        QStringEncoder encoder("GB18030");
        return encoder(json);
    }

private slots:
    void aCardComesOverHttp()
    {
        CardService service;
        service.say({{support::sampleCardAnswer({{u"photo"_s, u"data:image/png;base64,UE5H"_s}})}});
        devices::ServiceCardReader reader(service.at(shipped(u"sample-http"_s)), {});
        const CardRead read = readBy(reader);
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QCOMPARE(*read, (domain::PersonCard{.name = u"测试样"_s,
                                            .sex = u"女"_s,
                                            .ethnicity = u"汉"_s,
                                            .birth = QDate(1949, 12, 31),
                                            .address = u"样例市样例区样例路1号"_s,
                                            .number = u"11010519491231002X"_s,
                                            .authority = u"样例市公安局样例分局"_s,
                                            .from = QDate(2016, 3, 1),
                                            .forLong = true,
                                            .photo = "PNG"}));
        QVERIFY(service.heard().front().startsWith("POST /read HTTP/1.1"));
        QVERIFY(service.heard().front().endsWith("{\"action\":\"read\",\"photo\":true}"));
        QVERIFY(!reader.isReading());
        QVERIFY(readBy(reader)); // and another one
    }

    void aCardComesOverWebSocketInGb18030()
    {
        CardService service;
        service.greet("{\"cmd\":\"hello\",\"result\":true}"); // no answer
        service.say({{webSocketAnswer(u"𠮷田·样"_s)}});
        devices::ServiceCardReader reader(service.at(shipped(u"sample-websocket"_s)), {});
        const CardRead read = readBy(reader);
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QCOMPARE(read->name, u"𠮷田·样"_s);
        QCOMPARE(read->sex, u"女"_s);
        QCOMPARE(read->from, QDate(2016, 3, 1));
        QVERIFY(read->forLong);
        QCOMPARE(service.heard(), QList<QByteArray>{"{\"cmd\":\"readIdCard\"}"});
        service.say({{webSocketAnswer(u"样"_s, u"2016.03.01—2036.02.28"_s)}});
        QCOMPARE(readBy(reader)->until, QDate(2036, 2, 28));
    }

    void protocolsThatAreKnownFromPublicTexts_data()
    {
        QTest::addColumn<QString>("mapping");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArrayList>("asked");
        QTest::newRow("8989, in a call") << u"port-8989"_s
                                         << QByteArray("cb({\"code\":\"0\",\"retcode\":\"0x90 0x1\",\"retmsg\":\"\",\"name\":\"样 例\",\"sex\":\"女\","
                                                       "\"nation\":\"汉\",\"born\":\"19491231\",\"address\":\"样例路\",\"cardno\":\"11010519491231002X\","
                                                       "\"userlifeb\":\"20160301\",\"userlifee\":\"20360301\",\"police\":\"样例市公安局\"});")
                                         << QByteArrayList{"GET /api/ReadMsg"};
        QTest::newRow("19196") << u"port-19196"_s
                               << QByteArray("{\"resultFlag\" : 0,\"errorMsg\" : \"\",\"partyName\" : \"样例\",\"gender\" : \"2\",\"nation\" : \"01\","
                                             "\"bornDay\" : \"19491231\",\"certNumber\" : \"11010519491231002X\",\"effDate\" : \"20160301\","
                                             "\"expDate\" : \"20360301\"}")
                               << QByteArrayList{"GET /OpenDevice", "GET /readcard"};
    }
    void protocolsThatAreKnownFromPublicTexts()
    {
        QFETCH(QString, mapping);
        QFETCH(QByteArray, answer);
        QFETCH(QByteArrayList, asked);
        CardService service;
        service.say({{answer}});
        devices::ServiceCardReader reader(service.at(shipped(mapping)), {});
        const CardRead read = readBy(reader);
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QCOMPARE(read->name, u"样例"_s);
        QCOMPARE(read->ethnicity, u"汉"_s);
        QCOMPARE(read->until, QDate(2036, 3, 1));
        QCOMPARE(service.heard().size(), asked.size());
        for (qsizetype i = 0; i < asked.size(); ++i)
            QVERIFY(service.heard()[i].startsWith(asked[i] + ' '));
    }

    void aServiceThatIsNotAsItShouldBe_data()
    {
        QTest::addColumn<QString>("mapping");
        QTest::addColumn<Say>("say");
        QTest::addColumn<CardTrouble>("trouble");
        const auto http = [](const char *name, const Say &say, CardTroubleKind kind, const QString &detail = {}) {
            QTest::newRow(name) << u"sample-http"_s << say << CardTrouble{kind, detail};
        };
        const auto socket = [](const char *name, const Say &say, CardTroubleKind kind, const QString &detail = {}) {
            QTest::newRow(name) << u"sample-websocket"_s << say << CardTrouble{kind, detail};
        };
        const QByteArray card = support::sampleCardAnswer();
        using Kind = CardTroubleKind;
        http("silent", {{}, How::Silent}, Kind::TooSlow);
        http("dripping", {card, How::Dripping}, Kind::TooSlow);
        http("half an answer", {card, How::Half}, Kind::NotUnderstood);
        http("huge", {QByteArray(3 << 20, ' ') + card}, Kind::TooLong);
        http("an error page", {"<html>500</html>", How::Whole, 500}, Kind::Refused, u"HTTP 500"_s);
        http("sent elsewhere", {"http://127.0.0.1:9/", How::Redirect}, Kind::Refused, u"HTTP 302"_s);
        http("a page", {"<html>读卡服务</html>"}, Kind::NotUnderstood, u"JSON"_s);
        http("nothing", {""}, Kind::NotUnderstood, u"JSON"_s);
        http("a list", {"[1]"}, Kind::NotUnderstood, u"JSON"_s);
        http("wrong bytes", {"{\"code\":0,\"data\":{\"name\":\"\xB2\xE2\"}}"}, Kind::NotUnderstood, u"UTF-8"_s);
        http("no code", {"{\"data\":{}}"}, Kind::NotUnderstood, u"code"_s);
        http("success without a card", {"{\"code\":0}"}, Kind::NotUnderstood, u"data.name"_s);
        http("a name that is a list", {support::sampleCardAnswer({{u"name"_s, QJsonArray{1}}})}, Kind::NotUnderstood, u"data.name"_s);
        http("no date", {support::sampleCardAnswer({{u"birth"_s, u"31.12."_s}})}, Kind::NotUnderstood, u"data.birth"_s);
        http("a sex of its own", {support::sampleCardAnswer({{u"sex"_s, u"F"_s}})}, Kind::NotUnderstood, u"data.sex"_s);
        http("no reader", {"{\"code\":3,\"message\":\"未连接\\n设备\"}"}, Kind::ReaderOff, u"未连接 设备（3）"_s);
        http("not read whole", {"{\"code\":\"2\"}"}, Kind::Unreadable, u"2"_s);
        http("in use", {"{\"code\":4}"}, Kind::Busy, u"4"_s);
        http("a code nobody knows", {"{\"code\":-99,\"message\":\"授权过期\"}"}, Kind::Refused, u"授权过期（-99）"_s);
        http("no card at all", {"{\"code\":1}"}, Kind::NoCard, u"1"_s);
        socket("silent socket", {{}, How::Silent}, Kind::TooSlow);
        socket("hangs up", {{}, How::Half}, Kind::NotUnderstood);
        socket("a huge message", {QByteArray(3 << 20, ' ')}, Kind::TooLong);
        socket("other messages only", {"{\"cmd\":\"beat\"}"}, Kind::TooSlow);
        socket("refused", {"{\"cmd\":\"readIdCard\",\"result\":false,\"info\":{\"words\":\"no\"}}"}, Kind::Refused, u"no（false）"_s);
    }
    void aServiceThatIsNotAsItShouldBe()
    {
        QFETCH(QString, mapping);
        QFETCH(Say, say);
        QFETCH(CardTrouble, trouble);
        CardService service;
        service.say({say});
        devices::ServiceCardReader reader(service.at(shipped(mapping)), {});
        QElapsedTimer time;
        time.start();
        const CardRead read = readBy(reader);
        QVERIFY(!read);
        QCOMPARE(int(read.error().kind), int(trouble.kind));
        QCOMPARE(read.error().detail, trouble.detail);
        QVERIFY2(time.elapsed() < 3'000, "the times of the mapping end it");
        service.say({{mapping == "sample-http"_L1 ? support::sampleCardAnswer() : webSocketAnswer(u"样"_s)}});
        QVERIFY(readBy(reader)); // the next card is read as if nothing had been
    }

    void noServiceIsToldAtOnce_data()
    {
        QTest::addColumn<QString>("mapping");
        QTest::newRow("http") << u"sample-http"_s;
        QTest::newRow("websocket") << u"sample-websocket"_s;
    }
    void noServiceIsToldAtOnce()
    {
        QFETCH(QString, mapping);
        CardService service;
        devices::ServiceCardReader reader(service.at(shipped(mapping)), {});
        service.stop();
        const CardRead read = readBy(reader);
        QVERIFY(!read);
        QCOMPARE(int(read.error().kind), int(CardTroubleKind::NoService));
    }

    void aCardIsWaitedFor()
    {
        CardService service;
        service.say({{"{\"code\":1}"}, {"{\"code\":1}"}, {support::sampleCardAnswer()}});
        devices::ServiceCardReader reader(service.at(shipped(u"sample-http"_s)), {});
        QVERIFY(readBy(reader));
        QCOMPARE(service.heard().size(), 3);
    }

    void whatIsUnderWayCanBeEnded()
    {
        CardService service;
        service.say({{{}, How::Silent}});
        devices::ServiceCardReader reader(service.at(shipped(u"sample-http"_s)), {});
        QSignalSpy finished(&reader, &devices::CardReader::finished);
        reader.read();
        reader.read(); // a second press is none
        QVERIFY(reader.isReading());
        QTRY_COMPARE(service.heard().size(), 1);
        reader.cancel();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(int(finished.front().front().value<CardRead>().error().kind), int(CardTroubleKind::Cancelled));
        reader.cancel(); // nothing is under way
        QCOMPARE(finished.size(), 1);
        service.say({{support::sampleCardAnswer()}});
        QVERIFY(readBy(reader));
    }

    void onlyThisPcIsSpokenTo_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QStringList>("hosts");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("loopback") << u"127.0.0.1"_s << QStringList() << true;
        QTest::newRow("of the net 127") << u"127.9.9.9"_s << QStringList() << true;
        QTest::newRow("by name") << u"localhost"_s << QStringList() << true;
        QTest::newRow("IPv6") << u"::1"_s << QStringList() << true;
        QTest::newRow("another PC") << u"192.0.2.7"_s << QStringList() << false;
        QTest::newRow("another name") << u"localhost.example"_s << QStringList() << false;
        QTest::newRow("number of all") << u"0.0.0.0"_s << QStringList() << false;
        QTest::newRow("another PC that the hall allows") << u"192.0.2.7"_s << QStringList{u"192.0.2.7"_s} << true;
    }
    void onlyThisPcIsSpokenTo()
    {
        QFETCH(QString, host);
        QFETCH(QStringList, hosts);
        QFETCH(bool, allowed);
        CardMapping mapping = shipped(u"sample-http"_s);
        mapping.url.setHost(host);
        mapping.url.setPort(9); // nobody is there
        devices::ServiceCardReader reader(mapping, hosts);
        QSignalSpy finished(&reader, &devices::CardReader::finished);
        reader.read();
        QCOMPARE(finished.isEmpty(), allowed);
        if (!allowed)
            QCOMPARE(int(finished.front().front().value<CardRead>().error().kind), int(CardTroubleKind::NotAllowed));
    }
};

QTEST_GUILESS_MAIN(TestCardReader)
#include "tst_cardreader.moc"
