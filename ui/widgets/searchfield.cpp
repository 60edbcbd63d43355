#include "ui/widgets/searchfield.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

SearchField::SearchField(const QString &accessibleName, const QString &hint, Size size, QWidget *parent) :
    QLineEdit(parent),
    m_icon(theme::icon(u"search"_s, theme::Colour::Muted)),
    m_iconSide(size == Size::Big ? theme::space(5) : theme::space(4))
{
    setAccessibleName(accessibleName);
    setPlaceholderText(hint);
    setTextMargins(m_iconSide + theme::space(2), 0, 0, 0);
    if (size == Size::Big) {
        setFont(theme::font(theme::Type::Large));
        setMinimumHeight(theme::space(12));
    }
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    constexpr int page = 6;
    switch (event->key()) {
    case Qt::Key_Up: emit stepRequested(-1); return;
    case Qt::Key_Down: emit stepRequested(1); return;
    case Qt::Key_PageUp: emit stepRequested(-page); return;
    case Qt::Key_PageDown: emit stepRequested(page); return;
    case Qt::Key_Escape:
        if (!text().isEmpty()) {
            clear();
            return;
        }
        event->ignore(); // the page may have a use for it
        return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    m_icon.paint(&painter, QRect(theme::space(3), (height() - m_iconSide) / 2, m_iconSide, m_iconSide));
}
