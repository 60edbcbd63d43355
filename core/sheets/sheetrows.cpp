#include "core/sheets/sheetrows.h"

#include "core/sheets/cellvalues.h"
#include "core/sheets/jsonpath.h"

#include <algorithm>

namespace sheets {

using namespace Qt::StringLiterals;

namespace {

/// Reads one sheet from its headings to its last row.
class RowsReader
{
public:
    RowsReader(const Grid &grid, const Table &table, QList<SheetFault> &faults)
        : m_grid(grid), m_table(table), m_columns(columnsOf(table)), m_faults(faults)
    {
    }

    SheetRows run()
    {
        const qsizetype before = m_faults.size();
        for (const auto &[row, column] : m_grid.merged)
            fault(row, column, {}, u"不允许合并单元格：请取消合并，每格各填各的内容"_s);
        if (m_table.isHead())
            findHeadRows();
        else
            findColumns();
        m_result.isWellFormed = m_faults.size() == before;
        if (m_result.isWellFormed)
            m_table.isHead() ? readHead() : readRows();
        return m_result;
    }

private:
    void findColumns()
    {
        const QMap<int, Cell> headings = m_grid.rows.value(0);
        m_result.columns = QList<int>(m_columns.size(), -1);
        for (auto it = headings.begin(); it != headings.end(); ++it)
            place(plainText(*it), 0, it.key(), it.key());
        sayMissing(u"列"_s);
        for (auto row = m_grid.rows.begin(); row != m_grid.rows.end(); ++row) {
            const int last = row->lastKey();
            if (row.key() > 0 && !headings.contains(last) && hasContent(row->last()))
                fault(row.key(), last, {}, u"这一列没有标题：请删除，或者移到有标题的列"_s);
        }
    }

    void findHeadRows()
    {
        m_result.columns = QList<int>(m_columns.size(), -1);
        for (auto row = m_grid.rows.begin(); row != m_grid.rows.end(); ++row) {
            const QString heading = plainText(row->value(0));
            if (row.key() > 0 && !(heading.isEmpty() && !hasContent(row->value(1))))
                place(heading, row.key(), 0, row.key());
        }
        sayMissing(u"行"_s);
    }

    /// The heading that stands at \a row and \a column is that of a column at \a index.
    void place(const QString &heading, int row, int column, int index)
    {
        const auto known = std::ranges::find(m_columns, heading, &Column::heading);
        if (known == m_columns.end()) {
            if (!heading.isEmpty())
                fault(row, column, {}, u"“%1”不是本表的栏目，应为：%2"_s.arg(heading.left(60), headings()));
            return;
        }
        int &found = m_result.columns[known - m_columns.begin()];
        if (found >= 0)
            fault(row, column, {}, u"栏目“%1”重复"_s.arg(heading));
        found = index;
    }

    void sayMissing(const QString &what)
    {
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            if (m_result.columns[i] < 0)
                m_faults.append({{m_grid.name, -1, -1, {}}, u"缺少“%1”%2"_s.arg(m_columns[i].heading, what)});
        }
    }

    void readHead()
    {
        SheetRow head;
        for (qsizetype i = 0; i < m_columns.size(); ++i)
            readCell(head, m_columns[i], m_result.columns[i], 1);
        m_result.rows.append(head);
    }

    void readRows()
    {
        for (auto row = m_grid.rows.begin(); row != m_grid.rows.end(); ++row) {
            if (row.key() > 0 && std::ranges::any_of(*row, hasContent))
                readRow(row.key());
        }
    }

    void readRow(int at)
    {
        SheetRow row{.row = at, .owners = {}, .entry = {}, .broken = {}};
        const qsizetype owners = m_table.owners.size();
        for (qsizetype i = 0; i < owners; ++i) {
            const QString id = plainText(m_grid.rows.value(at).value(m_result.columns[i]));
            if (!id.isEmpty())
                row.owners.append(id);
            else if (!m_table.isOfPackToo)
                fault(at, m_result.columns[i], m_columns[i].heading, u"没有填写属于哪一行"_s);
        }
        for (qsizetype i = owners; i < m_columns.size(); ++i)
            readCell(row, m_columns[i], at, m_result.columns[i]);
        if (row.owners.size() == owners || m_table.isOfPackToo)
            m_result.rows.append(row);
    }

    void readCell(SheetRow &row, const Column &column, int at, int columnAt)
    {
        const auto cells = m_grid.rows.constFind(at);
        if (cells == m_grid.rows.constEnd() || !cells->contains(columnAt))
            return;
        const base::Result<QJsonValue> value = valueOf(cells->value(columnAt), column, m_grid.firstDay);
        if (!value) {
            fault(at, columnAt, column.heading, value.error().detail);
            row.broken.append(column.key);
        } else if (!value->isUndefined()) {
            putAt(row.entry, column.key, *value);
        }
    }

    static bool hasContent(const Cell &cell) { return cell.kind != Cell::Kind::Text || !cell.text.trimmed().isEmpty(); }

    QString headings() const
    {
        QStringList headings;
        for (const Column &column : m_columns)
            headings.append(column.heading);
        return headings.join(u'、');
    }

    void fault(int row, int column, const QString &heading, const QString &reason)
    {
        m_faults.append({{m_grid.name, row, column, heading}, reason});
    }

    const Grid &m_grid;
    const Table &m_table;
    const QList<Column> m_columns;
    QList<SheetFault> &m_faults;
    SheetRows m_result;
};

}

QString Spot::text() const
{
    QString text = sheet;
    if (row >= 0)
        text += u" 第 %1 行"_s.arg(row + 1);
    if (!heading.isEmpty())
        text += u"“%1”"_s.arg(heading);
    if (row >= 0 && column >= 0)
        text += u"（%1）"_s.arg(cellName(row, column));
    return text;
}

Spot SheetRows::spotOf(const Table &table, int row, const QString &key) const
{
    const QList<Column> all = columnsOf(table);
    const auto column = std::ranges::find(all.begin() + table.owners.size(), all.end(), key, &Column::key);
    if (column == all.end())
        return {table.sheet, row, -1, {}};
    const int at = columns.value(column - all.begin(), -1);
    return table.isHead() ? Spot{table.sheet, at, 1, column->heading} : Spot{table.sheet, row, at, column->heading};
}

SheetRows readRows(const Grid &grid, const Table &table, QList<SheetFault> &faults)
{
    return RowsReader(grid, table, faults).run();
}

}
