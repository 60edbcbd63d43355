#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

namespace desk {

/// One cell of a list of people as somebody else wrote it.
struct TableCell {
    enum class Harm {
        None,
        LostDigits, ///< a number that the spreadsheet rounded: its last digits are gone
        Formula, ///< what it comes to is not known here
    };
    QString text;
    Harm harm = Harm::None;
    bool operator==(const TableCell &) const = default;
};

/// A list of people as it came, before anybody knows what its columns mean.
struct PeopleTable {
    struct Row {
        int line = 0; ///< of the text or sheet, from 1
        QList<TableCell> cells;
    };
    QString sheet; ///< name of the sheet; empty for a text
    QList<Row> rows; ///< only those with something in them
};

/// Bounds of a list; a file of 500 people has about 60 kB.
constexpr qsizetype mostListBytes = qsizetype(20) * 1024 * 1024;
constexpr qsizetype mostListRows = 5'000;
constexpr qsizetype mostListColumns = 100;

/// The rows of \a text as it was pasted or stands in a .csv file: columns parted by tabs, else by commas (also full-width ones) or
/// semicolons, else by spaces; a cell in quotes may hold all of these and line breaks. Error::Document beyond the bounds.
base::Result<PeopleTable> tableOfText(const QString &text);

/// The rows of a file: the first sheet with anything in it of an .xlsx workbook, else text in UTF-8, UTF-16 or GB 18030.
/// Error::Document for everything else, which says in Chinese what to do. \a name is what errors call it.
base::Result<PeopleTable> tableOfFile(const QByteArray &bytes, const QString &name);
/// As tableOfFile(), of the file \a path, and when it cannot be read.
base::Result<PeopleTable> tableInFile(const QString &path);

}
