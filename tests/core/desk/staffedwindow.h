#pragma once

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

namespace staffed {

using namespace Qt::StringLiterals;
using desk::SignInTrouble;
using desk::StaffDesk;
using offices::Role;
using people::KeyPlace;
using people::PasswordCost;
using State = StaffDesk::State;
using Why = SignInTrouble::Why;

inline const QString hallCode = u"411202"_s;
inline const QString good = u"一句别人不容易猜到的话xyz"_s;
inline const QString otherGood = u"another-phrase-7-words"_s;

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
    /// \a store: of the desktop; null: there is none. \a settings: hall.ini.
    explicit Window(Center &hub, people::KeyStore *store = nullptr, const QByteArray &settings = {}) : center(hub)
    {
        clock.set(hub.hub.clock.now());
        QFile ini(profileFolder + u"/hall.ini"_s);
        if (!settings.isEmpty() && (!QDir().mkpath(profileFolder) || !ini.open(QIODevice::WriteOnly) || ini.write(settings) != settings.size()))
            qFatal("no hall.ini");
        ini.close();
        profile = std::move(*desk::Profile::open(profileFolder, store ? *store : keys, clock));
        start();
    }
    /// One with the profile in \a taken; \a opener: what a password gave.
    Window(Center &hub, const QString &taken, people::KeyStore &store, const base::Secret &opener) : center(hub), profileFolder(taken)
    {
        clock.set(hub.hub.clock.now());
        auto opened = desk::Profile::open(profileFolder, store, clock, opener);
        if (!opened)
            qFatal("not opened: %s", qPrintable(opened.error().detail));
        profile = std::move(*opened);
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
                                          .hubKey = [this]() -> std::optional<people::PublicKey> {
                                              return hasHub ? std::optional(center.hub.key.signing().publicKey()) : std::nullopt;
                                          },
                                          .ask = [this](const syncing::Call &call, QObject *context, const desk::HubLink::Answered &done) { ask(call, context, done); },
                                          .profileKey = profile->keys().profile,
                                          .journal = &profile->journal(),
                                          .reckon = desk::reckonAside(),
                                          .opener = isKeptBySystem() ? base::Secret() : profile->keys().opener,
                                          .sealed = [this] {
                                              return people::keepRecovery(profileFolder, {u"hub"_s, u"device"_s}, center.hub.key.signing().publicKey(),
                                                                          profile->keys().opener)
                                                  .and_then([this] { return people::leaveKeyToStaff(profileFolder); });
                                          },
                                          .patience = std::chrono::milliseconds(300)},
                     std::move(*book), welcome);
        QObject::connect(&*desk, &StaffDesk::refused, &*desk, [this](const SignInTrouble &trouble) { troubles << trouble; });
        QObject::connect(&*desk, &StaffDesk::entered, &*desk, [this](bool isSame) { entered << isSame; });
        QObject::connect(&*desk, &StaffDesk::leaving, &*desk, [this] { left << duty->name(); });
    }
    bool isKeptBySystem() const { return profile->keyPlace() == people::KeyPlace::SystemKeyStore; }
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

}
