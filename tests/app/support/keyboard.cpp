#include "tests/app/support/keyboard.h"

using namespace Qt::StringLiterals;

namespace outside {

Keyboard::Keyboard(const Display &display) : m_xdotool(u"xdotool"_s, {u"-"_s}, display.environment()) { }

void Keyboard::press(const QString &key)
{
    m_xdotool.tell(u"key "_s + key);
}

void Keyboard::press(const QStringList &keys)
{
    for (const QString &key : keys)
        press(key);
}

void Keyboard::settle()
{
    // Lines are carried out in turn, so its answer to this one says that the strokes before it are done.
    m_xdotool.tell(u"getmouselocation"_s);
    ++m_settled;
    const bool answered = comesTrue([this] { return m_xdotool.output().count('\n') >= m_settled; });
    if (!answered)
        qFatal("the keyboard does not answer: %s", m_xdotool.output().constData());
}

QStringList strokesOf(const QString &text)
{
    QStringList strokes;
    for (const char32_t character : text.toUcs4()) {
        const bool plain = character < 128 && QChar(char16_t(character)).isLetterOrNumber();
        strokes << (plain ? QString(QChar(char16_t(character))) : u'U' + QString::number(character, 16));
    }
    return strokes;
}

}
