#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

namespace sheets {

/// A workbook (.xlsx) of one sheet: \a headings, and below them \a rows, every cell as text, so that no number loses its digits.
/// Error::Storage when there is no room for a temporary file, Error::Document when a text is longer than a cell may hold.
base::Result<QByteArray> writeRows(const QString &sheet, const QStringList &headings, const QList<QStringList> &rows);

/// The same as text (RFC 4180) in UTF-8 with a byte order mark, by which spreadsheets know it. What they would take for a formula
/// has an apostrophe before it.
QByteArray writeCsv(const QStringList &headings, const QList<QStringList> &rows);

}
