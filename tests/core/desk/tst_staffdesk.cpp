#include "tests/core/desk/staffedwindow.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace staffed;

Q_DECLARE_METATYPE(Why)
Q_DECLARE_METATYPE(std::optional<Why>)
Q_DECLARE_METATYPE(people::KeyPlace)

namespace {

constexpr qint64 day = 86'400;

}

/// People at a window: signing in with and without the hub, locking, changing, and what the hub changes meanwhile.
class TestStaffDesk : public QObject
{
    Q_OBJECT

private slots:
    void aWindowAsksOnceItsHallHasPeople()
    {
        Center center;
        Window window(center);
        window.look();
        QCOMPARE(window.desk->state(), State::Open);
        QVERIFY(!window.duty->isAsked());
        const QString once = center.add(u"wangfang"_s, u"王芳"_s, {Role::Clerk});
        window.look();
        QCOMPARE(window.desk->state(), State::Away);
        QCOMPARE(window.left.size(), 1); // what was in hand is put down
        QCOMPARE(window.signIn(u"wangfang"_s, once)->why, Why::FreshWanted);
        QCOMPARE(window.signIn(u"wangfang"_s, once, u"short"_s)->why, Why::FreshRefused);
        QVERIFY(!window.signIn(u"wangfang"_s, once, good));
        QCOMPARE(window.desk->state(), State::Working);
        QCOMPARE(window.duty->name(), u"王芳"_s);
        QCOMPARE(window.entered, QList<bool>{false});
        QVERIFY(window.acts().contains(u"signed-in wangfang"_s));
        QVERIFY(window.acts().contains(u"sign-in-failed ? fresh-wanted"_s)); // nobody of this window yet
        // It goes on asking without the hub, after a start too.
        window.hasHub = false;
        window.start();
        QCOMPARE(window.desk->state(), State::Away);
        QVERIFY(!window.signIn(u"wangfang"_s, good));
        // Nobody of the hall is left: as before.
        window.hasHub = true;
        QVERIFY(center.accounts.close(u"wangfang"_s, u"test"_s));
        window.look();
        QCOMPARE(window.desk->state(), State::Open);
        QVERIFY(!window.duty->isAsked() && window.duty->name() == window.profile->hall().clerk);
    }

    void withoutTheHub_data()
    {
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("password");
        QTest::addColumn<qint64>("later");
        QTest::addColumn<bool>("isLetIn");
        QTest::addColumn<Why>("why");
        const int cut = int(Window::Line::Cut), silent = int(Window::Line::Silent);
        QTest::newRow("cable out") << cut << u"wangfang"_s << good << 6 * day << true << Why::Wrong;
        QTest::newRow("a hub that says nothing") << silent << u"wangfang"_s << good << qint64(60) << true << Why::Wrong;
        QTest::newRow("wrong password") << cut << u"wangfang"_s << otherGood << qint64(60) << false << Why::Wrong;
        QTest::newRow("lease over") << cut << u"wangfang"_s << good << 7 * day << false << Why::LeaseOver;
        QTest::newRow("never signed in here") << cut << u"zhaolei"_s << otherGood << qint64(60) << false << Why::Unknown;
        QTest::newRow("lease over, hub back") << int(Window::Line::Good) << u"wangfang"_s << good << 30 * day << true << Why::Wrong;
    }
    void withoutTheHub()
    {
        QFETCH(int, line);
        QFETCH(QString, name);
        QFETCH(QString, password);
        QFETCH(qint64, later);
        QFETCH(bool, isLetIn);
        QFETCH(Why, why);
        Center center;
        Window window(center);
        QVERIFY(!window.signIn(u"wangfang"_s, center.add(u"wangfang"_s, u"王芳"_s, {Role::Clerk}), good));
        center.add(u"zhaolei"_s, u"赵磊"_s, {Role::HallSupervisor});
        window.desk->change();
        QCOMPARE(window.left, QStringList{u"王芳"_s}); // put down under the name of who goes
        QVERIFY(!window.duty->member());
        window.line = Window::Line(line);
        window.pass(later);
        const auto trouble = window.signIn(name, password);
        QCOMPARE(!trouble.has_value(), isLetIn);
        if (trouble) {
            QCOMPARE(trouble->why, why);
            QVERIFY(trouble->isHubAway);
            QCOMPARE(window.desk->state(), State::Away);
        }
    }

    void lockedAndBack()
    {
        Center center;
        Window window(center);
        QVERIFY(!window.signIn(u"wangfang"_s, center.add(u"wangfang"_s, u"王芳"_s, {Role::Clerk}), good));
        QVERIFY(!window.desk->setPin(u"111111"_s));
        QVERIFY(window.desk->setPin(u"290417"_s));
        window.desk->lock();
        QVERIFY(window.desk->isCovered());
        QCOMPARE(window.duty->name(), u"王芳"_s); // what runs on is theirs
        window.line = Window::Line::Cut;
        QCOMPARE(window.unlock(u"290418"_s)->why, Why::WrongPin);
        QVERIFY(!window.unlock(u"290417"_s));
        QCOMPARE(window.entered, (QList<bool>{false, true}));
        QVERIFY(window.left.isEmpty()); // the case stays as it is
        window.desk->lock();
        for (int i = 0; i < 4; ++i)
            QCOMPARE(window.unlock(u"000001"_s)->why, Why::WrongPin);
        QCOMPARE(window.unlock(u"000001"_s)->why, Why::PasswordWanted);
        QVERIFY(window.unlock(u"290417"_s).has_value());
        QVERIFY(!window.unlock(good));
        QVERIFY(window.acts().contains(u"locked wangfang"_s) && window.acts().contains(u"unlocked wangfang"_s)
                && window.acts().contains(u"sign-in-failed wangfang wrong-pin"_s));
    }

    void anotherPersonAtALockedWindow()
    {
        Center center;
        Window window(center);
        QVERIFY(!window.signIn(u"wangfang"_s, center.add(u"wangfang"_s, u"王芳"_s, {Role::Clerk}), good));
        const QString once = center.add(u"zhaolei"_s, u"赵磊"_s, {Role::HallSupervisor});
        window.desk->lock();
        QVERIFY(!window.signIn(u"zhaolei"_s, once, otherGood));
        QCOMPARE(window.left, QStringList{u"王芳"_s});
        QCOMPARE(window.entered.last(), false);
        QCOMPARE(window.duty->name(), u"赵磊"_s);
        QVERIFY(window.duty->may(domain::Duty::SeeBoard));
        const QList<people::StaffMember> members = window.desk->book().members();
        QCOMPARE(members.size(), 2);
        QCOMPARE(members[0].name, u"zhaolei"_s); // who was here last comes first
    }

    void theHubEndsASitting_data()
    {
        QTest::addColumn<bool>("isClosed"); // else the password was reset
        QTest::newRow("closed") << true;
        QTest::newRow("another password") << false;
    }
    void theHubEndsASitting()
    {
        QFETCH(bool, isClosed);
        Center center;
        Window window(center);
        QVERIFY(!window.signIn(u"wangfang"_s, center.add(u"wangfang"_s, u"王芳"_s, {Role::Clerk}), good));
        center.add(u"zhaolei"_s, u"赵磊"_s, {Role::HallSupervisor});
        window.look();
        QCOMPARE(window.desk->state(), State::Working);
        const auto once = isClosed ? base::Result<QString>(QString()) : center.accounts.resetPassword(u"wangfang"_s, u"test"_s);
        if (isClosed)
            QVERIFY(center.accounts.close(u"wangfang"_s, u"test"_s));
        window.look();
        QCOMPARE(window.desk->state(), State::Locked);
        window.line = Window::Line::Cut;
        const auto cut = window.signIn(u"wangfang"_s, good);
        QVERIFY(cut && (cut->why == (isClosed ? Why::Closed : Why::MustGoOnline)));
        window.line = Window::Line::Good;
        QCOMPARE(window.signIn(u"wangfang"_s, good)->why, Why::Wrong);
        if (!isClosed) {
            QVERIFY(!window.signIn(u"wangfang"_s, *once, otherGood));
            QCOMPARE(window.entered.last(), true); // the case is still there
            window.desk->lock();
            window.line = Window::Line::Cut;
            QVERIFY(window.unlock(good).has_value());
            QVERIFY(!window.unlock(otherGood));
        }
    }

    /// Who works on without the hub does so to the end of the lease, whatever became of the account meanwhile; what is in hand stays.
    void aSittingEndsWithItsLease()
    {
        Center center;
        Window window(center);
        QVERIFY(!window.signIn(u"wangfang"_s, center.add(u"wangfang"_s, u"王芳"_s, {Role::Clerk}), good));
        window.line = Window::Line::Cut;
        window.pass(7 * day - 120);
        window.desk->look();
        QCOMPARE(window.desk->state(), State::Working);
        QVERIFY(center.accounts.close(u"wangfang"_s, u"test"_s));
        window.pass(240);
        window.desk->look();
        QCOMPARE(window.desk->state(), State::Locked);
        QVERIFY(window.left.isEmpty()); // nothing is put down yet: it lies covered
        QCOMPARE(window.unlock(good)->why, Why::LeaseOver);
        window.line = Window::Line::Good;
        QCOMPARE(window.unlock(good)->why, Why::Wrong);
        QVERIFY(!window.signIn(u"zhaolei"_s, center.add(u"zhaolei"_s, u"赵磊"_s, {Role::Clerk}), good));
        QCOMPARE(window.left, QStringList{u"王芳"_s}); // under the name of who typed it
    }

    /// From the first sign-in on the plain key is gone, and a password is what opens the profile.
    void theKeyOfTheProfileLiesUnderPasswords()
    {
        Center center;
        Window window(center);
        const QString plain = window.profileFolder + u"/profile.key"_s;
        QVERIFY(QFile::exists(plain));
        const base::Secret key = window.profile->keys().opener;
        QVERIFY(!window.signIn(u"wangfang"_s, center.add(u"wangfang"_s, u"王芳"_s, {Role::Clerk}), good));
        QVERIFY(!QFile::exists(plain));
        QVERIFY(*people::isKeptByStaff(window.profileFolder));
        for (const QString &name : QDir(window.profileFolder).entryList(QDir::Files)) {
            QFile file(window.profileFolder + u'/' + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            const QByteArray raw = key.view().toByteArray();
            QVERIFY2(!bytes.contains(raw) && !bytes.contains(raw.toHex()) && !bytes.contains(raw.toBase64()), qPrintable(name));
        }
        window.desk.reset();
        window.profile.reset();
        const auto closed = desk::Profile::open(window.profileFolder, window.keys, window.clock);
        QVERIFY(!closed);
        QCOMPARE(closed.error().kind, base::Error::Kind::Secret);
        auto book = people::StaffBook::open(window.profileFolder);
        QVERIFY(book && book->see(window.clock.now()));
        const auto attempt = book->tryPassword(u"wangfang"_s, good);
        QVERIFY(attempt && attempt->opener == key);
        window.profile = std::move(*desk::Profile::open(window.profileFolder, window.keys, window.clock, attempt->opener));
        QCOMPARE(window.profile->keyPlace(), people::KeyPlace::Staff);
        window.start(attempt->member);
        QCOMPARE(window.desk->state(), State::Working);
        QCOMPARE(window.duty->name(), u"王芳"_s);

        // Nobody knows a password any more: the hub opens the copy that was sealed to it.
        window.desk.reset();
        window.profile.reset();
        const auto recovery = people::readRecovery(window.profileFolder + u"/recovery.json"_s);
        QVERIFY(recovery);
        QCOMPARE(recovery->of.device, u"device"_s);
        QVERIFY(people::WindowKey::fromSeed(base::Secret::random(32)).openSealed(recovery->sealed).isEmpty());
        const base::Secret recovered = center.hub.key.signing().openSealed(recovery->sealed);
        QVERIFY(recovered == key);
        QVERIFY(people::takeKeyBack(window.profileFolder, recovered));
        window.profile = std::move(*desk::Profile::open(window.profileFolder, window.keys, window.clock));
        QCOMPARE(window.profile->keyPlace(), people::KeyPlace::KeyFile);
        window.start();
        QCOMPARE(window.desk->state(), State::Away); // it asks all the same
    }

    /// A list that is gone or was put back opens nothing: the journal remembers which one was the last.
    void aBookThatIsNotTheLastOne_data()
    {
        QTest::addColumn<QString>("put"); // the book of then, or none
        QTest::addColumn<Why>("told"); // Wrong: nothing
        QTest::newRow("the last one") << u"last"_s << Why::Wrong;
        QTest::newRow("one before the journal remembered it") << u"ahead"_s << Why::Wrong; // the power failed between the two
        QTest::newRow("deleted") << QString() << Why::BookMissing;
        QTest::newRow("empty") << u"empty"_s << Why::BookMissing;
        QTest::newRow("an older one") << u"older"_s << Why::BookOlder;
        QTest::newRow("of another profile") << u"foreign"_s << Why::BookAltered;
    }
    void aBookThatIsNotTheLastOne()
    {
        QFETCH(QString, put);
        QFETCH(Why, told);
        Center center;
        Window window(center);
        const QString file = window.profileFolder + u"/staff.json"_s;
        QMap<QString, QByteArray> books{{u"empty"_s, R"({"format": 1, "asks": false, "people": []})"}};
        const auto bytes = [&] {
            QFile source(file);
            return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
        };
        QVERIFY(!window.signIn(u"wangfang"_s, center.add(u"wangfang"_s, u"王芳"_s, {Role::Clerk}), good));
        const people::StaffMember member = *window.duty->member();
        books[u"older"_s] = bytes();
        QVERIFY(!window.signIn(u"zhaolei"_s, center.add(u"zhaolei"_s, u"赵磊"_s, {Role::HallSupervisor}), otherGood));
        books[u"last"_s] = bytes();
        window.desk.reset();
        {
            auto ahead = people::StaffBook::open(window.profileFolder, PasswordCost::least());
            QVERIFY(ahead && ahead->bindTo(window.profile->keys().profile) && ahead->setPin(u"zhaolei"_s, u"290417"_s));
            books[u"ahead"_s] = bytes();
            QVERIFY(ahead->bindTo(base::Secret::random(32)));
            books[u"foreign"_s] = bytes();
        }
        QFile::remove(file);
        if (!put.isEmpty()) {
            QFile target(file);
            QVERIFY(target.open(QIODevice::WriteOnly));
            target.write(books[put]);
        }
        window.start(member);
        const bool isGood = told == Why::Wrong;
        QCOMPARE(window.desk->state(), isGood ? State::Working : State::Away);
        QVERIFY(window.duty->isAsked());
        const auto trouble = desk::troubleOf(window.desk->book().fault());
        QCOMPARE(trouble ? trouble->why : Why::Wrong, told);
        QCOMPARE(std::ranges::any_of(window.acts(), [](const QString &act) { return act.startsWith(u"refused staff.json "_s); }), !isGood);
        if (isGood)
            return;
        window.line = Window::Line::Cut;
        QVERIFY(window.signIn(u"wangfang"_s, good).has_value());
        window.start(member);
        QCOMPARE(window.desk->state(), State::Away); // not by starting again either
        window.line = Window::Line::Good;
        QVERIFY(!window.signIn(u"wangfang"_s, good));
        window.start(*window.duty->member());
        QCOMPARE(window.desk->state(), State::Working);
        QVERIFY(!desk::troubleOf(window.desk->book().fault()));
    }

    /// The try counts from the moment it is made, one at a time, and whoever made it may be gone when it is judged.
    void aTryThatIsBeingLookedAt()
    {
        Center center;
        Window window(center);
        QVERIFY(!window.signIn(u"wangfang"_s, center.add(u"wangfang"_s, u"王芳"_s, {Role::Clerk}), good));
        window.desk->lock();
        window.line = Window::Line::Cut;
        const auto failuresOnDisk = [&] {
            QFile file(window.profileFolder + u"/staff.json"_s);
            return file.open(QIODevice::ReadOnly) && file.readAll().contains("\"failures\": 1");
        };
        window.hasHub = false;
        window.desk->unlock(otherGood);
        QVERIFY(window.desk->isBusy() && failuresOnDisk());
        window.desk->unlock(good);
        window.desk->signIn(u"wangfang"_s, good);
        QVERIFY(QTest::qWaitFor([&] { return !window.troubles.isEmpty(); }, 20'000));
        QCOMPARE(window.troubles.first().left, 4); // the others were not taken
        QVERIFY(!window.desk->isBusy() && window.desk->state() == State::Locked);
        window.desk->unlock(good);
        window.desk.reset();
        QTest::qWait(200); // nobody is there to be told
        window.start();
        QVERIFY(!window.signIn(u"wangfang"_s, good));
    }

    /// Who only writes files gives themselves nothing.
    void aBookThatWasWrittenByOthers_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("another post") << QByteArray("\"posts\": \"clerk\"") << QByteArray("\"posts\": \"hall-supervisor\"");
        QTest::newRow("a longer lease") << QByteArray("\"leaseUntil\": 17") << QByteArray("\"leaseUntil\": 19");
        QTest::newRow("nobody is asked") << QByteArray("\"asks\": true") << QByteArray("\"asks\": false");
    }
    void aBookThatWasWrittenByOthers()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        Center center;
        Window window(center);
        QVERIFY(!window.signIn(u"wangfang"_s, center.add(u"wangfang"_s, u"王芳"_s, {Role::Clerk}), good));
        const people::StaffMember member = *window.duty->member();
        window.start(member);
        QCOMPARE(window.desk->state(), State::Working); // untouched
        QFile file(window.profileFolder + u"/staff.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray bytes = file.readAll();
        file.close();
        QVERIFY2(bytes.contains(before), bytes.constData());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes.replace(before, after));
        file.close();
        window.start(member);
        QCOMPARE(window.desk->state(), State::Away);
        window.line = Window::Line::Cut;
        QCOMPARE(window.signIn(u"wangfang"_s, good)->why, Why::MustGoOnline);
        window.line = Window::Line::Good;
        QVERIFY(!window.signIn(u"wangfang"_s, good));
    }

    /// Beside the clerk: who they are, by the rules of signing in; nobody's place is taken.
    void vouching_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<int>("line");
        QTest::addColumn<std::optional<Why>>("why");
        const int good_ = int(Window::Line::Good), cut = int(Window::Line::Cut);
        const auto row = [](const char *what, const QString &name, const QString &secret, int line, std::optional<Why> why) {
            QTest::newRow(what) << name << secret << line << why;
        };
        row("password, cable out", u"zhaolei"_s, otherGood, cut, {});
        row("PIN, cable out", u"zhaolei"_s, u"290417"_s, cut, {});
        row("wrong PIN", u"zhaolei"_s, u"290418"_s, cut, Why::WrongPin);
        row("wrong password", u"zhaolei"_s, good, cut, Why::Wrong);
        row("wrong password, hub there", u"zhaolei"_s, good, good_, Why::Wrong);
        row("no post", u"wangfang"_s, good, cut, Why::NoPost);
        row("never here, cable out", u"qianwei"_s, good, cut, Why::Unknown);
        row("never here, hub there", u"qianwei"_s, good, good_, {});
    }
    void vouching()
    {
        QFETCH(QString, name);
        QFETCH(QString, secret);
        QFETCH(int, line);
        QFETCH(std::optional<Why>, why);
        Center center;
        Window window(center);
        QVERIFY(!window.signIn(u"zhaolei"_s, center.add(u"zhaolei"_s, u"赵磊"_s, {Role::HallSupervisor}), otherGood));
        QVERIFY(window.desk->setPin(u"290417"_s));
        QVERIFY(!window.signIn(u"wangfang"_s, center.add(u"wangfang"_s, u"王芳"_s, {Role::Clerk}), good));
        const QString once = center.add(u"qianwei"_s, u"钱伟"_s, {Role::HallSupervisor});
        {
            Window other(center);
            QVERIFY(!other.signIn(u"qianwei"_s, once, good));
        }
        window.line = Window::Line(line);
        const auto enteredBefore = window.entered.size();
        QList<people::StaffMember> vouched;
        QList<SignInTrouble> troubles;
        connect(&*window.desk, &StaffDesk::vouched, this, [&](const people::StaffMember &member) { vouched << member; });
        connect(&*window.desk, &StaffDesk::notVouched, this, [&](const SignInTrouble &trouble) { troubles << trouble; });
        window.desk->vouch(name, secret, domain::Duty::SeeNumber);
        QTRY_COMPARE_WITH_TIMEOUT(vouched.size() + troubles.size(), 1, 20'000);
        QCOMPARE(troubles.isEmpty() ? std::optional<Why>() : troubles.first().why, why);
        if (!why)
            QCOMPARE(vouched.first().name, name);
        QVERIFY(window.entered.size() == enteredBefore && window.duty->name() == u"王芳"_s && window.desk->state() == State::Working);
        if (why != Why::Wrong || line != int(Window::Line::Cut))
            return;
        QCOMPARE(troubles.first().left, 4);
        for (int i = 1; i <= 5; ++i) { // the last with the right one
            window.desk->vouch(name, i < 5 ? secret : otherGood, domain::Duty::SeeNumber);
            QTRY_COMPARE_WITH_TIMEOUT(troubles.size(), 1 + i, 20'000);
        }
        QVERIFY(vouched.isEmpty() && troubles[4].why == Why::Locked && troubles[5].why == Why::Locked);
        QVERIFY(window.acts().contains(u"sign-in-failed zhaolei wrong"_s));
    }
};

QTEST_GUILESS_MAIN(TestStaffDesk)
#include "tst_staffdesk.moc"
