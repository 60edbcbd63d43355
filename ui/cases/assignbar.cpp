#include "ui/cases/assignbar.h"

#include "ui/theme/theme.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/keyhint.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

using namespace Qt::StringLiterals;

AssignBar::AssignBar(QWidget *parent) : QFrame(parent), m_what(new QLabel(this)), m_choice(new ChoiceBox(this))
{
    theme::dress(*m_what, theme::Type::Strong);
    m_choice->setAccessibleName(tr("Window"));
    m_choice->setMinimumWidth(theme::space(60));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, theme::space(1), 0, theme::space(1));
    layout->addWidget(m_what);
    layout->addWidget(m_choice);
    layout->addWidget(keyLine({{u"1 – 9"_s, tr("choose")}, {u"Enter"_s, tr("give")}, {u"Esc"_s, tr("leave it")}}, this));
    layout->addStretch(1);
    m_choice->installEventFilter(this);
    hide();
}

void AssignBar::ask(int cases, const QList<OtherWindow> &windows)
{
    m_windows = windows;
    m_what->setText(tr("Give %n case(s) to window", nullptr, cases));
    QStringList names;
    for (const OtherWindow &window : windows)
        names << window.name;
    m_choice->setChoices(names);
    m_choice->setCurrentIndex(-1);
    show();
    m_choice->setFocus(Qt::ShortcutFocusReason);
}

bool AssignBar::eventFilter(QObject *watched, QEvent *event)
{
    const bool isEscape = (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)
        && static_cast<const QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (isEscape && event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (isEscape) {
        hide();
        emit dropped();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *press = static_cast<const QKeyEvent *>(event);
    if (press->key() != Qt::Key_Return && press->key() != Qt::Key_Enter)
        return QFrame::eventFilter(watched, event);
    if (const int chosen = m_choice->currentIndex(); chosen >= 0 && chosen < m_windows.size() && !press->isAutoRepeat()) {
        hide();
        emit given(m_windows[chosen]);
    }
    return true;
}
