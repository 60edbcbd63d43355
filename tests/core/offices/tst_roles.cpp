#include "core/offices/passwords.h"
#include "core/offices/roles.h"

#include <QTest>

using namespace Qt::StringLiterals;
using offices::Doing;
using offices::Role;

/// Who may do what, and which password may be one.
class TestRoles : public QObject
{
    Q_OBJECT

private slots:
    /// Every cell of who may do what.
    void rolesAndDoings_data()
    {
        QTest::addColumn<QString>("roles"); ///< that may, by spaces
        QTest::addColumn<Doing>("doing");
        QTest::newRow("queue") << u"reviewer supervisor"_s << Doing::SeeQueue;
        QTest::newRow("queues below") << u"supervisor"_s << Doing::SeeQueuesBelow;
        QTest::newRow("case") << u"reviewer supervisor"_s << Doing::SeeCase;
        QTest::newRow("act") << u"reviewer"_s << Doing::Act;
        QTest::newRow("print") << u"reviewer supervisor"_s << Doing::Print;
        QTest::newRow("reroute") << u"supervisor system"_s << Doing::Reroute;
        QTest::newRow("unplaced") << u"system"_s << Doing::SeeUnplaced;
        QTest::newRow("hub") << u"system"_s << Doing::RunHub;
        QTest::newRow("publish") << u"system author"_s << Doing::PublishGuides;
        QTest::newRow("withdraw") << u"system"_s << Doing::WithdrawGuides;
        QTest::newRow("accounts") << u"security"_s << Doing::ManageAccounts;
        QTest::newRow("wipe") << u"security"_s << Doing::OrderWipe;
        QTest::newRow("book") << u"audit"_s << Doing::ReadAudit;
    }
    void rolesAndDoings()
    {
        QFETCH(QString, roles);
        QFETCH(Doing, doing);
        const QList<Role> may = offices::rolesIn(roles);
        QCOMPARE(offices::allRoles().size(), 9);
        for (const Role role : offices::allRoles())
            QCOMPARE(offices::mayDo({role}, doing), may.contains(role));
        QVERIFY(!offices::mayDo({}, doing));
    }

    /// Which roles go together, and what each of them belongs to.
    void rolesOfOnePerson_data()
    {
        QTest::addColumn<QString>("roles");
        QTest::addColumn<QString>("places"); ///< in which such a person may be: of none, of a unit, of a hall
        QTest::newRow("none") << QString() << QString();
        QTest::newRow("reviewer") << u"reviewer"_s << u"unit"_s;
        QTest::newRow("both of a unit") << u"supervisor reviewer"_s << u"unit"_s;
        QTest::newRow("clerk") << u"clerk"_s << u"hall"_s;
        QTest::newRow("issuer") << u"issuer"_s << u"hall"_s;
        QTest::newRow("all of a hall") << u"hall-supervisor clerk issuer"_s << u"hall"_s;
        QTest::newRow("author") << u"author"_s << u"none"_s;
        QTest::newRow("system") << u"system"_s << u"none"_s;
        QTest::newRow("security") << u"security"_s << u"none"_s;
        QTest::newRow("audit") << u"audit"_s << u"none"_s;
        QTest::newRow("unit and hall") << u"reviewer clerk"_s << QString();
        QTest::newRow("hall and administration") << u"clerk audit"_s << QString();
        QTest::newRow("unit and administration") << u"system supervisor"_s << QString();
        QTest::newRow("two administrators") << u"system security"_s << QString();
        QTest::newRow("author and administrator") << u"author system"_s << QString();
        QTest::newRow("author of a hall") << u"author clerk"_s << QString();
        QTest::newRow("author of a unit") << u"reviewer author"_s << QString();
    }
    void rolesOfOnePerson()
    {
        QFETCH(QString, roles);
        QFETCH(QString, places);
        const QList<Role> read = offices::rolesIn(roles);
        QCOMPARE(read.size(), roles.split(u' ', Qt::SkipEmptyParts).size());
        const auto may = [&](const QString &unit, const QString &hall) { return offices::faultOfRoles(read, unit, hall).isEmpty(); };
        QCOMPARE(may({}, {}), places == "none"_L1);
        QCOMPARE(may(u"civil-411200"_s, {}), places == "unit"_L1);
        QCOMPARE(may({}, u"411200"_s), places == "hall"_L1);
        QVERIFY(!may(u"civil-411200"_s, u"411200"_s));
    }

    void passwords_data()
    {
        QTest::addColumn<QString>("fresh");
        QTest::addColumn<bool>("may");
        QTest::newRow("short") << u"elf Zeichen"_s << false;
        QTest::newRow("one character") << QString(20, u'a') << false;
        QTest::newRow("the name") << u"Zhang-123456789"_s << false;
        QTest::newRow("endless") << QString(129, u'a').replace(0, 6, u"bcdefg"_s) << false;
        QTest::newRow("control") << u"abcdefg\u0007hijklm"_s << false;
        QTest::newRow("a sentence") << u"一句别人不容易猜到的话xyz"_s << true;
        QTest::newRow("one that was made") << offices::oneTimePassword() << true;
    }
    void passwords()
    {
        QFETCH(QString, fresh);
        QTEST(offices::faultOfPassword(fresh, u"zhang"_s).isEmpty(), "may");
    }

    void keptInAnyForm()
    {
        const QByteArray kept = offices::keptForm(u"caf\u00e9 cr\u00e8me 12"_s, offices::PasswordCost::least());
        QVERIFY(kept.startsWith("$argon2id$"));
        QVERIFY(offices::isPassword(u"cafe\u0301 cre\u0300me 12"_s, kept)); // as another keyboard writes it
        QVERIFY(!offices::isPassword(u"cafe creme 12"_s, kept));
        QVERIFY(!offices::isPassword(u""_s, kept) && !offices::isPassword(u"x"_s, {}) && !offices::isPassword(u"x"_s, QByteArray(500, 'x')));
        QVERIFY(kept != offices::keptForm(u"caf\u00e9 cr\u00e8me 12"_s, offices::PasswordCost::least()));
    }
};

QTEST_APPLESS_MAIN(TestRoles)
#include "tst_roles.moc"
