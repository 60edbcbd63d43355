#include "core/papers/layoutparts.h"

#include <algorithm>

namespace papers {

namespace {

using Align = Text::Shape::Align;

constexpr double cellAside = 5; ///< left and right of a cell's text
constexpr double cellAbove = 3;

struct Cell {
    const Text *text;
    double x;
    double width;
    const char *tag;
};

int linesThatFit(const Text &text, int first, double height)
{
    int count = 0;
    while (first + count < text.lineCount() && text.height(first, count + 1) <= height)
        ++count;
    return std::max(count, first < text.lineCount() ? 1 : 0);
}

/// \a joinsNext, \a joinsLast: no rule between the first cell and that of the strip below, or above.
void drawBorders(Strip &strip, const QList<Cell> &cells, bool joinsLast, bool joinsNext)
{
    const double first = cells.first().x;
    const double inner = first + cells.first().width;
    for (const Cell &cell : cells)
        strip.pieces << RulePiece{cell.x, 0, cell.x, strip.height};
    const double end = cells.last().x + cells.last().width;
    strip.pieces << RulePiece{end, 0, end, strip.height};
    strip.pieces << RulePiece{joinsLast ? inner : first, 0, end, 0}
                 << RulePiece{joinsNext ? inner : first, strip.height, end, strip.height};
}

/// The row that starts with line \a from of every cell, no higher than \a highest; moves \a from on. Cells are centred
/// upright.
Strip rowSlice(const QList<Cell> &cells, QList<int> &from, double highest)
{
    const double room = highest - 2 * cellAbove;
    QList<int> counts;
    double tallest = 0;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        counts << linesThatFit(*cells[i].text, from[i], room);
        tallest = std::max(tallest, cells[i].text->height(from[i], counts[i]));
    }
    Strip strip;
    strip.height = tallest + 2 * cellAbove;
    strip.tag = "TR";
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const Cell &cell = cells[i];
        if (counts[i] == 0) // said all it has on the pages before
            continue;
        const double y = (strip.height - cell.text->height(from[i], counts[i])) / 2;
        strip.pieces << TextPiece{cell.text, cell.x + cellAside, y, from[i], counts[i], cell.tag};
        from[i] += counts[i];
    }
    return strip;
}

/// How a row hangs together with the note of its table row.
enum class Joint { None, NoteBelow, Note };

/// One strip, or several when the row is higher than a page.
QList<Strip> rowStrips(const QList<Cell> &cells, double highest, Joint joint = Joint::None)
{
    QList<int> from(cells.size(), 0);
    QList<Strip> strips;
    const auto unfinished = [&] {
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (from[i] < cells[i].text->lineCount())
                return true;
        }
        return false;
    };
    do {
        strips << rowSlice(cells, from, highest);
    } while (unfinished());
    for (Strip &strip : strips) {
        const bool isLast = &strip == &strips.back();
        drawBorders(strip, cells, joint == Joint::Note, (joint == Joint::Note && !isLast) || joint == Joint::NoteBelow);
        strip.keepWithNext = joint == Joint::NoteBelow && isLast;
    }
    return strips;
}

/// Lays pairs of label and value into rows of slots; a value that does not fit its slot gets the rest of a row of its own.
class FactRows
{
public:
    FactRows(Layout &layout, const FactTable &facts)
        : m_layout(layout), m_slots(std::max(1, facts.pairsPerRow)), m_slotWidth(layout.text / m_slots)
    {
        for (const auto &[label, value] : facts.rows)
            m_labelWidth = std::max(m_labelWidth, m_layout.inkWidth(label, Face::Cell));
        m_labelWidth = std::min(m_labelWidth + 2 * cellAside, m_slotWidth * 0.45);
    }

    QList<QList<Cell>> rows(const FactTable &facts)
    {
        for (const auto &[label, value] : facts.rows) {
            const double room = m_slotWidth - m_labelWidth - 2 * cellAside;
            const bool fits = m_slots > 1 && m_layout.inkWidth(value, Face::Cell) <= room;
            if (!fits)
                finishRow();
            m_pending << std::pair(label, value);
            if (!fits || m_pending.size() == m_slots)
                finishRow();
        }
        finishRow();
        return m_rows;
    }

private:
    /// The last pair of a row reaches to the right edge.
    void finishRow()
    {
        QList<Cell> row;
        double x = 0;
        for (qsizetype i = 0; i < m_pending.size(); ++i) {
            const double end = i + 1 == m_pending.size() ? m_layout.text : x + m_slotWidth;
            row << cell(m_pending[i].first, x, m_labelWidth, Align::Centre, "TH");
            row << cell(m_pending[i].second, x + m_labelWidth, end - x - m_labelWidth, Align::Left, "TD");
            x = end;
        }
        m_pending.clear();
        if (!row.isEmpty())
            m_rows << row;
    }

    Cell cell(const QString &words, double x, double width, Align align, const char *tag)
    {
        return {m_layout.set(words, {Face::Cell, width - 2 * cellAside, 0, align}), x, width, tag};
    }

    Layout &m_layout;
    int m_slots;
    double m_slotWidth;
    double m_labelWidth = 0;
    QList<std::pair<QString, QString>> m_pending;
    QList<QList<Cell>> m_rows;
};

QList<Cell> tableRow(Layout &layout, const Table &table, const QStringList &words, Face face, const char *tag)
{
    double shares = 0;
    for (const Table::Column &column : table.columns)
        shares += column.share;
    QList<Cell> cells;
    double x = 0;
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        const double width = layout.text * table.columns[i].share / shares;
        const Align align = face == Face::CellHead || table.columns[i].centred ? Align::Centre : Align::Left;
        cells << Cell{layout.set(words.value(i), {face, width - 2 * cellAside, 0, align}), x, width, tag};
        x += width;
    }
    return cells;
}

/// What stands below a row, over all columns but the first.
QList<Strip> noteStrips(Layout &layout, const QList<Cell> &row, const QString &words, double highest)
{
    const Cell &first = row.first();
    const double width = layout.text - first.width;
    const QList<Cell> cells{
        {layout.set(QString(), {Face::CellNote}), first.x, first.width, nullptr},
        {layout.set(words, {Face::CellNote, width - 2 * cellAside}), first.x + first.width, width, "TD"}};
    return rowStrips(cells, highest, Joint::Note);
}

}

void appendFacts(Layout &layout, const FactTable &facts, int block, double highest)
{
    QList<Strip> strips;
    for (const QList<Cell> &row : FactRows(layout, facts).rows(facts))
        strips << rowStrips(row, highest);
    if (!strips.isEmpty())
        strips.first().before = betweenBlocks * layout.scale;
    appendStrips(layout, strips, block, "Table");
}

void appendTable(Layout &layout, const Table &table, int block, double highest)
{
    if (table.columns.isEmpty())
        return;
    QStringList heads;
    for (const Table::Column &column : table.columns)
        heads << column.head;
    QList<Strip> head = rowStrips(tableRow(layout, table, heads, Face::CellHead, "TH"), highest / 2);
    for (Strip &strip : head)
        strip.keepWithNext = true;
    head.first().before = betweenBlocks * layout.scale;
    layout.heads[block] = int(layout.strips.size());
    appendStrips(layout, head, block, "Table");
    const double room = highest - head.first().height;
    for (qsizetype i = 0; i < table.rows.size(); ++i) {
        const QList<Cell> cells = tableRow(layout, table, table.rows[i], Face::Cell, "TD");
        const QString note = table.columns.size() > 1 ? table.notes.value(i) : QString();
        appendStrips(layout, rowStrips(cells, room, note.isEmpty() ? Joint::None : Joint::NoteBelow), block, "Table");
        if (!note.isEmpty())
            appendStrips(layout, noteStrips(layout, cells, note, room), block, "Table");
    }
}

}
