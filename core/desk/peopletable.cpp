#include "core/desk/peopletable.h"

#include "core/base/delimited.h"
#include "core/base/text.h"
#include "core/sheets/grid.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <optional>

namespace desk {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestCell = 500;
constexpr double exactNumbers = 1e15; // a spreadsheet keeps fifteen digits

base::Fail unreadable(const QString &reason, const QString &place)
{
    return base::Fail({base::Error::Kind::Document, reason, place});
}

TableCell cellOf(const sheets::Cell &cell, QDate firstDay)
{
    using Kind = sheets::Cell::Kind;
    switch (cell.kind) {
    case Kind::Day:
        return {firstDay.addDays(qint64(cell.number)).toString(Qt::ISODate), TableCell::Harm::None};
    case Kind::Formula:
        return {{}, TableCell::Harm::Formula};
    case Kind::Number: {
        const bool isWhole = cell.number == std::floor(cell.number) && std::fabs(cell.number) < 1e22;
        const QString text = isWhole ? QString::number(cell.number, 'f', 0) : QString::number(cell.number, 'g', 15);
        return {text, std::fabs(cell.number) >= exactNumbers ? TableCell::Harm::LostDigits : TableCell::Harm::None};
    }
    case Kind::Flag:
        return {cell.number != 0 ? u"是"_s : u"否"_s, TableCell::Harm::None};
    case Kind::Text:
        break;
    }
    return {base::cleanLine(cell.text, longestCell), TableCell::Harm::None};
}

base::Result<PeopleTable> tableOfGrid(const sheets::Grid &grid)
{
    if (grid.rows.size() > mostListRows)
        return unreadable(u"名单最多%1行，请分几次导入"_s.arg(mostListRows), grid.name);
    PeopleTable table{.sheet = grid.name, .rows = {}};
    for (auto row = grid.rows.begin(); row != grid.rows.end(); ++row) {
        if (row->isEmpty())
            continue;
        if (row->lastKey() >= mostListColumns)
            return unreadable(u"名单最多%1列"_s.arg(mostListColumns), grid.name);
        PeopleTable::Row taken{.line = row.key() + 1, .cells = QList<TableCell>(row->lastKey() + 1)};
        for (auto cell = row->begin(); cell != row->end(); ++cell)
            taken.cells[cell.key()] = cellOf(*cell, grid.firstDay);
        table.rows.append(taken);
    }
    return table;
}

}

base::Result<PeopleTable> tableOfText(const QString &text)
{
    if (text.size() > mostListBytes)
        return unreadable(u"名单过大，请分几次导入"_s, {});
    const base::Delimited read = base::readDelimited(text, {mostListRows, mostListColumns, longestCell});
    if (read.isTooLarge)
        return unreadable(u"名单最多%1行、%2列，请分几次导入"_s.arg(mostListRows).arg(mostListColumns), {});
    if (read.openQuote > 0)
        return unreadable(u"第%1行的引号没有结束，请补上右引号"_s.arg(read.openQuote), {});
    PeopleTable table;
    for (const base::Delimited::Row &row : read.rows) {
        PeopleTable::Row taken{.line = row.line, .cells = {}};
        for (const QString &cell : row.cells)
            taken.cells.append({cell, TableCell::Harm::None});
        table.rows.append(taken);
    }
    return table;
}

base::Result<PeopleTable> tableOfFile(const QByteArray &bytes, const QString &name)
{
    if (bytes.size() > mostListBytes)
        return unreadable(u"文件过大，请分几次导入"_s, name);
    if (bytes.startsWith("PK")) {
        const base::Result<QList<sheets::Grid>> grids = sheets::readGrids(bytes);
        if (!grids)
            return tl::unexpected(grids.error());
        const auto first = std::ranges::find_if(*grids, [](const sheets::Grid &grid) { return !grid.rows.isEmpty(); });
        return first == grids->end() ? PeopleTable{} : tableOfGrid(*first);
    }
    const std::optional<QString> text = base::textOfFile(bytes);
    if (!text)
        return unreadable(u"不是可以识别的名单文件，请另存为 .xlsx 或者 .csv 后再导入"_s, name);
    return tableOfText(*text);
}

base::Result<PeopleTable> tableInFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(u"不能读取这个文件，请检查它是否还在、是否被占用"_s, path);
    return tableOfFile(file.read(mostListBytes + 1), QFileInfo(path).fileName());
}

}
