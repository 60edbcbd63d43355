#include "tests/app/hub/api/unitroom.h"

#include <thread>

using namespace Qt::StringLiterals;

namespace {

const QString marriage = u"marriage-registration"_s;
const QString civil = u"civil-411202"_s;
const QString everything = u"read scans numbers act deliver"_s;

}

/// The door for departments with a system of their own. Every answer is held against resources/openapi/departments.json.
class TestDepartments final : public QObject
{
    Q_OBJECT

    std::optional<hubworld::Room> m_room;
    std::unique_ptr<UnitRoom> m_unit;
    QString m_case;

    void freshRoom()
    {
        m_unit.reset();
        m_room.emplace(hubworld::Kind::Sqlite);
        m_unit = std::make_unique<UnitRoom>(*m_room);
        m_unit->furnish();
        m_case = filed::file(m_unit->center, m_unit->window, u"marriage-and-birth"_s);
        QVERIFY(m_unit->postbox->sort());
    }
    /// The window has seen everything on the case, and states a fact.
    void atTheWindow(const domain::LifeFact &fact)
    {
        m_unit->window.write(m_case, fact, {journal::hashOf(m_unit->window.pullAll().constLast().bytes)});
        REQUIRE_ANSWER(m_unit->window.pushAll());
    }
    QStringList eventsOfFeed(const QByteArray &token)
    {
        QStringList events;
        for (const QJsonValue &entry : UnitRoom::json(m_unit->ask("GET", "/api/v1/feed?most=500", token))["entries"_L1].toArray())
            events << entry["event"_L1].toString();
        return events;
    }

private slots:
    void init() { freshRoom(); }

    /// Who may do what: nobody, somebody with a guessed token, a withdrawn one, a rating device, the unit's reader, the unit's reviewer, one who
    /// hands over, the unit with everything, another unit with everything.
    void scopesAndActions_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path"); ///< * stands for the case
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QList<int>>("statuses");
        const auto row = [](const char *name, const QByteArray &method, const QByteArray &path, const QByteArray &body, const QList<int> &statuses) {
            QTest::newRow(name) << method << path << body << statuses;
        };
        const QByteArray item = "*/items/marriage-registration/";
        row("description", "GET", "/api/v1/openapi.json", {}, {200, 200, 200, 200, 200, 200, 200, 200, 200});
        row("feed", "GET", "/api/v1/feed", {}, {401, 401, 401, 403, 200, 403, 403, 200, 200});
        row("items", "GET", "/api/v1/items", {}, {401, 401, 401, 403, 200, 403, 403, 200, 200});
        row("case", "GET", "*", {}, {401, 401, 401, 403, 200, 403, 403, 200, 404});
        row("whole numbers", "GET", "*?numbers=1", {}, {401, 401, 401, 403, 403, 403, 403, 200, 404});
        row("no case", "GET", "/api/v1/cases/00000000-0000-0000-0000-000000000000", {}, {401, 401, 401, 403, 404, 403, 403, 404, 404});
        row("scan that is none", "GET", "*/scans/" + QByteArray(64, 'a'), {}, {401, 401, 401, 403, 403, 403, 403, 404, 404});
        row("accept", "POST", item + "accept", "{}", {401, 401, 401, 403, 403, 200, 403, 409, 404});
        row("refuse what was not", "POST", item + "refuse", R"({"reason":"-"})", {401, 401, 401, 403, 403, 200, 403, 409, 404});
        row("pause", "POST", item + "pause", R"({"step":"鉴定"})", {401, 401, 401, 403, 403, 409, 403, 409, 404});
        row("resume", "POST", item + "resume", "{}", {401, 401, 401, 403, 403, 409, 403, 409, 404});
        row("pre-review", "POST", item + "pre-review", "{}", {401, 401, 401, 403, 403, 409, 403, 409, 404});
        row("inspection", "POST", item + "call-review", R"({"kind":"inspection","day":"2026-11-30","time":"09:00","place":"现场"})",
            {401, 401, 401, 403, 403, 409, 403, 409, 404});
        row("inspection that was not called", "POST", item + "hold-review", R"({"review":"x","result":"y"})",
            {401, 401, 401, 403, 403, 409, 403, 409, 404});
        row("grant too early", "POST", item + "grant", R"({"physical":true})", {401, 401, 401, 403, 403, 409, 403, 409, 404});
        row("deny too early", "POST", item + "deny", R"({"reason":"-"})", {401, 401, 401, 403, 403, 409, 403, 409, 404});
        row("send too early", "POST", item + "send", R"({"to":"发证窗口"})", {401, 401, 401, 403, 403, 403, 409, 409, 404});
        row("proof too early", "POST", item + "proof", "{}", {401, 401, 401, 403, 403, 403, 409, 409, 404});
        row("an act that is none", "POST", item + "erase", "{}", {401, 401, 401, 404, 404, 404, 404, 404, 404});
        row("rating of nothing", "POST", "/api/v1/ratings", R"({"code":"a.b","level":5})", {401, 401, 401, 404, 403, 403, 403, 403, 403});
        row("elsewhere", "GET", "/api/v1/secrets", {}, {401, 401, 401, 404, 404, 404, 404, 404, 404});
    }
    void scopesAndActions()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(QList<int>, statuses);
        if (path.startsWith('*'))
            path.replace(0, 1, "/api/v1/cases/" + m_case.toLatin1());
        UnitRoom &room = *m_unit;
        const QByteArray withdrawn = room.token(civil, everything);
        QVERIFY(offices::ApiTokens(room.center.engine).withdraw(1, u"test"_s));
        const QByteArray good = room.token(civil, u"read"_s);
        QByteArray guessed = good;
        guessed.back() = guessed.back() == 'A' ? 'E' : 'A';
        const QByteArrayList tokens{{}, guessed, withdrawn, room.token({}, u"rate"_s), good, room.token(civil, u"act"_s),
                                    room.token(civil, u"deliver"_s), room.token(civil, everything), room.token(u"health-411202"_s, everything)};
        for (qsizetype i = 0; i < tokens.size(); ++i) {
            const hub::Response answer = room.ask(method, path, tokens[i], body, method == "POST" ? "k" : "");
            QVERIFY2(answer.status == statuses[i], qPrintable(u"%1: %2 %3"_s.arg(i).arg(answer.status).arg(QString::fromUtf8(answer.body))));
        }
    }

    void fromTheFeedToTheResult()
    {
        UnitRoom &room = *m_unit;
        const QByteArray token = room.token(civil, everything);
        const QJsonObject feed = UnitRoom::json(room.ask("GET", "/api/v1/feed", token));
        QVERIFY(!feed["entries"_L1].toArray().isEmpty());
        QCOMPARE(feed["entries"_L1][0]["case"_L1].toString(), m_case);
        QCOMPARE(feed["entries"_L1][0]["event"_L1].toString(), u"item.new"_s);
        const QByteArray path = "/api/v1/cases/" + m_case.toLatin1();
        const QByteArray masked = room.ask("GET", path, token).body;
        QVERIFY2(masked.contains("110***********002X") && !masked.contains("11010519491231002X"), masked);
        QVERIFY(room.ask("GET", path + "?numbers=1", token).body.contains("11010519491231002X"));

        wire::Cursor cursor;
        room.window.pullAll(&cursor);
        const auto accepted = room.act(token, m_case, marriage, "accept", R"({"number":"民受〔2026〕1号","officer":"王芳"})");
        QVERIFY2(accepted.status == 200, accepted.body);
        QCOMPARE(UnitRoom::json(accepted)["state"_L1].toString(), u"accepted"_s);
        const auto envelope = journal::readEnvelope(room.window.pullAll(&cursor).constFirst().bytes);
        QCOMPARE(envelope->event.actor, u"王芳"_s);
        const auto twice = room.act(token, m_case, marriage, "accept");
        QCOMPARE(twice.status, 409);
        QVERIFY(twice.body.contains("已经受理"));
        QCOMPARE(room.act(token, m_case, marriage, "pause", R"({"step":"鉴定"})").status, 200);
        QCOMPARE(room.act(token, m_case, marriage, "grant", R"({"physical":true})").status, 409);
        QCOMPARE(room.act(token, m_case, marriage, "resume").status, 200);
        QCOMPARE(room.act(token, m_case, marriage, "grant", R"({"physical":true,"certificate":"J411202-2026-000001"})").status, 200);
        QCOMPARE(room.act(token, m_case, marriage, "send", R"({"to":"湖滨区政务服务中心发证窗口","by":"李四"})").status, 200);
        QCOMPARE(room.act(token, m_case, marriage, "proof").status, 409);
        for (const domain::LifeFact &fact : {domain::LifeFact(domain::ResultArrived{marriage, u"发证窗口"_s, u"李四"_s}),
                                             domain::LifeFact(domain::ItemsDelivered{{marriage}, {.collector = u"测试"_s}}),
                                             domain::LifeFact(domain::ProofSent{{marriage}})})
            atTheWindow(fact);
        QCOMPARE(room.act(token, m_case, marriage, "proof").status, 200);
        QCOMPARE(room.act(token, m_case, marriage, "proof").status, 409);
        const QJsonObject item = UnitRoom::json(room.ask("GET", path, token))["items"_L1][0].toObject();
        QVERIFY(item["proofConfirmedAt"_L1].isString() && item["outcome"_L1]["granted"_L1].toBool());
        const QStringList events = eventsOfFeed(token);
        for (const QString &event : {u"item.accepted"_s, u"clock.paused"_s, u"clock.resumed"_s, u"item.decided"_s, u"result.sent"_s, u"result.arrived"_s,
                                     u"item.delivered"_s, u"proof.sent"_s})
            QCOMPARE(events.count(event), 1);
        const auto book = offices::Accounts(room.center.engine, offices::PasswordCost::least()).book(500);
        for (const QString &act : {u"case-seen"_s, u"numbers-seen"_s, u"item-accept"_s, u"item-proof"_s})
            QVERIFY2(std::ranges::any_of(*book, [&](const hub::AuditLine &line) { return line.act == act && line.account == u"api:civil-411202/system-1"_s; }),
                     qPrintable(act));
    }

    void theSameKeyTwice()
    {
        const QByteArray token = m_unit->token(civil, everything);
        const QByteArray body = R"({"number":"1号"})";
        const hub::Response first = m_unit->act(token, m_case, marriage, "accept", body, "one");
        QCOMPARE(first.status, 200);
        const hub::Response refused = m_unit->act(token, m_case, marriage, "accept", body, "two");
        QCOMPARE(refused.status, 409);
        m_unit.reset(); // the hub ends, and another begins on its store
        m_unit = std::make_unique<UnitRoom>(*m_room);
        QCOMPARE(m_unit->act(token, m_case, marriage, "accept", body, "one").body, first.body);
        QCOMPARE(m_unit->act(token, m_case, marriage, "accept", body, "two").body, refused.body);
        QCOMPARE(m_unit->act(token, m_case, marriage, "accept", R"({"number":"2号"})", "one").status, 422);
        QCOMPARE(m_unit->act(token, m_case, marriage, "resume", "{}", "one").status, 422);
        QCOMPARE(eventsOfFeed(token).count(u"item.accepted"_s), 1);
        QCOMPARE(m_unit->ask("POST", "/api/v1/cases/" + m_case.toLatin1() + "/items/marriage-registration/resume", token, "{}").status, 400);
    }

    /// Five at once with one key: it is done once, and all are told the same.
    void theSameKeyAtOnce()
    {
        const QByteArray token = m_unit->token(civil, everything);
        QList<hub::Response> answers(5);
        {
            std::vector<std::jthread> threads;
            for (hub::Response &answer : answers)
                threads.emplace_back([&] { answer = m_unit->act(token, m_case, marriage, "accept", "{}", "one"); });
        }
        for (const hub::Response &answer : answers)
            QVERIFY2(answer.status == 200 && answer.body == answers[0].body, answer.body);
        QCOMPARE(eventsOfFeed(token).count(u"item.accepted"_s), 1);
    }

    /// Whoever reads on from its cursor while others act gets everything, once, in the order of each case.
    void theFeedIsWhole()
    {
        const QByteArray token = m_unit->token(civil, everything);
        QStringList cases{m_case};
        for (int i = 0; i < 5; ++i)
            cases << filed::file(m_unit->center, m_unit->window, u"marriage-and-birth"_s);
        QVERIFY(m_unit->postbox->sort());
        std::atomic<int> working = 3;
        QMap<QString, QStringList> read;
        {
            std::vector<std::jthread> threads;
            for (int worker = 0; worker < 3; ++worker)
                threads.emplace_back([&, worker] {
                    for (qsizetype i = worker; i < cases.size(); i += 3) {
                        m_unit->act(token, cases[i], marriage, "accept");
                        m_unit->act(token, cases[i], marriage, "pause", R"({"step":"鉴定"})");
                        m_unit->act(token, cases[i], marriage, "resume");
                        m_unit->act(token, cases[i], marriage, "grant", R"({"physical":true})");
                    }
                    --working;
                });
            QByteArray cursor;
            for (bool isLast = false; !isLast;) {
                isLast = working == 0;
                for (bool more = true; more;) {
                    const QJsonObject page = UnitRoom::json(m_unit->ask("GET", "/api/v1/feed?most=3&after=" + cursor, token));
                    for (const QJsonValue &entry : page["entries"_L1].toArray()) {
                        if (entry["item"_L1].toString() == marriage && entry["event"_L1].toString() != "item.new"_L1
                            && !entry["event"_L1].toString().startsWith("case."_L1))
                            read[entry["case"_L1].toString()] << entry["event"_L1].toString();
                    }
                    cursor = page["next"_L1].toString().toLatin1();
                    more = page["more"_L1].toBool();
                }
            }
        }
        for (const QString &one : std::as_const(cases))
            QCOMPARE(read[one], (QStringList{u"item.accepted"_s, u"clock.paused"_s, u"clock.resumed"_s, u"item.decided"_s}));
        QCOMPARE(m_unit->ask("GET", "/api/v1/feed?after=12345678.1", token).status, 410);
        QCOMPARE(m_unit->ask("GET", "/api/v1/feed?after=x", token).status, 410);
        QCOMPARE(m_unit->ask("GET", "/api/v1/feed?most=0", token).status, 400);
    }

    void hostile_data()
    {
        QTest::addColumn<QString>("value");
        QTest::newRow("SQL") << u"'; DROP TABLE item_unit; --"_s;
        QTest::newRow("HTML") << u"<script>alert(1)</script>"_s;
        QTest::newRow("path") << u"../../../../etc/passwd"_s;
        QTest::newRow("line break") << u"a\r\nX-Header: b"_s;
        QTest::newRow("zero") << u"a\0b"_s;
        QTest::newRow("other direction") << u"\u202Egnp.exe"_s;
        QTest::newRow("half a character") << QString(QChar(0xD800));
        QTest::newRow("long") << QString(60'000, u'长');
        QTest::newRow("empty") << QString();
        QTest::newRow("blank") << u" \u3000 "_s;
    }
    /// Everything in every field, in the path, the token and the query: it is refused or it is stored as text, and the hub goes on.
    void hostile()
    {
        QFETCH(QString, value);
        UnitRoom &room = *m_unit;
        const QByteArray token = room.token(civil, everything);
        const QMap<QByteArray, QStringList> fields{{"accept", {u"number"_s, u"officer"_s, u"unknown"_s}},
                                                   {"refuse", {u"reason"_s}},
                                                   {"pause", {u"step"_s}},
                                                   {"call-review", {u"kind"_s, u"day"_s, u"time"_s, u"place"_s}},
                                                   {"hold-review", {u"review"_s, u"result"_s}},
                                                   {"grant", {u"certificate"_s, u"elicence"_s, u"physical"_s}},
                                                   {"deny", {u"reason"_s}},
                                                   {"send", {u"to"_s, u"by"_s}}};
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            for (const QString &name : it.value()) {
                for (const QJsonValue &sent : {QJsonValue(value), QJsonValue(QJsonObject{{value, value}})}) {
                    const auto answer = room.act(token, m_case, marriage, it.key(), wire::compact({{name, sent}}));
                    QVERIFY2(answer.status == 200 || answer.status == 400 || answer.status == 409 || answer.status == 413, answer.body);
                }
            }
        }
        const QByteArray encoded = value.left(200).toUtf8().toPercentEncoding();
        for (const QByteArray &target : {"/api/v1/cases/" + encoded, "/api/v1/cases/" + m_case.toLatin1() + "/scans/" + encoded, "/api/v1/feed?most=" + encoded,
                                         "/api/v1/feed?after=" + encoded + "x", "/api/v1/feed?" + encoded + "=1"})
            QVERIFY2(room.ask("GET", target, token).status < 500, target);
        QVERIFY(room.ask("GET", "/api/v1/items", token).status == 200);
        QCOMPARE(room.ask("GET", "/api/v1/items", value.toLatin1()).status, 401);
        for (const QByteArray &body : {QByteArray("["), QByteArray("[1]"), QByteArray(2000, '['), QByteArray("{\"number\":1e999}"), QByteArray("\xff\xfe{}")})
            QCOMPARE(room.act(token, m_case, marriage, "resume", body).status, 400);
    }

    void tooOften()
    {
        const QByteArray token = m_unit->token(civil, u"read"_s);
        for (int i = 0; i < api::ApiDoor::mostInAMinute; ++i)
            QCOMPARE(m_unit->ask("GET", "/api/v1/secrets", token).status, 404);
        const auto answer = m_unit->ask("GET", "/api/v1/feed", token);
        QVERIFY(answer.status == 429 && answer.headers.value("Retry-After").toInt() > 0);
        QCOMPARE(m_unit->ask("GET", "/api/v1/feed", m_unit->token(civil, u"read"_s)).status, 200);
        for (int i = 0; i < api::ApiDoor::mostOfStrangers; ++i)
            QCOMPARE(m_unit->ask("GET", "/api/v1/feed", "yct_1_x").status, 401);
        QCOMPARE(m_unit->ask("GET", "/api/v1/feed", "yct_1_x").status, 429);
    }

    void wishes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("scopes");
        QTest::addColumn<bool>("made");
        QTest::newRow("a unit's") << u"civil.system"_s << civil << u"read act"_s << true;
        QTest::newRow("a rating device") << u"pad-1"_s << QString() << u"rate"_s << true;
        QTest::newRow("nobody's reader") << u"pad-1"_s << QString() << u"rate read"_s << false;
        QTest::newRow("no scope") << u"civil"_s << civil << QString() << false;
        QTest::newRow("an unknown scope") << u"civil"_s << civil << u"read all"_s << false;
        QTest::newRow("no name") << u"民政"_s << civil << u"read"_s << false;
    }
    void wishes()
    {
        QFETCH(QString, name);
        QFETCH(QString, unit);
        QFETCH(QString, scopes);
        QTEST(offices::ApiTokens(m_unit->center.engine).add({name, unit, scopes}, u"test"_s).has_value(), "made");
    }
};

QTEST_GUILESS_MAIN(TestDepartments)
#include "tst_departments.moc"
