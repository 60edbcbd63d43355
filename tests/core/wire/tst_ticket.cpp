#include "core/wire/ticket.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// The line by which a window learns of its hub.
class TestTicket final : public QObject
{
    Q_OBJECT

private slots:
    void aTicketComesBackAsItWas_data()
    {
        QTest::addColumn<QString>("hub");
        QTest::newRow("with TLS") << u"https://hub.example.cn"_s;
        QTest::newRow("with a port") << u"http://127.0.0.1:8765"_s;
        QTest::newRow("IPv6 below a path") << u"https://[2001:db8::1]:8443/yichuang"_s;
    }
    void aTicketComesBackAsItWas()
    {
        QFETCH(QString, hub);
        const wire::Ticket ticket{hub, u"K7QM-2F9D-XW4H-PB3T"_s, u"410300"_s, u"101"_s};
        const QString text = wire::toText(ticket);
        QVERIFY(std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() > 32 && c.unicode() < 127; }));
        QCOMPARE(wire::ticketFrom(text + u"\r\n"_s).value(), ticket);
    }

    void whatIsNoTicketIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        const auto line = [](const QString &hub, const QString &code, const QString &region, const QString &window) {
            return u"yichuang-hub:enrol?hub=%1&code=%2&region=%3&window=%4"_s.arg(hub, code, region, window);
        };
        const QString hub = u"https%3A%2F%2Fhub.example"_s;
        const QString code = u"K7QM-2F9D-XW4H-PB3T"_s;
        QTest::newRow("nothing") << QString();
        QTest::newRow("another code") << u"https://hub.example/c/410300-101-1"_s;
        QTest::newRow("no address") << line(QString(), code, u"410300"_s, u"101"_s);
        QTest::newRow("a file") << line(u"file%3A%2F%2F%2Fetc%2Fpasswd"_s, code, u"410300"_s, u"101"_s);
        QTest::newRow("an address with a password") << line(u"https%3A%2F%2Fa%3Ab%40hub.example"_s, code, u"410300"_s, u"101"_s);
        QTest::newRow("no code") << line(hub, QString(), u"410300"_s, u"101"_s);
        QTest::newRow("a region that is none") << line(hub, code, u"41030"_s, u"101"_s);
        QTest::newRow("a window that is none") << line(hub, code, u"410300"_s, u"1O1"_s);
        QTest::newRow("too long") << line(hub, code, u"410300"_s, u"101"_s) + u"&more="_s + QString(600, u'x');
    }
    void whatIsNoTicketIsRefused()
    {
        QFETCH(QString, text);
        QVERIFY(!wire::ticketFrom(text));
    }
};

QTEST_GUILESS_MAIN(TestTicket)
#include "tst_ticket.moc"
