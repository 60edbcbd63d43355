#pragma once

#include <QIcon>
#include <QLineEdit>

/// A line to search in. Esc clears it; Up, Down, PageUp and PageDown are passed on, so that the list below can be walked while
/// the cursor stays here.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    enum class Size { Normal, Big };

    /// \a accessibleName names the field to screen readers; \a hint is the grey text in the empty field.
    SearchField(const QString &accessibleName, const QString &hint, Size size, QWidget *parent = nullptr);

signals:
    /// The list below shall move its current row by \a rows.
    void stepRequested(int rows);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const QIcon m_icon;
    const int m_iconSide;
};
