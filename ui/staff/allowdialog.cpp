#include "ui/staff/allowdialog.h"

#include "ui/staff/secretfield.h"
#include "ui/staff/staffwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/inlinemessage.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int dialogWidth = 460;
constexpr int longestTyped = 200;

}

AllowDialog::AllowDialog(const QString &what, const QList<people::StaffMember> &members, QWidget *parent)
    : QDialog(parent), m_name(new QComboBox(this)), m_secret(new QLineEdit(this)), m_message(new InlineMessage(this, InlineMessage::Escape::LeftToOwner)),
      m_allow(new QPushButton(tr("Allow this once (Enter)"), this))
{
    setWindowTitle(tr("Allow once"));
    setModal(true);
    setMinimumWidth(dialogWidth);
    auto *head = new QLabel(what, this);
    theme::dress(*head, theme::Type::Large);
    auto *caption = new QLabel(tr("Somebody whose post has it signs for this one act, within a minute. It is recorded under the name of the clerk, with "
                                  "the name of who allowed it. The next one is refused again."),
                               this);
    theme::dress(*caption, theme::Type::Caption, theme::Colour::Muted);
    for (QLabel *label : {head, caption}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_name->setEditable(true);
    m_name->setInsertPolicy(QComboBox::NoInsert);
    m_name->setCompleter(nullptr);
    m_name->setAccessibleName(tr("Name"));
    for (const people::StaffMember &member : members)
        m_name->addItem(member.name);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setMaxLength(longestTyped);
    m_secret->setAccessibleName(tr("Password or PIN"));
    auto *form = new QFormLayout;
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Password or PIN"), m_secret);
    theme::setKind(*m_allow, theme::Kind::Primary);
    m_allow->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(theme::space(3));
    for (QWidget *widget : {static_cast<QWidget *>(head), static_cast<QWidget *>(caption), static_cast<QWidget *>(m_message)})
        layout->addWidget(widget);
    layout->addLayout(form);
    layout->addWidget(m_allow, 0, Qt::AlignRight);
    connect(m_allow, &QPushButton::clicked, this, &AllowDialog::goOn);
    (members.isEmpty() ? static_cast<QWidget *>(m_name) : m_secret)->setFocus(Qt::OtherFocusReason);
}

void AllowDialog::goOn()
{
    if (m_name->currentText().trimmed().isEmpty())
        m_name->setFocus(Qt::OtherFocusReason);
    else if (m_secret->text().isEmpty())
        m_secret->setFocus(Qt::OtherFocusReason);
    else
        emit given(m_name->currentText().trimmed(), secretfield::typedIn(*m_secret));
}

void AllowDialog::tell(const desk::SignInTrouble &trouble)
{
    secretfield::forget(*m_secret);
    m_secret->setFocus(Qt::OtherFocusReason);
    const bool isForOneTime = trouble.why == desk::SignInTrouble::Why::FreshWanted;
    m_message->tell(InlineMessage::Level::Warning, isForOneTime ? tr("This is a password for one time.") : staffwords::sentence(trouble),
                    isForOneTime ? tr("Sign in with it once (Ctrl+Shift+U) and choose your own; then you can allow things here.")
                                 : staffwords::whatToDo(trouble));
    adjustSize();
}

void AllowDialog::setBusy(bool busy)
{
    for (QWidget *widget : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_secret), static_cast<QWidget *>(m_allow)})
        widget->setEnabled(!busy);
    if (!busy && isVisible())
        m_secret->setFocus(Qt::OtherFocusReason);
}

void AllowDialog::hideEvent(QHideEvent *event)
{
    secretfield::forget(*m_secret);
    QDialog::hideEvent(event);
}
