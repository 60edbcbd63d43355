#include "core/hub/lookupdoor.h"
#include "tests/app/hub/store/storetest.h"

#include <QStringEncoder>

using namespace hubworld;
using Code = wire::Problem::Code;
using Outcome = hub::LookUpLine::Outcome;
using Result = wire::LookUpAnswer::Result;

namespace {

const QString heads = u"种类,证件号码,持有人,证照名称,标识,颁发机关,起始日,截止日,材料\r\n"_s;
const QString table = heads
    + u"电子证照,11010519491231002X,测试样,结婚证,1.2.156.1,样例民政部门,2020-05-20,长期,\r\n"
      "电子证照,11010519491231002x,测试样,居住证,JZ-old,样例公安部门,2019-01-01,2020-01-01,\r\n"
      "电子证照,１１０１０５１９４９１２３１００２Ｘ,测试样,居住证,JZ-new,样例公安部门,2026-01-01,2027-01-01,\r\n"
      "共享数据,11010519491231002X,测试样,户籍信息,HJ-1,\"样例公安局,户政\",,,household other-paper\r\n"_s;

wire::LookUpWish wish(const QString &material, const QString &name, bool isShared = false)
{
    return {isShared, material, name, u"测试样"_s, u"11010519491231002X"_s, u"办理“新生儿出生”"_s, u"N1"_s, u"王芳"_s};
}

class PlayedUpstream final : public hub::Upstream
{
public:
    wire::LookUpAnswer ask(const wire::LookUpWish &asked) override
    {
        wishes << asked;
        return answer;
    }
    QList<wire::LookUpWish> wishes;
    wire::LookUpAnswer answer;
};

}

/// Licences and shared data at the hub: who is answered, with what, and that all of it is on record.
class TestHubLookUps : public StoreTest
{
    Q_OBJECT

private slots:
    void whatIsThereIsFound_data()
    {
        QTest::addColumn<wire::LookUpWish>("wish");
        QTest::addColumn<QString>("code"); ///< empty: nothing
        const auto changed = [](wire::LookUpWish wish, auto change) {
            change(wish);
            return wish;
        };
        QTest::newRow("by its name") << wish(u"marriage"_s, u"父母结婚证"_s) << u"1.2.156.1"_s;
        QTest::newRow("the one that is valid longest") << wish(u"residence"_s, u"居住证"_s) << u"JZ-new"_s;
        QTest::newRow("shared, by the id of the material") << wish(u"household"_s, u"户口簿"_s, true) << u"HJ-1"_s;
        QTest::newRow("shared is no e-licence") << wish(u"household"_s, u"户口簿"_s) << QString();
        QTest::newRow("an e-licence is not shared") << wish(u"marriage"_s, u"父母结婚证"_s, true) << QString();
        QTest::newRow("another material") << wish(u"household2"_s, u"户籍信息"_s, true) << QString();
        QTest::newRow("another name with this number")
            << changed(wish(u"marriage"_s, u"结婚证"_s), [](auto &w) { w.holderName = u"李样例"_s; }) << QString();
        QTest::newRow("another number") << changed(wish(u"marriage"_s, u"结婚证"_s), [](auto &w) { w.holderNumber = u"110105194912310038"_s; })
                                        << QString();
        QTest::newRow("no number") << changed(wish(u"marriage"_s, u"结婚证"_s), [](auto &w) { w.holderNumber.clear(); }) << QString();
    }
    void whatIsThereIsFound()
    {
        QFETCH(wire::LookUpWish, wish);
        QFETCH(QString, code);
        Window window(*center);
        REQUIRE_ANSWER(window.enrol(u"hubin"_s));
        const auto licences = hub::licencesFrom(table.toUtf8());
        QVERIFY2(licences.has_value(), licences ? "" : qPrintable(licences.error().detail));
        QCOMPARE(licences->size(), 4);
        const hub::LookUps lookUps(center->engine);
        QVERIFY(lookUps.import(*licences) && lookUps.import(*licences)); // again: in its own place
        const auto answer = ask(window, wish);
        REQUIRE_ANSWER(answer);
        QCOMPARE(answer->result, code.isEmpty() ? Result::NotFound : Result::Found);
        QCOMPARE(answer->code, code);
        const auto record = lookUps.record({}, 10);
        QVERIFY(record && record->size() == 1);
        const hub::LookUps::Recorded &line = record->first();
        QCOMPARE(line.outcome, code.isEmpty() ? Outcome::NotFound : Outcome::Found);
        QCOMPARE(line.device, window.writer.device);
        QCOMPARE(line.at, center->clock.now().toUTC());
        QCOMPARE((QStringList{line.clerk, line.caseNumber, line.purpose, line.material}),
                 (QStringList{u"王芳"_s, u"N1"_s, u"办理“新生儿出生”"_s, wish.material}));
        QCOMPARE(lookUps.record(wish.holderNumber.toLower(), 10)->size(), 1);
        QCOMPARE(lookUps.record(u"410307200002291233"_s, 10)->size(), 0);
    }

    void onlyWindowsInUseAreAnswered()
    {
        Window window(*center), stranger(*center, u"002"_s);
        REQUIRE_ANSWER(window.enrol(u"hubin"_s));
        QCOMPARE(ask(stranger, wish(u"m"_s, u"m"_s)).error().code, Code::NotEnrolled);
        hub::LookUpDoor door(center->engine);
        hub::Request altered = window.request("POST", "/lookup/v1/licences", wire::toJson(wish(u"m"_s, u"m"_s)));
        altered.body.replace("N1", "N2");
        QCOMPARE(door.handle(altered).status, 401);
        hub::Request unsigned_ = altered;
        unsigned_.headers.clear();
        QCOMPARE(door.handle(unsigned_).status, 400);
        QCOMPARE(door.handle(window.request("GET", "/lookup/v1/licences")).status, 404);
        QCOMPARE(door.handle(window.request("POST", "/lookup/v1/other", "{}")).status, 404);
        QCOMPARE(door.handle(window.request("POST", "/lookup/v1/licences", QByteArray(20'000, ' '))).status, 413);
        for (const QByteArray &body : {QByteArray(), QByteArray("[]"), QByteArray("{}"), QByteArray(5000, '[')})
            QCOMPARE(door.handle(window.request("POST", "/lookup/v1/licences", body)).status, 400);
        wire::LookUpWish odd = wish(u"m"_s, u"m"_s);
        odd.purpose = u"a\nb"_s;
        QCOMPARE(ask(window, odd).error().code, Code::BadRequest);
        QVERIFY(hub::LookUps(center->engine).record({}, 10)->isEmpty());
        QVERIFY(center->office().revoke(window.writer.device));
        QCOMPARE(ask(window, wish(u"m"_s, u"m"_s)).error().code, Code::Revoked);
    }

    void whoAsksTooOftenWaits()
    {
        Window one(*center), two(*center, u"002"_s);
        for (Window *window : {&one, &two})
            REQUIRE_ANSWER(window->enrol(u"hubin"_s));
        for (int i = 0; i < hub::LookUps::mostAMinute; ++i)
            REQUIRE_ANSWER(ask(one, wish(u"m"_s, u"m"_s)));
        const auto refused = ask(one, wish(u"m"_s, u"m"_s));
        QCOMPARE(refused.error().code, Code::Busy);
        QVERIFY(refused.error().retryAfter > 0);
        REQUIRE_ANSWER(ask(two, wish(u"m"_s, u"m"_s)));
        center->clock.time = center->clock.time.addSecs(61);
        REQUIRE_ANSWER(ask(one, wish(u"m"_s, u"m"_s)));
    }

    /// Whoever is asked further hears only of what is not here.
    void whatIsNotHereIsAskedFurther()
    {
        Window window(*center);
        REQUIRE_ANSWER(window.enrol(u"hubin"_s));
        PlayedUpstream upstream;
        const hub::LookUps lookUps(center->engine, &upstream);
        QVERIFY(lookUps.import(*hub::licencesFrom(table.toUtf8())));
        const hub::Device device = center->office().devices()->first();
        QCOMPARE(lookUps.ask(device, wish(u"m"_s, u"结婚证"_s))->code, u"1.2.156.1"_s);
        QVERIFY(upstream.wishes.isEmpty());
        upstream.answer = {.result = Result::Found, .code = u"UP-1"_s};
        QCOMPARE(lookUps.ask(device, wish(u"m"_s, u"出生证"_s))->code, u"UP-1"_s);
        QCOMPARE(upstream.wishes, QList<wire::LookUpWish>{wish(u"m"_s, u"出生证"_s)});
        upstream.answer = {.result = Result::Unreachable, .why = u"out"_s};
        QCOMPARE(lookUps.ask(device, wish(u"m"_s, u"出生证"_s))->why, u"out"_s);
        const auto record = lookUps.record({}, 2);
        QCOMPARE(record->at(0).outcome, Outcome::Unreachable);
        QCOMPARE(record->at(1).outcome, Outcome::Found);
        const auto book = hub::within(*center->store, hub::Store::For::Reading,
                                      [](hub::Transaction &rows) { return rows.people().audit({}, 2); });
        QCOMPARE(book->at(0).act, u"look-ups-read"_s);
        QCOMPARE(book->at(1).account + u' ' + book->at(1).act, u"window:%1 looked-up"_s.arg(device.uuid));
    }

    void tablesThatAreNotRight_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QStringList>("words");
        const auto row = [](const QString &line) { return (heads + line).toUtf8(); };
        QTest::newRow("nothing") << QByteArray() << QStringList{u"证件号码"_s};
        QTest::newRow("noise") << QByteArray("\x00\xff\xfe\x81\x00", 5) << QStringList{u"no text"_s};
        QTest::newRow("no column of holders") << table.toUtf8().replace(u"持有人"_s.toUtf8(), "x") << QStringList{u"持有人"_s};
        QTest::newRow("two faults in two lines")
            << row(u"身份证,1,测,证,c,d,,,\n电子证照,1,测,证,c,d,2020-13-01,,\n"_s) << QStringList{u"line 2, 种类"_s, u"line 3, 起始日"_s};
        QTest::newRow("no number") << row(u"电子证照, ,测,证,c,d,,,\n"_s) << QStringList{u"line 2, 证件号码"_s};
        QTest::newRow("ends before it begins") << row(u"电子证照,1,测,证,c,d,2020-02-02,2020-02-01,\n"_s) << QStringList{u"截止日"_s};
        QTest::newRow("a quote without an end") << row(u"电子证照,\"1,测\n"_s) << QStringList{u"quote"_s};
    }
    void tablesThatAreNotRight()
    {
        QFETCH(QByteArray, table);
        QFETCH(QStringList, words);
        const auto licences = hub::licencesFrom(table);
        QVERIFY(!licences);
        for (const QString &word : words)
            QVERIFY2(licences.error().detail.contains(word), qPrintable(licences.error().detail));
        QVERIFY(!licences.error().detail.contains(u"测"_s));
    }

    void aTableOfAnotherEncoding()
    {
        QStringEncoder encoder("GB18030");
        if (!encoder.isValid())
            QSKIP("no GB 18030 in this Qt");
        QCOMPARE(hub::licencesFrom(encoder(table)).value(), hub::licencesFrom(table.toUtf8()).value());
    }

private:
    wire::Answer<wire::LookUpAnswer> ask(Window &window, const wire::LookUpWish &wish)
    {
        hub::LookUpDoor door(center->engine);
        return answerOf<wire::LookUpAnswer>(door.handle(window.request("POST", "/lookup/v1/licences", wire::toJson(wish))),
                                            wire::lookUpAnswerFrom);
    }
};

QTEST_GUILESS_MAIN(TestHubLookUps)
#include "tst_hublookups.moc"
