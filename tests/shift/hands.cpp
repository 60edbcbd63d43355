#include "tests/shift/hands.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr int previewPause = 400; // ms: the paper is drawn again after the last change
constexpr int longestForm = 40;

bool isAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 128; });
}

}

Hands::Hands(QWidget &window, const QString &folder) : m_window(window), m_folder(folder) { }

void Hands::press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : &m_window, Qt::Key(key), modifiers);
    ++m_keys;
    QCoreApplication::processEvents();
}

void Hands::type(const QString &text)
{
    QWidget *focus = QApplication::focusWidget();
    if (!focus)
        return;
    if (isAscii(text)) {
        QTest::keyClicks(focus, text);
    } else {
        QInputMethodEvent commit;
        commit.setCommitString(text);
        QCoreApplication::sendEvent(focus, &commit);
    }
    QCoreApplication::processEvents();
}

void Hands::search(const QString &text)
{
    type(text);
    m_keys += int(text.size());
}

void Hands::fillForm(const QMap<QString, QString> &values)
{
    press(Qt::Key_F4);
    for (int field = 0; field < longestForm; ++field) {
        QWidget *focus = QApplication::focusWidget();
        auto *choice = qobject_cast<QComboBox *>(focus);
        if (!choice && !qobject_cast<QLineEdit *>(focus))
            return; // the form is behind us
        type(values.value(focus->accessibleName()));
        if (QApplication::focusWidget() == focus)
            press(Qt::Key_Return);
    }
}

void Hands::giveVerdicts(const QStringList &verdicts)
{
    press(Qt::Key_F5);
    for (const QString &verdict : verdicts) {
        const QString key = verdict.left(1);
        const QString told = verdict.mid(2);
        press(key[0].unicode());
        if (key == u"3") {
            type(told);
            press(Qt::Key_Return);
        } else if (key == u"6") {
            press(told[0].unicode());
        } else if (key == u"4") {
            press(Qt::Key_Return);
        }
    }
}

void Hands::shoot(const QString &name)
{
    settle();
    ++m_shots;
    const QString file = u"%1-%2.png"_s.arg(m_shots, 2, 10, QLatin1Char('0')).arg(name);
    m_window.grab().save(QDir(m_folder).filePath(file));
}

void Hands::settle()
{
    QTest::qWait(previewPause);
}
