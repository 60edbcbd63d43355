#include "ui/shell/navigationrail.h"

#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using theme::Colour;

namespace {

constexpr int railWidth = theme::space(21);
constexpr int iconSide = theme::space(6);

}

RailButton::RailButton(const QString &icon, const QString &text, const QString &key, QWidget *parent) :
    QToolButton(parent), m_quiet(theme::icon(icon, Colour::RailText)), m_current(theme::icon(icon, Colour::OnAccent))
{
    setText(text);
    setAccessibleName(text);
    setToolTip(u"%1 (%2)"_s.arg(text, key));
    setCheckable(true);
    setFocusPolicy(Qt::NoFocus);
    setFont(theme::font(theme::Type::Caption));
}

QSize RailButton::sizeHint() const
{
    return {railWidth, theme::space(16)};
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool lit = isChecked();
    if (lit || underMouse())
        painter.fillRect(rect(), theme::colour(Colour::Rail).lighter(lit ? 150 : 125));
    if (lit)
        painter.fillRect(0, 0, 3, height(), theme::colour(Colour::Accent).lighter(160));
    const int textHeight = fontMetrics().height();
    const int top = (height() - iconSide - textHeight - theme::space(1)) / 2;
    (lit ? m_current : m_quiet).paint(&painter, QRect((width() - iconSide) / 2, top, iconSide, iconSide));
    painter.setPen(theme::colour(lit ? Colour::OnAccent : Colour::RailText));
    painter.drawText(QRect(0, top + iconSide + theme::space(1), width(), textHeight), Qt::AlignCenter, text());
}

NavigationRail::NavigationRail(QWidget *parent) :
    QWidget(parent), m_buttons(new QButtonGroup(this)), m_entries(new QVBoxLayout)
{
    setFixedWidth(railWidth);
    auto *help = new RailButton(u"keyboard"_s, tr("Keys"), u"F1"_s, this);
    help->setCheckable(false);
    connect(help, &QToolButton::clicked, this, &NavigationRail::helpRequested);
    connect(m_buttons, &QButtonGroup::idClicked, this, &NavigationRail::chosen);

    m_entries->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::space(2), 0, theme::space(1));
    layout->setSpacing(0);
    layout->addLayout(m_entries);
    layout->addStretch(1);
    layout->addWidget(help);
}

int NavigationRail::add(const QString &icon, const QString &text, const QString &key)
{
    const int place = static_cast<int>(m_buttons->buttons().size());
    auto *button = new RailButton(icon, text, key, this);
    m_buttons->addButton(button, place);
    m_entries->addWidget(button);
    return place;
}

void NavigationRail::setCurrent(int place)
{
    if (QAbstractButton *button = m_buttons->button(place))
        button->setChecked(true);
}

int NavigationRail::current() const
{
    return m_buttons->checkedId();
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), theme::colour(Colour::Rail));
}
