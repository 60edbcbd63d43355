#include "app/hub/issuer.h"
#include "app/hub/upstream.h"
#include "tests/app/hub/hubprogram.h"
#include "tests/support/cardservice.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using How = support::CardService::Say::How;
using Result = wire::LookUpAnswer::Result;

namespace {

const QByteArray found
    = R"({"result": "found", "licence": {"code": "UP-1", "name": "结婚证", "holder": "测试样", "issuer": "样例民政部门", "from": null, "to": null}})";
const wire::LookUpWish wish{false, u"m"_s, u"结婚证"_s, u"测试样"_s, u"11010519491231002X"_s, u"办理"_s, u"N1"_s, u"王芳"_s};

}

/// The system behind the hub, over a real socket, and everything it may answer.
class TestHubUpstream : public QObject
{
    Q_OBJECT

private slots:
    void answers_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<How>("how");
        QTest::addColumn<int>("status");
        QTest::addColumn<Result>("result");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const QByteArray &bytes, Result result, const QString &why = {}, How how = How::Whole,
                            int status = 200) { QTest::newRow(name) << bytes << how << status << result << why; };
        row("found", found, Result::Found);
        row("nothing", R"({"result": "none"})", Result::NotFound);
        row("refused", R"({"result": "refused"})", Result::Withheld);
        row("half", found, Result::Unreachable, u"not reached"_s, How::Half);
        row("silent", {}, Result::Unreachable, u"within"_s, How::Silent);
        row("a byte now and then", found, Result::Unreachable, u"within"_s, How::Dripping);
        row("elsewhere", "http://127.0.0.1:1/", Result::Unreachable, u"status 302"_s, How::Redirect);
        row("huge", QByteArray(8 << 20, ' '), Result::Unreachable, u"more than"_s);
        row("a page", "<html>", Result::Unreachable, u"no answer"_s);
        row("the token is old", {}, Result::Unreachable, u"token"_s, How::Whole, 401);
        row("out of order", {}, Result::Unreachable, u"status 503"_s, How::Whole, 503);
    }
    void answers()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(How, how);
        QFETCH(int, status);
        QFETCH(QString, why);
        support::CardService system;
        system.say({{bytes, how, status}});
        const wire::LookUpAnswer answer = asked(u"http://127.0.0.1:%1/base/"_s.arg(system.httpPort()));
        QTEST(answer.result, "result");
        QVERIFY2(answer.why.contains(why) && answer.why.isEmpty() == why.isEmpty(), qPrintable(answer.why));
        QVERIFY(!answer.why.contains(u"测试样"_s));
        const QByteArray heard = system.heard().value(0);
        QVERIFY2(heard.startsWith("POST /base/lookup/v1/licences HTTP/1.1\r\n"), heard.constData());
        QVERIFY(heard.contains("Authorization: Bearer secret-token\r\n"));
        QCOMPARE(wire::lookUpWishFrom(heard.mid(heard.indexOf("\r\n\r\n") + 4)).value(), wish);
    }

    void issuing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<How>("how");
        QTest::addColumn<int>("status");
        QTest::addColumn<wire::IssueAnswer::Result>("result");
        using Issue = wire::IssueAnswer::Result;
        const auto row = [](const char *name, const QByteArray &bytes, Issue result, How how = How::Whole, int status = 200) {
            QTest::newRow(name) << bytes << how << status << result;
        };
        const wire::IssueAnswer issued{.result = Issue::Issued, .code = u"1.2"_s, .kind = u"pdf"_s, .document = "%PDF-1.7 x"};
        row("issued", wire::toJson(issued), Issue::Issued);
        row("being made", R"({"result": "pending"})", Issue::Pending);
        row("there is none", R"({"result": "none"})", Issue::None);
        row("a page in place of a licence", R"({"result": "issued", "code": "1", "kind": "pdf", "document": "PGh0bWw+"})", Issue::Unreachable);
        row("no base64", R"({"result": "issued", "code": "1", "kind": "pdf", "document": "%PDF-"})", Issue::Unreachable);
        row("no identifier", R"({"result": "issued", "kind": "pdf", "document": "JVBERi0="})", Issue::Unreachable);
        row("half", wire::toJson(issued), Issue::Unreachable, How::Half);
        row("silent", {}, Issue::Unreachable, How::Silent);
        row("elsewhere", "http://127.0.0.1:1/", Issue::Unreachable, How::Redirect);
        row("too long", QByteArray(hub::HttpIssuer::mostAnswerBytes + 1, ' '), Issue::Unreachable);
        row("out of order", {}, Issue::Unreachable, How::Whole, 503);
    }
    /// The system that makes e-licences, and everything it may answer.
    void issuing()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(How, how);
        QFETCH(int, status);
        support::CardService system;
        system.say({{bytes, how, status}});
        const wire::IssueWish asked{.request = u"c/i"_s, .caseNumber = u"N1"_s, .matter = u"m"_s, .item = u"i"_s, .itemName = u"事项"_s,
                                    .certificate = u"Z-1"_s, .code = {}, .granted = QDate(2026, 11, 23), .holderName = u"测试样"_s,
                                    .holderNumber = u"11010519491231002X"_s};
        hub::HttpIssuer issuer({QUrl(u"http://127.0.0.1:%1/base/"_s.arg(system.httpPort())), "secret-token"}, 1500ms);
        std::optional<wire::IssueAnswer> answer;
        std::jthread asking([&] {
            const wire::IssueAnswer got = issuer.ask(asked);
            QMetaObject::invokeMethod(this, [&, got] { answer = got; }, Qt::QueuedConnection);
        });
        QVERIFY(QTest::qWaitFor([&] { return answer.has_value(); }, 30'000));
        QTEST(answer->result, "result");
        const QByteArray heard = system.heard().value(0);
        QVERIFY2(heard.startsWith("POST /base/issue/v1/licences HTTP/1.1\r\n") && heard.contains("Authorization: Bearer secret-token\r\n"), heard);
        QCOMPARE(wire::issueWishFrom(heard.mid(heard.indexOf("\r\n\r\n") + 4)).value(), asked);
    }

    void nobodyIsThere()
    {
        support::CardService system;
        const QString address = u"http://127.0.0.1:%1"_s.arg(system.httpPort());
        system.stop();
        QVERIFY(asked(address).why.contains(u"not reached"_s));
    }

    void options_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<bool>("taken");
        QTest::newRow("over TLS") << u"https://licences.example.cn/api"_s << QByteArray("abc\n") << true;
        QTest::newRow("this machine") << u"http://127.0.0.1:9000"_s << QByteArray("abc") << true;
        QTest::newRow("plain to elsewhere") << u"http://licences.example.cn"_s << QByteArray("abc") << false;
        QTest::newRow("a name in it") << u"https://a:b@licences.example.cn"_s << QByteArray("abc") << false;
        QTest::newRow("no address") << u"licences"_s << QByteArray("abc") << false;
        QTest::newRow("an empty token") << u"https://licences.example.cn"_s << QByteArray("\n") << false;
        QTest::newRow("a token with a line break") << u"https://licences.example.cn"_s << QByteArray("a\nX-Other: b") << false;
    }
    void options()
    {
        QFETCH(QString, url);
        QFETCH(QByteArray, token);
        QTEST(hub::upstreamOf({url, fileWith(token)}).has_value(), "taken");
        QVERIFY(!hub::upstreamOf({u"https://licences.example.cn"_s, m_folder.filePath(u"none"_s)}));
        QVERIFY(*hub::upstreamOf({}) == nullptr);
    }

    /// The whole of it: a table brought at the console, a window that asks over a socket, the system behind, the record.
    void throughTheProgram()
    {
        support::CardService system;
        system.say({{found}});
        const QString data = m_folder.filePath(u"hub"_s);
        HubProgram program(data, {u"--lookup-url"_s, u"http://127.0.0.1:%1"_s.arg(system.httpPort()), u"--lookup-token-file"_s,
                                  fileWith("secret-token\n")});
        QVERIFY2(program.answers(), program.log().constData());
        QFile table(m_folder.filePath(u"t.csv"_s));
        QVERIFY(table.open(QFile::WriteOnly));
        table.write("种类,证件号码,持有人,证照名称,标识,颁发机关,起始日,截止日\n电子证照,11010519491231002X,测试样,居住证,JZ-1,样例公安部门,,\n");
        table.close();
        QCOMPARE(program.command({u"import-licences"_s, table.fileName()}).out, "1 taken in\n");
        QCOMPARE(program.command({u"import-licences"_s, m_folder.filePath(u"none"_s)}).code, 1);
        hubworld::Room room(hubworld::Kind::Sqlite);
        hubworld::Hub clock(room);
        clock.clock.time = QDateTime::currentDateTime();
        FarWindow window(clock, u"101"_s, u"A1"_s, program.port());
        REQUIRE_ANSWER(window.enrol(program, u"hall-1"_s));
        const auto ask = [&](const wire::LookUpWish &asked) {
            std::optional<wire::Answer<wire::LookUpAnswer>> answer;
            std::jthread asking([&] {
                const auto got = hubworld::answerOf<wire::LookUpAnswer>(window.ask("POST", "/lookup/v1/licences", wire::toJson(asked)),
                                                                        wire::lookUpAnswerFrom);
                QMetaObject::invokeMethod(this, [&, got] { answer = got; }, Qt::QueuedConnection);
            });
            return QTest::qWaitFor([&] { return answer.has_value(); }, 30'000) && *answer ? (*answer)->code : QString();
        };
        wire::LookUpWish residence = wish;
        residence.materialName = u"居住证"_s;
        QCOMPARE(ask(residence), u"JZ-1"_s);
        QVERIFY(system.heard().isEmpty());
        QCOMPARE(ask(wish), u"UP-1"_s);
        const QByteArrayList record = program.command({u"look-ups"_s}).out.trimmed().split('\n');
        QCOMPARE(record.size(), 3);
        QVERIFY2(record[1].contains("found") && record[1].contains("王芳") && record[1].contains("N1"), record[1].constData());
        QVERIFY(!program.log().contains("11010519491231002X") && !program.log().contains("N1\""));
        QVERIFY(!HubProgram::run({u"--data"_s, data + u"2"_s, u"--lookup-url"_s, u"http://10.1.2.3"_s}).err.isEmpty());
    }

private:
    QString fileWith(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(u"token%1"_s.arg(++m_files)));
        if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no file");
        return file.fileName();
    }
    /// Asks in a thread of its own, as the hub does, while this one plays the system.
    wire::LookUpAnswer asked(const QString &address)
    {
        hub::HttpUpstream upstream(QUrl(address), "secret-token", 700ms);
        std::optional<wire::LookUpAnswer> answer;
        std::jthread asking([&] {
            const wire::LookUpAnswer got = upstream.ask(wish);
            QMetaObject::invokeMethod(this, [&, got] { answer = got; }, Qt::QueuedConnection);
        });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30'000))
            qFatal("no answer");
        return *answer;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(TestHubUpstream)
#include "tst_hubupstream.moc"
