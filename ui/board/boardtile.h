#pragma once

#include "ui/board/boardtable.h"

class QLabel;

/// A big number with its caption.
class BoardTile final : public QWidget
{
    Q_OBJECT

public:
    BoardTile(const QString &caption, BoardSize size, QWidget *parent = nullptr);

    /// \a colour counts when there is something; a nothing is quiet.
    void show(int number, theme::Colour colour);
    /// What is not known.
    void showNothing();
    using QWidget::show;

private:
    QLabel *const m_number;
};
