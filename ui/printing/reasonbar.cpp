#include "ui/printing/reasonbar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/keyhint.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace {

constexpr int longestWords = 100;

}

ReasonBar::ReasonBar(const QStringList &reasons, const QString &enter, QWidget *parent)
    : QFrame(parent), m_what(new QLabel(this)), m_reason(new ChoiceBox(this)), m_words(new QLineEdit(this)),
      m_parts(new QHBoxLayout)
{
    theme::dress(*m_what, theme::Type::Strong);
    m_what->setTextFormat(Qt::PlainText);
    m_reason->setAccessibleName(tr("Why"));
    m_reason->setChoices(reasons);
    m_words->setAccessibleName(tr("Why, in other words"));
    m_words->setPlaceholderText(tr("or in other words"));
    m_words->setMaxLength(longestWords);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::space(4), theme::space(2), theme::space(4), theme::space(2));
    layout->addWidget(m_what, 1);
    layout->addWidget(m_reason);
    layout->addWidget(m_words, 1);
    layout->addLayout(m_parts);
    layout->addWidget(keyLine({{u"Enter"_s, enter}, {u"Esc"_s, tr("leave it")}}, this));
    m_reason->installEventFilter(this);
    m_words->installEventFilter(this);
    hide();
}

void ReasonBar::add(QWidget *part)
{
    m_parts->addWidget(part);
    part->installEventFilter(this);
}

void ReasonBar::ask(const QString &what)
{
    m_what->setText(what);
    m_words->clear();
    m_reason->setChoice({});
    show();
    m_reason->setFocus(Qt::OtherFocusReason);
}

QString ReasonBar::reason() const
{
    const QString own = m_words->text().simplified();
    return own.isEmpty() ? m_reason->choice() : own;
}

bool ReasonBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto &press = static_cast<const QKeyEvent &>(*event);
    if (press.key() == Qt::Key_Escape) {
        hide();
        emit dropped();
        return true;
    }
    if (press.key() != Qt::Key_Return && press.key() != Qt::Key_Enter)
        return QFrame::eventFilter(watched, event);
    hide();
    emit given();
    return true;
}
