#include "ui/hub/queuepane.h"

#include "core/domain/casenumber.h"
#include "ui/hub/hubwords.h"
#include "ui/hub/plaintable.h"
#include "ui/widgets/emptystate.h"

#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostShown = 500; ///< cases
constexpr int mostFaults = 50;

}

QueuePane::QueuePane(desk::HubLink &link, const desk::HubLibrary &library, QWidget *parent)
    : QWidget(parent), m_link(link), m_library(library),
      m_table(new PlainTable(tr("On its way"), {tr("What"), tr("Acts"), tr("Pictures"), tr("For"), tr("Why")}, this)),
      m_nothing(new EmptyState(u"online"_s, tr("Nothing waits."), tr("Every act and every picture of this window is at the hub."), this))
{
    auto *card = new Card(this);
    auto *head = new SectionHeader(tr("On its way"), card);
    head->setCaption(tr("F5 tries everything now"));
    card->body()->addWidget(head);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_nothing);
    card->body()->addLayout(m_stack, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    connect(m_table, &PlainTable::opened, this, &QueuePane::openRequested);
}

bool QueuePane::isEmpty() const
{
    return m_table->rowCount() == 0;
}

void QueuePane::renew()
{
    const auto lines = m_link.place() ? m_link.queue(mostShown) : base::Result<QList<journal::QueueLine>>();
    const auto faults = m_link.place() ? m_link.faults(mostFaults) : base::Result<QList<journal::FeedFault>>();
    if (!lines || !faults) {
        emit failed(lines ? faults.error() : lines.error());
        return;
    }
    const QDateTime now = QDateTime::currentDateTime();
    QList<PlainTable::Row> rows;
    for (const desk::HubLibrary::Held &held : m_library.held())
        rows.append({{tr("Guides: %1").arg(held.name), {}, {}, hubwords::age(held.since, now), hubwords::why(held)}, {}});
    for (const journal::FeedFault &fault : *faults)
        rows.append({{tr("From the hub, no. %1").arg(fault.hubSeq), {}, {}, {}, hubwords::why(fault)}, fault.caseId});
    for (const journal::QueueLine &line : *lines) {
        rows.append({{domain::groupedNumber(line.number), QString::number(line.events), QString::number(line.pictures + line.toFetch),
                      hubwords::age(line.oldest, now), hubwords::why(line, m_link.status())},
                     line.caseId});
    }
    m_table->show(rows);
    m_stack->setCurrentWidget(rows.isEmpty() ? static_cast<QWidget *>(m_nothing) : m_table);
    setFocusProxy(rows.isEmpty() ? nullptr : m_table);
}
