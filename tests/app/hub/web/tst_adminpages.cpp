#include "app/hub/web/site.h"
#include "core/base/datafolder.h"
#include "core/guides/signature.h"
#include "core/hub/wiping.h"
#include "core/offices/accounts.h"
#include "core/offices/apitokens.h"
#include "core/offices/subscribers.h"
#include "tests/app/hub/web/attempts.h"
#include "tests/core/offices/filedcase.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using hub::Response;
using offices::Role;

namespace {

/// A hub with all of its pages, and somebody of every kind who is signed in.
struct Headquarters {
    Headquarters()
    {
        center.clock.time = QDateTime(QDate(2026, 11, 23), QTime(9, 30), Qt::OffsetFromUTC, 8 * 3600);
        filed::publishGuides(center.engine);
        filed::publishRouting(center.engine);
        if (!window.enrol(u"hubin"_s))
            qFatal("not enrolled");
        auto opened = web::Site::open(center.engine, {base::dataFolder(), room.folder() + u"/hall.ini"_s, u"https://hub.example"_s,
                                                      [](const QString &) { return std::optional(3); }});
        if (!opened)
            qFatal("%s", qPrintable(opened.error().place + opened.error().detail));
        site = std::move(*opened);
        for (const auto &[name, unit, hall, role] : {std::tuple(u"audit"_s, QString(), QString(), Role::Audit),
                                                     std::tuple(u"security"_s, QString(), QString(), Role::Security),
                                                     std::tuple(u"system"_s, QString(), QString(), Role::System),
                                                     std::tuple(u"reviewer"_s, u"civil-411202"_s, QString(), Role::Reviewer),
                                                     std::tuple(u"clerk"_s, QString(), u"hubin"_s, Role::Clerk),
                                                     std::tuple(u"author"_s, QString(), QString(), Role::Author)})
            cookies << signedIn(name, unit, hall, role);
    }

    QByteArray signedIn(const QString &name, const QString &unit, const QString &hall, Role role)
    {
        const QString once = *accounts.add({name, u"某"_s + name, unit, {role}, hall}, u"test"_s);
        const QByteArray session = **accounts.signIn(name, once);
        if (!accounts.changePassword(session, once, u"一句别人不容易猜到的话xyz"_s)->isEmpty())
            qFatal("password");
        return session;
    }
    QByteArray sessionOf(const QString &name) const { return cookies.value(QStringList{u"audit"_s, u"security"_s, u"system"_s, u"reviewer"_s, u"clerk"_s, u"author"_s}.indexOf(name)); }

    using Form = QList<std::pair<QByteArray, QString>>;
    static QByteArray encoded(const Form &form)
    {
        QByteArrayList pairs;
        for (const auto &[name, value] : form)
            pairs << name + '=' + value.toUtf8().toPercentEncoding();
        return pairs.join('&');
    }
    Response ask(const QByteArray &method, const QByteArray &target, const QByteArray &session, QByteArray body = {}, bool withToken = true)
    {
        if (method == "POST" && withToken && !session.isEmpty())
            body += "&token=" + offices::Accounts::formToken(session);
        QHash<QByteArray, QByteArray> headers{{"host", "hub.example"}, {"content-type", "application/x-www-form-urlencoded"}};
        if (!session.isEmpty())
            headers.insert("cookie", "__Host-desk=" + session);
        return site->door().handle({.method = method, .target = target, .headers = headers, .body = method == "POST" ? body : QByteArray(), .peer = "203.0.113.9"});
    }
    Response get(const QByteArray &target, const QString &who) { return ask("GET", target, sessionOf(who)); }
    Response post(const QByteArray &target, const QString &who, const Form &form = {}) { return ask("POST", target, sessionOf(who), encoded(form)); }
    /// The newest line of the book with \a act.
    std::optional<hub::AuditLine> written(const QString &act)
    {
        const auto lines = accounts.book(1, {.account = {}, .act = act, .subject = {}});
        return lines && !lines->isEmpty() ? std::optional(lines->constFirst()) : std::nullopt;
    }

    hubworld::Room room{hubworld::Kind::Sqlite};
    hubworld::Hub center{room};
    hubworld::Window window{center};
    offices::Accounts accounts{center.engine, offices::PasswordCost::least()};
    std::unique_ptr<web::Site> site;
    QByteArrayList cookies; ///< audit, security, system, reviewer, clerk, author
};

/// What stands in the box for what is shown once.
QString secretIn(const Response &page)
{
    static const QRegularExpression box(u"<p class=\"secret\">([^<]+)</p>"_s);
    return box.match(QString::fromUtf8(page.body)).captured(1);
}

}

/// The administration pages, at the door of the whole site.
class TestAdminPages final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_hq = std::make_unique<Headquarters>(); }
    void cleanupTestCase()
    {
        const auto check = hub::checkBook(m_hq->center.engine);
        QVERIFY(check && check->isSound() && check->chained > 100);
        m_hq.reset();
    }

    /// Everybody at every route: what is not theirs is refused, without the form's token nobody changes anything.
    void rolesAndRoutes_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QString>("who"); ///< may, by spaces
        QTest::addColumn<int>("status"); ///< for those who may
        const auto row = [](const char *method, const char *target, const QString &who, int status) {
            QTest::newRow(qPrintable(QLatin1StringView(method) + u' ' + QLatin1StringView(target))) << QByteArray(method) << QByteArray(target) << who << status;
        };
        row("GET", "/admin", u"system"_s, 200);
        row("POST", "/admin/enrol", u"system"_s, 409);
        row("GET", "/admin/revoke/00000000-0000-0000-0000-000000000000", u"system"_s, 404);
        row("POST", "/admin/revoke/00000000-0000-0000-0000-000000000000", u"system"_s, 409);
        row("GET", "/admin/numbers", u"system"_s, 200);
        row("POST", "/admin/numbers", u"system"_s, 409);
        row("GET", "/admin/alarms", u"system"_s, 200);
        row("GET", "/admin/alarms?all=1", u"system"_s, 200);
        row("POST", "/admin/alarms/0", u"system"_s, 404);
        row("GET", "/admin/receipts", u"system"_s, 200);
        row("GET", "/desk/unplaced", u"system"_s, 200);
        row("GET", "/admin/guides", u"system author"_s, 200);
        row("POST", "/admin/guides", u"system author"_s, 409);
        row("GET", "/admin/withdraw/pack/none/1", u"system"_s, 404);
        row("POST", "/admin/withdraw/pack/none/1", u"system"_s, 409);
        row("GET", "/admin/units", u"system"_s, 200);
        row("POST", "/admin/units", u"system"_s, 409);
        row("GET", "/admin/receivers", u"system"_s, 200);
        row("POST", "/admin/receivers", u"system"_s, 409);
        row("POST", "/admin/receivers/7/withdraw", u"system"_s, 409);
        row("POST", "/admin/messages/7/again", u"system"_s, 409);
        row("GET", "/admin/ratings", u"system"_s, 200);
        row("POST", "/admin/ratings/7", u"system"_s, 409);
        row("GET", "/admin/settings", u"system"_s, 200);
        row("POST", "/admin/settings", u"system"_s, 409);
        row("GET", "/admin/people", u"security"_s, 200);
        row("POST", "/admin/people", u"security"_s, 409);
        row("GET", "/admin/people/reviewer/close", u"security"_s, 200);
        row("GET", "/admin/people/reviewer/reset", u"security"_s, 200);
        row("GET", "/admin/people/nobody/close", u"security"_s, 404);
        row("POST", "/admin/people/nobody/close", u"security"_s, 409);
        row("POST", "/admin/people/nobody/unlock", u"security"_s, 409);
        row("POST", "/admin/people/reviewer/promote", u"security"_s, 404);
        row("GET", "/admin/tokens", u"security"_s, 200);
        row("POST", "/admin/tokens", u"security"_s, 409);
        row("POST", "/admin/tokens/77/withdraw", u"security"_s, 409);
        row("GET", "/admin/wipes", u"security"_s, 200);
        row("GET", "/admin/wipes/00000000-0000-0000-0000-000000000000", u"security"_s, 404);
        row("POST", "/admin/wipes/00000000-0000-0000-0000-000000000000", u"security"_s, 409);
        row("POST", "/admin/wipes/00000000-0000-0000-0000-000000000000/lift", u"security"_s, 409);
        row("GET", "/admin/book", u"audit"_s, 200);
        row("GET", "/admin/book/check", u"audit"_s, 200);
        row("GET", "/admin/book.csv", u"audit"_s, 200);
        row("GET", "/desk", u"reviewer"_s, 200);
        row("GET", "/desk/password", u"audit security system reviewer clerk author"_s, 200);
    }
    void rolesAndRoutes()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(QString, who);
        QFETCH(int, status);
        const Response nobody = m_hq->ask(method, target, {});
        QCOMPARE(nobody.status, method == "POST" ? 403 : 303);
        for (const QString &name : {u"audit"_s, u"security"_s, u"system"_s, u"reviewer"_s, u"clerk"_s, u"author"_s}) {
            const bool may = who.split(u' ').contains(name);
            const QByteArray session = m_hq->sessionOf(name);
            const Response answer = m_hq->ask(method, target, session);
            const bool isSentHome = target == "/desk" && !may && name != "clerk"_L1;
            const bool isToldWhy = target == "/desk" && name == "clerk"_L1;
            QVERIFY2(answer.status == (may ? status : isToldWhy ? 200 : isSentHome ? 303 : 403), qPrintable(u"%1: %2"_s.arg(name).arg(answer.status)));
            if (method == "POST")
                QCOMPARE(m_hq->ask(method, target, session, {}, false).status, 403);
            QVERIFY(answer.headers.value("Content-Security-Policy").contains("default-src 'none'"));
            QVERIFY(!answer.body.contains("<script") && !answer.body.contains("style=\""));
            QVERIFY(answer.status == 303 || answer.headers.value("Cache-Control").contains("no-store"));
        }
    }

    /// A window enrols with the code of the page, is listed, and is revoked after a question.
    void aWindowComesAndGoes()
    {
        const Response wrong = m_hq->post("/admin/enrol", u"system"_s, {{"hall", u"lushi"_s}, {"region", u"41122"_s}, {"window", u"201"_s}, {"hours", u"24"_s}, {"hub", u"https://hub.example"_s}});
        QVERIFY2(wrong.status == 409 && wrong.body.contains("区划代码六位数字"), wrong.body);
        const Response page = m_hq->post("/admin/enrol", u"system"_s, {{"hall", u"lushi"_s}, {"region", u"411202"_s}, {"window", u"201"_s}, {"hours", u"24"_s}, {"hub", u"https://hub.example"_s}});
        QCOMPARE(page.status, 200);
        QVERIFY(page.body.contains("src=\"data:image/png;base64,") && page.body.contains("yichuang-hub:enrol?"));
        const auto made = m_hq->written(u"enrol-code-made"_s);
        QVERIFY(made && made->account == u"system"_s && made->subject == u"lushi/411202201"_s);
        hubworld::Window window(m_hq->center, u"201"_s, u"B1"_s);
        REQUIRE_ANSWER(window.enrolWith(secretIn(page)));
        const QByteArray device = window.writer.device.toLatin1();
        QVERIFY(m_hq->get("/admin", u"system"_s).body.contains("/admin/revoke/" + device));
        QVERIFY(m_hq->get("/admin", u"system"_s).body.contains("另有 3 条还没有上传"));
        QVERIFY(m_hq->get("/admin/revoke/" + device, u"system"_s).body.contains("不能恢复使用"));
        QCOMPARE(m_hq->post("/admin/revoke/" + device, u"system"_s).status, 303);
        const Response after = m_hq->get("/admin", u"system"_s);
        QVERIFY(!after.body.contains("/admin/revoke/" + device) && after.body.contains("已停用"));
        QCOMPARE(m_hq->written(u"device-revoked"_s)->subject, window.writer.device);
        QVERIFY(!window.pull());
    }

    /// Ordered after its number was typed, lifted while it has not asked, told of at both pages.
    void aLostWindowIsWiped()
    {
        hubworld::Window window(m_hq->center, u"203"_s, u"B3"_s);
        REQUIRE_ANSWER(window.enrol(u"lushi"_s));
        const QByteArray address = "/admin/wipes/" + window.writer.device.toLatin1();
        QVERIFY(m_hq->get("/admin/wipes", u"security"_s).body.contains("href=\"" + address + '"'));
        QVERIFY(m_hq->get(address, u"security"_s).body.contains("输入窗口号 203 确认"));
        const Headquarters::Form right{{"reason", u"搬运途中丢失"_s}, {"code", u"203"_s}};
        QVERIFY(m_hq->post(address, u"security"_s, {{"reason", u"搬运途中丢失"_s}, {"code", u"201"_s}}).body.contains("没有下达清除命令"));
        QVERIFY(m_hq->post(address, u"security"_s, {{"reason", u""_s}, {"code", u"203"_s}}).body.contains("请写明清除的原因"));
        REQUIRE_ANSWER(window.pull());
        QCOMPARE(m_hq->post(address, u"security"_s, right).status, 303);
        QVERIFY(m_hq->get("/admin", u"system"_s).body.contains("等待设备联系"));
        QCOMPARE(m_hq->post(address + "/lift", u"security"_s).status, 303);
        REQUIRE_ANSWER(window.pull());
        QCOMPARE(m_hq->post(address, u"security"_s, right).status, 303);
        QVERIFY(!window.ask("GET", "/sync/v1/pull").headers.value(wire::wipeHeader).isEmpty());
        const Response list = m_hq->get("/admin/wipes", u"security"_s);
        QVERIFY(list.body.contains("清除命令已送达") && list.body.contains("搬运途中丢失") && !list.body.contains(address + "/lift"));
        QVERIFY(m_hq->post(address + "/lift", u"security"_s).body.contains("不能再撤销"));
        QCOMPARE(m_hq->written(u"wipe-ordered"_s)->words, u"搬运途中丢失"_s);
        QVERIFY(m_hq->get("/admin/book", u"audit"_s).body.contains("下达清除命令"));
    }

    void peopleComeAndGo()
    {
        const auto add = [&](const QString &name, const Headquarters::Form &more) {
            return m_hq->post("/admin/people", u"security"_s, Headquarters::Form{{"name", name}, {"called", u"王芳"_s}} + more);
        };
        QVERIFY(add(u"wang"_s, {{"role.clerk", u"1"_s}}).body.contains("须填写所在大厅"));
        QVERIFY(add(u"wang"_s, {{"role.clerk", u"1"_s}, {"role.audit", u"1"_s}, {"hall", u"hubin"_s}}).body.contains("不能由同一个账号兼任"));
        QVERIFY(add(u"wang"_s, {{"role.reviewer", u"1"_s}, {"unit", u"<b>"_s}}).body.contains("没有编号为“&lt;b&gt;”的单位"));
        const Response made = add(u"wang"_s, {{"role.clerk", u"1"_s}, {"role.issuer", u"1"_s}, {"hall", u"hubin"_s}});
        QCOMPARE(made.status, 200);
        QVERIFY(m_hq->accounts.signIn(u"wang"_s, secretIn(made))->has_value());
        QVERIFY(add(u"wang2"_s, {{"role.clerk", u"1"_s}, {"hall", u"hubin"_s}}).body.contains("同名的人员"));
        const QByteArray list = m_hq->get("/admin/people", u"security"_s).body;
        QVERIFY2(list.contains("综合窗口人员、发证窗口人员") && list.contains("一次性密码未改"), list);
        for (int i = 0; i < offices::Accounts::mostFailures; ++i)
            QVERIFY(!*m_hq->accounts.signIn(u"wang"_s, u"wrong"_s));
        QVERIFY(m_hq->get("/admin/people", u"security"_s).body.contains("锁定至"));
        QCOMPARE(m_hq->post("/admin/people/wang/unlock", u"security"_s).status, 303);
        QVERIFY(m_hq->accounts.signIn(u"wang"_s, secretIn(made))->has_value());
        const QString fresh = secretIn(m_hq->post("/admin/people/wang/reset", u"security"_s));
        QVERIFY(!m_hq->accounts.signIn(u"wang"_s, secretIn(made))->has_value() && m_hq->accounts.signIn(u"wang"_s, fresh)->has_value());
        QCOMPARE(m_hq->post("/admin/people/wang/close", u"security"_s).status, 303);
        QVERIFY(!m_hq->accounts.signIn(u"wang"_s, fresh)->has_value());
        QVERIFY(m_hq->post("/admin/people/security/close", u"security"_s).body.contains("不能停用自己"));
        QCOMPARE(m_hq->written(u"account-closed"_s)->account, u"security"_s);
    }

    void tokensOfSystems()
    {
        QVERIFY(m_hq->post("/admin/tokens", u"security"_s, {{"name", u"oa"_s}, {"scope.read", u"1"_s}}).body.contains("须填写所属单位"));
        const Response made = m_hq->post("/admin/tokens", u"security"_s, {{"name", u"oa"_s}, {"scope.read", u"1"_s}, {"scope.act", u"1"_s}, {"unit", u"civil-411202"_s}});
        const offices::ApiTokens tokens(m_hq->center.engine);
        const auto holder = tokens.holderOf(secretIn(made).toLatin1());
        QVERIFY(holder && *holder && (*holder)->may(offices::Scope::Act) && !(*holder)->may(offices::Scope::Numbers));
        QCOMPARE(m_hq->post("/admin/tokens/" + QByteArray::number((*holder)->id) + "/withdraw", u"security"_s).status, 303);
        QVERIFY(!tokens.holderOf(secretIn(made).toLatin1())->has_value());
        QVERIFY(m_hq->get("/admin/tokens", u"security"_s).body.contains("已作废"));
    }

    void numbersAlarmsAndReceipts()
    {
        const Headquarters::Form series{{"organ", u"湖卫"_s}, {"paper", u"acceptance-notice"_s}, {"year", u"2026"_s}};
        QCOMPARE(m_hq->post("/admin/numbers", u"system"_s, series + Headquarters::Form{{"last", u"120"_s}}).status, 303);
        const auto block = m_hq->window.ask("POST", "/sync/v1/serials", wire::toJson(wire::SerialWish{u"湖卫"_s, u"acceptance-notice"_s, 2026, 5, u"w1"_s}));
        QCOMPARE(wire::serialBlockFrom(block.body)->from, 121);
        QVERIFY(m_hq->get("/admin/numbers", u"system"_s).body.contains("121 至 125"));
        QCOMPARE(m_hq->written(u"serials-passed-over"_s)->words, u"120"_s);
        QVERIFY(hub::within(*m_hq->center.store, hub::Store::For::Writing, [&](hub::Transaction &rows) {
            return rows.records().put(hub::Alarm{.at = m_hq->center.engine.now(), .kind = u"fork"_s, .device = m_hq->window.writer.device, .words = u"<b>两条"_s});
        }));
        const QByteArray alarms = m_hq->get("/admin/alarms", u"system"_s).body;
        QVERIFY2(alarms.contains("&lt;b&gt;两条"), alarms);
        static const QRegularExpression form(u"/admin/alarms/([0-9]+)\""_s);
        const QByteArray id = form.match(QString::fromUtf8(alarms)).captured(1).toLatin1();
        QCOMPARE(m_hq->post("/admin/alarms/" + id, u"system"_s).status, 303);
        QVERIFY(m_hq->get("/admin/alarms", u"system"_s).body.contains("没有警报"));
        QVERIFY(m_hq->get("/admin/alarms?all=1", u"system"_s).body.contains("已处理 "));
        QVERIFY(m_hq->get("/admin/receipts?day=2026-11-23", u"system"_s).body.contains("没有收到清单"));
        QCOMPARE(m_hq->get("/admin/receipts?day=gestern", u"system"_s).status, 400);
    }

    /// An author's guide is published with its signature as it was written, byte by byte, and withdrawn by somebody else.
    void guidesComeAndGo()
    {
        const QByteArray pack = filed::shipped(u"guides/luoyang-personal.json"_s);
        const guides::PublisherKey key = *guides::makePublisherKey(u"测试发布者"_s);
        const QByteArray signature = guides::signatureOf(pack, key);
        const auto publish = [&](const QByteArray &bytes, const QByteArray &sign) {
            return m_hq->post("/admin/guides", u"author"_s, {{"pack", QString::fromUtf8(bytes)}, {"signature", QString::fromUtf8(sign)}});
        };
        QVERIFY2(publish(pack.left(1000), {}).body.contains("所贴内容"), "");
        QVERIFY(publish(pack, "x").body.contains("不是签名文件"));
        QCOMPARE(publish(pack, signature).status, 303);
        const auto files = hub::Bookshelf(m_hq->center.engine).list();
        const auto file = std::ranges::find(*files, u"luoyang-personal"_s, &wire::LibraryFile::name);
        QVERIFY(file != files->end() && file->signature == signature);
        QCOMPARE(file->sha256.toLatin1(), QCryptographicHash::hash(pack, QCryptographicHash::Sha256).toHex());
        const QByteArray list = m_hq->get("/admin/guides", u"author"_s).body;
        QVERIFY(list.contains("已签名") && list.contains("author") && !list.contains("/admin/withdraw/"));
        const QByteArray path = "/admin/withdraw/pack/luoyang-personal/" + file->version.toLatin1();
        QVERIFY(m_hq->get("/admin/guides", u"system"_s).body.contains(path));
        QVERIFY(m_hq->get(path, u"system"_s).body.contains("撤下后"));
        QCOMPARE(m_hq->post(path, u"system"_s).status, 303);
        QCOMPARE(m_hq->written(u"withdrawn"_s)->account, u"system"_s);
    }

    void routingIsCheckedAndLoaded()
    {
        const QString file = QString::fromUtf8(filed::shipped(u"routing/luoyang.json"_s));
        QVERIFY(m_hq->post("/admin/units", u"system"_s, {{"routing", QString(file).replace(u"\"units\""_s, u"\"unitz\""_s)}, {"load", u"1"_s}}).body.contains("没有载入"));
        QVERIFY(m_hq->post("/admin/units", u"system"_s, {{"routing", file}, {"check", u"1"_s}}).body.contains("还没有载入"));
        QVERIFY(!m_hq->get("/admin/units", u"system"_s).body.contains("410300"));
        QCOMPARE(m_hq->post("/admin/units", u"system"_s, {{"routing", file}, {"load", u"1"_s}}).status, 303);
        QVERIFY(m_hq->get("/admin/units", u"system"_s).body.contains("410300"));
    }

    void receiversRatingsAndSettings()
    {
        const Headquarters::Form sms{{"kind", u"sms"_s}, {"url", u"https://sms.example/in"_s}};
        QVERIFY(m_hq->post("/admin/receivers", u"system"_s, {{"kind", u"sms"_s}, {"url", u"http://sms.example/in"_s}}).body.contains("只能用 https"));
        QVERIFY(secretIn(m_hq->post("/admin/receivers", u"system"_s, sms)).startsWith(u"whs_"_s));
        QVERIFY(m_hq->get("/admin/receivers", u"system"_s).body.contains("https://sms.example/in"));
        const qint64 id = offices::Subscribers(m_hq->center.engine).all()->constLast().id;
        QCOMPARE(m_hq->post("/admin/receivers/" + QByteArray::number(id) + "/withdraw", u"system"_s).status, 303);
        QVERIFY(m_hq->get("/admin/receivers?which=dead", u"system"_s).body.contains("已停用"));
        QVERIFY(m_hq->get("/admin/ratings?all=1", u"system"_s).body.contains("还没有评价"));
        QCOMPARE(m_hq->written(u"ratings-read"_s)->account, u"system"_s);

        const Headquarters::Form hall{{"hallName", u"湖滨区政务服务中心（试）, 东厅"_s}, {"address", u"测试路1号"_s}, {"phone", u"0398-1234567"_s}, {"officeHours", u"工作日 9:00-17:00"_s}};
        QCOMPARE(m_hq->post("/admin/settings", u"system"_s, hall).status, 303);
        const auto read = base::readSettings(m_hq->room.folder() + u"/hall.ini"_s);
        QVERIFY(read && read->hallName == hall[0].second && read->officeHours == hall[3].second);
        QVERIFY(m_hq->post("/admin/settings", u"system"_s, {{"hallName", u"x"_s}, {"phone", u"abc"_s}}).body.contains("电话须为"));
        QCOMPARE(base::readSettings(m_hq->room.folder() + u"/hall.ini"_s)->phone, u"0398-1234567"_s);
    }

    void theBookIsSearched()
    {
        QVERIFY(m_hq->get("/admin/book?account=security&act=refused", u"audit"_s).body.contains("越权被拒"));
        QVERIFY(m_hq->get("/admin/book?account=nobody", u"audit"_s).body.contains("没有符合的记录"));
        QVERIFY(m_hq->get("/admin/book?from=2026-11-24", u"audit"_s).body.contains("没有符合的记录"));
        QVERIFY(!m_hq->get("/admin/book?from=2026-11-23&to=2026-11-23", u"audit"_s).body.contains("没有符合的记录"));
        QVERIFY(m_hq->get("/admin/book/check", u"audit"_s).body.contains("逐条相符"));
        const Response table = m_hq->get("/admin/book.csv", u"audit"_s);
        QVERIFY(table.type.startsWith("text/csv") && table.body.contains("\"account-made\"") && table.body.contains("\"book-exported\""));
    }

    /// What no page sends, in every field of every form: refused in words or taken as text, never a fault of ours, never as HTML.
    void everyField_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target"); ///< § stands for the value
        QTest::addColumn<QByteArray>("form");
        const auto row = [](const char *name, const QString &who, const char *method, const char *target, const char *form = "") {
            QTest::newRow(name) << who << QByteArray(method) << QByteArray(target) << QByteArray(form);
        };
        row("hall", u"system"_s, "POST", "/admin/enrol", "hall=§&region=411224&window=202&hours=1&hub=https://hub.example");
        row("region", u"system"_s, "POST", "/admin/enrol", "hall=x&region=§&window=202&hours=1&hub=https://hub.example");
        row("window", u"system"_s, "POST", "/admin/enrol", "hall=x&region=411224&window=§&hours=1&hub=https://hub.example");
        row("hours", u"system"_s, "POST", "/admin/enrol", "hall=x&region=411224&window=202&hours=§&hub=https://hub.example");
        row("hub", u"system"_s, "POST", "/admin/enrol", "hall=x&region=411224&window=202&hours=1&hub=§");
        row("device", u"system"_s, "POST", "/admin/revoke/§");
        row("device in a question", u"system"_s, "GET", "/admin/revoke/§");
        row("wiped device", u"security"_s, "POST", "/admin/wipes/§", "reason=x&code=101");
        row("wiped device in a question", u"security"_s, "GET", "/admin/wipes/§");
        row("lifted device", u"security"_s, "POST", "/admin/wipes/§/lift");
        row("organ", u"system"_s, "POST", "/admin/numbers", "organ=§&paper=acceptance-notice&year=2026&last=1");
        row("paper", u"system"_s, "POST", "/admin/numbers", "organ=x&paper=§&year=2026&last=1");
        row("year", u"system"_s, "POST", "/admin/numbers", "organ=x&paper=acceptance-notice&year=§&last=1");
        row("last", u"system"_s, "POST", "/admin/numbers", "organ=x&paper=acceptance-notice&year=2026&last=§");
        row("alarm", u"system"_s, "POST", "/admin/alarms/§");
        row("day", u"system"_s, "GET", "/admin/receipts?day=§");
        row("pack", u"author"_s, "POST", "/admin/guides", "pack=§");
        row("signature", u"author"_s, "POST", "/admin/guides", "pack=x&signature=§");
        row("file to withdraw", u"system"_s, "POST", "/admin/withdraw/pack/§/1");
        row("routing", u"system"_s, "POST", "/admin/units", "load=1&routing=§");
        row("receiver: kind", u"system"_s, "POST", "/admin/receivers", "kind=§&url=https://sms.example/");
        row("receiver: unit", u"system"_s, "POST", "/admin/receivers", "kind=unit&url=https://sms.example/&unit=§");
        row("receiver: url", u"system"_s, "POST", "/admin/receivers", "kind=sms&url=§");
        row("receiver", u"system"_s, "POST", "/admin/receivers/§/withdraw");
        row("message", u"system"_s, "POST", "/admin/messages/§/again");
        row("rating", u"system"_s, "POST", "/admin/ratings/§", "result=x");
        row("result", u"system"_s, "POST", "/admin/ratings/1", "result=§");
        row("hall name", u"system"_s, "POST", "/admin/settings", "hallName=§&phone=12345");
        row("phone", u"system"_s, "POST", "/admin/settings", "hallName=x&phone=§");
        row("name", u"security"_s, "POST", "/admin/people", "name=§&called=x&role.author=1");
        row("unit", u"security"_s, "POST", "/admin/people", "name=u1&called=x&role.reviewer=1&unit=§");
        row("hall of a person", u"security"_s, "POST", "/admin/people", "name=u2&called=x&role.clerk=1&hall=§");
        row("role", u"security"_s, "POST", "/admin/people", "name=u3&called=x&role.§=1");
        row("account", u"security"_s, "POST", "/admin/people/§/unlock");
        row("account in a question", u"security"_s, "GET", "/admin/people/§/close");
        row("act on an account", u"security"_s, "POST", "/admin/people/reviewer/§");
        row("token: name", u"security"_s, "POST", "/admin/tokens", "name=§&scope.rate=1");
        row("token: unit", u"security"_s, "POST", "/admin/tokens", "name=oa&scope.read=1&unit=§");
        row("token: id", u"security"_s, "POST", "/admin/tokens/§/withdraw");
        row("book: account", u"audit"_s, "GET", "/admin/book?account=§");
        row("book: act", u"audit"_s, "GET", "/admin/book?act=§");
        row("book: subject", u"audit"_s, "GET", "/admin/book?subject=§");
        row("book: day", u"audit"_s, "GET", "/admin/book?from=§&to=2026-11-23");
    }
    void everyField()
    {
        QFETCH(QString, who);
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, form);
        for (const Attempt &attempt : attempts()) {
            const auto with = [&](QByteArray text) { return text.replace("§", attempt.value); };
            const Response answer = m_hq->ask(method, with(target), m_hq->sessionOf(who), with(form));
            QVERIFY2(QList<int>({200, 303, 400, 404, 409}).contains(answer.status),
                     (QByteArray(attempt.name) + ": " + QByteArray::number(answer.status)).constData());
            const QByteArray page = answer.body.toLower();
            for (const char *sign : {"<script", "\" autofocus", "' onfocus", "root:x:"})
                QVERIFY2(!page.contains(sign), (QByteArray(attempt.name) + ": " + sign).constData());
            QVERIFY(!answer.headers.contains("Set-Cookie"));
        }
    }

private:
    std::unique_ptr<Headquarters> m_hq;
};

QTEST_GUILESS_MAIN(TestAdminPages)
#include "tst_adminpages.moc"
