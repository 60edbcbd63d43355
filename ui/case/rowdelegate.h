#pragma once

#include "ui/case/rowspane.h"

#include <QStyledItemDelegate>

/// Draws the rows of a RowsPane.
class RowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// \a parent is the view that it draws for.
    RowDelegate(RowShape shape, QWidget *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintOneLine(QPainter &painter, const QRect &inner, const PaneRow &row) const;
    void paintTwoLines(QPainter &painter, const QRect &inner, const PaneRow &row) const;
    void paintWrapped(QPainter &painter, const QRect &inner, const PaneRow &row) const;
    int textWidth() const;

    const RowShape m_shape;
};
