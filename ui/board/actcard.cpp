#include "ui/board/actcard.h"

#include "ui/theme/theme.h"
#include "ui/widgets/keyhint.h"

#include <QLabel>
#include <QVBoxLayout>

ActCard::ActCard(const QString &key, QWidget *parent)
    : QWidget(parent), m_card(new Card(this)), m_head(new SectionHeader({}, m_card)), m_value(new QLabel(m_card)), m_act(new QLabel(m_card)),
      m_who(new QLabel(m_card))
{
    theme::dress(*m_value, theme::Type::Large);
    theme::dress(*m_act, theme::Type::Body);
    theme::dress(*m_who, theme::Type::Body, theme::Colour::Muted);
    m_head->addAside(new KeyHint(key, m_head));
    m_card->body()->addWidget(m_head);
    for (QLabel *label : {m_value, m_act, m_who}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        m_card->body()->addWidget(label);
    }
    m_card->body()->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
}

void ActCard::show(const Side &side)
{
    m_title = side.title;
    m_head->setTitle(side.title);
    m_value->setText(side.value);
    m_value->setVisible(!side.value.isEmpty());
    m_act->setText(side.act);
    m_who->setText(side.who);
    setAccessibleName(side.title);
    setAccessibleDescription(QStringList{side.value, side.act, side.who}.join(QLatin1Char('\n')));
}

void ActCard::setChosen(bool chosen)
{
    m_head->setCaption(chosen ? tr("shall count") : QString());
}
