#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDate>
#include <QStringList>

#include <variant>

namespace sheets {

/// The sum of the cells above it, down from the first row below the head; worked out by the spreadsheet.
struct SumAbove {
    qint64 value = 0; ///< what it comes to, for programs that do not reckon
    bool operator==(const SumAbove &) const = default;
};
/// The cell \c part columns to the right of the first, divided by that at \c whole, in the same row, as percent.
struct Quotient {
    int part = 0;
    int whole = 0;
    double value = 0; ///< from 0 to 1
    bool operator==(const Quotient &) const = default;
};
/// One cell; an empty text is an empty cell. A text is always a text, whatever it begins with.
using FigureCell = std::variant<QString, qint64, QDate, SumAbove, Quotient>;

struct FigureSheet {
    QString name; ///< at most 31 characters, none of []:*?/\ and each once
    QStringList headings;
    QList<QList<FigureCell>> rows;
};

/// A workbook (.xlsx) with real numbers, dates and formulas. Errors as writeRows().
base::Result<QByteArray> writeFigures(const QList<FigureSheet> &all);

}
