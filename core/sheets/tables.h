#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace sheets {

/// What may stand in the cells of a column.
enum class Kind {
    Text,
    Id,
    Lines, ///< texts, one a line
    Whole,
    Number,
    Day,
    Flag, ///< 是 or 否
    Word, ///< one of a closed list
    Words, ///< several of them, one a line
    When, ///< a condition, as guides::conditionLine()
    Reference, ///< the id of a row of another sheet
    References, ///< several of them, one a line
};

/// A word of the format and the one that people choose.
struct Choice {
    QString text;
    QString chinese;
};

struct Column {
    QString key; ///< in the object of the row; with a dot: in an object within it
    QString heading;
    QString note;
    Kind kind = Kind::Text;
    bool isRequired = false;
    QList<Choice> choices; ///< Word, Words
    QString sheet; ///< Reference, References: whose ids
};

/// One sheet. Its rows are the entries of a list of the format, which lies in the pack or in each entry of another sheet.
struct Table {
    QString sheet;
    QString
        list; ///< key of the list; with a dot: in an object; empty: the pack itself, whose columns then stand as rows
    QStringList owners; ///< the lists it lies in, from the outside
    bool isOfPackToo = false; ///< rows that name no owner belong to the pack
    QString idHeading; ///< what the sheets below call an id of this one
    QList<Column> columns;

    bool isHead() const { return list.isEmpty(); }
};

/// How wide a column of this kind stands in a book, in characters.
double widthOf(Kind kind);

/// All sheets in the order of the book; what a row belongs to comes before it.
const QList<Table> &tables();

/// The sheet whose list \a owners ends with.
const Table &ownerTable(const QStringList &owners);

/// The columns of \a table as they stand in the book: first the ids of the owners, then its own.
QList<Column> columnsOf(const Table &table);

/// The headings of the sheet of the pack itself, whose columns stand as rows.
inline const QString headKey = QStringLiteral("项目");
inline const QString headValue = QStringLiteral("内容");
inline const QString headNote = QStringLiteral("说明");

}
