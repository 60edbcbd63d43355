#pragma once

#include <QFrame>
#include <QList>

class ChoiceBox;
class QLabel;

/// A window of the hall to which cases can be given.
struct OtherWindow {
    QString device; ///< UUID
    QString name;
    bool operator==(const OtherWindow &) const = default;
};

/// Asks which window cases are given to: by its digit or the arrows. Enter gives them, Esc leaves everything as it is.
class AssignBar final : public QFrame
{
    Q_OBJECT

public:
    /// Hidden until ask() is called.
    explicit AssignBar(QWidget *parent = nullptr);

    /// Begins anew with \a cases cases and takes the keyboard.
    void ask(int cases, const QList<OtherWindow> &windows);

signals:
    void given(const OtherWindow &window);
    void dropped();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<OtherWindow> m_windows;
    QLabel *const m_what;
    ChoiceBox *const m_choice;
};
