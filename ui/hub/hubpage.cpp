#include "ui/hub/hubpage.h"

#include "ui/hub/hubwords.h"
#include "ui/hub/queuepane.h"
#include "ui/hub/receiptspane.h"
#include "ui/theme/theme.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/section.h"
#include "ui/words/words.h"

#include <QApplication>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStorageInfo>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

HubPage::HubPage(const Needs &needs, QWidget *parent)
    : QWidget(parent), m_link(needs.link), m_library(needs.library), m_folder(needs.profileFolder), m_copies(new BackupPane(needs.copies, this)),
      m_safety(new QLabel(this)), m_contact(new QLabel(this)), m_trouble(new QLabel(this)), m_disk(new QLabel(this)),
      m_queue(new QueuePane(needs.link, needs.library, this)), m_receipts(new ReceiptsPane(needs.link, this)), m_lists(new QWidget(this)), m_address(new QLineEdit(this)), m_code(new QLineEdit(this)),
      m_join(new QPushButton(tr("Join (Enter)"), this)), m_message(new InlineMessage(this))
{
    m_join->setAutoDefault(true); // Enter presses it while it has the keys
    auto *title = new QLabel(tr("Hub"), this);
    theme::dress(*title, theme::Type::Title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(4));
    layout->setSpacing(theme::space(3));
    layout->addWidget(title);
    layout->addWidget(m_message);
    auto *safe = new QHBoxLayout;
    safe->setSpacing(theme::space(3));
    safe->addWidget(buildSafety(), 3);
    safe->addWidget(m_copies, 2);
    layout->addLayout(safe);
    layout->addWidget(buildJoining());
    auto *lists = new QHBoxLayout(m_lists);
    lists->setContentsMargins(0, 0, 0, 0);
    lists->setSpacing(theme::space(3));
    lists->addWidget(m_queue, 3);
    lists->addWidget(m_receipts, 2);
    layout->addWidget(m_lists, 1);
    layout->addStretch();
    layout->addWidget(keyLine({{u"F5"_s, tr("try now, compare receipts now")},
                               {u"Enter"_s, tr("open the case")},
                               {u"F6"_s, tr("other list")},
                               {u"F2"_s, tr("join a hub")},
                               {u"F7"_s, tr("recovery code")},
                               {u"F8"_s, tr("copy now")},
                               {u"F9"_s, tr("folder for copies")},
                               {u"Esc"_s, tr("close the form")}},
                              this));
    setFocusPolicy(Qt::StrongFocus);
    setUpKeys();
    showJoining(!m_link.place());
    connect(&m_link, &desk::HubLink::statusChanged, this, [this] {
        showStatus();
        if (isVisible())
            showLists();
    });
    const auto renewLists = [this] {
        if (isVisible())
            showLists();
    };
    connect(&m_link, &desk::HubLink::receiptsChecked, this, renewLists);
    connect(&m_library, &desk::HubLibrary::heldChanged, this, renewLists);
    connect(m_queue, &QueuePane::openRequested, this, &HubPage::openRequested);
    connect(m_queue, &QueuePane::failed, this, &HubPage::tellFailure);
    connect(m_receipts, &ReceiptsPane::numberRequested, this, &HubPage::numberRequested);
    connect(m_receipts, &ReceiptsPane::failed, this, &HubPage::tellFailure);
    connect(&m_link, &desk::HubLink::enrolled, this, [this](const desk::HubPlace &place) {
        showJoining(false);
        m_join->setEnabled(true);
        m_code->clear();
        m_message->tell(InlineMessage::Level::Done, tr("This window belongs to the hub at %1 now.").arg(place.url.toString()),
                        tr("What was done here so far is being sent."));
        renew();
    });
    connect(&m_link, &desk::HubLink::enrolmentFailed, this, [this](const syncing::Trouble &trouble) {
        m_join->setEnabled(true);
        m_message->tell(InlineMessage::Level::Error, tr("The window did not join the hub."), hubwords::sentence(trouble));
    });
    connect(&m_link, &desk::HubLink::storageFailed, this, [this](const base::Error &error) {
        m_join->setEnabled(true);
        tellFailure(error);
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
    card->body()->addStretch();
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
    key(Qt::Key_F5, [this] {
        m_link.retry();
        m_library.retry();
    });
    key(Qt::Key_F6, [this] { stepLists(); });
    key(Qt::Key_F7, [this] { m_copies->makeCode(); });
    key(Qt::Key_F8, [this] { m_copies->copy(); });
    key(Qt::Key_F9, [this] { m_copies->choose(); });
    key(Qt::Key_F2, [this] { showJoining(true); });
    key(Qt::Key_Escape, [this] {
        if (!m_copies->leave())
            showJoining(!m_link.place());
    });
    auto *again = new QShortcut(Qt::CTRL | Qt::Key_P, this);
    again->setContext(Qt::WidgetWithChildrenShortcut);
    connect(again, &QShortcut::activated, m_copies, &BackupPane::printCode);
    connect(m_copies, &BackupPane::lacked, this, &HubPage::lacked);
}

void HubPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_copies->renew();
    renew();
}

void HubPage::renew()
{
    showStatus();
    showLists();
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

void HubPage::showLists()
{
    m_lists->setVisible(m_link.place().has_value());
    m_queue->renew();
    m_receipts->renew();
    placeFocus();
}

void HubPage::tellFailure(const base::Error &error)
{
    m_message->tell(InlineMessage::Level::Error, words::sentence(error), error.detail);
}

/// Between what waits and the receipts.
void HubPage::stepLists()
{
    const bool isInQueue = m_queue->isAncestorOf(QApplication::focusWidget());
    (isInQueue || m_queue->isEmpty() ? static_cast<QWidget *>(m_receipts) : m_queue)->setFocus(Qt::ShortcutFocusReason);
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
        setFocusProxy(!m_link.place() ? nullptr : m_queue->isEmpty() ? static_cast<QWidget *>(m_receipts) : m_queue);
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
