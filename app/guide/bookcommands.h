#pragma once

#include "app/guide/packfinder.h"

class QTextStream;

/// Packs as workbooks and back. Exit codes as those of Commands; then 1 also means that nothing was written.
class BookCommands
{
public:
    BookCommands(PackFinder finder, QTextStream &out, QTextStream &err)
        : m_finder(std::move(finder)), m_out(out), m_err(err)
    {
    }

    /// Writes the pack \a name as the workbook \a file. A file that is there and says something else stays, unless \a force.
    int exportBook(const QString &name, const QString &file, bool force);
    /// Writes the pack in the workbook \a book as \a file; empty: beside the book, with its name and .json. Faults of the book go
    /// to stdout, one a line. A file that is there stays as above.
    int importBook(const QString &book, const QString &file, bool force);

private:
    int write(const QString &file, const QByteArray &bytes, bool force);
    int fail(const base::Error &error);

    PackFinder m_finder;
    QTextStream &m_out;
    QTextStream &m_err;
};
