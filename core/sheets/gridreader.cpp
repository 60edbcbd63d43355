#include "core/sheets/gridreader.h"

#include "core/sheets/archive.h"

#include <orcus/config.hpp>
#include <orcus/orcus_xlsx.hpp>

#include <QRegularExpression>

namespace sheets {

using namespace Qt::StringLiterals;

namespace {

QString qtText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// A text of a cell. Characters that XML does not take, and what looks like them, stand as _x000D_ (ECMA-376 part 1, 22.9.2.19).
QString cellText(std::string_view stored)
{
    static const QRegularExpression escape(u"_x([0-9A-Fa-f]{4})_"_s);
    const QString text = qtText(stored);
    QString plain;
    qsizetype from = 0;
    for (const QRegularExpressionMatch &match : escape.globalMatch(text)) {
        plain += QStringView(text).sliced(from, match.capturedStart() - from);
        plain += QChar(match.captured(1).toUShort(nullptr, 16));
        from = match.capturedEnd();
    }
    plain += QStringView(text).sliced(from);
    return plain;
}

[[noreturn]] void stop(const QString &reason, const QString &place = {})
{
    throw BeyondBounds({base::Error::Kind::Document, reason, place});
}

}

size_t SharedTexts::append(std::string_view text)
{
    m_texts.push_back(cellText(text));
    return m_texts.size() - 1;
}

size_t SharedTexts::commit_segments()
{
    return append(std::exchange(m_segments, std::string()));
}

Cell &GridSink::at(orc::row_t row, orc::col_t column)
{
    if (row < 0 || column < 0 || row >= Grid::mostRows || column >= Grid::mostColumns)
        stop(u"单元格 %1 在允许的范围（%2 行 %3 列）之外：请删除该处内容"_s.arg(cellName(row, column))
                 .arg(Grid::mostRows)
                 .arg(Grid::mostColumns),
             m_grid.name);
    if (--m_cellsLeft < 0)
        stop(u"工作簿的单元格过多"_s, m_grid.name);
    return m_grid.rows[row][column];
}

void GridSink::set_auto(orc::row_t row, orc::col_t column, std::string_view text)
{
    at(row, column) = {.kind = Cell::Kind::Text, .text = cellText(text)};
}

void GridSink::set_string(orc::row_t row, orc::col_t column, orc::string_id_t index)
{
    at(row, column) = {.kind = Cell::Kind::Text, .text = {}};
    m_shared[row][column] = index;
}

void GridSink::set_value(orc::row_t row, orc::col_t column, double value)
{
    at(row, column) = {.kind = Cell::Kind::Number, .text = {}, .number = value};
    keepFormat(row, column);
}

/// The styles are read after the cells, and the format of a cell comes before or after its number.
void GridSink::keepFormat(int row, int column)
{
    const auto cells = m_grid.rows.constFind(row);
    const bool holdsNumber = cells != m_grid.rows.constEnd() && cells->value(column).kind == Cell::Kind::Number;
    if (holdsNumber && m_lastFormat.row == row && m_lastFormat.column == column)
        m_formats[row][column] = m_lastFormat.format;
}

void GridSink::set_bool(orc::row_t row, orc::col_t column, bool value)
{
    at(row, column) = {.kind = Cell::Kind::Flag, .text = {}, .number = double(value)};
}

void GridSink::set_date_time(orc::row_t row, orc::col_t column, int year, int month, int day, int, int, double)
{
    at(row, column) = {.kind = Cell::Kind::Text, .text = QDate(year, month, day).toString(Qt::ISODate)};
}

void GridSink::set_format(orc::row_t row, orc::col_t column, size_t format)
{
    m_lastFormat = {row, column, format};
    keepFormat(row, column);
}

void GridSink::set_merge_cell_range(const orc::range_t &range)
{
    if (m_grid.merged.size() < Grid::mostRows)
        m_grid.merged.append({range.first.row, range.first.column});
}

void GridSink::set_position(orc::row_t row, orc::col_t column)
{
    at(row, column) = {.kind = Cell::Kind::Formula, .text = {}};
}

void GridSink::set_range(const orc::range_t &range)
{
    set_position(range.first.row, range.first.column);
}

Grid GridSink::grid(QDate firstDay) const
{
    Grid grid = m_grid;
    grid.firstDay = firstDay;
    for (auto row = grid.rows.begin(); row != grid.rows.end(); ++row) {
        for (auto cell = row->begin(); cell != row->end(); ++cell) {
            const auto shared = m_shared.constFind(row.key());
            if (cell->kind == Cell::Kind::Text && shared != m_shared.constEnd() && shared->contains(cell.key()))
                cell->text = m_texts.text(shared->value(cell.key()));
            if (cell->kind == Cell::Kind::Number && m_styles.showsDay(m_formats.value(row.key()).value(cell.key())))
                cell->kind = Cell::Kind::Day;
        }
    }
    return grid;
}

orc::src_address_t Addresses::resolve_address(std::string_view address)
{
    static const QRegularExpression form(u"^\\$?([A-Z]{1,3})\\$?([1-9][0-9]{0,6})$"_s);
    const QRegularExpressionMatch match = form.match(qtText(address));
    if (!match.hasMatch())
        stop(u"单元格的地址无效"_s, qtText(address).left(20));
    int column = 0;
    for (const QChar letter : match.captured(1))
        column = column * 26 + (letter.unicode() - u'A' + 1);
    return {0, match.captured(2).toInt() - 1, column - 1};
}

orc::src_range_t Addresses::resolve_range(std::string_view range)
{
    const size_t colon = range.find(':');
    const orc::src_address_t first = resolve_address(range.substr(0, colon));
    return {first, colon == std::string_view::npos ? first : resolve_address(range.substr(colon + 1))};
}

orc::iface::import_sheet *BookSink::append_sheet(orc::sheet_t, std::string_view name)
{
    if (m_sheets.size() >= mostSheets)
        stop(u"工作簿的工作表过多"_s);
    m_sheets.emplace_back(name, std::make_unique<GridSink>(qtText(name), m_texts, m_styles, m_cellsLeft));
    return m_sheets.back().second.get();
}

orc::iface::import_sheet *BookSink::get_sheet(std::string_view name)
{
    for (const auto &[known, sheet] : m_sheets) {
        if (known == name)
            return sheet.get();
    }
    return nullptr;
}

orc::iface::import_sheet *BookSink::get_sheet(orc::sheet_t index)
{
    return index >= 0 && size_t(index) < m_sheets.size() ? m_sheets[size_t(index)].second.get() : nullptr;
}

QList<Grid> BookSink::grids() const
{
    QList<Grid> grids;
    for (const auto &[name, sheet] : m_sheets)
        grids.append(sheet->grid(m_firstDay));
    return grids;
}

base::Result<QList<Grid>> readGrids(const QByteArray &bytes)
{
    const base::Result<QByteArray> archive = soundArchive(bytes);
    if (!archive)
        return base::Fail(archive.error());
    BookSink sink;
    try {
        orcus::orcus_xlsx reader(&sink);
        orcus::config config(orcus::format_t::xlsx);
        config.debug = false;
        config.structure_check = false;
        reader.set_config(config);
        reader.read_stream({archive->constData(), size_t(archive->size())});
        return sink.grids();
    } catch (const BeyondBounds &fault) {
        return base::Fail(fault.error());
    } catch (const std::exception &) {
        return base::Fail({base::Error::Kind::Document, u"工作簿的内容不能读取：请用表格软件打开后另存为 .xlsx"_s, {}});
    }
}

QString cellName(int row, int column)
{
    QString letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(u'A' + (rest - 1) % 26));
    return letters + QString::number(row + 1);
}

}
