#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace desk {

/// Writes a list for other people's programs into \a file that a person chose: a workbook of one sheet called \a title, or, when the
/// name ends with .csv, text in UTF-8 with a mark of its own at the beginning, which Chinese spreadsheets need. Whole or not at all.
[[nodiscard]] base::Result<> writeTable(const QString &file, const QString &title, const QStringList &headings,
                                        const QList<QStringList> &rows);

}
