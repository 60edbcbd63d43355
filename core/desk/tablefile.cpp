#include "core/desk/tablefile.h"

#include "core/base/durablefile.h"
#include "core/sheets/rowsbook.h"

namespace desk {

base::Result<> writeTable(const QString &file, const QString &title, const QStringList &headings, const QList<QStringList> &rows)
{
    if (file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        return base::writeChosen(file, sheets::writeCsv(headings, rows));
    return sheets::writeRows(title, headings, rows).and_then([&](const QByteArray &book) { return base::writeChosen(file, book); });
}

}
