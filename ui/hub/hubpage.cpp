#include "ui/hub/hubpage.h"

#include "core/domain/casenumber.h"
#include "ui/hub/hubwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/section.h"
#include "ui/words/words.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>
#include <QStorageInfo>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostShown = 500; ///< lines of the queue
enum QueueColumn { NumberColumn, EventsColumn, PicturesColumn, SinceColumn, WhyColumn };

}

HubPage::HubPage(desk::HubLink &link, const QString &profileFolder, QWidget *parent)
    : QWidget(parent), m_link(link), m_folder(profileFolder), m_safety(new QLabel(this)), m_contact(new QLabel(this)),
      m_trouble(new QLabel(this)), m_disk(new QLabel(this)), m_queue(new QTableWidget(0, WhyColumn + 1, this)),
      m_nothing(new EmptyState(u"online"_s, tr("Nothing waits."), tr("Every act and every picture of this window is at the hub."), this)),
      m_address(new QLineEdit(this)), m_code(new QLineEdit(this)), m_join(new QPushButton(tr("Join (Enter)"), this)),
      m_message(new InlineMessage(this))
{
    auto *title = new QLabel(tr("Hub"), this);
    theme::dress(*title, theme::Type::Title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(4));
    layout->setSpacing(theme::space(3));
    layout->addWidget(title);
    layout->addWidget(m_message);
    layout->addWidget(buildSafety());
    layout->addWidget(buildJoining());
    layout->addWidget(buildQueue(), 1);
    layout->addStretch();
    layout->addWidget(keyLine({{u"F5"_s, tr("try now")},
                               {u"Enter"_s, tr("open the case")},
                               {u"F2"_s, tr("join a hub")},
                               {u"Esc"_s, tr("close the form")}},
                              this));
    setFocusPolicy(Qt::StrongFocus);
    setUpKeys();
    showJoining(!link.place());
    connect(&link, &desk::HubLink::statusChanged, this, [this] {
        showStatus();
        if (isVisible())
            showQueue();
    });
    connect(&link, &desk::HubLink::enrolled, this, [this](const desk::HubPlace &place) {
        showJoining(false);
        m_join->setEnabled(true);
        m_code->clear();
        m_message->tell(InlineMessage::Level::Done, tr("This window belongs to the hub at %1 now.").arg(place.url.toString()),
                        tr("What was done here so far is being sent."));
        renew();
    });
    connect(&link, &desk::HubLink::enrolmentFailed, this, [this](const syncing::Trouble &trouble) {
        m_join->setEnabled(true);
        m_message->tell(InlineMessage::Level::Error, tr("The window did not join the hub."), hubwords::sentence(trouble));
    });
    connect(&link, &desk::HubLink::storageFailed, this, [this](const base::Error &error) {
        m_join->setEnabled(true);
        m_message->tell(InlineMessage::Level::Error, words::sentence(error), error.detail);
    });
    renew();
}

QWidget *HubPage::buildSafety()
{
    auto *card = new Card(this);
    card->body()->addWidget(new SectionHeader(tr("Is my work safe?"), card));
    theme::dress(*m_safety, theme::Type::Large);
    theme::dress(*m_trouble, theme::Type::Body, theme::Colour::Bad);
    theme::dress(*m_disk, theme::Type::Caption, theme::Colour::Muted);
    for (QLabel *label : {m_safety, m_trouble, m_contact, m_disk}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        card->body()->addWidget(label);
    }
    return card;
}

QWidget *HubPage::buildQueue()
{
    m_waiting = new Card(this);
    Card *card = m_waiting;
    card->body()->addWidget(new SectionHeader(tr("Not at the hub yet"), card));
    m_queue->setAccessibleName(tr("Not at the hub yet"));
    m_queue->setHorizontalHeaderLabels({tr("Case"), tr("Acts"), tr("Pictures"), tr("Since"), tr("Why")});
    m_queue->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_queue->horizontalHeader()->setStretchLastSection(true);
    m_queue->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_queue->verticalHeader()->hide();
    m_queue->setFrameShape(QFrame::NoFrame);
    m_queue->setShowGrid(false);
    m_queue->setTabKeyNavigation(false);
    m_queue->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_queue->setSelectionMode(QAbstractItemView::SingleSelection);
    m_queue->setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(m_queue, &QTableWidget::doubleClicked, this, &HubPage::openCurrent);
    m_queueStack = new QStackedLayout;
    m_queueStack->addWidget(m_queue);
    m_queueStack->addWidget(m_nothing);
    card->body()->addLayout(m_queueStack, 1);
    return card;
}

QWidget *HubPage::buildJoining()
{
    m_joining = new Card(this);
    auto *head = new SectionHeader(tr("Join a hub"), m_joining);
    head->setCaption(tr("once, with the code that the supervisor made for this window"));
    m_joining->body()->addWidget(head);
    m_address->setPlaceholderText(u"https://"_s);
    m_address->setAccessibleName(tr("Address of the hub"));
    m_address->setMaxLength(200);
    m_code->setAccessibleName(tr("Code"));
    m_code->setMaxLength(200);
    m_code->setPlaceholderText(tr("typed, or read by the hand scanner"));
    auto *form = new QFormLayout;
    form->addRow(tr("Address of the hub"), m_address);
    form->addRow(tr("Code"), m_code);
    m_joining->body()->addLayout(form);
    theme::setKind(*m_join, theme::Kind::Primary);
    m_joining->body()->addWidget(m_join, 0, Qt::AlignRight);
    connect(m_address, &QLineEdit::returnPressed, m_code, qOverload<>(&QWidget::setFocus));
    connect(m_code, &QLineEdit::returnPressed, this, &HubPage::join);
    connect(m_join, &QPushButton::clicked, this, &HubPage::join);
    return m_joining;
}

void HubPage::setUpKeys()
{
    const auto key = [this](Qt::Key press, const std::function<void()> &act) {
        auto *shortcut = new QShortcut(press, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(Qt::Key_F5, [this] { m_link.retry(); });
    key(Qt::Key_F2, [this] { showJoining(true); });
    key(Qt::Key_Escape, [this] { showJoining(!m_link.place()); });
    auto *open = new QShortcut(Qt::Key_Return, m_queue);
    open->setContext(Qt::WidgetShortcut);
    connect(open, &QShortcut::activated, this, &HubPage::openCurrent);
}

void HubPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    renew();
}

void HubPage::renew()
{
    showStatus();
    showQueue();
}

void HubPage::showStatus()
{
    const syncing::Status &status = m_link.status();
    using Contact = syncing::Status::Contact;
    const bool isTroubled = status.contact == Contact::Silent || status.contact == Contact::Refusing;
    if (!m_link.place()) {
        m_safety->setText(tr("This window belongs to no hub: its cases are on the disk of this PC, and nowhere else. Work goes on as "
                             "ever; join a hub to have it safe in two places."));
        m_contact->setText(m_link.fault() ? m_link.fault()->place + u": "_s + m_link.fault()->detail : QString());
    } else {
        m_safety->setText(hubwords::safety(status));
        m_contact->setText(hubwords::contact(status, QDateTime::currentDateTime()));
    }
    const QString trouble = status.contact == Contact::Stopped ? words::sentence(status.storage)
        : isTroubled                                          ? hubwords::sentence(status.trouble)
                                                              : QString();
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
    m_contact->setVisible(!m_contact->text().isEmpty());
    const QStorageInfo disk(m_folder);
    m_disk->setText(tr("Free on this disk: %1").arg(hubwords::size(disk.bytesAvailable())));
}

void HubPage::showQueue()
{
    const auto lines = m_link.place() ? m_link.queue(mostShown) : base::Result<QList<journal::QueueLine>>();
    if (!lines) {
        m_message->tell(InlineMessage::Level::Error, words::sentence(lines.error()), lines.error().detail);
        return;
    }
    const QString chosen = m_ids.value(m_queue->currentRow());
    m_ids.clear();
    m_queue->setRowCount(int(lines->size()));
    for (const journal::QueueLine &line : *lines) {
        const int row = int(m_ids.size());
        const QStringList cells{domain::groupedNumber(line.number), QString::number(line.events),
                                QString::number(line.pictures), line.oldest.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s),
                                hubwords::why(line)};
        for (int column = 0; column < cells.size(); ++column)
            m_queue->setItem(row, column, new QTableWidgetItem(cells[column]));
        m_ids << line.caseId;
    }
    m_queue->setCurrentCell(qMax(0, int(m_ids.indexOf(chosen))), 0);
    m_waiting->setVisible(m_link.place().has_value());
    m_queueStack->setCurrentWidget(m_ids.isEmpty() ? static_cast<QWidget *>(m_nothing) : m_queue);
    placeFocus();
}

void HubPage::showJoining(bool shown)
{
    m_joining->setVisible(shown);
    if (shown && m_address->text().isEmpty() && m_link.place())
        m_address->setText(m_link.place()->url.toString());
    placeFocus();
    setFocus();
}

/// Where the keys go when the page is entered.
void HubPage::placeFocus()
{
    if (!m_joining->isHidden())
        setFocusProxy(m_address->text().isEmpty() ? m_address : m_code);
    else
        setFocusProxy(m_ids.isEmpty() ? nullptr : m_queue);
}

void HubPage::join()
{
    const desk::HubInvitation invitation = desk::readInvitation(m_address->text(), m_code->text());
    if (invitation.url.host().isEmpty() || invitation.code.isEmpty()) {
        m_message->tell(InlineMessage::Level::Warning, tr("Address and code are both needed."),
                        tr("The address begins with https:// and names the hub; the supervisor has both."));
        return;
    }
    m_message->dismiss();
    m_join->setEnabled(false);
    m_link.enrol(invitation.url, invitation.code);
}

void HubPage::openCurrent()
{
    if (const QString id = m_ids.value(m_queue->currentRow()); !id.isEmpty())
        emit openRequested(id);
}
