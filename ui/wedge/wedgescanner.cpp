#include "ui/wedge/wedgescanner.h"

#include "core/domain/scannedcode.h"

#include <QApplication>

#include <utility>

// Gives a key first to those who override shortcuts, then to the shortcuts, as a key from the keyboard is; true when one took it.
// Qt has no public class for it and exports this function for its own test library.
Q_GUI_EXPORT bool qt_sendShortcutOverrideEvent(QObject *receiver, ulong timestamp, int key, Qt::KeyboardModifiers modifiers,
                                               const QString &text, bool autoRepeat, ushort count);

namespace {

QWidget *receiver()
{
    return QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow();
}

}

WedgeScanner::WedgeScanner(QApplication &application, QString publicUrl, QObject *parent)
    : QObject(parent), m_publicUrl(std::move(publicUrl))
{
    m_pause.setSingleShot(true);
    m_pause.setTimerType(Qt::PreciseTimer);
    m_pause.setInterval(longestGap);
    // Where the window was busy, keys that came in time wait behind the timer: they are let in first.
    connect(&m_pause, &QTimer::timeout, this, [this] {
        QTimer::singleShot(0, this, [this, held = m_held.size()] {
            if (m_held.size() == held && !m_pause.isActive())
                giveOn();
        });
    });
    application.installEventFilter(this);
}

/// Every key comes by once for the widget that has the focus, and again for each of its parents.
bool WedgeScanner::isForUs(const QObject *watched) const
{
    return !m_givingOn && watched == receiver() && !QApplication::activeModalWidget() && !QApplication::activePopupWidget();
}

bool WedgeScanner::belongs(const QKeyEvent &key) const
{
    const bool isTyped = key.text().size() == 1 && key.text().front() > u' ' && key.text().front() < u'\x7f';
    const bool isPlain = !(key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    return isTyped && isPlain && !key.isAutoRepeat() && domain::mayBecomeOurCode(m_text + key.text(), m_publicUrl);
}

bool WedgeScanner::endsScan(const QKeyEvent &key) const
{
    const bool isEnd = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter || key.key() == Qt::Key_Tab;
    return isEnd && !m_text.isEmpty() && domain::isOurCode(m_text, m_publicUrl);
}

bool WedgeScanner::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    // A scanner presses Shift before a capital, as people do.
    if (isKey && static_cast<QKeyEvent &>(*event).key() == Qt::Key_Shift)
        return false;
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (isForUs(watched) && (belongs(static_cast<QKeyEvent &>(*event)) || endsScan(static_cast<QKeyEvent &>(*event)))) {
            event->accept(); // the key comes as a key, not as a shortcut
            return true;
        }
        // What is held was pressed before this key, and must act before it does.
        if (isForUs(watched))
            giveOn();
        return false;
    case QEvent::KeyPress:
        return isForUs(watched) && press(static_cast<QKeyEvent &>(*event));
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::WindowDeactivate:
        if (!m_givingOn)
            giveOn();
        return false;
    default:
        return false;
    }
}

bool WedgeScanner::press(const QKeyEvent &key)
{
    if (endsScan(key)) {
        m_pause.stop();
        m_held.clear();
        emit scanned(std::exchange(m_text, {}));
        return true;
    }
    if (!belongs(key)) {
        giveOn();
        // Alone it may begin a code even where it does not go on with what was held.
        if (!belongs(key))
            return false;
    }
    m_held.push_back({key.key(), key.modifiers(), key.text()});
    m_text += key.text();
    m_pause.start();
    return true;
}

void WedgeScanner::giveOn()
{
    m_pause.stop();
    m_text.clear();
    m_givingOn = true;
    for (const Held &held : std::exchange(m_held, {})) {
        // Each goes where the focus is by then: the key before it may have moved it.
        QPointer<QWidget> target = receiver();
        if (!target || qt_sendShortcutOverrideEvent(target, 0, held.key, held.modifiers, held.text, false, 1) || !target)
            continue;
        QKeyEvent press(QEvent::KeyPress, held.key, held.modifiers, held.text);
        QCoreApplication::sendEvent(target, &press);
    }
    m_givingOn = false;
}
