#include "ui/widgets/keybutton.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace {

constexpr int capInset = theme::space(1);
constexpr int capGap = 5;

QFontMetrics metrics()
{
    return QFontMetrics(theme::font(theme::Type::Caption));
}

}

KeyButton::KeyButton(const QString &key, const QString &text, QWidget *parent) : QAbstractButton(parent), m_key(key)
{
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void KeyButton::setDimmed(bool dimmed)
{
    if (std::exchange(m_dimmed, dimmed) != dimmed)
        update();
}

int KeyButton::capWidth() const
{
    return qMax(metrics().horizontalAdvance(m_key) + 8, 18);
}

QSize KeyButton::sizeHint() const
{
    return {capInset + capWidth() + capGap + metrics().horizontalAdvance(text()) + capInset,
            metrics().height() + theme::space(2)};
}

void KeyButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (underMouse() || isDown()) {
        painter.setBrush(theme::colour(theme::Colour::AccentSoft));
        painter.drawRoundedRect(rect(), 5, 5);
    }
    const QRectF cap(capInset + 0.5, (height() - 18) / 2 + 0.5, capWidth() - 1, 17);
    painter.setOpacity(m_dimmed ? 0.55 : 1);
    painter.setPen(theme::colour(theme::Colour::Edge));
    painter.setBrush(theme::colour(theme::Colour::Surface));
    painter.drawRoundedRect(cap, 4, 4);
    painter.setFont(theme::font(theme::Type::Caption));
    painter.setPen(theme::colour(theme::Colour::Muted));
    painter.drawText(cap, Qt::AlignCenter, m_key);
    painter.setPen(theme::colour(theme::Colour::Text));
    painter.drawText(rect().adjusted(capInset + capWidth() + capGap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}
