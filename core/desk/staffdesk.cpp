#include "core/desk/staffdesk.h"

#include "core/desk/auditbook.h"
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

bool isPinLike(const QString &secret)
{
    return !secret.isEmpty() && std::ranges::all_of(secret, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// For the audit trail.
QString auditWordOf(Why why)
{
    static constexpr std::array words{"wrong"_L1,    "locked"_L1,      "lease-over"_L1, "changed-at-hub"_L1, "closed"_L1,
                                      "unknown"_L1,  "wrong-pin"_L1,   "pin-spent"_L1,  "other-hall"_L1,     "fresh-wanted"_L1,
                                      "fresh-bad"_L1, "hub-refused"_L1, "not-written"_L1, "no-post"_L1};
    return words[std::size_t(why)];
}

}

SignInTrouble troubleOf(const StaffBook::Attempt &attempt, bool isPin, bool isHubAway)
{
    return {.why = whyOf(attempt.outcome, isPin), .until = attempt.until, .left = attempt.left, .isHubAway = isHubAway};
}

StaffDeskNeeds staffNeeds(HubLink &link, const base::Clock &clock, OnDuty &duty, AuditBook &audit, const base::Secret &profileKey)
{
    return {.clock = clock,
            .duty = duty,
            .audit = &audit,
            .hubTime = &link.clock(),
            .hubKey = [&link]() -> std::optional<QByteArray> {
                return link.place() ? std::optional(link.place()->key) : std::nullopt;
            },
            .ask = [&link](const syncing::Call &call, QObject *context, HubLink::Answered done) { link.ask(call, context, std::move(done)); },
            .isHubSilent = [&link] { return link.status().contact == syncing::Status::Contact::Silent; },
            .profileKey = profileKey};
}

StaffDesk::StaffDesk(StaffDeskNeeds needs, StaffBook book, const std::optional<StaffMember> &welcome, QObject *parent)
    : QObject(parent), m_needs(std::move(needs)), m_book(std::move(book))
{
    m_seen.start();
    m_patience.setSingleShot(true);
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, &StaffDesk::look);
    m_look.start();
    if (const base::Result<> bound = m_book.bindTo(m_needs.profileKey); !bound)
        qCWarning(lcStaff) << bound.error().place << bound.error().detail;
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

void StaffDesk::signIn(const QString &name, const QString &password, const QString &fresh)
{
    if (isBusy())
        return;
    see();
    const Typed typed{name, password, fresh};
    if (m_needs.hubKey())
        askHub(typed);
    else
        tryHere(typed, false);
}

void StaffDesk::askHub(const Typed &typed)
{
    const QByteArray body = wire::toJson(wire::SignInWish{typed.name, typed.password, typed.fresh}, *m_needs.hubKey());
    if (body.isEmpty()) {
        tryHere(typed, true);
        return;
    }
    m_turn = ++m_lastTurn;
    emit changed();
    m_patience.disconnect();
    connect(&m_patience, &QTimer::timeout, this, [this, typed] {
        m_turn.reset();
        emit changed();
        tryHere(typed, true);
    });
    m_patience.start(m_needs.isHubSilent && m_needs.isHubSilent() ? m_needs.patienceWithSilent : m_needs.patience);
    m_needs.ask({.method = "POST", .target = "/sync/v1/staff/sign-in", .type = wire::jsonType, .body = body}, this,
                [this, typed, turn = *m_turn](const syncing::SignedLine::Outcome &outcome) {
                    if (m_turn != turn)
                        return; // the hub was taken to be away
                    m_turn.reset();
                    m_patience.stop();
                    emit changed();
                    takeAnswer(typed, outcome);
                });
}

void StaffDesk::takeAnswer(const Typed &typed, const syncing::SignedLine::Outcome &outcome)
{
    if (!outcome) {
        const bool isAway = outcome.error().kind == syncing::Trouble::Kind::Unreachable;
        if (isAway)
            tryHere(typed, true);
        else
            refuse(typed, {.why = Why::HubRefused, .detail = outcome.error().problem.detail + outcome.error().detail});
        return;
    }
    const base::Result<wire::SignInAnswer> answer = wire::signInAnswerFrom(outcome->body);
    if (!answer) {
        refuse(typed, {.why = Why::HubRefused, .detail = answer.error().place + u' ' + answer.error().detail});
        return;
    }
    using Result = wire::SignInAnswer::Result;
    switch (answer->result) {
    case Result::Welcome: welcomeFromHub(typed, *answer); return;
    case Result::Wrong: refuse(typed, {.why = Why::Wrong}); return;
    case Result::OtherHall: refuse(typed, {.why = Why::OtherHall}); return;
    case Result::FreshWanted: refuse(typed, {.why = Why::FreshWanted}); return;
    case Result::FreshRefused: refuse(typed, {.why = Why::FreshRefused, .detail = answer->why}); return;
    }
}

/// The copy of what opens the profile is durable before the plain one goes.
void StaffDesk::welcomeFromHub(const Typed &typed, const wire::SignInAnswer &answer)
{
    const QString password = typed.fresh.isEmpty() ? typed.password : typed.fresh;
    base::Result<> kept = m_book.keep(answer.member, password, m_needs.opener, answer.leaseUntil);
    if (kept && !m_isSealed && !m_needs.opener.isEmpty() && m_needs.sealed) {
        kept = m_needs.sealed();
        m_isSealed = kept.has_value();
    }
    if (!kept) {
        refuse(typed, {.why = Why::NotWritten, .detail = kept.error().place + u' ' + kept.error().detail});
        return;
    }
    emit changed();
    admit(typed, answer.member);
}

void StaffDesk::tryHere(const Typed &typed, bool isHubAway)
{
    // One try is counted once.
    judge(typed, typed.tried ? base::Result<StaffBook::Attempt>(*typed.tried) : m_book.tryPassword(typed.name, typed.password), false, isHubAway);
}

void StaffDesk::judge(const Typed &typed, const base::Result<StaffBook::Attempt> &attempt, bool isPin, bool isHubAway)
{
    if (!attempt)
        refuse(typed, {.why = Why::NotWritten, .detail = attempt.error().place + u' ' + attempt.error().detail});
    else
        attempt->outcome == Judged::Welcome ? admit(typed, attempt->member) : refuse(typed, troubleOf(*attempt, isPin, isHubAway));
}

/// What this window knows counts first; the hub is asked about what it does not.
void StaffDesk::unlock(const QString &secret)
{
    if (isBusy() || m_state != State::Locked || !m_needs.duty.member())
        return;
    tryFirst({m_needs.duty.member()->name, secret, {}});
}

void StaffDesk::vouch(const QString &name, const QString &secret, domain::Duty duty)
{
    if (isBusy() || m_state != State::Working)
        return;
    tryFirst({name, secret, {}, duty});
}

void StaffDesk::tryFirst(const Typed &typed)
{
    see();
    const bool isPin = isPinLike(typed.password) && m_book.hasPin(typed.name);
    const auto attempt = isPin ? m_book.tryPin(typed.name, typed.password) : m_book.tryPassword(typed.name, typed.password);
    const bool asksHub = attempt && !isPin && m_needs.hubKey()
        && (attempt->outcome == Judged::LeaseOver || attempt->outcome == Judged::MustGoOnline || attempt->outcome == Judged::Wrong
            || attempt->outcome == Judged::Unknown);
    if (!asksHub) {
        judge(typed, attempt, isPin, false);
        return;
    }
    Typed asked = typed;
    asked.tried = *attempt;
    askHub(asked);
}

void StaffDesk::admit(const Typed &typed, const StaffMember &member)
{
    if (!typed.duty)
        enter(member);
    else if (holds(member, *typed.duty))
        emit vouched(member);
    else
        refuse(typed, {.why = Why::NoPost});
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

void StaffDesk::refuse(const Typed &typed, const SignInTrouble &trouble)
{
    // What was typed as a name of nobody may be a password.
    const auto members = m_book.members();
    const bool isKnown = std::ranges::find(members, typed.name, &StaffMember::name) != members.end();
    if (const base::Result<> noted = note(AuditAct::SignInFailed, isKnown ? typed.name : u"?"_s, auditWordOf(trouble.why)); !noted)
        qCWarning(lcStaff) << "not noted:" << noted.error().detail;
    typed.duty ? emit notVouched(trouble) : emit refused(trouble);
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

base::Result<> StaffDesk::setPin(const QString &pin)
{
    if (m_state != State::Working)
        return base::Fail({base::Error::Kind::Missing, u"nobody signed in"_s, {}});
    return m_book.setPin(m_needs.duty.member()->name, pin);
}

void StaffDesk::look()
{
    see();
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
