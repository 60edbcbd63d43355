#pragma once

#include "core/desk/hublink.h"
#include "core/desk/onduty.h"
#include "core/wire/staff.h"

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>

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

struct StaffDeskNeeds {
    const base::Clock &clock;
    OnDuty &duty;
    AuditBook *audit = nullptr; ///< null: nothing is noted
    const base::HubTime *hubTime = nullptr; ///< believed where it was heard
    /// The key of the hub; nothing: the window belongs to none.
    std::function<std::optional<QByteArray>()> hubKey;
    std::function<void(const syncing::Call &, QObject *, HubLink::Answered)> ask;
    std::function<bool()> isHubSilent = {}; ///< it did not answer last; empty: nobody knows
    base::Secret profileKey = {}; ///< to which the book is bound
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
    bool isBusy() const { return m_turn.has_value(); }

    /// \a fresh: the password from now on; empty: it stays. let in: entered(); else refused(), perhaps much later.
    void signIn(const QString &name, const QString &password, const QString &fresh = {});
    /// By the PIN or the password of whoever is locked out.
    void unlock(const QString &secret);
    /// Covers everything; the case in hand stays as it is.
    void lock();
    /// Whoever works here goes: leaving() is answered before anything else is done.
    void change();
    /// Empty: no PIN any more. Somebody must work here.
    [[nodiscard]] base::Result<> setPin(const QString &pin);

    /// Somebody beside whoever works here says who they are, to allow \a duty for once: vouched() or notVouched(). A PIN will do for who has
    /// one here. Tries count and lock as in signing in.
    void vouch(const QString &name, const QString &secret, domain::Duty duty);

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
    struct Typed {
        QString name, password, fresh;
        std::optional<domain::Duty> duty = {}; ///< to be allowed; nothing: to sign in
        std::optional<people::StaffBook::Attempt> tried = {}; ///< what this window said of it before the hub was asked
    };
    void see();
    void askHub(const Typed &typed);
    void takeAnswer(const Typed &typed, const syncing::SignedLine::Outcome &outcome);
    void welcomeFromHub(const Typed &typed, const wire::SignInAnswer &answer);
    void tryHere(const Typed &typed, bool isHubAway);
    void tryFirst(const Typed &typed);
    void takeList(const wire::StaffList &list);
    void judge(const Typed &typed, const base::Result<people::StaffBook::Attempt> &attempt, bool isPin, bool isHubAway);
    void admit(const Typed &typed, const people::StaffMember &member);
    void enter(const people::StaffMember &member);
    void refuse(const Typed &typed, const SignInTrouble &trouble);
    void setState(State state);
    base::Result<> note(AuditAct act, const QString &subject, const QString &words = {});

    const StaffDeskNeeds m_needs;
    people::StaffBook m_book;
    State m_state = State::Open;
    std::optional<int> m_turn; ///< of the question that is out
    int m_lastTurn = 0;
    bool m_isLooking = false;
    bool m_isSealed = false;
    QTimer m_patience, m_look;
    QElapsedTimer m_seen;
};

}
