#pragma once

#include <QFrame>

class ChoiceBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;

/// Asks for a reason in one line: one of a few phrases by its digit, or other words. Enter gives it, Esc leaves everything as it is.
class ReasonBar final : public QFrame
{
    Q_OBJECT

public:
    /// \a enter says what Enter does. Hidden until ask() is called.
    ReasonBar(const QStringList &reasons, const QString &enter, QWidget *parent = nullptr);

    /// Puts \a part behind the words; its Enter and Esc count as well.
    void add(QWidget *part);
    /// Begins anew about \a what and takes the keyboard.
    void ask(const QString &what);
    /// As it was given; may be empty.
    QString reason() const;

signals:
    void given();
    void dropped();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLabel *const m_what;
    ChoiceBox *const m_reason;
    QLineEdit *const m_words;
    QHBoxLayout *const m_parts;
};
