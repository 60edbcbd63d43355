#pragma once

#include "core/sheets/grid.h"
#include "core/sheets/tables.h"

#include <QJsonObject>

namespace sheets {

/// Where something stands, for a fault: sheet, row and column count as people see them; what is empty or negative is not said.
struct Spot {
    QString sheet;
    int row = -1; ///< from 0
    int column = -1;
    QString heading;

    /// e.g. 材料 第 3 行“形式”（E3）
    QString text() const;
};

struct SheetFault {
    Spot spot;
    QString reason;
};

/// One row of a sheet, turned into an entry of its list.
struct SheetRow {
    int row = 0;
    QStringList owners; ///< ids of what it lies in, from the outside; none: the pack
    QJsonObject entry;
    QStringList broken; ///< keys of cells that are at fault already
};

/// The rows of one sheet.
struct SheetRows {
    QList<SheetRow> rows;
    QList<int> columns; ///< of the book, for each of columnsOf(table); of the pack's sheet: the rows
    bool isWellFormed = false; ///< the headings are what they should be

    /// Where the value under \a key of a row stands, or the row as a whole when \a table has no such column.
    Spot spotOf(const Table &table, int row, const QString &key) const;
};

/// Reads the rows of \a grid, which is the sheet of \a table. What is wrong is appended to \a faults.
SheetRows readRows(const Grid &grid, const Table &table, QList<SheetFault> &faults);

}
