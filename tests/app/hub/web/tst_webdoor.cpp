#include "app/hub/routes.h"
#include "app/hub/web/site.h"
#include "core/base/datafolder.h"
#include "tests/app/hub/store/hubworld.h"

#include <QTest>

using namespace Qt::StringLiterals;
using hub::Request;
using hub::Response;
using web::Asked;

/// The door with the templates of the built tree.
class TestWebDoor final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto files = web::StaticFiles::load(base::dataFolder() + u"/web/static"_s);
        QVERIFY(files.has_value());
        const auto pages = web::Pages::load(base::dataFolder() + u"/web"_s,
                                            {.root = u"/yics"_s, .site = u"中心"_s, .style = files->address(u"style.css"_s)});
        QVERIFY2(pages.has_value(), pages ? "" : qPrintable(pages.error().place + pages.error().detail));
        m_pages = *pages;
        m_style = "/yics" + files->address(u"style.css"_s).toLatin1();
        const auto plain = [](const QByteArray &text) { return Response{200, "text/plain; charset=utf-8", text}; };
        m_door = std::make_unique<web::WebDoor>(
            m_pages, std::move(*files),
            QList<web::Route>{
                {"GET", "/", [plain](const Asked &) { return plain("home"); }},
                {"GET", "/see/{what}", [plain](const Asked &asked) { return plain(asked.path[0].toUtf8() + '?' + asked.query.value(u"q"_s).toUtf8()); }},
                {"POST", "/do", [plain](const Asked &asked) { return plain(asked.form.value(u"name"_s).toUtf8() + asked.cookies.value("c")); },
                 web::Body::Form, 100},
                {"POST", "/raw", [plain](const Asked &asked) { return plain(asked.request.body); }, web::Body::Raw, 10},
                {"GET", "/throws", [](const Asked &) -> Response { throw std::runtime_error("no"); }}});
    }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("text");
        const QByteArray form = "content-type: application/x-www-form-urlencoded; charset=utf-8";
        const auto row = [](const char *name, const QByteArray &method, const QByteArray &target, const QByteArray &body,
                            const QByteArray &header, int status, const QByteArray &text) {
            QTest::newRow(name) << method << target << body << header << status << text;
        };
        row("home", "GET", "/", {}, {}, 200, "home");
        row("home below the root", "GET", "/yics/", {}, {}, 200, "home");
        row("head", "HEAD", "/", {}, {}, 200, "home");
        row("a word and a query", "GET", "/see/%E6%96%B0?q=a+b", {}, {}, 200, "新?a b");
        row("another method", "POST", "/", {}, {}, 405, {});
        row("a method nobody knows", "BREW", "/", {}, {}, 405, {});
        row("nothing there", "GET", "/nothing", {}, {}, 404, {});
        row("no text in the path", "GET", "/see/%00", {}, {}, 404, {});
        row("no text in the query", "GET", "/see/a?q=%FF", {}, {}, 400, {});
        row("twice in the query", "GET", "/see/a?q=1&q=2", {}, {}, 400, {});
        row("an address without end", "GET", "/see/" + QByteArray(2100, 'a'), {}, {}, 404, {});
        row("up", "GET", "/see/../../etc/passwd", {}, {}, 404, {});
        row("up, encoded", "GET", "/see/..%2F..%2Fetc%2Fpasswd", {}, {}, 200, "../../etc/passwd?");
        row("a body where there is none", "GET", "/", "x", {}, 413, {});
        row("a form", "POST", "/do", "name=%E6%96%B0", form, 200, "新");
        row("a form without a type", "POST", "/do", "name=a", {}, 415, {});
        row("a form as JSON", "POST", "/do", "{\"name\":1}", "content-type: application/json", 415, {});
        row("a form that is none", "POST", "/do", "name=%", form, 400, {});
        row("a long form", "POST", "/do", "name=" + QByteArray(96, 'a'), form, 413, {});
        row("raw", "POST", "/raw", "0123456789", {}, 200, "0123456789");
        row("raw and long", "POST", "/raw", "0123456789a", {}, 413, {});
        row("from elsewhere", "POST", "/do", "name=a", "sec-fetch-site: cross-site", 403, {});
        row("from elsewhere, only reading", "GET", "/", {}, "sec-fetch-site: cross-site", 200, "home");
        row("a fault of ours", "GET", "/throws", {}, {}, 500, {});
    }
    void answers()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, header);
        QFETCH(int, status);
        QFETCH(QByteArray, text);
        if (status == 500)
            QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"a page ended in no"_s));
        const Response response = ask(method, target, body, header);
        QCOMPARE(response.status, status);
        if (status == 200)
            QCOMPARE(response.body, text);
        else
            QVERIFY2(response.body.contains("<h1>") && response.body.contains("href=\"/yics/\""), response.body.constData());
        const QByteArray policy = response.headers.value("Content-Security-Policy");
        QVERIFY(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"));
        QCOMPARE(response.headers.value("X-Content-Type-Options"), QByteArray("nosniff"));
        QCOMPARE(response.headers.value("Referrer-Policy"), QByteArray("no-referrer"));
        QCOMPARE(response.headers.value("Cache-Control"), QByteArray("no-store"));
        QCOMPARE(response.headers.value("Allow"), status == 405 ? QByteArray("GET") : QByteArray());
    }

    void staticFilesMayBeKept()
    {
        const Response style = ask("GET", m_style);
        QCOMPARE(style.status, 200);
        QCOMPARE(style.type, QByteArray("text/css; charset=utf-8"));
        QVERIFY(style.headers.value("Cache-Control").contains("immutable"));
        QCOMPARE(ask("GET", "/static/000000000000/style.css").status, 404);
        QCOMPARE(ask("GET", m_style + "x").status, 404);
    }

    /// Log and figures name every route by its pattern.
    void everyRouteHasAName()
    {
        hubworld::Room room(hubworld::Kind::Sqlite);
        hubworld::Hub center(room);
        const auto site = web::Site::open(center.engine, {.share = base::dataFolder(), .hall = {}, .publicUrl = {}});
        QVERIFY2(site.has_value(), site ? "" : qPrintable(site.error().place + site.error().detail));
        const QList<QByteArray> patterns = (*site)->patterns();
        QVERIFY(patterns.contains("/"));
        for (const QByteArray &pattern : patterns)
            QCOMPARE(hub::routeOf(pattern), pattern);
    }

private:
    Response ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {}, const QByteArray &header = {})
    {
        QHash<QByteArray, QByteArray> headers{{"host", "hub.example"}};
        if (const qsizetype colon = header.indexOf(':'); colon > 0)
            headers.insert(header.first(colon), header.mid(colon + 1).trimmed());
        return m_door->handle(Request{.method = method, .target = target, .headers = headers, .body = body, .peer = "127.0.0.1"});
    }

    web::Pages m_pages;
    QByteArray m_style;
    std::unique_ptr<web::WebDoor> m_door;
};

QTEST_GUILESS_MAIN(TestWebDoor)
#include "tst_webdoor.moc"
