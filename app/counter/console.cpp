#include "app/counter/console.h"

#include "core/desk/auditbook.h"
#include "core/desk/staffmemory.h"

#include <QFileInfo>
#include <QLocale>
#include <QLockFile>
#include <QTextStream>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace console {

namespace {

using people::StaffBook;
using Outcome = StaffBook::Attempt::Outcome;

/// While it lives what is typed is not shown, nor can it be cut short halfway.
class Silence
{
public:
    Silence()
    {
        m_isOn = tcgetattr(STDIN_FILENO, &m_before) == 0;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO | ISIG);
        if (m_isOn)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~Silence()
    {
        if (m_isOn)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputc('\n', stderr);
    }

private:
    termios m_before{};
    bool m_isOn = false;
    Q_DISABLE_COPY_MOVE(Silence)
};

base::Fail refused(const upkeep::Place &place, const QString &why)
{
    return base::Fail({base::Error::Kind::Secret, why, place.profile});
}

QString whyNot(const StaffBook::Attempt &attempt)
{
    switch (attempt.outcome) {
    case Outcome::Welcome: return {};
    case Outcome::Wrong: return u"name or password is not right; tries left before it is locked: %1"_s.arg(attempt.left);
    case Outcome::Locked: return u"locked until %1: too many wrong passwords"_s.arg(attempt.until.toLocalTime().toString(u"HH:mm"_s));
    case Outcome::LeaseOver:
    case Outcome::MustGoOnline: return u"the hub must confirm this account first: sign in at the window while the hub can be reached"_s;
    case Outcome::Closed: return u"this account was closed"_s;
    case Outcome::Unknown: return u"nobody of this name has signed in at this window"_s;
    case Outcome::PasswordWanted: return u"the password is wanted"_s;
    }
    Q_UNREACHABLE();
}

struct Asked {
    QString name;
    people::Typed password;
};

Asked askWho()
{
    Asked asked{ask(u"Name: "_s, false).trimmed(), {}};
    QString typed = ask(u"Password: "_s, true);
    asked.password = people::Typed(typed);
    people::wipe(typed);
    return asked;
}

/// Whether \a member, as the bound book has them, may do \a act; what they may not is on record.
base::Result<> mayDo(const Entered &entered, const upkeep::Place &place, desk::ProfileAct act)
{
    const std::optional<domain::Post> post = desk::postFor(act);
    if (!post || !entered.member || entered.member->posts.contains(domain::wordOf(*post)))
        return {};
    desk::AuditBook audit(entered.profile->journal(), place.clock, entered.who);
    return audit.note(desk::AuditAct::Refused, {}, u"act %1"_s.arg(int(act))).and_then([&]() -> base::Result<> {
        return refused(place, u"this wants the post “%1”; it was noted that you tried"_s.arg(domain::wordOf(*post)));
    });
}

/// Who \a asked is, by the book as the key of the profile vouches for it. The attempt may have been judged before that was open.
base::Result<Entered> vouched(Entered entered, const upkeep::Place &place, desk::ProfileAct act, const Asked &asked, const StaffBook &book,
                              const StaffBook::Attempt &attempt)
{
    const QList<people::StaffMember> members = book.members();
    const auto member = std::ranges::find(members, asked.name, &people::StaffMember::name);
    const bool isWelcome = attempt.outcome == Outcome::Welcome && member != members.end() && book.isStillWelcome(*member);
    if (!isWelcome) {
        desk::AuditBook audit(entered.profile->journal(), place.clock, entered.who);
        const base::Result<> noted = audit.note(desk::AuditAct::SignInFailed, member != members.end() ? asked.name : u"?"_s, u"console"_s);
        if (!noted)
            return base::Fail(noted.error());
        if (book.fault() != people::BookFault::None)
            return refused(place, u"staff.json is gone, an older one, or changed: everybody signs in at the window first, while the hub can be reached"_s);
        return refused(place, whyNot(attempt.outcome == Outcome::Welcome ? StaffBook::Attempt{.outcome = Outcome::MustGoOnline} : attempt));
    }
    entered.member = *member;
    entered.who = member->called;
    entered.password = asked.password;
    return mayDo(entered, place, act).map([&] { return std::move(entered); });
}

base::Result<StaffBook> bookOf(const upkeep::Place &place)
{
    return StaffBook::open(place.profile).and_then([&](StaffBook book) {
        return book.see(place.clock.now()).map([&] { return std::move(book); });
    });
}

base::Result<StaffBook> boundBookOf(const upkeep::Place &place, desk::Profile &profile)
{
    return bookOf(place).and_then([&](StaffBook book) {
        return desk::bindBook(book, profile.keys().profile, profile.journal()).map([&] { return std::move(book); });
    });
}

/// The password opens the profile; only then is it known whether the book that it was tried on is ours.
base::Result<Entered> enterByPassword(const upkeep::Place &place, desk::ProfileAct act)
{
    if (const auto free = desk::lockProfile(place.profile); !free)
        return base::Fail(free.error()); // before anybody types a password
    const Asked asked = askWho();
    const auto attempt = bookOf(place).and_then([&](StaffBook book) { return book.tryPassword(asked.name, asked.password); });
    if (!attempt)
        return base::Fail(attempt.error());
    if (attempt->opener.isEmpty())
        return refused(place, attempt->outcome == Outcome::Welcome ? whyNot({.outcome = Outcome::MustGoOnline}) : whyNot(*attempt));
    auto profile = desk::Profile::open(place.profile, place.keyStore, place.clock, attempt->opener);
    if (!profile)
        return base::Fail(profile.error());
    const base::Result<StaffBook> book = boundBookOf(place, **profile);
    if (!book)
        return base::Fail(book.error());
    Entered entered{.profile = std::move(*profile), .who = {}, .password = {}, .member = {}};
    entered.who = entered.profile->hall().clerk;
    return vouched(std::move(entered), place, act, asked, *book, *attempt);
}

}

QString ask(const QString &prompt, bool isSecret)
{
    std::array<char, 1024> line{};
    const bool isTerminal = isatty(STDIN_FILENO) == 1;
    if (isTerminal)
        QTextStream(stderr) << prompt << Qt::flush;
    const auto silence = isTerminal && isSecret ? std::make_unique<Silence>() : nullptr;
    const bool isRead = std::fgets(line.data(), int(line.size()), stdin) != nullptr;
    const QString text = isRead ? QString::fromUtf8(line.data()) : QString();
    explicit_bzero(line.data(), line.size());
    const bool hasEnd = text.endsWith(u'\n');
    return hasEnd ? text.chopped(1) : text;
}

base::Result<Entered> enter(const upkeep::Place &place, desk::ProfileAct act)
{
    if (!QFileInfo::exists(place.profile + u"/journal.db"_s))
        return base::Fail({base::Error::Kind::Missing, u"there is no journal"_s, place.profile});
    const base::Result<bool> isKept = people::isKeptByStaff(place.profile);
    if (!isKept)
        return base::Fail(isKept.error());
    if (*isKept)
        return enterByPassword(place, act);
    auto profile = desk::Profile::open(place.profile, place.keyStore, place.clock);
    if (!profile)
        return base::Fail(profile.error());
    base::Result<StaffBook> book = boundBookOf(place, **profile);
    if (!book)
        return base::Fail(book.error());
    Entered entered{.profile = std::move(*profile), .who = {}, .password = {}, .member = {}};
    entered.who = entered.profile->hall().clerk;
    if (!book->asks())
        return entered;
    const Asked asked = askWho();
    const auto attempt = book->tryPassword(asked.name, asked.password);
    return attempt ? vouched(std::move(entered), place, act, asked, *book, *attempt) : base::Fail(attempt.error());
}

}
