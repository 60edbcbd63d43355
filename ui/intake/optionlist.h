#pragma once

#include <QListView>

class OptionDelegate;

/// A list whose current row is decided by one key. It only says which key was meant for which row; what it means is the
/// panel's business.
class OptionList final : public QListView
{
    Q_OBJECT

public:
    explicit OptionList(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// Makes \a row current and shows all of it; out of range: nothing.
    void goTo(int row);
    int currentRow() const { return currentIndex().row(); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// A digit or a decimal point.
    void typed(const QModelIndex &index, QChar character);
    void erased(const QModelIndex &index);
    void optionClicked(const QModelIndex &index, int option);
    void boxClicked(const QModelIndex &index);
    void spacePressed(const QModelIndex &index);
    void enterPressed(const QModelIndex &index);
    void left(const QModelIndex &index); ///< another row or another widget is taken up

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    /// What the mouse was pressed on. Rows move when another one opens, so the release cannot tell any more.
    struct Target {
        QPersistentModelIndex index;
        int option = -1;
        bool box = false;
    };
    Target targetAt(QPoint position) const;
    void expandCurrent();

    Target m_pressed;
    OptionDelegate *const m_delegate;
};
