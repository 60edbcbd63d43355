#include "ui/widgets/stepcard.h"

#include "ui/theme/theme.h"
#include "ui/widgets/keyhint.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace {

/// The number of the step on a disc, as on a form.
QPixmap disc(int number, theme::Colour colour, qreal ratio)
{
    constexpr int size = 20;
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme::colour(colour));
    painter.drawEllipse(0, 0, size, size);
    painter.setPen(theme::colour(theme::Colour::OnAccent));
    painter.setFont(theme::font(theme::Type::Caption));
    painter.drawText(QRect(0, 0, size, size), Qt::AlignCenter, QString::number(number));
    return pixmap;
}

QLabel *label(theme::Type type, theme::Colour colour, QWidget *parent)
{
    auto *result = new QLabel(parent);
    theme::dress(*result, type, colour);
    return result;
}

}

StepCard::StepCard(int number, const QString &title, const QString &key, QWidget *parent)
    : QFrame(parent), m_head(new QHBoxLayout), m_body(new QVBoxLayout), m_stateIcon(new QLabel(this)),
      m_stateText(label(theme::Type::Caption, theme::Colour::Muted, this)), m_refusalRow(new QFrame(this)),
      m_refusalText(label(theme::Type::Caption, theme::Colour::Bad, m_refusalRow))
{
    auto *numberLabel = new QLabel(this);
    numberLabel->setVisible(number > 0);
    if (number > 0)
        numberLabel->setPixmap(disc(number, theme::Colour::Muted, devicePixelRatioF()));
    auto *titleLabel = label(theme::Type::Section, theme::Colour::Text, this);
    titleLabel->setText(title);
    m_head->setSpacing(theme::space(2));
    m_head->addWidget(numberLabel);
    m_head->addWidget(titleLabel);
    if (!key.isEmpty())
        m_head->addWidget(new KeyHint(key, this));
    m_head->addStretch();
    m_head->addWidget(m_stateIcon);
    m_head->addWidget(m_stateText);

    m_refusalRow->setProperty("kind", QStringLiteral("message"));
    m_refusalRow->setProperty("level", QStringLiteral("error"));
    m_refusalText->setWordWrap(true);
    m_refusalText->setTextFormat(Qt::PlainText);
    auto *refusal = new QHBoxLayout(m_refusalRow);
    refusal->setContentsMargins(theme::space(2), theme::space(1), theme::space(2), theme::space(1));
    refusal->addWidget(m_refusalText, 1);
    m_refusalRow->setVisible(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::space(3), theme::space(2), theme::space(3), theme::space(2));
    layout->setSpacing(theme::space(1));
    layout->addLayout(m_head);
    layout->addLayout(m_body, 1);
    layout->addWidget(m_refusalRow);
    m_body->setSpacing(theme::space(1));
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) { followFocus(now); });
}

void StepCard::addAside(QWidget *widget)
{
    const int beforeStretch = m_head->count() - 3; // then the state's icon and text
    m_head->insertWidget(beforeStretch, widget);
}

void StepCard::setState(State state, const QString &text)
{
    const bool done = state == State::Done;
    const theme::Colour colour = done ? theme::Colour::Good
        : state == State::Open        ? theme::Colour::Warn
                                      : theme::Colour::Muted;
    m_stateIcon->setPixmap(done ? theme::icon(QStringLiteral("check"), colour).pixmap(16, 16) : QPixmap());
    m_stateIcon->setVisible(done);
    theme::dress(*m_stateText, theme::Type::Caption, colour);
    m_stateText->setText(text);
}

QString StepCard::stateText() const
{
    return m_stateText->text();
}

void StepCard::refuse(const QString &sentence)
{
    m_refusalText->setText(sentence);
    m_refusalRow->setVisible(!sentence.isEmpty());
}

void StepCard::clearRefusal()
{
    refuse({});
}

QString StepCard::refusal() const
{
    return m_refusalText->text();
}

void StepCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme::colour(theme::Colour::Surface));
    const qreal width = m_active ? 2 : 1;
    painter.setPen(QPen(theme::colour(m_active ? theme::Colour::Accent : theme::Colour::Line), width));
    painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), 8, 8);
}

void StepCard::followFocus(const QWidget *now)
{
    // A menu or another window takes the keyboard for a moment; the step stays the one at work.
    if (!now)
        return;
    const bool active = now == this || isAncestorOf(now);
    if (std::exchange(m_active, active) != active)
        update();
}
