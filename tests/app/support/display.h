#pragma once

#include "tests/app/support/place.h"
#include "tests/app/support/program.h"

#include <functional>
#include <memory>

namespace outside {

/// A screen of 1366×768 that nobody looks at, with a window manager; windows are known by their X number. Its keyboard has,
/// beside the usual keys, one for each character of rareKeys, so that typing them changes nothing on the way.
class Display
{
public:
    /// Ends the test run when the screen does not come up. \a place outlives it.
    explicit Display(const Place &place);

    /// For programs that shall appear here.
    const QProcessEnvironment &environment() const { return m_environment; }

    /// Numbers of the visible windows with exactly this \a title (letters only).
    QStringList windows(const QString &title) const;
    /// Waits for a window with this \a title that is not among \a known; empty when none comes.
    QString newWindow(const QString &title, const QStringList &known = {}) const;
    /// Waits until no window with this \a title is left.
    bool isGone(const QString &title) const;

    /// The window that has the keys.
    QString activeWindow() const;
    /// The window that lies above all others.
    QString topWindow() const;
    /// Gives the keys to \a window and waits until it has them.
    bool activate(const QString &window) const;
    void minimize(const QString &window) const;

private:
    void addRareKeys(const Place &place) const;
    QStringList numbers(const QStringList &question) const;

    QProcessEnvironment m_environment;
    std::unique_ptr<Program> m_screen;
    std::unique_ptr<Program> m_windowManager;
};

/// Waits until \a condition holds; false when it does not for long.
bool comesTrue(const std::function<bool()> &condition);

}
