#pragma once

#include "tests/app/support/display.h"

namespace outside {

/// Keys pressed on a display, one stroke after the other; they go to whatever window has the focus there.
class Keyboard
{
public:
    explicit Keyboard(const Display &display);

    /// \a key as X names it: "Return", "F4", "ctrl+a", "1", "U674E".
    void press(const QString &key);
    void press(const QStringList &keys);
    /// Waits until the display has been given every stroke so far. What a program does with them is another matter.
    void settle();

private:
    Program m_xdotool;
    int m_settled = 0;
};

/// The strokes that write \a text.
QStringList strokesOf(const QString &text);

}
