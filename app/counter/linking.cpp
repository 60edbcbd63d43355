#include "app/counter/linking.h"

#include "app/counter/pagekeys.h"
#include "ui/hub/hubpage.h"
#include "ui/hub/hubwords.h"
#include "ui/shell/mainwindow.h"
#include "ui/words/words.h"

using namespace Qt::StringLiterals;

Linking::Linking(Workplace &workplace, MainWindow &window, QObject *parent)
    : QObject(parent), m_workplace(workplace), m_window(window),
      m_page(new HubPage(workplace.hub(), workplace.profileFolder()))
{
    window.addPage(m_page, {u"online"_s, tr("Hub"), pagekeys::hub()});
    desk::HubLink &hub = workplace.hub();
    connect(m_page, &HubPage::openRequested, this, &Linking::openRequested);
    connect(&hub, &desk::HubLink::statusChanged, this, &Linking::showStatus);
    connect(&hub, &desk::HubLink::enrolled, this, &Linking::showStatus);
    connect(&hub, &desk::HubLink::casesChanged, this, &Linking::casesChanged);
    connect(&hub, &desk::HubLink::casesLeft, this, &Linking::casesLeft);
    connect(&hub, &desk::HubLink::contradicted, this, &Linking::tellContradiction);
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
    showStatus();
    hub.start();
}

void Linking::showStatus()
{
    const hubwords::Line line = hubwords::statusLine(m_workplace.hub().place().has_value(), m_workplace.hub().status());
    m_window.setStatus(Segment::Network, line.text, line.role);
}

void Linking::tellContradiction()
{
    m_window.notify(u"conflict"_s, InlineMessage::Level::Warning, tr("Two windows acted on one case without seeing each other."),
                    tr("Nothing was lost. “What next” (Ctrl+4) has the cases: look at both and decide."));
}
