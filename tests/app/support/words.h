#pragma once

#include "tests/app/support/place.h"
#include "tests/app/support/program.h"

#include <QDBusConnection>

#include <memory>

namespace outside {

/// What the windows of programs say, as a screen reader hears it: over an accessibility bus of their own.
class Words
{
public:
    /// Ends the test run when the bus does not come up. \a environment: that of a display; \a place outlives it.
    Words(const Place &place, const QProcessEnvironment &environment);
    ~Words();

    /// For programs that shall be heard.
    const QProcessEnvironment &environment() const { return m_environment; }

    /// Everything that is written in any window now, one text a line; lists and tables only by their names.
    QString all() const;
    /// Waits until \a text stands somewhere.
    bool appear(const QString &text) const;

private:
    QProcessEnvironment m_environment;
    std::unique_ptr<Program> m_bus;
    std::unique_ptr<Program> m_launcher;
    QDBusConnection m_words;
};

}
