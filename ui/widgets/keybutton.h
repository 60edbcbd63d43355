#pragma once

#include <QAbstractButton>

/// A key cap and what the key does, for the mouse as well. It never takes the keyboard from the work.
class KeyButton final : public QAbstractButton
{
    Q_OBJECT

public:
    /// \a key as on the key cap; the text of the button is what it does.
    KeyButton(const QString &key, const QString &text, QWidget *parent = nullptr);

    /// The key would be refused here; it can be pressed all the same, to be told why.
    void setDimmed(bool dimmed);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int capWidth() const;

    const QString m_key;
    bool m_dimmed = false;
};
