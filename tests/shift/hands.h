#pragma once

#include <QMap>
#include <QString>
#include <QWidget>

/// Fingers on the keyboard of one window: every key goes to whatever has the focus, as the window system would send it.
class Hands
{
public:
    Hands(QWidget &window, const QString &folder);

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// A fact. Plain characters are pressed one by one; others arrive as an input method would commit them.
    void type(const QString &text);
    /// The same, but for what is typed to find something: every character counts as a key press.
    void search(const QString &text);
    /// Goes through the one form from its first field to the last: each gets the value of its label, or is passed by.
    void fillForm(const QMap<QString, QString> &values);
    /// One verdict a word: "1", "7", or a key and what has to be told: "3 DZ2026…", "4", "5", "6 1".
    void giveVerdicts(const QStringList &verdicts);
    /// The window as it looks now, as NN-name.png.
    void shoot(const QString &name);

    /// Where pictures and papers go.
    QString folder() const { return m_folder; }

    /// Key presses since countFromHere() that were not the typing of facts.
    int keysBesideFacts() const { return m_keys; }
    void countFromHere() { m_keys = 0; }

private:
    void settle();

    QWidget &m_window;
    const QString m_folder;
    int m_shots = 0;
    int m_keys = 0;
};
