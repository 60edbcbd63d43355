#include "ui/widgets/helpoverlay.h"

#include "ui/theme/theme.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/section.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLayoutItem>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

void empty(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

}

HelpOverlay::HelpOverlay(QWidget *window) :
    QWidget(window)
{
    auto *card = new Card(this);
    m_card = card;
    auto *head = new SectionHeader(tr("Keys"), card);
    head->addAside(keyCaps(u"Esc"_s, head));
    card->body()->addWidget(head);
    card->body()->addWidget(hairline(card));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(theme::space(10));
    m_left = new QVBoxLayout;
    m_right = new QVBoxLayout;
    for (QVBoxLayout *column : {m_left, m_right}) {
        column->setSpacing(theme::space(4));
        columns->addLayout(column, 1);
    }
    card->body()->addLayout(columns);
    card->body()->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(6));

    auto *centre = new QGridLayout(this);
    centre->addWidget(card, 1, 1);
    for (const int edge : {0, 2}) {
        centre->setRowStretch(edge, 1);
        centre->setColumnStretch(edge, 1);
    }
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Keys"));
    window->installEventFilter(this);
    hide();
}

QWidget *HelpOverlay::makeGroup(const KeyGroup &group)
{
    auto *part = new QWidget(m_card);
    auto *grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme::space(4));
    grid->setVerticalSpacing(theme::space(1) + 2);
    grid->setColumnStretch(1, 1);
    auto *title = new QLabel(group.title, part);
    theme::dress(*title, theme::Type::Strong, theme::Colour::Accent);
    grid->addWidget(title, 0, 0, 1, 2);
    for (const KeyGroup::Row &row : group.rows) {
        const int line = grid->rowCount();
        grid->addWidget(keyCaps(row.keys, part), line, 0, Qt::AlignLeft);
        grid->addWidget(new QLabel(row.what, part), line, 1);
    }
    grid->setColumnMinimumWidth(0, theme::space(32));
    return part;
}

void HelpOverlay::setGroups(const QList<KeyGroup> &groups)
{
    empty(*m_left);
    empty(*m_right);
    qsizetype left = 0;
    qsizetype right = 0;
    for (const KeyGroup &group : groups) {
        const bool toLeft = left <= right;
        (toLeft ? left : right) += group.rows.size() + 2;
        (toLeft ? m_left : m_right)->addWidget(makeGroup(group));
    }
    m_left->addStretch(1);
    m_right->addStretch(1);
}

void HelpOverlay::open()
{
    if (isVisible())
        return;
    m_focusBefore = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    raise();
    show();
    setFocus(Qt::ShortcutFocusReason);
}

void HelpOverlay::dismiss()
{
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::ShortcutFocusReason);
}

bool HelpOverlay::event(QEvent *event)
{
    // While it is open the keys are its own: no shortcut of the window below may answer them, and Tab does not leave.
    const bool wandering = event->type() == QEvent::KeyPress
        && (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab || static_cast<QKeyEvent *>(event)->key() == Qt::Key_Backtab);
    if (event->type() == QEvent::ShortcutOverride || wandering) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool HelpOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == parentWidget())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void HelpOverlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_F1)
        dismiss();
    event->accept();
}

void HelpOverlay::mousePressEvent(QMouseEvent *event)
{
    if (!m_card->geometry().contains(event->position().toPoint()))
        dismiss();
}

void HelpOverlay::paintEvent(QPaintEvent *)
{
    QColor veil = theme::colour(theme::Colour::Rail);
    veil.setAlphaF(0.45F);
    QPainter(this).fillRect(rect(), veil);
}
