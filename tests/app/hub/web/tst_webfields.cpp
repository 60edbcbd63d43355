#include "app/hub/web/asked.h"

#include <QTest>

using namespace Qt::StringLiterals;
using web::Fields;

class TestWebFields final : public QObject
{
    Q_OBJECT

private slots:
    void read_data()
    {
        QTest::addColumn<QByteArray>("encoded");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("plain") << QByteArray("q=abc") << u"q"_s << u"abc"_s;
        QTest::newRow("a space") << QByteArray("q=a+b%20c") << u"q"_s << u"a b c"_s;
        QTest::newRow("Chinese") << QByteArray("q=%E6%96%B0") << u"q"_s << u"新"_s;
        QTest::newRow("a rare character") << QByteArray("q=%F0%A0%AE%B7") << u"q"_s << u"𠮷"_s;
        QTest::newRow("lower case digits") << QByteArray("q=%e6%96%b0") << u"q"_s << u"新"_s;
        QTest::newRow("equals inside") << QByteArray("q=a=b") << u"q"_s << u"a=b"_s;
        QTest::newRow("no equals") << QByteArray("a=1&q") << u"q"_s << QString();
        QTest::newRow("empty parts") << QByteArray("&&a=1&&q=2&") << u"q"_s << u"2"_s;
        QTest::newRow("line breaks of all kinds") << QByteArray("q=a%0D%0Ab%0Dc%0Ad") << u"q"_s << u"a\nb\nc\nd"_s;
        QTest::newRow("what would be HTML or SQL") << QByteArray("q=%3Cb%3E'%3B--") << u"q"_s << u"<b>';--"_s;
    }
    void read()
    {
        QFETCH(QByteArray, encoded);
        QFETCH(QString, name);
        const auto fields = Fields::read(encoded);
        QVERIFY2(fields.has_value(), fields ? "" : qPrintable(fields.error().detail));
        QVERIFY(fields->has(name));
        QTEST(fields->value(name), "value");
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("encoded");
        QTest::newRow("twice") << QByteArray("a=1&a=2");
        QTest::newRow("twice, once encoded") << QByteArray("a=1&%61=2");
        QTest::newRow("no name") << QByteArray("=1");
        QTest::newRow("a long name") << QByteArray(101, 'a') + "=1";
        QTest::newRow("zero") << QByteArray("a=%00");
        QTest::newRow("escape") << QByteArray("a=%1B%5B2J");
        QTest::newRow("a control character in a name") << QByteArray("a%07=1");
        QTest::newRow("C1") << QByteArray("a=%C2%9B");
        QTest::newRow("one digit") << QByteArray("a=%4");
        QTest::newRow("no digits") << QByteArray("a=%zz");
        QTest::newRow("percent at the end") << QByteArray("a=%");
        QTest::newRow("overlong") << QByteArray("a=%C0%AF");
        QTest::newRow("a surrogate") << QByteArray("a=%ED%A0%80");
        QTest::newRow("cut off") << QByteArray("a=%E6%96");
        QTest::newRow("Latin-1") << QByteArray("a=\xe9");
        QTest::newRow("too many") << QByteArray("a1&a2&a3&a4&a5");
    }
    void refused()
    {
        QFETCH(QByteArray, encoded);
        QVERIFY(!Fields::read(encoded, 4).has_value());
    }

    void cookies()
    {
        const auto cookies = web::cookiesIn("__Host-s=abc-_.~; other=1;  twice=a; bad=\"x\"; noequals; =x; twice=b; k\x01=v");
        QCOMPARE(cookies.value("__Host-s"), QByteArray("abc-_.~"));
        QCOMPARE(cookies.value("other"), QByteArray("1"));
        QCOMPARE(cookies.size(), 2);
    }

    void paths_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QStringList>("words"); ///< one “-”: does not fit; one “!”: is no text
        QTest::newRow("root") << QByteArray("/") << QByteArray("/") << QStringList();
        QTest::newRow("words") << QByteArray("/g/a/1%2B2/c") << QByteArray("/g/{p}/{v}/{m}") << QStringList{u"a"_s, u"1+2"_s, u"c"_s};
        QTest::newRow("a plus is a plus") << QByteArray("/g/a+b") << QByteArray("/g/{p}") << QStringList{u"a+b"_s};
        QTest::newRow("an ending") << QByteArray("/x/a.pdf") << QByteArray("/x/{f}.pdf") << QStringList{u"a"_s};
        QTest::newRow("another ending") << QByteArray("/x/a.pdg") << QByteArray("/x/{f}.pdf") << QStringList{u"-"_s};
        QTest::newRow("nothing before the ending") << QByteArray("/x/.pdf") << QByteArray("/x/{f}.pdf") << QStringList{u"-"_s};
        QTest::newRow("an empty word") << QByteArray("/g/") << QByteArray("/g/{p}") << QStringList{u"-"_s};
        QTest::newRow("too long") << QByteArray("/g/a/b") << QByteArray("/g/{p}") << QStringList{u"-"_s};
        QTest::newRow("capitals are others") << QByteArray("/G/a") << QByteArray("/g/{p}") << QStringList{u"-"_s};
        QTest::newRow("a slash in a word") << QByteArray("/g/a%2Fb") << QByteArray("/g/{p}") << QStringList{u"a/b"_s};
        QTest::newRow("zero") << QByteArray("/g/a%00") << QByteArray("/g/{p}") << QStringList{u"!"_s};
        QTest::newRow("no UTF-8") << QByteArray("/g/%FF") << QByteArray("/g/{p}") << QStringList{u"!"_s};
    }
    void paths()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, pattern);
        const auto words = web::wordsIn(path, pattern);
        QTEST(!words ? QStringList{u"-"_s} : !*words ? QStringList{u"!"_s} : **words, "words");
    }

    void elsewhere_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("elsewhere");
        QTest::newRow("no browser") << QByteArray("accept") << QByteArray("*/*") << false;
        QTest::newRow("our page") << QByteArray("sec-fetch-site") << QByteArray("same-origin") << false;
        QTest::newRow("typed") << QByteArray("sec-fetch-site") << QByteArray("none") << false;
        QTest::newRow("another host of the domain") << QByteArray("sec-fetch-site") << QByteArray("same-site") << true;
        QTest::newRow("elsewhere") << QByteArray("sec-fetch-site") << QByteArray("cross-site") << true;
        QTest::newRow("our origin") << QByteArray("origin") << QByteArray("https://hub.example:8443") << false;
        QTest::newRow("another port") << QByteArray("origin") << QByteArray("https://hub.example") << true;
        QTest::newRow("another origin") << QByteArray("origin") << QByteArray("https://evil.example") << true;
        QTest::newRow("an origin that says nothing") << QByteArray("origin") << QByteArray("null") << true;
    }
    void elsewhere()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        const hub::Request request{.method = "POST", .target = "/", .headers = {{"host", "hub.example:8443"}, {name, value}}, .body = {}, .peer = {}};
        QTEST(web::isFromElsewhere(request), "elsewhere");
    }
};

QTEST_APPLESS_MAIN(TestWebFields)
#include "tst_webfields.moc"
