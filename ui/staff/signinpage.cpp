#include "ui/staff/signinpage.h"

#include "ui/staff/secretfield.h"
#include "ui/staff/staffwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/inlinemessage.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/section.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTimer>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = theme::space(120);
constexpr int longestSecret = 128;
constexpr int mostRows = 6; ///< that are seen at once
constexpr int nameRole = Qt::UserRole;
constexpr int silentMilliseconds = 500; ///< for which a try needs no words

QLineEdit *field(QWidget *parent, const QString &name, bool isSecret)
{
    auto *edit = new QLineEdit(parent);
    edit->setAccessibleName(name);
    edit->setMaxLength(longestSecret);
    edit->setMinimumHeight(theme::space(9));
    if (isSecret)
        edit->setEchoMode(QLineEdit::Password);
    return edit;
}

}

SignInPage::SignInPage(const QString &place, QWidget *parent) : QWidget(parent), m_members(new QStandardItemModel(this))
{
    build(place);
    connect(m_go, &QPushButton::clicked, this, &SignInPage::send);
    for (QLineEdit *edit : {m_name, m_secret, m_fresh, m_again})
        connect(edit, &QLineEdit::returnPressed, this, &SignInPage::goOn);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_name->setText(index.data(nameRole).toString());
        m_secret->setFocus();
    });
    m_wait = new QTimer(this);
    m_wait->setSingleShot(true);
    m_wait->setInterval(silentMilliseconds);
    connect(m_wait, &QTimer::timeout, this, [this] { m_message->tell(InlineMessage::Level::Info, tr("Being checked…")); });
    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(tr("Sign in"));
    askWho();
}

void SignInPage::build(const QString &place)
{
    auto *card = new Card(this);
    card->setFixedWidth(cardWidth);
    card->body()->setContentsMargins(theme::space(8), theme::space(7), theme::space(8), theme::space(6));
    card->body()->setSpacing(theme::space(3));
    m_title = new QLabel(card);
    theme::dress(*m_title, theme::Type::Title);
    m_caption = new QLabel(place, card);
    theme::dress(*m_caption, theme::Type::Body, theme::Colour::Muted);
    for (QLabel *label : {m_title, m_caption})
        label->setTextFormat(Qt::PlainText);
    m_list = new QListView(card);
    m_list->setModel(m_members);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Who signed in here before"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_name = field(card, tr("Name"), false);
    m_secret = field(card, tr("Password"), true);
    m_fresh = field(card, tr("New password"), true);
    m_again = field(card, tr("The same once more"), true);
    m_nameLabel = new QLabel(tr("Name"), card);
    m_secretLabel = new QLabel(card);
    m_freshLabel = new QLabel(tr("New password"), card);
    m_againLabel = new QLabel(tr("The same once more"), card);
    m_message = new InlineMessage(card, InlineMessage::Escape::LeftToOwner);
    m_go = new QPushButton(card);
    m_go->setAutoDefault(true); // Enter presses it while it has the keys
    theme::setKind(*m_go, theme::Kind::Primary);
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(theme::space(4));
    form->setVerticalSpacing(theme::space(2));
    form->setColumnStretch(1, 1);
    int row = 0;
    for (const auto &[label, edit] : std::array<std::pair<QLabel *, QLineEdit *>, 4>{
             {{m_nameLabel, m_name}, {m_secretLabel, m_secret}, {m_freshLabel, m_fresh}, {m_againLabel, m_again}}}) {
        label->setBuddy(edit);
        form->addWidget(label, row, 0);
        form->addWidget(edit, row++, 1);
    }
    m_keysWho = keyLine({{u"↑ / ↓"_s, tr("choose")}, {u"Enter"_s, tr("sign in")}, {u"F2"_s, tr("change the password")}}, card);
    m_keysBack = keyLine({{u"Enter"_s, tr("go on working")}, {u"Ctrl+Shift+U"_s, tr("another person")}}, card);
    card->body()->addWidget(m_title);
    card->body()->addWidget(m_caption);
    card->body()->addWidget(m_message);
    card->body()->addWidget(m_list);
    card->body()->addLayout(form);
    card->body()->addWidget(m_go, 0, Qt::AlignRight);
    card->body()->addWidget(hairline(card));
    card->body()->addWidget(m_keysWho);
    card->body()->addWidget(m_keysBack);
    auto *centre = new QGridLayout(this);
    centre->addWidget(card, 1, 1);
    for (const int edge : {0, 2}) {
        centre->setRowStretch(edge, 1);
        centre->setColumnStretch(edge, 1);
    }
}

void SignInPage::showMembers(const QList<people::StaffMember> &members)
{
    m_members->clear();
    for (const people::StaffMember &member : members) {
        QStringList posts;
        for (const QString &word : member.posts)
            posts << staffwords::post(word);
        auto *item = new QStandardItem(u"%1   %2   %3"_s.arg(member.called, member.name, posts.join(u'、')));
        item->setData(member.name, nameRole);
        item->setSizeHint({0, theme::space(7)});
        m_members->appendRow(item);
    }
    const int rows = qBound(1, m_members->rowCount(), mostRows);
    m_list->setFixedHeight(rows * theme::space(7) + 2 * m_list->frameWidth());
    m_list->setVisible(!m_isBack && !members.isEmpty());
    if (!m_isBack && m_name->text().isEmpty() && !members.isEmpty())
        step(1);
}

void SignInPage::askWho()
{
    m_isBack = false;
    arrange(false);
    m_title->setText(tr("Who works at this window?"));
    m_secretLabel->setText(tr("Password"));
    m_go->setText(tr("Sign in (Enter)"));
    m_name->clear();
    if (m_members->rowCount() > 0) {
        m_list->setCurrentIndex({});
        step(1);
        m_secret->setFocus();
    } else {
        m_name->setFocus();
    }
}

void SignInPage::askBack(const people::StaffMember &member, bool hasPin)
{
    m_back = member;
    m_hasPin = hasPin;
    m_isBack = true;
    arrange(true);
    m_title->setText(tr("Locked – %1").arg(member.called));
    m_secretLabel->setText(hasPin ? tr("PIN or password") : tr("Password"));
    m_go->setText(tr("Go on (Enter)"));
    m_secret->setFocus();
}

void SignInPage::arrange(bool isBack)
{
    m_message->dismiss();
    forgetSecrets();
    wantFresh(false);
    for (QWidget *part : std::initializer_list<QWidget *>{m_nameLabel, m_name, m_keysWho})
        part->setVisible(!isBack);
    m_keysBack->setVisible(isBack);
    m_list->setVisible(!isBack && m_members->rowCount() > 0);
}

void SignInPage::forgetSecrets()
{
    for (QLineEdit *edit : {m_secret, m_fresh, m_again})
        secretfield::forget(*edit);
}

void SignInPage::wantFresh(bool wanted)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_freshLabel, m_fresh, m_againLabel, m_again})
        part->setVisible(wanted);
}

void SignInPage::step(int rows)
{
    const int last = m_members->rowCount() - 1;
    if (last < 0)
        return;
    const int row = qBound(0, m_list->currentIndex().row() + rows, last);
    m_list->setCurrentIndex(m_members->index(row, 0));
    m_name->setText(m_members->index(row, 0).data(nameRole).toString());
}

/// Enter in a field goes to the next one that is empty, at the end it signs in.
void SignInPage::goOn()
{
    for (QLineEdit *edit : {m_name, m_secret, m_fresh, m_again}) {
        if (!edit->isHidden() && edit->text().isEmpty()) {
            edit->setFocus();
            return;
        }
    }
    send();
}

void SignInPage::send()
{
    if (!m_go->isEnabled() || m_secret->text().isEmpty())
        return;
    if (!m_fresh->isHidden() && m_fresh->text() != m_again->text()) {
        m_message->tell(InlineMessage::Level::Warning, tr("The new password was not typed the same twice."));
        secretfield::forget(*m_again);
        m_again->setFocus();
        return;
    }
    m_message->dismiss();
    if (m_isBack)
        emit unlockRequested(secretfield::typedIn(*m_secret));
    else
        emit signInRequested(m_name->text().trimmed(), secretfield::typedIn(*m_secret),
                             m_fresh->isHidden() ? people::Typed() : secretfield::typedIn(*m_fresh));
}

void SignInPage::tell(const desk::SignInTrouble &trouble)
{
    using Why = desk::SignInTrouble::Why;
    if (trouble.why == Why::PasswordWanted)
        m_secretLabel->setText(tr("Password"));
    const bool isAboutFresh = trouble.why == Why::FreshWanted || trouble.why == Why::FreshRefused;
    if (trouble.why == Why::FreshWanted && m_isBack && m_back) { // the hub gave another password meanwhile
        QString typed = secretfield::typedIn(*m_secret).text();
        const QString name = m_back->name;
        askWho();
        m_name->setText(name);
        m_secret->setText(typed);
        people::wipe(typed);
    }
    if (isAboutFresh) {
        wantFresh(true);
        secretfield::forget(*m_fresh);
        secretfield::forget(*m_again);
        m_fresh->setFocus();
    } else {
        secretfield::forget(*m_secret);
        (m_isBack || !m_name->text().isEmpty() ? m_secret : m_name)->setFocus();
    }
    m_message->tell(isAboutFresh ? InlineMessage::Level::Info : InlineMessage::Level::Warning, staffwords::sentence(trouble),
                    staffwords::whatToDo(trouble));
}

void SignInPage::setBusy(bool busy)
{
    if (busy == !m_go->isEnabled())
        return;
    busy ? m_wait->start() : m_wait->stop();
    if (busy)
        setFocus(); // the keys stay here: a field that is switched off would hand them to the window below
    else
        m_message->dismiss();
    for (QWidget *part : std::initializer_list<QWidget *>{m_go, m_name, m_secret, m_fresh, m_again})
        part->setEnabled(!busy);
    if (!busy && isVisible())
        (m_secret->text().isEmpty() || m_fresh->isHidden() ? m_secret : m_fresh)->setFocus();
}

bool SignInPage::event(QEvent *event)
{
    // The keys are its own: no shortcut of the window below may answer them.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void SignInPage::keyPressEvent(QKeyEvent *event)
{
    const bool isChange = event->key() == Qt::Key_U && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    if (isChange && m_isBack)
        askWho();
    else if (event->key() == Qt::Key_Escape && !m_isBack && m_back)
        askBack(*m_back, m_hasPin);
    else if (event->key() == Qt::Key_Escape)
        m_message->dismiss();
    else if (!m_isBack && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        step(event->key() == Qt::Key_Up ? -1 : 1);
    else if (!m_isBack && event->key() == Qt::Key_F2) {
        wantFresh(m_fresh->isHidden());
        (m_secret->text().isEmpty() ? m_secret : m_fresh)->setFocus();
    }
    event->accept();
}

/// What was typed does not wait behind the work.
void SignInPage::hideEvent(QHideEvent *event)
{
    forgetSecrets();
    QWidget::hideEvent(event);
}

void SignInPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), theme::colour(theme::Colour::Window));
}
