#include "ui/intake/lookupstrip.h"

#include "ui/theme/theme.h"
#include "ui/widgets/keybutton.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostHolders = 9;
constexpr int stripIcon = 16;

}

LookUpStrip::LookUpStrip(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_stop(new KeyButton(u"Esc"_s, tr("stop"), this)),
      m_holders(new QVBoxLayout)
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    auto *head = new QHBoxLayout;
    head->setSpacing(theme::space(2));
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_text, 1);
    head->addWidget(m_stop, 0, Qt::AlignTop);
    m_holders->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::space(1));
    layout->addLayout(head);
    layout->addLayout(m_holders);
    layout->addStretch();
    setFocusPolicy(Qt::StrongFocus);
    connect(m_stop, &KeyButton::clicked, this, &LookUpStrip::stopped);
}

void LookUpStrip::clearHolders()
{
    m_count = 0;
    while (QLayoutItem *item = m_holders->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
}

void LookUpStrip::choose(const QString &title, const QStringList &holders)
{
    clearHolders();
    m_count = qMin(mostHolders, holders.size());
    for (int i = 0; i < m_count; ++i) {
        auto *button = new KeyButton(QString::number(i + 1), holders[i], this);
        button->setVisible(true); // counts for the size of the strip at once
        m_holders->addWidget(button, 0, Qt::AlignLeft);
        connect(button, &KeyButton::clicked, this, [this, i] { emit chosen(i); });
    }
    m_icon->setPixmap(theme::icon(u"question"_s, theme::Colour::Accent).pixmap(stripIcon, stripIcon));
    theme::dress(*m_text, theme::Type::Strong);
    m_text->setText(title);
    m_stop->show();
    setFocus(Qt::OtherFocusReason);
}

void LookUpStrip::wait(const QString &title)
{
    clearHolders();
    m_icon->setPixmap(theme::icon(u"clock"_s, theme::Colour::Accent).pixmap(stripIcon, stripIcon));
    theme::dress(*m_text, theme::Type::Body);
    m_text->setText(title);
    m_stop->show();
    setFocus(Qt::OtherFocusReason);
}

void LookUpStrip::tell(Mood mood, const QString &text)
{
    clearHolders();
    const bool isGood = mood == Mood::Good;
    m_icon->setPixmap(theme::icon(isGood ? u"check"_s : u"warning"_s, isGood ? theme::Colour::Good : theme::Colour::Warn)
                          .pixmap(stripIcon, stripIcon));
    theme::dress(*m_text, theme::Type::Body, isGood ? theme::Colour::Text : theme::Colour::Warn);
    m_text->setText(text);
    m_stop->hide();
}

bool LookUpStrip::event(QEvent *event)
{
    // While the strip has the keyboard, Esc leaves the strip and not the page.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QFrame::event(event);
}

void LookUpStrip::keyPressEvent(QKeyEvent *event)
{
    const bool isFirst = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const int digit = event->text().size() == 1 ? event->text()[0].digitValue() : -1;
    if (event->key() == Qt::Key_Escape)
        emit stopped();
    else if (m_count > 0 && isFirst)
        emit chosen(0);
    else if (digit > 0 && digit <= m_count)
        emit chosen(digit - 1);
    else if (m_count == 0)
        emit keyPassed(event);
}
