#include "ui/widgets/emptystate.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QVBoxLayout>

EmptyState::EmptyState(const QString &icon, const QString &sentence, const QString &whatToDo, QWidget *parent) :
    QWidget(parent), m_picture(new QLabel(this)), m_sentence(new QLabel(this)), m_whatToDo(new QLabel(this))
{
    theme::dress(*m_sentence, theme::Type::Strong);
    theme::dress(*m_whatToDo, theme::Type::Body, theme::Colour::Muted);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(6), theme::space(6), theme::space(6), theme::space(6));
    layout->setSpacing(theme::space(2));
    layout->addStretch(2);
    for (QLabel *label : {m_picture, m_sentence, m_whatToDo}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(label != m_picture);
        layout->addWidget(label);
    }
    layout->addStretch(3);
    setTexts(icon, sentence, whatToDo);
}

void EmptyState::setTexts(const QString &icon, const QString &sentence, const QString &whatToDo)
{
    constexpr int side = theme::space(10);
    m_picture->setPixmap(theme::icon(icon, theme::Colour::Edge).pixmap(QSize(side, side), devicePixelRatioF()));
    m_sentence->setText(sentence);
    m_whatToDo->setText(whatToDo);
    m_whatToDo->setVisible(!whatToDo.isEmpty());
}
