#include "core/desk/auditbook.h"
#include "core/desk/profile.h"
#include "core/desk/staffdesk.h"
#include "core/offices/staffdoor.h"
#include "core/people/recovery.h"
#include "tests/app/hub/store/hubworld.h"
#include "tests/support/fakes.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using desk::SignInTrouble;
using desk::StaffDesk;
using offices::Role;
using people::PasswordCost;
using State = StaffDesk::State;
using Why = SignInTrouble::Why;

Q_DECLARE_METATYPE(Why)

namespace {

const QString good = u"一句别人不容易猜到的话xyz"_s;
const QString otherGood = u"another-phrase-7-words"_s;
const QString hallCode = u"411202"_s;

/// A hub with its real door for people, without a socket.
struct Center {
    Center() : hub(room), accounts(hub.engine, PasswordCost::least()), door(hub.engine, PasswordCost::least()), window(hub)
    {
        if (!window.enrol(hallCode))
            qFatal("not enrolled");
    }
    QString add(const QString &name, const QString &called, const QList<Role> &roles)
    {
        const auto password = accounts.add({.name = name, .called = called, .unit = {}, .roles = roles, .hall = hallCode}, u"test"_s);
        return password ? *password : QString();
    }

    hubworld::Room room{hubworld::Kind::Sqlite};
    hubworld::Hub hub;
    offices::Accounts accounts;
    offices::StaffDoor door;
    hubworld::Window window;
};

/// A window of that hall: profile, journal and audit trail are real, the line is a call that can be cut.
struct Window {
    explicit Window(Center &hub) : center(hub)
    {
        clock.set(hub.hub.clock.now());
        profile = std::move(*desk::Profile::open(profileFolder, keys, clock));
        start();
    }
    void start(const std::optional<people::StaffMember> &welcome = {})
    {
        desk.reset();
        duty.emplace(profile->hall());
        audit.emplace(profile->journal(), clock, duty->name());
        audit->askWho([this] { return duty->name(); });
        auto book = people::StaffBook::open(profileFolder, PasswordCost::least());
        if (!book)
            qFatal("no book");
        desk.emplace(desk::StaffDeskNeeds{.clock = clock,
                                          .duty = *duty,
                                          .audit = &*audit,
                                          .hubKey = [this]() -> std::optional<QByteArray> {
                                              return hasHub ? std::optional(center.hub.key.signing().publicKey()) : std::nullopt;
                                          },
                                          .ask = [this](const syncing::Call &call, QObject *context, const desk::HubLink::Answered &done) { ask(call, context, done); },
                                          .profileKey = profile->keys().profile,
                                          .opener = profile->keys().profile,
                                          .sealed = [this] {
                                              return people::keepRecovery(profileFolder, {u"hub"_s, u"device"_s}, center.hub.key.signing().publicKey(),
                                                                          profile->keys().profile)
                                                  .and_then([this] { return people::leaveKeyToStaff(profileFolder); });
                                          },
                                          .patience = std::chrono::milliseconds(300)},
                     std::move(*book), welcome);
        QObject::connect(&*desk, &StaffDesk::refused, &*desk, [this](const SignInTrouble &trouble) { troubles << trouble; });
        QObject::connect(&*desk, &StaffDesk::entered, &*desk, [this](bool isSame) { entered << isSame; });
        QObject::connect(&*desk, &StaffDesk::leaving, &*desk, [this] { left << duty->name(); });
    }
    void ask(const syncing::Call &call, QObject *context, const desk::HubLink::Answered &done)
    {
        if (line == Line::Silent)
            return;
        syncing::SignedLine::Outcome outcome = tl::unexpected(syncing::Trouble{.kind = syncing::Trouble::Kind::Unreachable});
        if (line == Line::Good) {
            const hub::Response response = center.door.handle(center.window.request(call.method, call.target, call.body));
            if (response.status == 200)
                outcome = syncing::Reply{.status = 200, .headers = {}, .body = response.body, .trouble = {}};
            else
                outcome = tl::unexpected(syncing::Trouble{.kind = syncing::Trouble::Kind::Refused, .problem = wire::problemFrom(response.body)});
        }
        QMetaObject::invokeMethod(context, [done, outcome] { done(outcome); }, Qt::QueuedConnection);
    }
    /// The trouble that a try brings; nothing when it lets somebody in.
    template <class Try>
    std::optional<SignInTrouble> troubleOf(const Try &attempt)
    {
        const auto before = entered.size();
        troubles.clear();
        attempt();
        if (!QTest::qWaitFor([&] { return !troubles.isEmpty() || entered.size() > before; }, 20'000))
            qFatal("no answer");
        return troubles.isEmpty() ? std::nullopt : std::optional(troubles.first());
    }
    std::optional<SignInTrouble> signIn(const QString &name, const QString &password, const QString &fresh = {})
    {
        return troubleOf([&] { desk->signIn(name, password, fresh); });
    }
    std::optional<SignInTrouble> unlock(const QString &secret)
    {
        return troubleOf([&] { desk->unlock(secret); });
    }
    void look()
    {
        const QSignalSpy told(&*desk, &StaffDesk::changed);
        desk->look();
        QVERIFY(QTest::qWaitFor([&] { return !told.isEmpty(); }, 20'000));
    }
    void pass(qint64 seconds)
    {
        clock.advance(seconds);
        center.hub.clock.time = center.hub.clock.time.addSecs(seconds);
    }
    QStringList acts() const
    {
        QStringList acts;
        const auto page = audit->page(0, 50).value_or(QList<desk::AuditEntry>());
        for (const desk::AuditEntry &entry : page)
            acts.prepend(entry.word + u' ' + entry.subject + (entry.words.isEmpty() ? QString() : u' ' + entry.words));
        return acts;
    }

    enum class Line { Good, Cut, Silent };
    Center &center;
    QTemporaryDir folder;
    const QString profileFolder = folder.filePath(u"profile"_s);
    support::FakeClock clock;
    support::NoKeyStore keys;
    std::unique_ptr<desk::Profile> profile;
    Line line = Line::Good;
    bool hasHub = true;
    std::optional<desk::OnDuty> duty;
    std::optional<desk::AuditBook> audit;
    std::optional<StaffDesk> desk;
    QList<SignInTrouble> troubles;
    QList<bool> entered;
    QStringList left; ///< under whose name things were put down
};

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
        const base::Secret key = window.profile->keys().profile;
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
};

QTEST_GUILESS_MAIN(TestStaffDesk)
#include "tst_staffdesk.moc"
