#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QList>
#include <QMap>
#include <QString>

namespace sheets {

/// What stands in one cell, before it is known what it should be.
struct Cell {
    enum class Kind {
        Text,
        Number, ///< also a date that looks like a plain number
        Day, ///< a number that the book shows as a date
        Flag,
        Formula, ///< its result is not looked at
    };
    Kind kind = Kind::Text;
    QString text;
    double number = 0; ///< Number, Day: days since the book's first day; Flag: 1 or 0
    bool operator==(const Cell &) const = default;
};

/// One sheet as it stands in a book. Rows and columns count from 0.
struct Grid {
    /// Furthest place that is looked at.
    static constexpr int mostRows = 20'000;
    static constexpr int mostColumns = 200;

    QString name;
    QMap<int, QMap<int, Cell>> rows; ///< only cells with something in them
    QList<std::pair<int, int>> merged; ///< row and column of the first cell of each merged range
    QDate firstDay{1899, 12, 30}; ///< what the number 0 means as a date
};

/// The sheets of the workbook in \a bytes. As archive.h; also an Error::Document when a cell stands beyond the bounds of a Grid or
/// there are more than 500,000 cells.
base::Result<QList<Grid>> readGrids(const QByteArray &bytes);

/// "C12"
QString cellName(int row, int column);

}
