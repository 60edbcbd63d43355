#include "app/hub/posting.h"
#include "core/offices/postbox.h"
#include "tests/app/hub/hubprogram.h"
#include "tests/core/offices/filedcase.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

const QString marriage = u"marriage-registration"_s;

/// A system that is told of what happens, over real sockets.
class Receiver final : public QObject
{
public:
    /// What it does with the next message; the last one again and again.
    enum class Does { Takes, Fails, Refuses, Hangs, Leads };
    struct Message {
        QByteArray head, body;
        QByteArray header(const QByteArray &name) const
        {
            const qsizetype at = head.indexOf("\r\n" + name + ": ") + name.size() + 4;
            return head.mid(at, head.indexOf("\r\n", at) - at);
        }
        QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    };

    Receiver()
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no socket");
        connect(&m_server, &QTcpServer::newConnection, this, [this] { serve(m_server.nextPendingConnection()); });
    }
    QString url() const { return u"http://127.0.0.1:%1/told"_s.arg(m_server.serverPort()); }

    QList<Does> plan{Does::Takes};
    QList<Message> came;
    QList<Message> taken;

private:
    void serve(QTcpSocket *socket)
    {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, text = QByteArray()]() mutable {
            text += socket->readAll();
            const qsizetype end = text.indexOf("\r\n\r\n");
            Message message{text.first(qMax<qsizetype>(end, 0)) + "\r\n", text.mid(end + 4)};
            if (end < 0 || message.body.size() < message.header("Content-Length").toInt())
                return;
            text.clear();
            came << message;
            const Does does = plan.size() > 1 ? plan.takeFirst() : plan.constFirst();
            if (does == Does::Hangs)
                return;
            if (does == Does::Takes)
                taken << message;
            const QByteArray status = does == Does::Takes ? "204 No Content" : does == Does::Fails ? "500 Failed" : does == Does::Refuses ? "403 No" : "302 There";
            socket->write("HTTP/1.1 " + status + "\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            socket->disconnectFromHost();
        });
    }

    QTcpServer m_server;
};

}

/// Messages to other systems, from the event at a window to the receiver.
class TestWebhooks final : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<hubworld::Room> m_room;
    std::unique_ptr<hubworld::Hub> m_center; ///< furnishes the store and stands for the clock
    std::unique_ptr<HubProgram> m_program;
    std::unique_ptr<FarWindow> m_window;
    QString m_data;
    int m_serial = 0;

    QByteArray addHook(const QStringList &arguments)
    {
        return m_program->command(QStringList{u"webhook"_s, u"add"_s} + arguments).out.trimmed();
    }
    void begin() { m_program = std::make_unique<HubProgram>(m_data); }
    /// A filed case whose first item is accepted and decided; its id.
    QString decidedCase()
    {
        const QString id = filed::file(*m_center, m_window->window, u"marriage-and-birth"_s, u"411202"_s, true);
        m_window->window.write(id, domain::LifeFact{domain::ItemAccepted{marriage, {}}});
        m_window->window.write(id, domain::LifeFact{domain::ItemDecided{marriage, {.certificate = u"J1"_s}}});
        return id;
    }
    QByteArrayList eventsOf(const QList<Receiver::Message> &messages, const QString &caseId)
    {
        QByteArrayList events;
        for (const Receiver::Message &message : messages) {
            if (message.json()["case"_L1]["id"_L1].toString() == caseId)
                events << message.json()["event"_L1].toString().toLatin1();
        }
        return events;
    }

private slots:
    void init()
    {
        const QByteArrayList withoutProgram{"publicAddresses", "privateIsNotAsked", "givenUp"};
        if (withoutProgram.contains(QTest::currentTestFunction()))
            return;
        static int rooms = 0;
        m_data = m_folder.filePath(u"hub%1"_s.arg(++rooms));
        begin();
        QVERIFY2(m_program->answers(), m_program->log().constData());
        m_room = std::make_unique<hubworld::Room>(hubworld::Kind::Sqlite);
        m_center = std::make_unique<hubworld::Hub>(*m_room);
        m_center->clock.time = QDateTime::currentDateTime();
        for (const auto &[bytes, name] : {std::pair(filed::shipped(u"guides/sanmenxia-personal.json"_s), u"p.json"_s),
                                          std::pair(filed::shipped(u"routing/sanmenxia.json"_s), u"r.json"_s)}) {
            QFile file(m_folder.filePath(name));
            QVERIFY(file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size());
        }
        QCOMPARE(m_program->command({u"publish"_s, m_folder.filePath(u"p.json"_s)}).code, 0);
        QCOMPARE(m_program->command({u"routing"_s, u"load"_s, m_folder.filePath(u"r.json"_s)}).code, 0);
        m_window = std::make_unique<FarWindow>(*m_center, u"101"_s, u"A1"_s, m_program->port());
        REQUIRE_ANSWER(m_window->enrol(*m_program, u"hall-1"_s));
        REQUIRE_ANSWER(m_window->window.enrol(u"hall-1"_s));
    }

    /// It fails, refuses and leads elsewhere; then it takes: everything of a case in order, signed, each with an id that stays; the telephone
    /// number only to the SMS gateway and nowhere in the store. The hub is killed in between.
    void atLeastOnceAndInOrder()
    {
        Receiver platform, gateway, unit;
        const QByteArray secret = addHook({u"--for"_s, u"platform"_s, u"--url"_s, platform.url(), u"--private"_s});
        QVERIFY(secret.startsWith("whs_"));
        addHook({u"--for"_s, u"sms"_s, u"--url"_s, gateway.url(), u"--private"_s});
        addHook({u"--unit"_s, u"civil-411202"_s, u"--url"_s, unit.url(), u"--private"_s, u"--events"_s, u"item.new,item.decided"_s});
        platform.plan = {Receiver::Does::Fails, Receiver::Does::Leads, Receiver::Does::Takes};
        gateway.plan = {Receiver::Does::Hangs};
        const QString id = decidedCase();
        m_window->window.write(id, domain::FieldEntered{u"applicant-phone"_s, u"13800138000"_s});
        REQUIRE_ANSWER(m_window->push(0));
        QTRY_VERIFY_WITH_TIMEOUT(!platform.came.isEmpty() && !gateway.came.isEmpty(), 30'000);
        QVERIFY(gateway.came[0].body.contains("13800138000"));
        m_program->kill();
        gateway.plan = {Receiver::Does::Takes};
        begin();
        QTRY_COMPARE_WITH_TIMEOUT(eventsOf(platform.taken, id), (QByteArrayList{"case.filed", "item.accepted", "item.decided"}), 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(eventsOf(gateway.taken, id), (QByteArrayList{"item.accepted"}), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(eventsOf(unit.taken, id).contains("item.decided"), 60'000);
        QVERIFY(eventsOf(unit.taken, id).contains("item.new"));
        QCOMPARE(gateway.came[0].json()["id"_L1], gateway.taken[0].json()["id"_L1]);
        QCOMPARE(gateway.came[0].body, gateway.taken[0].body);
        for (const Receiver::Message &message : std::as_const(platform.taken)) {
            const QByteArray signature = message.header("Yichuang-Webhook-Signature");
            QCOMPARE(signature, "v1=" + offices::signatureOf(secret, message.header("Yichuang-Webhook-Id"), message.header("Yichuang-Webhook-Time"), message.body));
            QVERIFY(qAbs(message.header("Yichuang-Webhook-Time").toLongLong() - QDateTime::currentSecsSinceEpoch()) < 300);
            QVERIFY(!message.body.contains("13800138000") && !message.body.contains("11010519491231002X") && !message.body.contains("测试·样例"));
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_program->command({u"webhooks"_s}).out.count('\n'), 1, 30'000);
        QVERIFY(m_program->command({u"webhooks"_s, u"all"_s}).out.contains("item.decided"));
        QVERIFY(!m_program->log().contains("13800138000"));
        m_program->kill();
        for (const char *suffix : {"", "-wal"}) {
            QFile store(m_data + u"/hub.db"_s + QLatin1String(suffix));
            QVERIFY(!store.open(QFile::ReadOnly) || !store.readAll().contains("13800138000"));
        }
    }

    /// One that is down keeps nobody else waiting; one that is withdrawn gets nothing.
    void others()
    {
        Receiver good, withdrawn;
        Receiver *down = new Receiver;
        const QString nowhere = down->url();
        delete down;
        addHook({u"--for"_s, u"platform"_s, u"--url"_s, nowhere, u"--private"_s});
        addHook({u"--for"_s, u"supervision"_s, u"--url"_s, good.url(), u"--private"_s});
        addHook({u"--for"_s, u"rating"_s, u"--url"_s, withdrawn.url(), u"--private"_s});
        QCOMPARE(m_program->command({u"webhook"_s, u"withdraw"_s, u"3"_s}).code, 0);
        QCOMPARE(m_program->command({u"webhook"_s, u"withdraw"_s, u"3"_s}).code, 1);
        const QString id = decidedCase();
        REQUIRE_ANSWER(m_window->push(0));
        QTRY_COMPARE_WITH_TIMEOUT(eventsOf(good.taken, id), (QByteArrayList{"approval.granted"}), 30'000);
        QCOMPARE(good.taken[0].json()["holder"_L1]["name"_L1].toString(), u"测试·样例"_s);
        QVERIFY(!good.taken[0].body.contains("11010519491231002X"));
        QTRY_VERIFY_WITH_TIMEOUT(m_program->command({u"webhooks"_s}).out.contains("not reached"), 30'000);
        QVERIFY(withdrawn.came.isEmpty());
    }

    void wishes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("added");
        QTest::newRow("over TLS") << QStringList{u"--for"_s, u"sms"_s, u"--url"_s, u"https://sms.example.cn/in"_s} << true;
        QTest::newRow("of a unit") << QStringList{u"--unit"_s, u"civil-411202"_s, u"--url"_s, u"https://civil.example.cn/in"_s} << true;
        QTest::newRow("plain") << QStringList{u"--for"_s, u"sms"_s, u"--url"_s, u"http://sms.example.cn/in"_s, u"--private"_s} << false;
        QTest::newRow("this machine") << QStringList{u"--for"_s, u"sms"_s, u"--url"_s, u"http://127.0.0.1:9/in"_s} << false;
        QTest::newRow("a name in it") << QStringList{u"--for"_s, u"sms"_s, u"--url"_s, u"https://a:b@sms.example.cn/"_s} << false;
        QTest::newRow("a file") << QStringList{u"--for"_s, u"sms"_s, u"--url"_s, u"file:///etc/passwd"_s} << false;
        QTest::newRow("not its event")
            << QStringList{u"--for"_s, u"sms"_s, u"--url"_s, u"https://sms.example.cn/in"_s, u"--events"_s, u"item.decided"_s} << false;
        QTest::newRow("of nobody") << QStringList{u"--url"_s, u"https://sms.example.cn/in"_s} << false;
    }
    void wishes()
    {
        QFETCH(QStringList, arguments);
        QTEST(!addHook(arguments).isEmpty(), "added");
    }

    void publicAddresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isPublic");
        for (const char *address : {"10.1.2.3", "127.0.0.1", "169.254.169.254", "172.31.0.1", "192.168.1.1", "100.64.0.1", "0.0.0.0", "255.255.255.255",
                                    "224.0.0.1", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::a00:1"})
            QTest::newRow(address) << QString::fromLatin1(address) << false;
        for (const char *address : {"1.1.1.1", "172.32.0.1", "223.5.5.5", "2400:3200::1", "::ffff:223.5.5.5"})
            QTest::newRow(address) << QString::fromLatin1(address) << true;
    }
    void publicAddresses()
    {
        QFETCH(QString, address);
        QTEST(hub::isPublic(QHostAddress(address)), "isPublic");
    }
    void privateIsNotAsked()
    {
        Receiver inside;
        const hub::Posted outcome = hub::posted({.url = QUrl(inside.url()), .headers = {}, .body = "{}", .privateAllowed = false});
        QCOMPARE(outcome.how, hub::Posted::How::PrivateAddress);
        QVERIFY(inside.came.isEmpty());
    }
    /// As many tries as there are waits and one more; the message is then dead, told of, and can be sent again.
    void givenUp()
    {
        using State = hub::Delivery::State;
        hubworld::Room room(hubworld::Kind::Sqlite);
        hubworld::Hub center(room);
        hubworld::Window window(center);
        filed::publishGuides(center.engine);
        filed::publishRouting(center.engine);
        REQUIRE_ANSWER(window.enrol(u"hall-1"_s));
        offices::GuideStand guides(center.engine, {});
        offices::HubCases cases(center.engine);
        offices::ItemRouting routing(center.engine, guides, cases);
        offices::Postbox postbox({.engine = center.engine, .guides = guides, .cases = cases, .routing = routing});
        QVERIFY(offices::Subscribers(center.engine).add({.kind = u"rating"_s, .url = u"https://rating.example.cn"_s}, u"test"_s));
        filed::file(center, window, u"marriage-and-birth"_s);
        QVERIFY(postbox.sort() && postbox.sort());
        for (const int wait : offices::Postbox::waits() + QList<int>{0}) {
            const auto errand = postbox.next();
            QVERIFY(errand && *errand);
            QVERIFY(!*postbox.next()); // it is under way
            QVERIFY(postbox.settle(**errand, {500, {}}));
            QVERIFY(wait == 0 || !*postbox.next());
            center.clock.time = center.clock.time.addSecs(wait);
        }
        QVERIFY(!*postbox.next());
        QCOMPARE(postbox.deliveries(State::Dead, 10)->size(), 1);
        QCOMPARE(center.office().alarms(true, 10)->constFirst().kind, u"webhook"_s);
    }
};

QTEST_GUILESS_MAIN(TestWebhooks)
#include "tst_webhooks.moc"
