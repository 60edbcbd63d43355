#include "app/hub/server/server.h"
#include "app/hub/web/deskface.h"
#include "app/hub/web/webdoor.h"
#include "core/base/datafolder.h"
#include "core/guides/hallclocks.h"
#include "tests/app/hub/rawclient.h"
#include "tests/core/offices/filedcase.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using offices::Role;

namespace {

const QString marriage = u"marriage-registration"_s;
const QString goodPassword = u"一句别人不容易猜到的话xyz"_s;

/// A hub with its desk behind a real server, and a case at the window.
struct DeskRoom {
    DeskRoom()
    {
        center.clock.time = QDateTime(QDate(2026, 11, 23), QTime(9, 30), Qt::OffsetFromUTC, 8 * 3600);
        filed::publishGuides(center.engine);
        filed::publishRouting(center.engine);
        if (!window.enrol(u"hubin"_s))
            qFatal("not enrolled");
        caseId = filed::file(center, window, u"marriage-and-birth"_s);
        if (!routing.catchUp() || !server.start())
            qFatal("no desk");
    }

    /// A new account, signed in; its cookie. With \a isFresh the one-time password stays.
    QByteArray visitor(const QString &name, const QString &unit, const QList<Role> &roles, bool isFresh = false)
    {
        const QString password = *accounts.add({name, u"某"_s + name, unit, roles}, u"test"_s);
        const auto signedIn = ask("POST", "/desk/sign-in", {}, {{"name", name}, {"password", password}});
        const QByteArray cookie = signedIn.headers.value("set-cookie").split(';').constFirst();
        if (!isFresh && !accounts.changePassword(cookie.mid(cookie.indexOf('=') + 1), password, goodPassword)->isEmpty())
            qFatal("password");
        return cookie;
    }

    using Form = QList<std::pair<QByteArray, QString>>;
    RawClient::Answer ask(const QByteArray &method, const QByteArray &path, const QByteArray &cookie, Form form = {}, bool withToken = true)
    {
        if (method == "POST" && withToken && !cookie.isEmpty())
            form.append({"token", QString::fromLatin1(offices::Accounts::formToken(cookie.mid(cookie.indexOf('=') + 1)))});
        QByteArrayList pairs;
        for (const auto &[name, value] : form)
            pairs << name + '=' + value.toUtf8().toPercentEncoding();
        const QByteArray body = pairs.join('&');
        QByteArray request = method + ' ' + path + " HTTP/1.1\r\nHost: hub\r\n";
        if (!cookie.isEmpty())
            request += "Cookie: " + cookie + "\r\n";
        if (method == "POST")
            request += "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
        RawClient client(server.port());
        client.send(request + "\r\n" + body);
        return client.answer(false, std::chrono::seconds(60)).value_or(RawClient::Answer());
    }
    QByteArray itemPath(const QString &item = marriage) const { return "/desk/item/" + caseId.toLatin1() + '/' + item.toLatin1(); }

    static hub::ServerSettings anyPort()
    {
        hub::ServerSettings settings;
        settings.port = 0;
        return settings;
    }
    static web::StaticFiles files() { return *web::StaticFiles::load(base::dataFolder() + u"/web/static"_s); }

    hubworld::Room room{hubworld::Kind::Sqlite};
    hubworld::Hub center{room};
    hubworld::Window window{center};
    QString caseId;
    const base::HallSettings hall = *base::readSettings({});
    const domain::ClockRules rules = guides::clocksOf(hall, {base::dataFolder() + u"/calendars"_s})->rules;
    const papers::FormFolder forms = *papers::FormFolder::load(base::dataFolder() + u"/forms"_s);
    const web::Pages pages = *web::Pages::load(base::dataFolder() + u"/web"_s,
                                               {.root = {}, .site = u"中心"_s, .style = files().address(u"style.css"_s)});
    offices::GuideStand guides{center.engine, {}};
    offices::HubCases cases{center.engine};
    offices::ItemRouting routing{center.engine, guides, cases};
    offices::Accounts accounts{center.engine, offices::PasswordCost::least()};
    offices::UnitDesk desk{{center.engine, guides, cases, routing, accounts, rules}};
    offices::Throttle signIns{center.clock, 100, 600};
    const web::Gate gate{{pages, accounts, routing}};
    const web::DeskFace face{{center.engine, pages, gate, accounts, desk, routing, cases, signIns, forms, hall, rules}};
    web::WebDoor door{pages, files(), face.routes()};
    hub::Server server{door, anyPort()};
};

}

/// The departments' desk over real HTTP.
class TestDeskPages final : public QObject
{
    Q_OBJECT

private slots:
    /// Who may do what: nobody, a reviewer of the unit, one of another unit, the supervisor of the unit above, and the three administrators.
    void rolesAndActions_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path"); ///< * stands for the item of the case
        QTest::addColumn<QList<int>>("statuses"); ///< of nobody, audit, security, system, supervisor, other, reviewer, in this order
        const auto row = [](const char *name, const QByteArray &method, const QByteArray &path, const QList<int> &statuses) {
            QTest::newRow(name) << method << path << statuses;
        };
        row("queue", "GET", "/desk", {303, 303, 303, 303, 200, 200, 200});
        row("queues below", "GET", "/desk?below=1", {303, 403, 403, 403, 200, 200, 200});
        row("item", "GET", "*", {303, 403, 403, 403, 200, 404, 200});
        row("another case", "GET", "/desk/item/00000000-0000-0000-0000-000000000000/x", {303, 403, 403, 403, 404, 404, 404});
        row("scan that is none", "GET", "*/scan/" + QByteArray(64, 'a'), {303, 403, 403, 403, 404, 404, 404});
        row("notice that is none yet", "GET", "*/notice.pdf", {303, 403, 403, 403, 409, 404, 409});
        row("accept", "POST", "*/accept", {403, 403, 403, 403, 403, 404, 303});
        row("proof", "POST", "*/proof", {403, 403, 403, 403, 403, 404, 409});
        row("confirm what nobody urged", "POST", "*/confirm", {403, 403, 403, 403, 403, 404, 409});
        row("an act that is none", "POST", "*/erase", {403, 403, 403, 403, 403, 404, 404});
        row("give away", "POST", "/desk/give/", {403, 403, 403, 303, 303, 403, 403});
        row("what nobody has", "GET", "/desk/unplaced", {303, 403, 403, 200, 403, 403, 403});
        row("password", "GET", "/desk/password", {303, 200, 200, 200, 200, 200, 200});
    }
    void rolesAndActions()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QList<int>, statuses);
        DeskRoom room;
        if (path.startsWith('*'))
            path.replace(0, 1, room.itemPath());
        if (path == "/desk/give/")
            path += room.caseId.toLatin1() + '/' + marriage.toLatin1();
        const QByteArrayList visitors{{},
                                      room.visitor(u"audit"_s, {}, {Role::Audit}),
                                      room.visitor(u"security"_s, {}, {Role::Security}),
                                      room.visitor(u"system"_s, {}, {Role::System}),
                                      room.visitor(u"above"_s, u"civil-411200"_s, {Role::Supervisor}),
                                      room.visitor(u"other"_s, u"health-411202"_s, {Role::Reviewer}),
                                      room.visitor(u"reviewer"_s, u"civil-411202"_s, {Role::Reviewer})};
        for (qsizetype i = 0; i < visitors.size(); ++i) {
            if (method == "POST" && !visitors[i].isEmpty()) // without what the form sends back nobody does anything
                QCOMPARE(room.ask(method, path, visitors[i], {{"unit", u"civil-411202"_s}}, false).status, 403);
            const auto answer = room.ask(method, path, visitors[i], {{"unit", u"civil-411202"_s}});
            QVERIFY2(answer.status == statuses[i], qPrintable(u"%1: %2"_s.arg(i).arg(answer.status)));
            QVERIFY(answer.headers.value("content-security-policy").contains("default-src 'none'"));
            QVERIFY(!answer.body.contains("<script"));
        }
    }

    void fromTheOneTimePasswordToTheResult()
    {
        DeskRoom room;
        const QByteArray cookie = room.visitor(u"zhang"_s, u"civil-411202"_s, {Role::Reviewer}, true);
        QVERIFY(cookie.startsWith("__Host-desk="));
        QCOMPARE(room.ask("GET", "/desk", cookie).headers.value("location"), QByteArray("/desk/password"));
        const QString password = *room.accounts.resetPassword(u"zhang"_s, u"test"_s);
        const QByteArray again
            = room.ask("POST", "/desk/sign-in", {}, {{"name", u"ZHANG "_s}, {"password", password}}).headers.value("set-cookie").split(';').constFirst();
        const auto refused = room.ask("POST", "/desk/password", again, {{"old", password}, {"fresh", u"kurz"_s}, {"again", u"kurz"_s}});
        QVERIFY(refused.status == 409 && refused.body.contains("密码须为"));
        QCOMPARE(room.ask("POST", "/desk/password", again, {{"old", password}, {"fresh", goodPassword}, {"again", goodPassword}}).status, 303);

        const QByteArray queue = room.ask("GET", "/desk", again).body;
        QVERIFY2(queue.contains("结婚登记") && queue.contains("待受理") && queue.contains("2026-11-24 23:59 前"), queue);
        const QByteArray page = room.ask("GET", room.itemPath(), again).body;
        QVERIFY2(page.contains("测试·样例") && page.contains("推送到本单位"), page);
        QVERIFY2(page.contains("恢复计时：“内地居民办理结婚登记”还没有受理，请先受理。"), page);
        QVERIFY2(page.contains("110***********002X") && !page.contains("11010519491231002X"), page);
        QVERIFY(room.ask("GET", room.itemPath() + "?numbers=1", again).body.contains("11010519491231002X"));

        wire::Cursor cursor;
        room.window.pullAll(&cursor);
        QCOMPARE(act(room, again, "accept", {{"number", u"民受〔2026〕1号"_s}}), 303);
        const QList<wire::Entry> news = room.window.pullAll(&cursor);
        QCOMPARE(news.size(), 1);
        const auto envelope = journal::readEnvelope(news[0].bytes);
        QVERIFY(envelope && envelope->event.actor == u"某zhang"_s);
        QCOMPARE(domain::typeName(envelope->event.fact), u"item.accepted"_s);
        QCOMPARE(envelope->event.at.offsetFromUtc(), 8 * 3600);

        const auto twice = room.ask("POST", room.itemPath() + "/accept", again);
        QVERIFY2(twice.status == 409 && twice.body.contains("已经受理"), twice.body);
        QVERIFY(room.window.pullAll(&cursor).isEmpty());
        const auto notice = room.ask("GET", room.itemPath() + "/notice.pdf", again);
        QVERIFY(notice.status == 200 && notice.body.startsWith("%PDF"));

        QCOMPARE(act(room, again, "pause", {{"step", u"不存在的环节"_s}}), 409);
        QCOMPARE(act(room, again, "pause", {{"step", u"鉴定"_s}}), 303);
        QVERIFY(room.ask("GET", "/desk", again).body.contains("计时暂停"));
        QCOMPARE(act(room, again, "grant", {{"physical", u"1"_s}}), 409);
        QCOMPARE(act(room, again, "resume"), 303);
        QCOMPARE(act(room, again, "call-review", {{"kind", u"inspection"_s}, {"day", u"gestern"_s}, {"time", u"09:00"_s}}), 409);
        QCOMPARE(act(room, again, "deny", {{"reason", u"  "_s}}), 409);
        QCOMPARE(act(room, again, "grant", {{"certificate", u"J411202-2026-000001"_s}, {"physical", u"1"_s}}), 303);
        QCOMPARE(act(room, again, "send", {{"to", u"湖滨区政务服务中心发证窗口"_s}, {"by", u"李四"_s}}), 303);
        QVERIFY(room.ask("GET", "/desk", again).body.contains("结果已送出"));
        QStringList types;
        for (const wire::Entry &entry : room.window.pullAll(&cursor))
            types << domain::typeName(journal::readEnvelope(entry.bytes)->event.fact);
        QCOMPARE(types, (QStringList{u"clock.paused"_s, u"clock.resumed"_s, u"item.decided"_s, u"result.sent"_s}));

        // The proof of delivery is the last that the unit has to do with it.
        QCOMPARE(act(room, again, "proof"), 409);
        const qsizetype before = room.window.events.size();
        for (const domain::LifeFact &fact : {domain::LifeFact(domain::ResultArrived{marriage, u"发证窗口"_s, u"李四"_s}),
                                             domain::LifeFact(domain::ItemsDelivered{{marriage}, {.collector = u"测试"_s}}),
                                             domain::LifeFact(domain::ProofSent{{marriage}})})
            room.window.write(room.caseId, fact);
        QVERIFY(room.window.push(room.window.pushOf(before)));
        QVERIFY(room.ask("GET", "/desk", again).body.contains("送达回证待确认"));
        QVERIFY(room.ask("GET", room.itemPath(), again).body.contains("已收到送达回证"));
        QCOMPARE(act(room, again, "proof"), 303);
        QVERIFY(room.ask("GET", room.itemPath(), again).body.contains("确认收到送达回证"));
        QVERIFY(!room.ask("GET", "/desk", again).body.contains(room.itemPath()));
        QCOMPARE(act(room, again, "proof"), 409);

        QCOMPARE(room.ask("POST", "/desk/sign-out", again).status, 303);
        QCOMPARE(room.ask("GET", "/desk", again).headers.value("location"), QByteArray("/desk/sign-in"));
        const auto book = room.accounts.book(500);
        for (const QString &act : {u"case-seen"_s, u"numbers-seen"_s})
            QVERIFY(std::ranges::any_of(*book, [&](const hub::AuditLine &line) { return line.act == act && line.account == u"zhang"_s; }));
    }

    void urgedAndConfirmed()
    {
        DeskRoom room;
        const QByteArray cookie = room.visitor(u"zhang"_s, u"civil-411202"_s, {Role::Reviewer});
        QVERIFY(!room.ask("GET", "/desk", cookie).body.contains("督办"));
        wire::Cursor cursor;
        room.window.pullAll(&cursor);
        const qsizetype before = room.window.events.size();
        room.window.write(room.caseId, domain::LifeFact{domain::DepartmentReminded{u"r1"_s, marriage, u"明天到期，请抓紧<b>"_s}});
        QVERIFY(room.window.push(room.window.pushOf(before)));
        QVERIFY(room.ask("GET", "/desk", cookie).body.contains("督办"));
        const QByteArray page = room.ask("GET", room.itemPath(), cookie).body;
        QVERIFY2(page.contains("明天到期，请抓紧&lt;b&gt;") && page.contains("签收督办"), page);
        const QByteArray above = room.visitor(u"above"_s, u"civil-411200"_s, {Role::Supervisor});
        QVERIFY(room.ask("GET", room.itemPath(), above).body.contains("明天到期"));
        QVERIFY(!room.ask("GET", room.itemPath(), above).body.contains("<button accesskey=\"d\">"));
        room.window.pullAll(&cursor);
        QCOMPARE(act(room, cookie, "confirm", {{"reminder", u"r2"_s}}), 409);
        QCOMPARE(act(room, cookie, "confirm", {{"reminder", u"r1"_s}, {"answer", u"今天办"_s}}), 303);
        const QList<wire::Entry> news = room.window.pullAll(&cursor);
        QCOMPARE(news.size(), 1);
        const auto envelope = journal::readEnvelope(news[0].bytes);
        QCOMPARE(envelope->event.actor, u"某zhang"_s);
        QVERIFY(envelope->event.fact == domain::Fact(domain::LifeFact{domain::ReminderConfirmed{u"r1"_s, u"今天办"_s}}));
        QCOMPARE(act(room, cookie, "confirm", {{"reminder", u"r1"_s}}), 409);
        QVERIFY(!room.ask("GET", "/desk", cookie).body.contains("督办"));
    }

    void refusedWithReason()
    {
        DeskRoom room;
        const QByteArray cookie = room.visitor(u"zhang"_s, u"civil-411202"_s, {Role::Reviewer});
        QCOMPARE(act(room, cookie, "refuse", {{"reason", QString()}}), 409);
        QCOMPARE(act(room, cookie, "refuse", {{"reason", u"不属于本机关职权<b>"_s}}), 303);
        const QByteArray page = room.ask("GET", room.itemPath(), cookie).body;
        QVERIFY2(page.contains("打印不予受理决定书") && page.contains("不属于本机关职权&lt;b&gt;"), page);
        QVERIFY(room.ask("GET", room.itemPath() + "/notice.pdf", cookie).body.startsWith("%PDF"));
        QCOMPARE(act(room, cookie, "accept"), 409);
    }

    void wrongPasswordsLookLikeNobody()
    {
        DeskRoom room;
        room.visitor(u"zhang"_s, u"civil-411202"_s, {Role::Reviewer});
        const auto wrong = room.ask("POST", "/desk/sign-in", {}, {{"name", u"zhang"_s}, {"password", u"falsch"_s}});
        const auto nobody = room.ask("POST", "/desk/sign-in", {}, {{"name", u"' OR 1=1 --"_s}, {"password", u"falsch"_s}});
        QCOMPARE(wrong.status, 403);
        QCOMPARE(wrong.body, nobody.body);
        QVERIFY(!wrong.headers.contains("set-cookie"));
        for (int i = 0; i < 5; ++i)
            room.ask("POST", "/desk/sign-in", {}, {{"name", u"zhang"_s}, {"password", u"falsch"_s}});
        const auto locked = room.ask("POST", "/desk/sign-in", {}, {{"name", u"zhang"_s}, {"password", goodPassword}});
        QCOMPARE(locked.body, nobody.body);
        QCOMPARE(room.ask("GET", "/desk", "__Host-desk=" + QByteArray(43, 'A')).status, 303);
    }

private:
    static int act(DeskRoom &room, const QByteArray &cookie, const QByteArray &word, const DeskRoom::Form &form = {})
    {
        return room.ask("POST", room.itemPath() + '/' + word, cookie, form).status;
    }
};

QTEST_GUILESS_MAIN(TestDeskPages)
#include "tst_deskpages.moc"
