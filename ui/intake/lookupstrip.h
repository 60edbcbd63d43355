#pragma once

#include <QFrame>

class KeyButton;
class QLabel;
class QVBoxLayout;

/// Below the list of materials while one of them is looked up: whose it is, that somebody is being asked, what came of it.
class LookUpStrip final : public QFrame
{
    Q_OBJECT

public:
    enum class Mood { Good, Bad };

    explicit LookUpStrip(QWidget *parent = nullptr);

    /// Asks whose it is, of \a holders, each by its digit (nine at most), and takes the keyboard.
    void choose(const QString &title, const QStringList &holders);
    /// Says that somebody is being asked and takes the keyboard: Esc stops, any other key goes on with the list.
    void wait(const QString &title);
    /// Says what came of it; the keyboard stays where it is.
    void tell(Mood mood, const QString &text);

signals:
    void chosen(int holder);
    /// Esc: nothing is asked, or not any more.
    void stopped();
    /// Of no use here; the list may have it.
    void keyPassed(QKeyEvent *event);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void clearHolders();

    QLabel *const m_icon;
    QLabel *const m_text;
    KeyButton *const m_stop;
    QVBoxLayout *const m_holders;
    qsizetype m_count = 0; ///< of holders to choose from; 0: not choosing
};
