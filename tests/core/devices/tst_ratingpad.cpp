#include "core/devices/ratingpad.h"
#include "tests/support/cardservice.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using devices::HttpRatingPad;
using support::CardService;
using Say = support::CardService::Say;
using How = support::CardService::Say::How;

/// The pad is opened with the number of the case and nothing else; what it says to the citizen never comes here.
class TestRatingPad : public QObject
{
    Q_OBJECT

private slots:
    void thePadIsOpenedForTheCase_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<HttpRatingPad::Method>("method");
        QTest::addColumn<QByteArray>("asked");
        QTest::newRow("GET") << u"/pad?case={number}&at={window}"_s << HttpRatingPad::Method::Get
                             << QByteArray("GET /pad?case=4112020012026&at=%E7%AA%97%E5%8F%A3%261 HTTP/1.1");
        QTest::newRow("POST") << u"/open/{number}"_s << HttpRatingPad::Method::Post << QByteArray("POST /open/4112020012026 HTTP/1.1");
    }
    void thePadIsOpenedForTheCase()
    {
        QFETCH(QString, pattern);
        QFETCH(HttpRatingPad::Method, method);
        CardService service;
        service.say({{"{\"mark\": 1, \"words\": \"不满意\"}"}});
        HttpRatingPad pad(u"http://127.0.0.1:%1%2"_s.arg(service.httpPort()).arg(pattern), method, u"窗口&1"_s);
        QSignalSpy opened(&pad, &devices::RatingPad::opened);
        pad.open(u"4112020012026"_s);
        QVERIFY(opened.wait(5'000));
        QVERIFY(opened.front().isEmpty()); // not a word of what was answered
        QCOMPARE(service.heard().size(), 1);
        QTEST(service.heard().front().split('\r').front(), "asked");
    }

    void aPadThatDoesNotAnswerIsTold_data()
    {
        QTest::addColumn<Say>("say");
        QTest::addColumn<bool>("isThere");
        QTest::newRow("an error page") << Say{"no", How::Whole, 503} << true;
        QTest::newRow("nobody there") << Say{} << false;
    }
    void aPadThatDoesNotAnswerIsTold()
    {
        QFETCH(Say, say);
        QFETCH(bool, isThere);
        CardService service;
        service.say({say});
        HttpRatingPad pad(u"http://127.0.0.1:%1/{number}"_s.arg(service.httpPort()), HttpRatingPad::Method::Get, {});
        if (!isThere)
            service.stop();
        QSignalSpy failed(&pad, &devices::RatingPad::failed);
        pad.open(u"1"_s);
        QVERIFY(failed.isEmpty()); // nothing waits for it
        QVERIFY(failed.wait(5'000));
        QVERIFY(!failed.front().front().toString().contains(u"127.0.0.1"_s));
    }

    void leavingWhileItIsCalledDoesNoHarm()
    {
        CardService service;
        service.say({{{}, How::Silent}});
        auto pad = std::make_unique<HttpRatingPad>(u"http://127.0.0.1:%1/{number}"_s.arg(service.httpPort()), HttpRatingPad::Method::Get, QString());
        pad->open(u"1"_s);
        QTRY_COMPARE(service.heard().size(), 1);
        pad.reset();
        QTest::qWait(50);
    }
};

QTEST_GUILESS_MAIN(TestRatingPad)
#include "tst_ratingpad.moc"
