#include "ui/widgets/section.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>

SectionHeader::SectionHeader(const QString &title, QWidget *parent) :
    QWidget(parent), m_title(new QLabel(title, this)), m_caption(new QLabel(this)), m_layout(new QHBoxLayout(this))
{
    theme::dress(*m_title, theme::Type::Section);
    theme::dress(*m_caption, theme::Type::Caption, theme::Colour::Muted);
    m_title->setTextFormat(Qt::PlainText);
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->hide();
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(theme::space(2));
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_caption);
    m_layout->addStretch(1);
}

void SectionHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void SectionHeader::setCaption(const QString &caption)
{
    m_caption->setText(caption);
    m_caption->setVisible(!caption.isEmpty());
}

void SectionHeader::addAside(QWidget *widget)
{
    m_layout->addWidget(widget);
}

Card::Card(QWidget *parent) :
    QFrame(parent), m_body(new QVBoxLayout(this))
{
    setProperty("kind", QLatin1String("card"));
    m_body->setContentsMargins(theme::space(4), theme::space(3), theme::space(4), theme::space(4));
    m_body->setSpacing(theme::space(3));
}

QFrame *hairline(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("kind", QLatin1String("hairline"));
    line->setFixedHeight(1);
    return line;
}
