#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

/// The frame of one step or part of a page: number, title, key, how far it is, and below its content the reason of a refusal.
/// The one that has the keyboard has an accented frame.
class StepCard : public QFrame
{
    Q_OBJECT

public:
    enum class State { Open, Waiting, Done };

    /// \a number: of the step; 0 where the parts have no order. \a key: how it is reached, e.g. "F2"; may be empty.
    StepCard(int number, const QString &title, const QString &key, QWidget *parent = nullptr);

    void setState(State state, const QString &text);
    QString stateText() const;
    /// Puts \a widget beside the title and owns it.
    void addAside(QWidget *widget);
    /// Shows \a sentence in the card until the next one, or until clearRefusal().
    void refuse(const QString &sentence);
    void clearRefusal();
    QString refusal() const;

protected:
    QVBoxLayout *body() const { return m_body; }
    void paintEvent(QPaintEvent *event) override;

private:
    void followFocus(const QWidget *now);

    QHBoxLayout *const m_head;
    QVBoxLayout *const m_body;
    QLabel *const m_stateIcon;
    QLabel *const m_stateText;
    QFrame *const m_refusalRow;
    QLabel *const m_refusalText;
    bool m_active = false;
};
