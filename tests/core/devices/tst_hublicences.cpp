#include "core/devices/hublicences.h"
#include "tests/support/cardservice.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using devices::HubLicences;
using devices::LicenceAnswer;
using devices::LicenceQuestion;
using How = support::CardService::Say::How;
using Result = LicenceAnswer::Result;

namespace {

const QByteArray licence = R"({"code": "1.2.156", "name": "结婚证", "holder": "测试样", "issuer": "样例民政部门", "from": "2020-05-20", "to": null})";

QByteArray found(const QByteArray &what = licence)
{
    return R"({"result": "found", "licence": )" + what + '}';
}

}

/// The hub as it is asked over a real socket, and everything it may answer.
class TestHubLicences : public QObject
{
    Q_OBJECT

private slots:
    void asksByTheContract()
    {
        support::CardService hub;
        hub.say({{found()}});
        HubLicences licences(addressOf(hub));
        QVERIFY(licences.isSetUp());
        const LicenceAnswer answer = asked(licences);
        QCOMPARE(answer.result, Result::Found);
        QCOMPARE(answer.identifier, u"1.2.156"_s);
        QCOMPARE(answer.name, u"结婚证"_s);
        QCOMPARE(answer.holder, u"测试样"_s);
        QCOMPARE(answer.issuer, u"样例民政部门"_s);
        QCOMPARE(answer.from, QDate(2020, 5, 20));
        QVERIFY(answer.until.isNull());
        const QByteArray heard = hub.heard().front();
        QVERIFY(heard.startsWith("POST /lookup/v1/licences HTTP/1.1\r\n"));
        QVERIFY(!heard.toLower().contains("cookie") && !heard.contains("gzip"));
        const QJsonObject json = QJsonDocument::fromJson(heard.mid(heard.indexOf("\r\n\r\n") + 4)).object();
        const QJsonObject holder{{u"name"_s, u"测试样"_s}, {u"number"_s, u"11010519491231002X"_s}};
        QCOMPARE(json, (QJsonObject{{u"material"_s, u"marriage"_s}, {u"materialName"_s, u"结婚证"_s}, {u"kind"_s, u"shared"_s},
                                    {u"holder"_s, holder}, {u"purpose"_s, u"办理“新生儿出生”"_s}, {u"case"_s, u"N1"_s}}));
    }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<How>("how");
        QTest::addColumn<int>("status");
        QTest::addColumn<Result>("result");
        const auto row = [](const char *name, const QByteArray &bytes, Result result, How how = How::Whole, int status = 200) {
            QTest::newRow(name) << bytes << how << status << result;
        };
        row("nothing found", R"({"result": "none"})", Result::NotFound);
        row("refused", R"({"result": "refused", "why": "x"})", Result::Refused);
        row("half", found(), Result::Unreachable, How::Half);
        row("silent", {}, Result::Unreachable, How::Silent);
        row("a byte now and then", found(), Result::Unreachable, How::Dripping);
        row("elsewhere", "http://127.0.0.1:1/", Result::Garbled, How::Redirect);
        row("huge", QByteArray(8 << 20, ' '), Result::Garbled);
        row("as long as may be", found() + QByteArray(HubLicences::mostAnswerBytes - found().size(), ' '), Result::Found);
        row("a byte longer", found() + QByteArray(HubLicences::mostAnswerBytes + 1 - found().size(), ' '), Result::Garbled);
        row("nothing", {}, Result::Garbled);
        row("a page", "<html>502</html>", Result::Garbled);
        row("packed", QByteArray("\x1f\x8b\x08\x00\x00", 5), Result::Garbled);
        row("a list", "[]", Result::Garbled);
        row("deep", QByteArray(5000, '['), Result::Garbled);
        row("another result", R"({"result": "maybe"})", Result::Garbled);
        row("found nothing", R"({"result": "found"})", Result::Garbled);
        row("a text for the licence", found(R"("1.2.156")"), Result::Garbled);
        row("no holder", found(QByteArray(licence).replace("\"holder\"", "\"holders\"")), Result::Garbled);
        row("a number for a code", found(QByteArray(licence).replace("\"1.2.156\"", "12156")), Result::Garbled);
        row("no such day", found(QByteArray(licence).replace("2020-05-20", "2020-02-30")), Result::Garbled);
        row("for ever, in words", found(QByteArray(licence).replace("null", "\"长期\"")), Result::Garbled);
        row("may not ask", {}, Result::Refused, How::Whole, 403);
        row("not enrolled", {}, Result::Refused, How::Whole, 401);
        row("no such service", {}, Result::Unreachable, How::Whole, 404);
        row("later", {}, Result::Unreachable, How::Whole, 503);
        row("found, with a status that is none of found", found(), Result::Garbled, How::Whole, 206);
    }
    void answers()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(How, how);
        QFETCH(int, status);
        support::CardService hub;
        hub.say({{bytes, how, status}});
        HubLicences licences(addressOf(hub), 500ms);
        const LicenceAnswer answer = asked(licences);
        QTEST(answer.result, "result");
        QVERIFY(!answer.detail.contains(u"测试样"_s));
        QCOMPARE(answer.detail.isEmpty(), answer.result == Result::Found || (answer.result != Result::Garbled && status == 200 && how == How::Whole));
    }

    void nobodyIsThere()
    {
        support::CardService hub;
        HubLicences licences(addressOf(hub));
        hub.stop();
        QCOMPARE(asked(licences).result, Result::Unreachable);
        QVERIFY(!HubLicences(QString()).isSetUp());
    }

    void textsAreCutToALine()
    {
        const LicenceAnswer answer = devices::readLicenceAnswer(
            found(R"({"code": " 1\u00002\n3 ", "name": ")" + QByteArray("证").repeated(1000) + R"(", "holder": "", "issuer": ""})"));
        QCOMPARE(answer.identifier, u"1 2 3"_s);
        QCOMPARE(answer.name.size(), 120);
    }

    void aCancelledQuestionHasNoAnswer()
    {
        support::CardService hub;
        hub.say({{{}, How::Silent}, {found()}});
        HubLicences licences(addressOf(hub), 2s);
        const QSignalSpy answers(&licences, &HubLicences::answered);
        licences.ask(question());
        QTRY_COMPARE(hub.heard().size(), 1);
        licences.cancel();
        QCOMPARE(asked(licences).result, Result::Found); // the next one is not in its way
        QCOMPARE(answers.size(), 1);
    }

private:
    static QString addressOf(const support::CardService &hub) { return u"http://127.0.0.1:%1"_s.arg(hub.httpPort()); }
    static LicenceQuestion question()
    {
        return {LicenceQuestion::Kind::Shared, u"marriage"_s, u"结婚证"_s, u"测试样"_s, u"11010519491231002X"_s, u"办理“新生儿出生”"_s, u"N1"_s};
    }
    static LicenceAnswer asked(HubLicences &licences)
    {
        std::optional<LicenceAnswer> got;
        const auto connection = connect(&licences, &HubLicences::answered, [&](const LicenceAnswer &answer) { got = answer; });
        licences.ask(question());
        const bool came = QTest::qWaitFor([&] { return got.has_value(); }, 12000);
        disconnect(connection);
        return came ? *got : LicenceAnswer{.result = Result::Garbled, .detail = u"no answer at all"_s};
    }
};
QTEST_GUILESS_MAIN(TestHubLicences)
#include "tst_hublicences.moc"
