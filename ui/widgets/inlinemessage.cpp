#include "ui/widgets/inlinemessage.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

struct Face {
    QString name; ///< in the style sheet
    QString icon;
    theme::Colour ink;
};

Face faceOf(InlineMessage::Level level)
{
    switch (level) {
    case InlineMessage::Level::Info: return {u"info"_s, u"info"_s, theme::Colour::Accent};
    case InlineMessage::Level::Done: return {u"done"_s, u"check"_s, theme::Colour::Good};
    case InlineMessage::Level::Warning: return {u"warning"_s, u"warning"_s, theme::Colour::Warn};
    case InlineMessage::Level::Error: return {u"error"_s, u"warning"_s, theme::Colour::Bad};
    }
    Q_UNREACHABLE();
}

}

InlineMessage::InlineMessage(QWidget *parent, Escape escape) :
    QFrame(parent), m_icon(new QLabel(this)), m_what(new QLabel(this)), m_whatToDo(new QLabel(this)),
    m_offer(new QPushButton(this)), m_close(new QToolButton(this))
{
    setProperty("kind", u"message"_s);
    for (QLabel *label : {m_what, m_whatToDo}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    theme::dress(*m_what, theme::Type::Strong);
    m_close->setIcon(theme::icon(u"cross"_s, theme::Colour::Muted));
    m_close->setAccessibleName(tr("Close the message"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_close->setFocusPolicy(Qt::NoFocus);
    m_close->setIconSize({12, 12});
    theme::setKind(*m_offer, theme::Kind::Quiet);
    m_offer->hide();

    auto *words = new QVBoxLayout;
    words->setContentsMargins(0, 1, 0, 1);
    words->setSpacing(0);
    words->addWidget(m_what);
    words->addWidget(m_whatToDo);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme::space(3), theme::space(2), theme::space(2), theme::space(2));
    layout->setSpacing(theme::space(3));
    m_icon->setFixedHeight(m_what->sizeHint().height() + 2);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    layout->setAlignment(words, Qt::AlignTop);
    layout->addWidget(m_offer, 0, Qt::AlignVCenter);
    layout->addWidget(m_close, 0, Qt::AlignTop);

    if (escape == Escape::InParent)
        listenForEscape();
    connect(m_close, &QToolButton::clicked, this, &InlineMessage::dismiss);
    connect(m_offer, &QPushButton::clicked, this, &InlineMessage::offerTaken);
    hide();
}

void InlineMessage::listenForEscape()
{
    // Only while it is shown: Esc means something else to the page otherwise.
    auto *shortcut = new QShortcut(Qt::Key_Escape, parentWidget(), nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, &InlineMessage::dismiss);
    shortcut->setEnabled(false);
    connect(this, &InlineMessage::dismissed, shortcut, [shortcut] { shortcut->setEnabled(false); });
    connect(this, &InlineMessage::told, shortcut, [shortcut] { shortcut->setEnabled(true); });
}

void InlineMessage::tell(Level level, const QString &what, const QString &whatToDo)
{
    const Face face = faceOf(level);
    setProperty("level", face.name);
    style()->unpolish(this);
    style()->polish(this);
    m_icon->setPixmap(theme::icon(face.icon, face.ink).pixmap(QSize(20, 20), devicePixelRatioF()));
    m_what->setText(what);
    m_whatToDo->setText(whatToDo);
    m_whatToDo->setVisible(!whatToDo.isEmpty());
    setAccessibleName(text());
    show();
    emit told();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void InlineMessage::offer(const QString &text)
{
    m_offer->setText(text);
    m_offer->setVisible(!text.isEmpty());
}

QString InlineMessage::text() const
{
    return m_whatToDo->text().isEmpty() ? m_what->text() : m_what->text() + u' ' + m_whatToDo->text();
}

void InlineMessage::dismiss()
{
    if (isHidden())
        return;
    hide();
    emit dismissed();
}
