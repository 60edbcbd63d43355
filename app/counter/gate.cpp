#include "app/counter/gate.h"

#include "ui/staff/signinpage.h"
#include "ui/theme/theme.h"

using namespace Qt::StringLiterals;

namespace {

constexpr QSize gateSize(1180, 700);

}

Gate::Gate(people::StaffBook book, const base::Clock &clock, const QString &place)
    : m_book(std::move(book)), m_clock(clock), m_page(std::make_unique<SignInPage>(place)), m_reckon(desk::reckonAside())
{
    m_page->setWindowTitle(tr("Yichuang"));
    m_page->setWindowIcon(theme::icon(u"intake"_s, theme::Colour::Accent));
    m_page->resize(gateSize);
    m_page->showMembers(m_book.members());
    m_page->askWho();
    connect(m_page.get(), &SignInPage::signInRequested, this, &Gate::attempt);
}

Gate::~Gate() = default;

QWidget &Gate::window() const
{
    return *m_page;
}

/// The try is on the disk before it is reckoned in another thread; the page stays alive meanwhile and takes no second one.
void Gate::attempt(const QString &name, const people::Typed &password)
{
    const auto begun = m_book.see(m_clock.now()).and_then([&] { return m_book.beginPassword(name); });
    m_asked = Entrance{{}, {}, name, password};
    if (!begun) {
        take(base::Fail(begun.error()));
        return;
    }
    m_page->setBusy(true);
    const auto reckoned = std::make_shared<base::Result<people::Unlocked>>();
    m_reckon([reckoned, begun = *begun, password] { *reckoned = people::StaffBook::reckon(begun, password); }, this, [this, reckoned, begun = *begun] {
        m_page->setBusy(false);
        take(m_book.judge(begun, *reckoned));
    });
}

void Gate::take(const base::Result<people::StaffBook::Attempt> &attempt)
{
    using Outcome = people::StaffBook::Attempt::Outcome;
    Entrance asked = std::exchange(m_asked, {});
    if (!attempt) {
        m_page->tell({.why = desk::SignInTrouble::Why::NotWritten, .detail = attempt.error().place + u' ' + attempt.error().detail});
        return;
    }
    const bool isWelcome = attempt->outcome == Outcome::Welcome;
    if (attempt->opener.isEmpty()) {
        const bool isRight = isWelcome || attempt->outcome == Outcome::MustGoOnline || attempt->outcome == Outcome::LeaseOver;
        m_page->tell(isRight ? desk::SignInTrouble{.why = desk::SignInTrouble::Why::KeyChanged} : desk::troubleOf(*attempt));
        return;
    }
    asked.opener = attempt->opener;
    if (isWelcome)
        asked.welcome = attempt->member;
    m_entrance = std::move(asked);
    emit entered();
}
