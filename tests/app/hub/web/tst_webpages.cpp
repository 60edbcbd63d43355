#include "app/hub/web/pages.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using web::Html;
using web::Pages;

class TestWebPages final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        write(u"layout"_s, "<title>{{title}}</title>{{{bodyHtml}}}|{{root}}|{{site}}|{{style}}");
        write(u"problem"_s, "<h1>{{problem}}</h1>{{advice}}{{wait}}");
    }

    /// Whatever is handed in as a value comes out as text, in a part and in a list too.
    void valuesAreEscaped()
    {
        write(u"page"_s, "{{text}}{{#rows}}[{{>part}}]{{/rows}}{{{readyHtml}}}");
        write(u"part"_s, "<i>{{text}}</i>");
        const QString bad = u"<script>&\"'{{root}}"_s;
        const auto pages = load();
        const auto text = pages.fill({.title = u"t"_s,
                                      .name = u"page"_s,
                                      .words = {{"text"_L1, bad}, {"rows"_L1, QJsonArray{QJsonObject{{"text"_L1, bad}}}}},
                                      .html = {{u"readyHtml"_s, Html{u"<b>b</b>"_s}}}});
        QVERIFY2(text.has_value(), text ? "" : qPrintable(text.error().detail));
        const QString made = u"&lt;script&gt;&amp;&quot;&apos;{{root}}"_s;
        QCOMPARE(*text, made + u"[<i>"_s + made + u"</i>]<b>b</b>"_s);
        QCOMPARE(web::escaped(u"<a href='x'>\"&"_s), u"&lt;a href=&apos;x&apos;&gt;&quot;&amp;"_s);
    }

    void theLayoutGoesAround()
    {
        write(u"page"_s, "<p>{{word}}</p>");
        const hub::Response response
            = load().show({.title = u"<t>"_s, .name = u"page"_s, .words = {{"word"_L1, u"w"_s}}, .status = 404});
        QCOMPARE(response.status, 404);
        QCOMPARE(response.type, QByteArray("text/html; charset=utf-8"));
        QCOMPARE(response.body, QByteArray("<title>&lt;t&gt;</title><p>w</p>|/root|site|/s.css"));
    }

    void aFaultOfOursIsTold_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QJsonObject>("words");
        QTest::newRow("a word that is missing") << QByteArray("{{missing}}") << QJsonObject();
        QTest::newRow("text under a name for HTML") << QByteArray("{{{fHtml}}}") << QJsonObject{{"fHtml"_L1, u"<b>"_s}};
        QTest::newRow("the same in a list") << QByteArray("{{#r}}{{{fHtml}}}{{/r}}")
                                            << QJsonObject{{"r"_L1, QJsonArray{QJsonObject{{"fHtml"_L1, u"<b>"_s}}}}};
    }
    void aFaultOfOursIsTold()
    {
        QFETCH(QByteArray, text);
        QFETCH(QJsonObject, words);
        write(u"page"_s, text);
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"a page could not be made"_s));
        QCOMPARE(load().show({.title = {}, .name = u"page"_s, .words = words}).status, 500);
    }

    void brokenTemplatesAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("a section that does not close") << u"page"_s << QByteArray("{{#a}}x") << u"Unclosed section"_s;
        QTest::newRow("a part that is not there") << u"page"_s << QByteArray("{{>nobody}}") << u"there is no template “nobody”"_s;
        QTest::newRow("three braces") << u"page"_s << QByteArray("{{{name}}}") << u"“name” is not HTML"_s;
        QTest::newRow("an ampersand") << u"page"_s << QByteArray("{{& name}}") << u"“name” is not HTML"_s;
        QTest::newRow("the layout too") << u"layout"_s << QByteArray("{{{title}}}") << u"“title” is not HTML"_s;
    }
    void brokenTemplatesAreRefused()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, text);
        QFETCH(QString, words);
        write(name, text);
        const auto pages = Pages::load(m_folder->path(), {});
        QVERIFY(!pages);
        QCOMPARE(pages.error().place, m_folder->filePath(name + u".mustache"_s));
        QVERIFY2(pages.error().detail.contains(words), qPrintable(pages.error().detail));
    }
    void withoutALayoutThereAreNoPages()
    {
        QVERIFY(QFile::remove(m_folder->filePath(u"layout.mustache"_s)));
        QVERIFY(!Pages::load(m_folder->path(), {}).has_value());
    }

    void problems_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 403, 404, 405, 410, 413, 415, 429, 500, 503})
            QTest::addRow("%d", status) << status;
    }
    void problems()
    {
        QFETCH(int, status);
        const hub::Response response = web::problemPage(load(), status, status == 429 ? 600 : 0);
        QCOMPARE(response.status, status);
        QVERIFY(response.body.contains("<h1>"));
        QVERIFY(QString::fromUtf8(response.body).contains(u"请"_s)); // says what to do
        QCOMPARE(response.headers.value("Retry-After"), status == 429 ? QByteArray("600") : QByteArray());
        QCOMPARE(QString::fromUtf8(response.body).contains(u"请在约 10 分钟后再试"_s), status == 429);
    }

private:
    void write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder->filePath(name + u".mustache"_s));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(text);
    }
    Pages load() const
    {
        const auto pages = Pages::load(m_folder->path(), {.root = u"/root"_s, .site = u"site"_s, .style = u"/s.css"_s});
        return pages ? *pages : Pages();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(TestWebPages)
#include "tst_webpages.moc"
