#include "core/desk/staffdesk.h"

#include "core/desk/auditbook.h"
#include "core/desk/staffmemory.h"
#include "core/wire/messages.h"

#include <QLoggingCategory>

#include <algorithm>
#include <array>

namespace desk {

using namespace Qt::StringLiterals;
using people::StaffBook;
using people::StaffMember;
using Judged = StaffBook::Attempt::Outcome;
using Why = SignInTrouble::Why;

namespace {

Q_LOGGING_CATEGORY(lcStaff, "yichuang.staff")

/// What is not about an answer of the hub.
Why whyOf(Judged outcome, bool isPin)
{
    switch (outcome) {
    case Judged::Welcome:
    case Judged::Wrong: return isPin ? Why::WrongPin : Why::Wrong;
    case Judged::Locked: return Why::Locked;
    case Judged::LeaseOver: return Why::LeaseOver;
    case Judged::MustGoOnline: return Why::MustGoOnline;
    case Judged::Closed: return Why::Closed;
    case Judged::Unknown: return Why::Unknown;
    case Judged::PasswordWanted: return Why::PasswordWanted;
    }
    Q_UNREACHABLE();
}

bool isPinLike(const people::Typed &secret)
{
    return !secret.isEmpty() && std::ranges::all_of(secret.bytes().view(), [](char c) { return c >= '0' && c <= '9'; });
}

/// For the audit trail.
QString auditWordOf(Why why)
{
    static constexpr std::array words{"wrong"_L1,    "locked"_L1,      "lease-over"_L1, "changed-at-hub"_L1, "closed"_L1,
                                      "unknown"_L1,  "wrong-pin"_L1,   "pin-spent"_L1,  "other-hall"_L1,     "fresh-wanted"_L1,
                                      "fresh-bad"_L1, "hub-refused"_L1, "not-written"_L1, "key-changed"_L1,
                                      "missing"_L1,   "older"_L1,       "altered"_L1,   "no-post"_L1};
    static_assert(words.size() == std::size_t(Why::NoPost) + 1);
    return words[std::size_t(why)];
}

}

SignInTrouble troubleOf(const StaffBook::Attempt &attempt, bool isPin, bool isHubAway)
{
    return {.why = whyOf(attempt.outcome, isPin), .until = attempt.until, .left = attempt.left, .isHubAway = isHubAway};
}

std::optional<SignInTrouble> troubleOf(people::BookFault fault)
{
    switch (fault) {
    case people::BookFault::None: return std::nullopt;
    case people::BookFault::Missing: return SignInTrouble{.why = Why::BookMissing};
    case people::BookFault::Older: return SignInTrouble{.why = Why::BookOlder};
    case people::BookFault::Altered: return SignInTrouble{.why = Why::BookAltered};
    }
    Q_UNREACHABLE();
}

StaffDeskNeeds staffNeeds(HubLink &link, const base::Clock &clock, OnDuty &duty, AuditBook &audit, const base::Secret &profileKey)
{
    return {.clock = clock,
            .duty = duty,
            .audit = &audit,
            .hubTime = &link.clock(),
            .hubKey = [&link]() -> std::optional<people::PublicKey> {
                return link.place() ? std::optional(link.place()->key) : std::nullopt;
            },
            .ask = [&link](const syncing::Call &call, QObject *context, HubLink::Answered done) { link.ask(call, context, std::move(done)); },
            .isHubSilent = [&link] { return link.status().contact == syncing::Status::Contact::Silent; },
            .profileKey = profileKey,
            .reckon = reckonAside()};
}

StaffDesk::StaffDesk(StaffDeskNeeds needs, StaffBook book, const std::optional<StaffMember> &welcome, QObject *parent)
    : QObject(parent), m_needs(std::move(needs)), m_book(std::move(book))
{
    m_seen.start();
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_turn.reset();
        tryHere(true);
    });
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, &StaffDesk::look);
    m_look.start();
    const base::Result<> bound = m_needs.journal ? bindBook(m_book, m_needs.profileKey, *m_needs.journal) : m_book.bindTo(m_needs.profileKey);
    if (!bound)
        qCWarning(lcStaff) << bound.error().place << bound.error().detail;
    if (const auto trouble = troubleOf(m_book.fault())) {
        if (const base::Result<> noted = note(AuditAct::Refused, u"staff.json"_s, auditWordOf(trouble->why)); !noted)
            qCWarning(lcStaff) << "not noted:" << noted.error().detail;
    }
    see();
    if (welcome && m_book.isStillWelcome(*welcome))
        enter(*welcome);
    else if (m_book.asks()) {
        m_needs.duty.leave();
        m_state = State::Away;
    }
}

base::Result<> StaffDesk::note(AuditAct act, const QString &subject, const QString &words)
{
    return m_needs.audit ? m_needs.audit->note(act, subject, words) : base::Result<>();
}

void StaffDesk::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    emit stateChanged();
}

/// The time goes on, by the hub's clock where it was heard; a book that cannot be written is told with the next try.
void StaffDesk::see()
{
    const QDateTime ofHub = m_needs.hubTime ? m_needs.hubTime->now() : QDateTime();
    if (const base::Result<> seen = m_book.see(ofHub.isValid() ? ofHub : m_needs.clock.now(), m_seen.restart()); !seen)
        qCWarning(lcStaff) << seen.error().place << seen.error().detail;
}

/// One thing at a time is looked at.
void StaffDesk::begin(Wish wish)
{
    see();
    m_wish = std::move(wish);
    emit changed();
}

/// Before the answer is told: whoever hears it may try again at once.
StaffDesk::Asked StaffDesk::end()
{
    Asked asked = m_wish->asked;
    m_wish.reset();
    emit changed();
    return asked;
}

void StaffDesk::run(std::function<void()> work, std::function<void()> done)
{
    if (m_needs.reckon) {
        m_needs.reckon(std::move(work), this, std::move(done));
        return;
    }
    work();
    done();
}

/// The try is on the disk already; it is reckoned elsewhere, and judged here.
void StaffDesk::judge(const base::Result<StaffBook::Try> &begun, const Judging &then)
{
    if (!begun) {
        then(base::Fail(begun.error()));
        return;
    }
    const auto reckoned = std::make_shared<base::Result<people::Unlocked>>();
    run([reckoned, begun = *begun, secret = m_wish->password] { *reckoned = StaffBook::reckon(begun, secret); },
        [this, reckoned, begun = *begun, then] { then(m_book.judge(begun, *reckoned)); });
}

void StaffDesk::signIn(const QString &name, const people::Typed &password, const people::Typed &fresh)
{
    if (isBusy())
        return;
    begin({{name}, password, fresh});
    if (m_needs.hubKey())
        askHub();
    else
        tryHere(false);
}

void StaffDesk::askHub()
{
    wire::SignInWish wish{m_wish->asked.name, m_wish->password.text(), m_wish->fresh.text()};
    const QByteArray body = wire::toJson(wish, *m_needs.hubKey());
    people::wipe(wish.password);
    people::wipe(wish.fresh);
    if (body.isEmpty()) {
        tryHere(true);
        return;
    }
    m_turn = ++m_lastTurn;
    m_patience.start(m_needs.isHubSilent && m_needs.isHubSilent() ? m_needs.patienceWithSilent : m_needs.patience);
    m_needs.ask({.method = "POST", .target = "/sync/v1/staff/sign-in", .type = wire::jsonType, .body = body}, this,
                [this, turn = *m_turn](const syncing::SignedLine::Outcome &outcome) {
                    if (m_turn != turn)
                        return; // the hub was taken to be away
                    m_turn.reset();
                    m_patience.stop();
                    takeAnswer(outcome);
                });
}

void StaffDesk::takeAnswer(const syncing::SignedLine::Outcome &outcome)
{
    const auto refused = [this](const SignInTrouble &trouble) { refuse(end(), trouble); };
    if (!outcome) {
        const bool isAway = outcome.error().kind == syncing::Trouble::Kind::Unreachable;
        if (isAway)
            tryHere(true);
        else
            refused({.why = Why::HubRefused, .detail = outcome.error().problem.detail + outcome.error().detail});
        return;
    }
    const base::Result<wire::SignInAnswer> answer = wire::signInAnswerFrom(outcome->body);
    if (!answer) {
        refused({.why = Why::HubRefused, .detail = answer.error().place + u' ' + answer.error().detail});
        return;
    }
    using Result = wire::SignInAnswer::Result;
    switch (answer->result) {
    case Result::Welcome: welcomeFromHub(*answer); return;
    case Result::Wrong: refused({.why = Why::Wrong}); return;
    case Result::OtherHall: refused({.why = Why::OtherHall}); return;
    case Result::FreshWanted: refused({.why = Why::FreshWanted}); return;
    case Result::FreshRefused: refused({.why = Why::FreshRefused, .detail = answer->why}); return;
    }
}

void StaffDesk::welcomeFromHub(const wire::SignInAnswer &answer)
{
    const auto lock = std::make_shared<base::Result<people::PasswordLock>>();
    run([lock, password = m_wish->fresh.isEmpty() ? m_wish->password : m_wish->fresh, opener = m_needs.opener,
         cost = m_book.cost()] { *lock = people::lockedBy(password, opener, cost); },
        [this, lock, answer] { keepAndEnter(answer.member, *lock, answer.leaseUntil); });
}

/// The copy of what opens the profile is durable before the plain one goes.
void StaffDesk::keepAndEnter(const StaffMember &member, const base::Result<people::PasswordLock> &lock, const QDateTime &leaseUntil)
{
    base::Result<> kept = lock ? m_book.keep(member, *lock, leaseUntil) : base::Fail(lock.error());
    if (kept && !m_isSealed && !m_needs.opener.isEmpty() && m_needs.sealed) {
        kept = m_needs.sealed();
        m_isSealed = kept.has_value();
    }
    remember();
    const Asked asked = end();
    if (kept)
        admit(asked, member);
    else
        refuse(asked, {.why = Why::NotWritten, .detail = kept.error().place + u' ' + kept.error().detail});
}

void StaffDesk::tryHere(bool isHubAway)
{
    const Judging then = [this, isHubAway](const base::Result<StaffBook::Attempt> &attempt) { conclude(attempt, false, isHubAway); };
    if (m_wish->tried)
        then(*m_wish->tried); // one try is counted once
    else
        judge(m_book.beginPassword(m_wish->asked.name), then);
}

void StaffDesk::unlock(const people::Typed &secret)
{
    if (!isBusy() && m_state == State::Locked && m_needs.duty.member())
        tryFirst({{m_needs.duty.member()->name}, secret});
}

void StaffDesk::vouch(const QString &name, const people::Typed &secret, domain::Duty duty)
{
    if (!isBusy() && m_state == State::Working)
        tryFirst({{name, duty}, secret});
}

/// What this window knows counts first; the hub is asked about what it does not.
void StaffDesk::tryFirst(Wish wish)
{
    const QString name = wish.asked.name;
    const bool isPin = isPinLike(wish.password) && m_book.hasPin(name);
    begin(std::move(wish));
    judge(isPin ? m_book.beginPin(name) : m_book.beginPassword(name),
          [this, isPin](const base::Result<StaffBook::Attempt> &attempt) { takeFirst(isPin, attempt); });
}

void StaffDesk::takeFirst(bool isPin, const base::Result<StaffBook::Attempt> &attempt)
{
    const bool asksHub = attempt && !isPin && m_needs.hubKey()
        && (attempt->outcome == Judged::LeaseOver || attempt->outcome == Judged::MustGoOnline || attempt->outcome == Judged::Wrong
            || attempt->outcome == Judged::Unknown);
    if (asksHub) {
        m_wish->tried = *attempt;
        askHub();
    } else if (m_state == (m_wish->asked.duty ? State::Working : State::Locked)) {
        conclude(attempt, isPin, false);
    } else {
        end(); // the hub asks nobody any more, or the window was locked
    }
}

void StaffDesk::conclude(const base::Result<StaffBook::Attempt> &attempt, bool isPin, bool isHubAway)
{
    const Asked asked = end();
    if (!attempt)
        refuse(asked, {.why = Why::NotWritten, .detail = attempt.error().place + u' ' + attempt.error().detail});
    else
        attempt->outcome == Judged::Welcome ? admit(asked, attempt->member) : refuse(asked, troubleOf(*attempt, isPin, isHubAway));
}

void StaffDesk::admit(const Asked &asked, const StaffMember &member)
{
    if (!asked.duty)
        enter(member);
    else if (!holds(member, *asked.duty))
        refuse(asked, {.why = Why::NoPost});
    else if (m_state == State::Working) // else whoever was to be allowed something has gone
        emit vouched(member);
}

/// What cannot be remembered now is with the next change; a book that goes ahead of it is believed.
void StaffDesk::remember()
{
    if (!m_needs.journal)
        return;
    if (const base::Result<> kept = rememberBook(m_book, *m_needs.journal); !kept)
        qCWarning(lcStaff) << kept.error().place << kept.error().detail;
}

void StaffDesk::enter(const StaffMember &member)
{
    const bool wasLocked = m_state == State::Locked;
    const bool isSame = wasLocked && m_needs.duty.member() && m_needs.duty.member()->account == member.account;
    if (wasLocked && !isSame)
        emit leaving();
    m_needs.duty.take(member);
    if (const base::Result<> noted = note(isSame ? AuditAct::Unlocked : AuditAct::SignedIn, member.name); !noted) {
        m_needs.duty.leave();
        m_state = State::Away;
        emit stateChanged();
        emit refused({.why = Why::NotWritten, .detail = noted.error().detail});
        return;
    }
    setState(State::Working);
    emit entered(isSame);
}

void StaffDesk::refuse(const Asked &asked, const SignInTrouble &trouble)
{
    // What was typed as a name of nobody may be a password.
    const auto members = m_book.members();
    const bool isKnown = std::ranges::find(members, asked.name, &StaffMember::name) != members.end();
    if (const base::Result<> noted = note(AuditAct::SignInFailed, isKnown ? asked.name : u"?"_s, auditWordOf(trouble.why)); !noted)
        qCWarning(lcStaff) << "not noted:" << noted.error().detail;
    asked.duty ? emit notVouched(trouble) : emit refused(trouble);
}

void StaffDesk::lock()
{
    if (m_state != State::Working)
        return;
    if (const base::Result<> noted = note(AuditAct::Locked, m_needs.duty.member()->name); !noted)
        qCWarning(lcStaff) << "not noted:" << noted.error().detail;
    setState(State::Locked);
}

void StaffDesk::change()
{
    if (m_state != State::Working && m_state != State::Locked)
        return;
    emit leaving();
    if (const base::Result<> noted = note(AuditAct::SignedOut, m_needs.duty.member()->name); !noted)
        qCWarning(lcStaff) << "not noted:" << noted.error().detail;
    m_needs.duty.leave();
    setState(State::Away);
}

base::Result<> StaffDesk::setPin(const people::Typed &pin)
{
    if (m_state != State::Working)
        return base::Fail({base::Error::Kind::Missing, u"nobody signed in"_s, {}});
    return m_book.setPin(m_needs.duty.member()->name, pin).map([this] { remember(); });
}

void StaffDesk::look()
{
    see();
    // Without the hub nobody hears that an account was closed: a sitting ends with its lease.
    if (m_needs.duty.member() && !m_book.isStillWelcome(*m_needs.duty.member()))
        lock();
    if (m_isLooking || !m_needs.hubKey())
        return;
    m_isLooking = true;
    m_needs.ask({.method = "GET", .target = "/sync/v1/staff", .type = {}, .body = {}}, this,
                [this](const syncing::SignedLine::Outcome &outcome) {
                    m_isLooking = false;
                    const auto list = outcome ? wire::staffListFrom(outcome->body) : base::Result<wire::StaffList>(base::Fail(base::Error{}));
                    if (list)
                        takeList(*list);
                });
}

void StaffDesk::takeList(const wire::StaffList &list)
{
    if (const base::Result<> heard = m_book.hear(list.asks, list.open, list.leaseUntil, list.hubTime); !heard)
        qCWarning(lcStaff) << heard.error().place << heard.error().detail;
    remember();
    m_seen.restart();
    emit changed();
    if (!list.asks) {
        if (m_state == State::Open)
            return;
        m_needs.duty.askNobody();
        setState(State::Open);
        return;
    }
    if (m_state == State::Open) {
        emit leaving();
        m_needs.duty.leave();
        setState(State::Away);
        return;
    }
    const std::optional<StaffMember> member = m_needs.duty.member();
    if (!member)
        return;
    if (!m_book.isStillWelcome(*member)) {
        lock();
        return;
    }
    const auto members = m_book.members();
    if (const auto now = std::ranges::find(members, member->account, &StaffMember::account); now != members.end())
        m_needs.duty.take(*now);
}

}
