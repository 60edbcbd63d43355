#include "app/counter/gate.h"

#include "ui/staff/signinpage.h"
#include "ui/theme/theme.h"

using namespace Qt::StringLiterals;

namespace {

constexpr QSize gateSize(1180, 700);

}

Gate::Gate(people::StaffBook book, const base::Clock &clock, const QString &place)
    : m_book(std::move(book)), m_clock(clock), m_page(std::make_unique<SignInPage>(place))
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

void Gate::attempt(const QString &name, const QString &password)
{
    const auto attempt = m_book.see(m_clock.now()).and_then([&] { return m_book.tryPassword(name, password); });
    if (!attempt) {
        m_page->tell({.why = desk::SignInTrouble::Why::NotWritten, .detail = attempt.error().place + u' ' + attempt.error().detail});
        return;
    }
    if (attempt->opener.isEmpty()) {
        m_page->tell(desk::troubleOf(*attempt));
        return;
    }
    const bool isWelcome = attempt->outcome == people::StaffBook::Attempt::Outcome::Welcome;
    m_entrance = Entrance{attempt->opener, isWelcome ? std::optional(attempt->member) : std::nullopt, name, password};
    emit entered();
}
