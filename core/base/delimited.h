#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>

namespace base {

/// A text in rows of cells, as spreadsheets and people write it (RFC 4180).
struct Delimited {
    struct Row {
        int line = 0; ///< of the text, from 1
        QStringList cells; ///< each one line without spaces at its ends
    };
    struct Bounds {
        qsizetype rows = 0;
        qsizetype columns = 0;
        int cell = 0; ///< characters; the rest of a longer one is cut off
    };
    QList<Row> rows; ///< only those with something in them
    bool isTooLarge = false; ///< beyond the bounds: what is here is not all
    int openQuote = 0; ///< line of a row with a quote that does not end; 0: none
};

/// Columns parted by tabs, else by commas (also full-width ones) or semicolons, else by spaces; a cell in quotes may hold all of these
/// and line breaks.
Delimited readDelimited(const QString &text, const Delimited::Bounds &bounds);

/// A text file in UTF-8, UTF-16 or GB 18030; nothing when \a bytes are no text in any of them.
std::optional<QString> textOfFile(const QByteArray &bytes);

}
