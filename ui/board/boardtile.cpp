#include "ui/board/boardtile.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using theme::Colour;

BoardTile::BoardTile(const QString &caption, BoardSize size, QWidget *parent) : QWidget(parent), m_number(new QLabel(this))
{
    auto *words = new QLabel(caption, this);
    theme::dress(*words, theme::Type::Caption, Colour::Muted);
    words->setFont(boardFont(theme::Type::Caption, size));
    m_number->setFont(boardFont(theme::Type::Title, size));
    m_number->setAccessibleName(caption);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_number);
    layout->addWidget(words);
    showNothing();
}

void BoardTile::show(int number, Colour colour)
{
    const QFont font = m_number->font();
    theme::dress(*m_number, theme::Type::Title, number == 0 ? Colour::Muted : colour);
    m_number->setFont(font);
    m_number->setText(QString::number(number));
}

void BoardTile::showNothing()
{
    m_number->setText(u"–"_s);
}
