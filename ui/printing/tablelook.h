#pragma once

#include "ui/widgets/badge.h"

#include <QStyledItemDelegate>

class QTableView;

/// Draws the cells of the tables of this folder: text, a badge where a cell has a face, quiet where it says so.
class CellDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role {
        FaceRole = Qt::UserRole + 100, ///< BadgeFace; without a text: none
        QuietRole, ///< bool
        StrongRole, ///< bool
    };
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Makes \a table one of rows: whole rows are chosen, no grid, the column \a stretched takes what is left.
void dressTable(QTableView &table, const QList<int> &widths, int stretched);
