#pragma once

#include "core/desk/hublink.h"
#include "core/desk/onduty.h"
#include "core/desk/reckoning.h"
#include "core/wire/staff.h"

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>

namespace journal {
class Journal;
}

namespace desk {

class AuditBook;
enum class AuditAct;

/// Why somebody is not let in.
struct SignInTrouble {
    enum class Why {
        Wrong, ///< \c left more tries; -1: the hub does not say
        Locked, ///< until \c until
        LeaseOver, ///< known here, but the hub must be asked again
        MustGoOnline, ///< their account changed at the hub
        Closed, ///< their account is no more
        Unknown, ///< never signed in here: the first time wants the hub
        WrongPin, ///< \c left more tries
        PasswordWanted, ///< a PIN will not do any more
        OtherHall,
        FreshWanted, ///< the password was for one time: another one must come with it
        FreshRefused, ///< \c detail says why, in Chinese
        HubRefused, ///< the hub answered something else; \c detail
        NotWritten, ///< this PC's own disk; \c detail
        KeyChanged, ///< their password opened the profile before its key was changed, and does so no more
        BookMissing, ///< nobody tried: staff.json is gone,
        BookOlder, ///< is one of an earlier day,
        BookAltered, ///< or was not written by this program: the hub must be asked about everybody
        NoPost, ///< right, but their post does not have what they were to allow
    };
    Why why = Why::Wrong;
    QDateTime until = {}; ///< UTC
    int left = -1;
    QString detail = {};
    bool isHubAway = false; ///< the hub was asked and did not answer
};

/// What a try that let nobody in is told as.
SignInTrouble troubleOf(const people::StaffBook::Attempt &attempt, bool isPin = false, bool isHubAway = false);
/// What \a fault is told as; nothing for none.
std::optional<SignInTrouble> troubleOf(people::BookFault fault);

struct StaffDeskNeeds {
    const base::Clock &clock;
    OnDuty &duty;
    AuditBook *audit = nullptr; ///< null: nothing is noted
    const base::HubTime *hubTime = nullptr; ///< believed where it was heard
    /// The key of the hub; nothing: the window belongs to none.
    std::function<std::optional<people::PublicKey>()> hubKey;
    std::function<void(const syncing::Call &, QObject *, HubLink::Answered)> ask;
    std::function<bool()> isHubSilent = {}; ///< it did not answer last; empty: nobody knows
    base::Secret profileKey = {}; ///< to which the book is bound
    journal::Journal *journal = nullptr; ///< remembers the book; null: nothing does
    Reckoner reckon = {}; ///< passwords
    base::Secret opener = {}; ///< what opens the profile, to be sealed under every password; empty: the system's key store has it
    /// What opens the profile lies under somebody's password now.
    std::function<base::Result<>()> sealed = {};
    std::chrono::milliseconds patience = std::chrono::seconds(25); ///< until the hub is taken to be away; it reckons on purpose
    std::chrono::milliseconds patienceWithSilent = std::chrono::seconds(4);
};
/// As a window has it. Everything handed in outlives them.
StaffDeskNeeds staffNeeds(HubLink &link, const base::Clock &clock, OnDuty &duty, AuditBook &audit, const base::Secret &profileKey);

/// Who may work at this window: signing in (at the hub, or without it while a lease runs), locking, changing the person. It asks nobody
/// where the hub knows no one of this hall; once it has asked, it goes on without the hub.
class StaffDesk final : public QObject
{
    Q_OBJECT

public:
    static constexpr auto lookEvery = std::chrono::seconds(60);

    enum class State {
        Open, ///< nobody is asked
        Away, ///< nobody is here: everything is covered
        Working,
        Locked, ///< covered; whoever works here comes back, or another
    };

    /// \a welcome: who signed in before the profile was opened.
    StaffDesk(StaffDeskNeeds needs, people::StaffBook book, const std::optional<people::StaffMember> &welcome = {}, QObject *parent = nullptr);

    State state() const { return m_state; }
    bool isCovered() const { return m_state == State::Away || m_state == State::Locked; }
    const people::StaffBook &book() const { return m_book; }
    /// Whether a try is being looked at, here or at the hub; another one is not taken meanwhile.
    bool isBusy() const { return m_wish.has_value(); }

    /// \a fresh: the password from now on; empty: it stays. let in: entered(); else refused(), perhaps much later.
    void signIn(const QString &name, const people::Typed &password, const people::Typed &fresh = {});
    /// By the PIN or the password of whoever is locked out.
    void unlock(const people::Typed &secret);
    /// Covers everything; the case in hand stays as it is.
    void lock();
    /// Whoever works here goes: leaving() is answered before anything else is done.
    void change();
    /// Empty: no PIN any more. Somebody must work here.
    [[nodiscard]] base::Result<> setPin(const people::Typed &pin);

    /// Somebody beside whoever works here says who they are, to allow \a duty for once: vouched() or notVouched(). A PIN will do for who has
    /// one here. Tries count and lock as in signing in.
    void vouch(const QString &name, const people::Typed &secret, domain::Duty duty);

    /// Asks the hub now who works at this hall.
    void look();

signals:
    void stateChanged();
    /// Whatever is in hand must be put down, still under the name of whoever has it.
    void leaving();
    /// Somebody is at work; not \a isSame: not the one whose things are on the screen.
    void entered(bool isSame);
    void refused(const desk::SignInTrouble &trouble);
    /// \a member has a post for what was asked.
    void vouched(const people::StaffMember &member);
    void notVouched(const desk::SignInTrouble &trouble);
    /// The names to choose from, or isBusy().
    void changed();

private:
    /// Who wants in.
    struct Asked {
        QString name;
        std::optional<domain::Duty> duty = {}; ///< to be allowed; nothing: to sign in
        std::optional<people::StaffBook::Attempt> tried = {}; ///< what this window said of it before the hub was asked
    };
    /// What is being looked at; its passwords go when it is answered.
    struct Wish {
        Asked asked;
        people::Typed password, fresh = {};
        std::optional<people::StaffBook::Attempt> tried = {}; ///< what this window said of it before the hub was asked
    };
    using Judging = std::function<void(const base::Result<people::StaffBook::Attempt> &)>;
    void see();
    void askHub();
    void takeAnswer(const syncing::SignedLine::Outcome &outcome);
    void welcomeFromHub(const wire::SignInAnswer &answer);
    void keepAndEnter(const people::StaffMember &member, const base::Result<people::PasswordLock> &lock, const QDateTime &leaseUntil);
    void tryHere(bool isHubAway);
    void judge(const base::Result<people::StaffBook::Try> &begun, const Judging &then);
    void tryFirst(Wish wish);
    void takeFirst(bool isPin, const base::Result<people::StaffBook::Attempt> &attempt);
    void conclude(const base::Result<people::StaffBook::Attempt> &attempt, bool isPin, bool isHubAway);
    void run(std::function<void()> work, std::function<void()> done);
    void begin(Wish wish);
    Asked end();
    void remember();
    void takeList(const wire::StaffList &list);
    void admit(const Asked &asked, const people::StaffMember &member);
    void enter(const people::StaffMember &member);
    void refuse(const Asked &asked, const SignInTrouble &trouble);
    void setState(State state);
    base::Result<> note(AuditAct act, const QString &subject, const QString &words = {});

    const StaffDeskNeeds m_needs;
    people::StaffBook m_book;
    State m_state = State::Open;
    std::optional<Wish> m_wish;
    std::optional<int> m_turn; ///< of the question that is out at the hub
    int m_lastTurn = 0;
    bool m_isLooking = false;
    bool m_isSealed = false;
    QTimer m_patience, m_look;
    QElapsedTimer m_seen;
};

}
