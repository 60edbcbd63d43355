#pragma once

#include <QStyledItemDelegate>

/// One result of a ShelfModel in two lines: mark, state and end at the left, then the item with its matter, the whereabouts at the
/// right.
class ShelfDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};
