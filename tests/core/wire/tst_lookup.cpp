#include "core/wire/lookup.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using wire::LookUpAnswer;
using wire::LookUpWish;
using Result = LookUpAnswer::Result;

namespace {

const QByteArray licence
    = R"({"code": "1.2.156", "name": "结婚证", "holder": "测试样", "issuer": "样例民政部门", "from": "2020-05-20", "to": null})";

QByteArray found(const QByteArray &what = licence)
{
    return R"({"result": "found", "licence": )" + what + '}';
}

}

/// What window, hub and whoever the hub asks say to each other about licences.
class TestLookUp : public QObject
{
    Q_OBJECT

private slots:
    void goesAndComes()
    {
        const LookUpWish wish{true, u"marriage"_s, u"结婚证"_s, u"测试样"_s, u"11010519491231002X"_s, u"办理“新生儿出生”"_s, u"N1"_s, u"王芳"_s};
        QCOMPARE(wire::lookUpWishFrom(wire::toJson(wish)).value(), wish);
        const QJsonObject holder{{u"name"_s, u"测试样"_s}, {u"number"_s, u"11010519491231002X"_s}};
        QCOMPARE(QJsonDocument::fromJson(wire::toJson(wish)).object(),
                 (QJsonObject{{u"material"_s, u"marriage"_s}, {u"materialName"_s, u"结婚证"_s}, {u"kind"_s, u"shared"_s},
                              {u"holder"_s, holder}, {u"purpose"_s, u"办理“新生儿出生”"_s}, {u"case"_s, u"N1"_s}, {u"clerk"_s, u"王芳"_s}}));
        for (const LookUpAnswer &answer :
             {LookUpAnswer{}, LookUpAnswer{.result = Result::Withheld}, LookUpAnswer{.result = Result::Unreachable, .why = u"太忙"_s},
              LookUpAnswer{Result::Found, u"1.2"_s, u"结婚证"_s, u"测试样"_s, u"样例民政部门"_s, QDate(2020, 5, 20), {}, {}}})
            QCOMPARE(wire::lookUpAnswerFrom(wire::toJson(answer)).value(), answer);
    }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("place"); ///< of the fault; empty: none
        const auto row = [](const char *name, const QByteArray &json, const QString &place) { QTest::newRow(name) << json << place; };
        row("found", found(), {});
        row("refused, with more", R"({"result": "refused", "why": "x"})", {});
        row("another result", R"({"result": "maybe"})", u"result"_s);
        row("a page", "<html>502</html>", u"byte"_s);
        row("a list", "[]", u"byte"_s);
        row("deep", QByteArray(5000, '['), u"byte"_s);
        row("nothing", {}, u"byte"_s);
        row("found nothing", R"({"result": "found"})", u"licence"_s);
        row("a text for the licence", found(R"("1.2.156")"), u"licence"_s);
        row("no holder", found(QByteArray(licence).replace("\"holder\"", "\"holders\"")), u"licence.holder"_s);
        row("a number for a code", found(QByteArray(licence).replace("\"1.2.156\"", "12156")), u"licence.code"_s);
        row("no such day", found(QByteArray(licence).replace("2020-05-20", "2020-02-30")), u"licence.from"_s);
        row("for ever, in words", found(QByteArray(licence).replace("null", "\"长期\"")), u"licence.to"_s);
    }
    void answers()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, place);
        const auto answer = wire::lookUpAnswerFrom(json);
        QCOMPARE(answer.has_value(), place.isEmpty());
        QVERIFY(answer || (answer.error().place.startsWith(place) && !answer.error().detail.contains(u"测试样"_s)));
    }

    void textsAreCutToALine()
    {
        const auto answer = wire::lookUpAnswerFrom(
            found(R"({"code": " 1\u00002\n3 ", "name": ")" + QByteArray("证").repeated(1000) + R"(", "holder": "", "issuer": ""})"));
        QCOMPARE(answer->code, u"1 2 3"_s);
        QCOMPARE(answer->name.size(), 120);
    }

    void wishesWithoutAPurposeAreNone_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("no purpose") << QByteArray("\"purpose\":\"p\"") << QByteArray("\"purpose\":\"\"");
        QTest::newRow("no case") << QByteArray("\"case\":\"c\"") << QByteArray("\"cases\":\"c\"");
        QTest::newRow("no holder") << QByteArray("\"holder\"") << QByteArray("\"of\"");
        QTest::newRow("nobody's name") << QByteArray("\"name\":\"h\"") << QByteArray("\"name\":\"\"");
        QTest::newRow("another kind") << QByteArray("elicence") << QByteArray("anything");
    }
    void wishesWithoutAPurposeAreNone()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const QByteArray good = wire::toJson(LookUpWish{false, u"m"_s, u"m"_s, u"h"_s, {}, u"p"_s, u"c"_s, {}});
        QVERIFY(wire::lookUpWishFrom(good) && good.contains(from));
        QVERIFY(!wire::lookUpWishFrom(QByteArray(good).replace(from, to)));
    }
};

QTEST_APPLESS_MAIN(TestLookUp)
#include "tst_lookup.moc"
