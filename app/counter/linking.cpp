#include "app/counter/linking.h"

#include "app/counter/pagekeys.h"
#include "app/counter/safekeeping.h"
#include "core/domain/casenumber.h"
#include "ui/home/homepage.h"
#include "ui/hub/hubpage.h"
#include "ui/hub/hubwords.h"
#include "ui/shell/mainwindow.h"
#include "ui/words/printerwords.h"
#include "ui/words/words.h"

using namespace Qt::StringLiterals;

namespace {

constexpr int daysOfReceipts = 31;

}

Linking::Linking(Workplace &workplace, MainWindow &window, HomePage &home, QObject *parent)
    : QObject(parent), m_workplace(workplace), m_window(window), m_home(home),
      m_safekeeping(new Safekeeping(workplace, window, this)),
      m_page(new HubPage({workplace.hub(), workplace.hubLibrary(), m_safekeeping->copies(), workplace.profileFolder()})),
      m_prefill(workplace.hub(), workplace.journal())
{
    connect(&home, &HomePage::prefillCodeEntered, &m_prefill, &desk::Prefill::fetch);
    connect(&m_prefill, &desk::Prefill::arrived, this, &Linking::openRequested);
    connect(&m_prefill, &desk::Prefill::failed, this, &Linking::tellPrefill);
    window.addPage(m_page, {u"online"_s, tr("Hub"), pagekeys::hub()});
    desk::HubLink &hub = workplace.hub();
    connect(m_page, &HubPage::openRequested, this, &Linking::openRequested);
    connect(m_page, &HubPage::numberRequested, this, &Linking::numberRequested);
    connect(&hub, &desk::HubLink::receiptsChecked, this, &Linking::tellReceipts);
    connect(&hub, &desk::HubLink::faulty, this, [this](const journal::FeedFault &fault) {
        m_window.notify(u"feed"_s, InlineMessage::Level::Warning, tr("The hub sent something that could not be used."),
                        tr("It is kept aside and everything else went on (Ctrl+7). %1").arg(hubwords::why(fault)));
    });
    connect(&hub, &desk::HubLink::statusChanged, this, &Linking::showStatus);
    connect(&hub, &desk::HubLink::enrolled, this, &Linking::showStatus);
    connect(&hub, &desk::HubLink::casesChanged, this, &Linking::casesChanged);
    connect(&hub, &desk::HubLink::casesLeft, this, &Linking::casesLeft);
    connect(&hub, &desk::HubLink::contradicted, this, &Linking::tellContradiction);
    connect(&hub, &desk::HubLink::doubled, this, [this] {
        m_window.notify(u"doubled"_s, InlineMessage::Level::Warning, tr("This window's records are in use on another PC."),
                        tr("They were put back there from a safety copy. Stop working here and tell your technician; nothing was lost."));
    });
    connect(&hub, &desk::HubLink::storageFailed, this, [this](const base::Error &error) {
        m_window.notify(u"hub"_s, InlineMessage::Level::Warning, words::sentence(error),
                        tr("What comes from the hub waits until then."));
    });
    connect(&workplace.hubLibrary(), &desk::HubLibrary::imported, this, [this](const QString &name) {
        m_window.notify(u"library"_s, InlineMessage::Level::Info, tr("The hub sent guides: %1.").arg(name),
                        tr("They are used from the day that they say; cases that were begun keep theirs."));
        emit guidesChanged();
    });
    connect(&workplace.hubLibrary(), &desk::HubLibrary::refused, this, [this](const QString &name, const base::Error &error) {
        m_window.notify(u"library"_s, InlineMessage::Level::Warning, tr("Guides from the hub were not let in: %1.").arg(name),
                        words::sentence(error) + u' ' + error.detail);
    });
    connect(m_page, &HubPage::lacked, this, &Linking::lacked);
    showStatus();
    hub.start();
    m_safekeeping->begin();
}

void Linking::showStatus()
{
    const hubwords::Line line = hubwords::statusLine(m_workplace.hub().place().has_value(), m_workplace.hub().status());
    m_window.setStatus(Segment::Network, line.text, line.role);
}

/// A receipt in a citizen's hand of which the hub knows nothing is told at once, unless its events are just on their way.
void Linking::tellReceipts()
{
    const auto days = m_workplace.hub().receiptDays(daysOfReceipts);
    if (!days)
        return; // the page says why
    qsizetype differing = 0;
    for (const journal::ReceiptDay &day : *days)
        differing += day.unknownToHub.size() + day.notListed.size();
    if (differing == 0)
        m_window.withdraw(u"receipts"_s);
    else if (m_workplace.hub().status().figures.events == 0)
        m_window.notify(u"receipts"_s, InlineMessage::Level::Warning,
                        tr("%n receipt(s) of this window and the hub do not match.", nullptr, int(differing)),
                        tr("Ctrl+7, F6 lists them, each with its case."));
}

void Linking::tellContradiction()
{
    m_window.notify(u"conflict"_s, InlineMessage::Level::Warning, tr("Two windows acted on one case without seeing each other."),
                    tr("Nothing was lost. “What next” (Ctrl+4) has the cases: look at both and decide."));
}

/// The citizen stands at the window: every answer says how to go on without.
void Linking::tellPrefill(desk::Prefill::Why why, const QString &number)
{
    using Why = desk::Prefill::Why;
    const auto say = [this](const QString &what, const QString &whatToDo) { m_home.tell(InlineMessage::Level::Warning, what, whatToDo); };
    switch (why) {
    case Why::NoHub:
        return say(tr("This window belongs to no hub, so nothing can be fetched."), tr("Choose the matter here and take the case in; the citizen may read off the phone."));
    case Why::Unreachable:
        return say(tr("The hub does not answer now."), tr("The code stays good: press Enter again in a moment, or choose the matter here and take the case in."));
    case Why::Unknown:
        return say(tr("There is no such code, or it has run out."), tr("Compare it with the phone. On the phone, “My application” shows the code that is good now."));
    case Why::Used:
        return say(tr("Another window has fetched this already."), tr("Find the case by the number or name of the applicant (Ctrl+2)."));
    case Why::Full:
        return say(tr("The hub opens no more cases today."), tr("Choose the matter here and take the case in."));
    case Why::OnTheWay:
        return say(tr("It was fetched, and the case %1 is still on its way here.").arg(domain::groupedNumber(number)),
                   tr("Press Enter again in a moment. It comes by itself once the line is better."));
    }
}
