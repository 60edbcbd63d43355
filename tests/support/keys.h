#pragma once

#include <QApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QTest>

/// The hands of a clerk: every key goes where the focus is, and is counted. Texts come from an input method and count as typed
/// facts, not as keys.
class Keys
{
public:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        ++m_count;
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void press(std::initializer_list<Qt::Key> keys)
    {
        for (const Qt::Key key : keys)
            press(key);
    }
    void type(const QString &text) const
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(QApplication::focusWidget(), &event);
    }
    int count() const { return m_count; }

private:
    int m_count = 0;
};
