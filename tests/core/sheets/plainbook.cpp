#include "plainbook.h"

#include <QFile>
#include <QTemporaryDir>

#include <xlsxwriter.h>

using namespace Qt::StringLiterals;
using sheets::Cell;

namespace support {

namespace {

void writeCell(lxw_worksheet *sheet, int row, int column, const Cell &cell, lxw_format *day)
{
    const auto at = lxw_row_t(row);
    const auto col = lxw_col_t(column);
    switch (cell.kind) {
    case Cell::Kind::Text:
        worksheet_write_string(sheet, at, col, cell.text.toUtf8().constData(), nullptr);
        break;
    case Cell::Kind::Number:
        worksheet_write_number(sheet, at, col, cell.number, nullptr);
        break;
    case Cell::Kind::Day:
        worksheet_write_number(sheet, at, col, cell.number, day);
        break;
    case Cell::Kind::Flag:
        worksheet_write_boolean(sheet, at, col, int(cell.number), nullptr);
        break;
    case Cell::Kind::Formula:
        worksheet_write_formula_str(sheet, at, col, "=1+1", nullptr, cell.text.toUtf8().constData());
        break;
    }
}

}

QByteArray bookOf(const QList<sheets::Grid> &grids,
                  const std::function<void(lxw_workbook *, lxw_worksheet *, const QString &)> &more)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"plain.xlsx"_s);
    lxw_workbook *book = workbook_new(QFile::encodeName(path).constData());
    lxw_format *day = workbook_add_format(book);
    format_set_num_format(day, "yyyy\"年\"m\"月\"d\"日\"");
    for (const sheets::Grid &grid : grids) {
        lxw_worksheet *sheet = workbook_add_worksheet(book, grid.name.toUtf8().constData());
        for (auto row = grid.rows.begin(); row != grid.rows.end(); ++row) {
            for (auto cell = row->begin(); cell != row->end(); ++cell)
                writeCell(sheet, row.key(), cell.key(), *cell, day);
        }
        if (more)
            more(book, sheet, grid.name);
    }
    workbook_close(book);
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

}
