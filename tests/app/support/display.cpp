#include "tests/app/support/display.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace outside {

namespace {

constexpr int longEnough = 60'000; // ms
const QString rareKeys = QStringLiteral("李𬭚"); // the second is outside the basic plane

/// A keyboard with \a characters on keys that a usual one leaves free.
QByteArray keyboardWith(const QString &characters)
{
    QString keys;
    int key = 249;
    for (const char32_t character : characters.toUcs4())
        keys += u"    key <I%1> { [ U%2 ] };\n"_s.arg(QString::number(key++), QString::number(character, 16));
    return u"xkb_keymap {\n"
           "  xkb_keycodes { include \"evdev+aliases(qwerty)\" };\n"
           "  xkb_types { include \"complete\" };\n"
           "  xkb_compat { include \"complete\" };\n"
           "  xkb_symbols { include \"pc+us+inet(evdev)\"\n%1  };\n};\n"_s.arg(keys)
               .toUtf8();
}

}

bool comesTrue(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, longEnough);
}

Display::Display(const Place &place) : m_environment(place.environment())
{
    m_screen = std::make_unique<Program>(u"Xvfb"_s,
                                         QStringList{u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1366x768x24"_s,
                                                     u"-nolisten"_s, u"tcp"_s, u"-noreset"_s},
                                         m_environment);
    const QString number = m_screen->lineLike(u"[0-9]+"_s);
    if (number.isEmpty())
        qFatal("no screen: %s", m_screen->output().constData());
    m_environment.insert(u"DISPLAY"_s, u':' + number);
    m_environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    addRareKeys(place);
    m_windowManager = std::make_unique<Program>(u"openbox"_s, QStringList{u"--sm-disable"_s}, m_environment);
    const bool managed = comesTrue([&] {
        return !numbers({u"xprop"_s, u"-root"_s, u"_NET_SUPPORTING_WM_CHECK"_s}).isEmpty();
    });
    if (!managed)
        qFatal("no window manager: %s", m_windowManager->output().constData());
}

void Display::addRareKeys(const Place &place) const
{
    const QString file = place.path(u"keys.xkb"_s);
    write(file, keyboardWith(rareKeys));
    if (!answerOf(u"xkbcomp"_s, {u"-w0"_s, file, m_environment.value(u"DISPLAY"_s)}, m_environment))
        qFatal("the keyboard cannot be set");
}

/// Window numbers in the answer, always written the same way.
QStringList Display::numbers(const QStringList &question) const
{
    static const QRegularExpression number(u"\\b(0x[0-9a-f]+|[0-9]{4,})\\b"_s);
    const QString answer = answerOf(question.first(), question.mid(1), m_environment).value_or(QString());
    QStringList numbers;
    for (auto found = number.globalMatch(answer); found.hasNext();)
        numbers << QString::number(found.next().captured().toULongLong(nullptr, 0));
    return numbers;
}

QStringList Display::windows(const QString &title) const
{
    return numbers({u"xdotool"_s, u"search"_s, u"--onlyvisible"_s, u"--name"_s, u'^' + title + u'$'});
}

QString Display::newWindow(const QString &title, const QStringList &known) const
{
    QString window;
    comesTrue([&] {
        const QStringList all = windows(title);
        const auto fresh = std::ranges::find_if(all, [&](const QString &one) { return !known.contains(one); });
        window = fresh == all.end() ? QString() : *fresh;
        return !window.isEmpty();
    });
    return window;
}

bool Display::isGone(const QString &title) const
{
    return comesTrue([&] { return windows(title).isEmpty(); });
}

QString Display::activeWindow() const
{
    return numbers({u"xprop"_s, u"-root"_s, u"_NET_ACTIVE_WINDOW"_s}).value(0);
}

QString Display::topWindow() const
{
    const QStringList fromBelow = numbers({u"xprop"_s, u"-root"_s, u"_NET_CLIENT_LIST_STACKING"_s});
    return fromBelow.isEmpty() ? QString() : fromBelow.last();
}

bool Display::activate(const QString &window) const
{
    answerOf(u"xdotool"_s, {u"windowactivate"_s, window}, m_environment);
    return comesTrue([&] { return activeWindow() == window; });
}

void Display::minimize(const QString &window) const
{
    answerOf(u"xdotool"_s, {u"windowminimize"_s, window}, m_environment);
}

}
