#include "core/offices/accounts.h"
#include "tests/app/hub/store/storetest.h"

using namespace hubworld;
using offices::Accounts;
using offices::Role;

/// Who may sign in, for how long, and what a wrong password does; in both stores.
class TestAccounts : public StoreTest
{
    Q_OBJECT

private slots:
    void aOneTimePasswordOpensOnce()
    {
        Accounts accounts = made();
        const QString password = *accounts.add(zhang(), u"console"_s);
        QVERIFY2(offices::faultOfPassword(password, u"zhang"_s).isEmpty(), qPrintable(password));
        const auto token = accounts.signIn(u"zhang"_s, password);
        QVERIFY(token && *token);
        const auto person = accounts.personOf(**token);
        QVERIFY(person && *person);
        QCOMPARE((*person)->called, u"张三"_s);
        QCOMPARE((*person)->unit, u"civil-411200"_s);
        QCOMPARE((*person)->roles, QList<Role>{Role::Reviewer});
        QVERIFY((*person)->mustChangePassword);
        QCOMPARE(*accounts.changePassword(**token, password, u"一句别人不容易猜到的话xyz"_s), QString());
        QVERIFY(!(**accounts.personOf(**token)).mustChangePassword);
        QVERIFY(!*accounts.signIn(u"zhang"_s, password));
        QVERIFY(*accounts.signIn(u"zhang"_s, u"一句别人不容易猜到的话xyz"_s));
    }

    void whatMayNotBeMade_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("called");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QList<Role>>("roles");
        const QString unit = u"civil-411200"_s;
        QTest::newRow("capitals") << u"Zhang"_s << u"张三"_s << unit << QList{Role::Reviewer};
        QTest::newRow("markup") << u"<b>"_s << u"张三"_s << unit << QList{Role::Reviewer};
        QTest::newRow("nobody") << u"li"_s << u" "_s << unit << QList{Role::Reviewer};
        QTest::newRow("no role") << u"li"_s << u"李四"_s << unit << QList<Role>();
        QTest::newRow("reviewer of nothing") << u"li"_s << u"李四"_s << QString() << QList{Role::Reviewer};
        QTest::newRow("administrator of a unit") << u"li"_s << u"李四"_s << unit << QList{Role::System};
        QTest::newRow("two administrators") << u"li"_s << u"李四"_s << QString() << QList{Role::System, Role::Security};
        QTest::newRow("administrator and reviewer") << u"li"_s << u"李四"_s << unit << QList{Role::Audit, Role::Reviewer};
        QTest::newRow("a name that is taken") << u"zhang"_s << u"李四"_s << unit << QList{Role::Reviewer};
    }
    void whatMayNotBeMade()
    {
        QFETCH(QString, name);
        QFETCH(QString, called);
        QFETCH(QString, unit);
        QFETCH(QList<Role>, roles);
        Accounts accounts = made();
        QVERIFY(accounts.add(zhang(), u"console"_s));
        const auto refused = accounts.add({name, called, unit, roles}, u"console"_s);
        QVERIFY(!refused);
        QVERIFY(refused.error().kind == base::Error::Kind::Document && !refused.error().detail.isEmpty());
        QCOMPARE(accounts.all()->size(), 1);
    }

    /// Papers and records are signed with the name: two of one hall are told apart, whoever has left is not in the way.
    void namesakes_data()
    {
        QTest::addColumn<QString>("called");
        QTest::addColumn<QString>("hall");
        QTest::addColumn<bool>("may");
        QTest::newRow("the same") << u"王芳"_s << u"411200"_s << false;
        QTest::newRow("with spaces") << u" 王　芳 "_s << u"411200"_s << false;
        QTest::newRow("told apart") << u"王芳（大）"_s << u"411200"_s << true;
        QTest::newRow("another hall") << u"王芳"_s << u"411202"_s << true;
        QTest::newRow("who has left") << u"赵六"_s << u"411200"_s << true;
        QTest::newRow("a control character") << u"王\u0007芳"_s << u"411200"_s << false;
        QTest::newRow("no code of a hall") << u"孙七"_s << u"411200 <b>"_s << false;
    }
    void namesakes()
    {
        QFETCH(QString, called);
        QFETCH(QString, hall);
        Accounts accounts = made();
        const QList<Role> clerk{Role::Clerk};
        QVERIFY(accounts.add({u"wang"_s, u"王芳"_s, {}, clerk, u"411200"_s}, u"console"_s));
        QVERIFY(accounts.add({u"zhao"_s, u"赵六"_s, {}, clerk, u"411200"_s}, u"console"_s));
        QVERIFY(accounts.close(u"zhao"_s, u"console"_s));
        const auto added = accounts.add({u"fresh"_s, called, {}, clerk, hall}, u"console"_s);
        QTEST(added.has_value(), "may");
        QCOMPARE(accounts.all()->constFirst().hall, added ? hall : u"411200"_s);
    }

    /// What a window keeps of an account is old when the version is another.
    void everyChangeIsSeenByTheVersion()
    {
        Accounts accounts = made();
        const QString password = *accounts.add({u"wang"_s, u"王芳"_s, {}, {Role::Clerk, Role::HallSupervisor}, u"411200"_s}, u"console"_s);
        const auto version = [&] { return accounts.all()->constFirst().version; };
        QCOMPARE(version(), 1);
        const QByteArray token = **accounts.signIn(u"wang"_s, password);
        QVERIFY(!*accounts.signIn(u"wang"_s, u"wrong"_s));
        QCOMPARE(version(), 1);
        QVERIFY(accounts.changePassword(token, password, u"一句别人不容易猜到的话xyz"_s)->isEmpty());
        QCOMPARE(version(), 2);
        QVERIFY(accounts.resetPassword(u"wang"_s, u"console"_s));
        QCOMPARE(version(), 3);
        QVERIFY(accounts.close(u"wang"_s, u"console"_s));
        QCOMPARE(version(), 4);
    }

    /// After five wrong ones the right one is refused as well, also by a hub that was started again, until the time is over.
    void wrongPasswordsLock()
    {
        Accounts accounts = made();
        const QString password = *accounts.add(zhang(), u"console"_s);
        for (int i = 0; i < Accounts::mostFailures - 1; ++i)
            QVERIFY(!*accounts.signIn(u"zhang"_s, u"wrong"_s));
        QVERIFY(*accounts.signIn(u"zhang"_s, password)); // counts from the beginning again
        for (int i = 0; i < Accounts::mostFailures; ++i)
            QVERIFY(!*accounts.signIn(u"zhang"_s, u"wrong"_s));
        QVERIFY(!*accounts.signIn(u"zhang"_s, password));
        QVERIFY(accounts.all()->constFirst().lockedUntil.isValid());
        const QDateTime then = center->clock.time;
        center = std::make_unique<Hub>(*room);
        center->clock.time = then.addSecs(60);
        Accounts again = made();
        QVERIFY(!*again.signIn(u"zhang"_s, password));
        center->clock.time = then.addSecs(Accounts::lockMinutes * 60 + 61);
        QVERIFY(*again.signIn(u"zhang"_s, password));
    }

    void nobodyAndAClosedAccountAreRefusedAlike()
    {
        Accounts accounts = made();
        const QString password = *accounts.add(zhang(), u"console"_s);
        QVERIFY(!*accounts.signIn(u"li"_s, password));
        const QByteArray token = **accounts.signIn(u"zhang"_s, password);
        QVERIFY(accounts.close(u"zhang"_s, u"console"_s));
        QVERIFY(!*accounts.personOf(token));
        QVERIFY(!*accounts.signIn(u"zhang"_s, password));
        const auto book = accounts.book(100);
        QVERIFY(book);
        QStringList acts;
        for (const hub::AuditLine &line : *book) {
            acts.prepend(line.act + u' ' + line.subject);
            QVERIFY(!line.words.contains(password) && line.account != u"li"_s);
        }
        QCOMPARE(acts, (QStringList{u"account-made zhang"_s, u"sign-in-refused ?"_s, u"signed-in zhang"_s, u"account-closed zhang"_s,
                                    u"sign-in-refused zhang"_s}));
    }

    void aSessionEnds_data()
    {
        QTest::addColumn<int>("step"); ///< seconds between two looks
        QTest::addColumn<int>("looks");
        QTest::addColumn<bool>("stands");
        QTest::newRow("used within half an hour") << 29 * 60 << 20 << true;
        QTest::newRow("idle") << Accounts::idleMinutes * 60 + 1 << 1 << false;
        QTest::newRow("twelve hours on end") << 20 * 60 << 37 << false;
    }
    void aSessionEnds()
    {
        QFETCH(int, step);
        QFETCH(int, looks);
        Accounts accounts = made();
        const QByteArray token = **accounts.signIn(u"zhang"_s, *accounts.add(zhang(), u"console"_s));
        for (int i = 0; i < looks - 1; ++i) {
            center->clock.time = center->clock.time.addSecs(step);
            QVERIFY(*accounts.personOf(token));
        }
        center->clock.time = center->clock.time.addSecs(step);
        QTEST(accounts.personOf(token)->has_value(), "stands");
        QVERIFY(accounts.sweep());
        QTEST(accounts.personOf(token)->has_value(), "stands");
    }

    void tokensOfOthersAreNone()
    {
        Accounts accounts = made();
        const QString password = *accounts.add(zhang(), u"console"_s);
        const QByteArray one = **accounts.signIn(u"zhang"_s, password), two = **accounts.signIn(u"zhang"_s, password);
        QVERIFY(one != two && one.size() == 43);
        for (const QByteArray &wrong : {QByteArray(), QByteArray("x"), QByteArray(43, 'A'), one + 'A', one.chopped(1), QByteArray("\xff\xfe")})
            QVERIFY(!*accounts.personOf(wrong));
        QVERIFY(Accounts::isFormToken(one, Accounts::formToken(one)));
        QVERIFY(!Accounts::isFormToken(one, Accounts::formToken(two)));
        QVERIFY(!Accounts::isFormToken(one, {}) && !Accounts::isFormToken({}, {}));
        QVERIFY(accounts.signOut(one));
        QVERIFY(!*accounts.personOf(one) && *accounts.personOf(two));
        QVERIFY(accounts.resetPassword(u"zhang"_s, u"console"_s));
        QVERIFY(!*accounts.personOf(two));
    }

    void aPasswordThatMayNotBe()
    {
        Accounts accounts = made();
        const QString password = *accounts.add(zhang(), u"console"_s);
        const QByteArray token = **accounts.signIn(u"zhang"_s, password);
        QVERIFY(!accounts.changePassword(token, password, u"short"_s)->isEmpty());
        QVERIFY(*accounts.signIn(u"zhang"_s, password));
    }

    /// A session that somebody left open is no place to guess the password at.
    void theOldPasswordIsNotGuessedInside()
    {
        Accounts accounts = made();
        const QString password = *accounts.add(zhang(), u"console"_s);
        const QByteArray token = **accounts.signIn(u"zhang"_s, password);
        for (int i = 0; i < Accounts::mostFailures; ++i)
            QVERIFY(!accounts.changePassword(token, u"wrong"_s, u"一句别人不容易猜到的话xyz"_s)->isEmpty());
        QVERIFY(accounts.all()->constFirst().lockedUntil.isValid());
    }

private:
    Accounts made() { return Accounts(center->engine, offices::PasswordCost::least()); }
    static Accounts::Wish zhang() { return {u"zhang"_s, u"张三"_s, u"civil-411200"_s, {Role::Reviewer}}; }
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
