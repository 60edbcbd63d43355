#include "tests/app/hub/hubprogram.h"
#include "tests/app/hub/web/attempts.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using hub::Response;

/// Every field of every page of the real hub, given what a page never sends: a page that says so, or one where it stands as text; never a
/// fault of ours, and never what was sent as HTML.
class TestWebHostile final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_program = std::make_unique<HubProgram>(m_folder.filePath(u"hub"_s), QStringList{u"--public-url"_s, u"https://hub.example"_s});
        QVERIFY2(m_program->answers(), m_program->log().constData());
        const QString pack = qEnvironmentVariable("YICHUANG_SOURCE") + u"/resources/guides/sanmenxia-personal.json"_s;
        QCOMPARE(m_program->command({u"publish"_s, pack}).code, 0);
    }

    void everyField_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target"); ///< § stands for the value
        QTest::addColumn<QByteArray>("form");
        const QByteArray guide = "/g/sanmenxia-personal/2026.11.3/newborn";
        const auto row = [](const char *name, const QByteArray &method, const QByteArray &target, const QByteArray &form = {}) {
            QTest::newRow(name) << method << target << form;
        };
        row("search", "GET", "/?q=§");
        row("a field nobody knows", "GET", "/?§=§");
        row("a pack", "GET", "/p/§");
        row("a matter of a pack", "GET", "/p/sanmenxia-personal/§");
        row("a guide: pack", "GET", "/g/§/2026.11.3/newborn");
        row("a guide: version", "GET", "/g/sanmenxia-personal/§/newborn");
        row("a guide: matter", "GET", "/g/sanmenxia-personal/2026.11.3/§");
        row("a list: answer", "GET", guide + "/list?a.birth-certificate=§");
        row("a list: question", "GET", guide + "/list?a.§=1");
        row("a list: item", "GET", guide + "/list?d.§=1");
        row("a list: path", "GET", guide + "/list?p.vaccination-record=§");
        row("a list on paper", "GET", guide + "/list.pdf?a.birth-certificate=§");
        row("a code", "GET", "/c/§");
        row("a code with a secret", "GET", "/C/411202001A12026112300010.§");
        row("progress: number", "POST", "/progress", "number=§&last4=1234");
        row("progress: identity", "POST", "/progress", "number=411202001A12026112300010&last4=§");
        row("rating: code", "POST", "/rating", "code=411202001A12026112300010.§&level=1");
        row("rating: level", "POST", "/rating", "code=411202001A12026112300010.AA&level=§");
        row("rating: words", "POST", "/rating", "code=411202001A12026112300010.AA&level=1&words=§");
        row("applying: version", "GET", "/apply/sanmenxia-personal/§/newborn");
        row("applying: answer", "GET", "/apply/sanmenxia-personal/2026.11.3/newborn?a.birth-certificate=§");
        row("applying: hall", "POST", "/apply/sanmenxia-personal/2026.11.3/newborn", "hall=§&agree=1&sensitive=1");
        row("applying: code", "POST", "/application/resume", "code=§");
        row("a file", "GET", "/static/§/style.css");
        row("a file's name", "GET", "/static/000000000000/§");
    }
    void everyField()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, form);
        std::ignore = m_program->log(); // else its pipe fills up, and it waits
        RawClient line(m_program->port());
        for (const Attempt &attempt : attempts()) {
            const auto with = [&](QByteArray text) { return text.replace("§", attempt.value); };
            const Response answer = askedOver(line, {.method = method,
                                                     .target = with(target),
                                                     .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
                                                     .body = with(form),
                                                     .peer = {}});
            QVERIFY2(QList<int>({200, 400, 404, 409, 429}).contains(answer.status),
                     (QByteArray(attempt.name) + ": " + QByteArray::number(answer.status)).constData());
            const QByteArray page = answer.body.toLower();
            for (const char *sign : {"<script", "\" autofocus", "' onfocus", "root:x:"})
                QVERIFY2(answer.type == "application/pdf" || !page.contains(sign), (QByteArray(attempt.name) + ": " + sign).constData());
            QVERIFY(!answer.headers.contains("set-cookie"));
            QVERIFY2(answer.headers.value("content-security-policy").contains("default-src 'none'"), attempt.name);
        }
    }

    void whatIsTooLargeIsRefused()
    {
        RawClient line(m_program->port());
        const Response large = askedOver(line, {.method = "POST",
                                                .target = "/progress",
                                                .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
                                                .body = "number=" + QByteArray(1'000'000, '1'),
                                                .peer = {}});
        QCOMPARE(large.status, 413);
        QVERIFY(QString::fromUtf8(large.body).contains(u"提交的内容太大"_s));
        RawClient huge(m_program->port());
        QVERIFY(huge.send("POST /progress HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999\r\n\r\n"));
        QCOMPARE(huge.answer(false, std::chrono::seconds(20)).value_or(RawClient::Answer{}).status, 413);
        RawClient address(m_program->port());
        QVERIFY(address.send("GET /?q=" + QByteArray(5000, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n"));
        QCOMPARE(address.answer(false, std::chrono::seconds(20)).value_or(RawClient::Answer{}).status, 414);
    }

    /// Fifty that send a form byte by byte hold up nobody.
    void theSlowHoldUpNobody()
    {
        std::vector<RawClient> slow;
        for (int i = 0; i < 50; ++i) {
            slow.emplace_back(m_program->port());
            QVERIFY(slow.back().send("POST /progress HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 40\r\n\r\nn"));
        }
        for (int round = 0; round < 5; ++round) {
            for (RawClient &client : slow)
                QVERIFY(client.send("u"));
            RawClient quick(m_program->port());
            QCOMPARE(askedOver(quick, {.method = "GET", .target = "/", .headers = {}, .body = {}, .peer = {}}).status, 200);
        }
    }

    void cleanupTestCase()
    {
        const QByteArray log = m_program->log();
        QVERIFY2(!log.contains("\"level\":\"error\"") && !log.contains("could not be made"), log.right(2000).constData());
        QVERIFY(!log.contains("411202001A1") && !log.contains("alert")); // nothing of what was sent
        QCOMPARE(m_program->end(), 0);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<HubProgram> m_program;
};

QTEST_GUILESS_MAIN(TestWebHostile)
#include "tst_webhostile.moc"
