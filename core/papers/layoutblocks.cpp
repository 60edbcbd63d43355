#include "core/papers/layout.h"

#include <algorithm>

namespace papers {

namespace {

using Align = Text::Shape::Align;

constexpr double betweenBlocks = 8;
constexpr double belowHeading = 4; ///< less space than after other blocks: a heading belongs to what follows
constexpr double cellAside = 5; ///< left and right of a cell's text
constexpr double cellAbove = 3;
constexpr double codeSize = mm(27); ///< quiet zone included: 0.66 mm a module for usual addresses
constexpr double signatureLine = 24;
constexpr double aboveSignature = 12;
constexpr double leastRule = 40; ///< a place to sign is at least this long

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

void drawBorders(Strip &strip, const QList<Cell> &cells)
{
    for (const Cell &cell : cells)
        strip.pieces << RulePiece{cell.x, 0, cell.x, strip.height};
    const double end = cells.last().x + cells.last().width;
    strip.pieces << RulePiece{end, 0, end, strip.height};
    strip.pieces << RulePiece{cells.first().x, 0, end, 0}
                 << RulePiece{cells.first().x, strip.height, end, strip.height};
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
    drawBorders(strip, cells);
    return strip;
}

/// One strip, or several when the row is higher than a page.
QList<Strip> rowStrips(const QList<Cell> &cells, double highest)
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
    return strips;
}

void appendStrips(Layout &layout, QList<Strip> strips, int block, const char *blockTag)
{
    for (Strip &strip : strips) {
        strip.block = block;
        strip.blockTag = blockTag;
        layout.strips << strip;
    }
}

// A paragraph is one strip a line; its first two and last two lines stay together.
QList<Strip> lineStrips(const Text *text, double before)
{
    QList<Strip> strips;
    const int count = text->lineCount();
    for (int i = 0; i < count; ++i) {
        Strip strip;
        strip.height = text->height(i, 1);
        strip.before = i == 0 ? before : text->height(i - 1, 2) - text->height(i - 1, 1) - strip.height;
        strip.keepWithNext = i + 1 < count && (i == 0 || i + 2 == count);
        strip.pieces << TextPiece{text, a4::left, 0, i, 1};
        strips << strip;
    }
    return strips;
}

void append(Layout &layout, const Heading &heading, int block, double)
{
    const Text *text = layout.set(heading.text, {Face::Heading, a4::text, 0, Align::Left});
    QList<Strip> strips = lineStrips(text, betweenBlocks);
    for (Strip &strip : strips)
        strip.keepWithNext = true;
    strips.last().height -= belowHeading;
    appendStrips(layout, strips, block, "H2");
}

Face faceOf(Paragraph::Weight weight)
{
    switch (weight) {
    case Paragraph::Weight::Normal:
        return Face::Body;
    case Paragraph::Weight::Strong:
        return Face::Strong;
    case Paragraph::Weight::Small:
        return Face::Small;
    }
    return Face::Body;
}

void append(Layout &layout, const Paragraph &paragraph, int block, double)
{
    const Face face = faceOf(paragraph.weight);
    const double indent = paragraph.indented ? 2 * sizeOf(face) : 0;
    const Text *text = layout.set(paragraph.text, {face, a4::text, indent, Align::Left});
    appendStrips(layout, lineStrips(text, betweenBlocks), block, "P");
}

/// Lays pairs of label and value into rows of slots; a value that does not fit its slot gets the rest of a row of its own.
class FactRows
{
public:
    FactRows(Layout &layout, const FactTable &facts)
        : m_layout(layout), m_slots(std::max(1, facts.pairsPerRow)), m_slotWidth(a4::text / m_slots)
    {
        for (const auto &[label, value] : facts.rows)
            m_labelWidth = std::max(m_labelWidth, Text(label, {Face::Cell}).inkWidth());
        m_labelWidth = std::min(m_labelWidth + 2 * cellAside, m_slotWidth * 0.45);
    }

    QList<QList<Cell>> rows(const FactTable &facts)
    {
        for (const auto &[label, value] : facts.rows) {
            const double room = m_slotWidth - m_labelWidth - 2 * cellAside;
            const bool fits = m_slots > 1 && Text(value, {Face::Cell}).inkWidth() <= room;
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
        double x = a4::left;
        for (qsizetype i = 0; i < m_pending.size(); ++i) {
            const double end = i + 1 == m_pending.size() ? a4::right : x + m_slotWidth;
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

void append(Layout &layout, const FactTable &facts, int block, double highest)
{
    QList<Strip> strips;
    for (const QList<Cell> &row : FactRows(layout, facts).rows(facts))
        strips << rowStrips(row, highest);
    if (!strips.isEmpty())
        strips.first().before = betweenBlocks;
    appendStrips(layout, strips, block, "Table");
}

QList<Cell> tableRow(Layout &layout, const Table &table, const QStringList &words, Face face, const char *tag)
{
    double shares = 0;
    for (const Table::Column &column : table.columns)
        shares += column.share;
    QList<Cell> cells;
    double x = a4::left;
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        const double width = a4::text * table.columns[i].share / shares;
        const Align align = face == Face::CellHead || table.columns[i].centred ? Align::Centre : Align::Left;
        cells << Cell{layout.set(words.value(i), {face, width - 2 * cellAside, 0, align}), x, width, tag};
        x += width;
    }
    return cells;
}

void append(Layout &layout, const Table &table, int block, double highest)
{
    if (table.columns.isEmpty())
        return;
    QStringList heads;
    for (const Table::Column &column : table.columns)
        heads << column.head;
    QList<Strip> head = rowStrips(tableRow(layout, table, heads, Face::CellHead, "TH"), highest / 2);
    for (Strip &strip : head)
        strip.keepWithNext = true;
    head.first().before = betweenBlocks;
    layout.heads[block] = int(layout.strips.size());
    appendStrips(layout, head, block, "Table");
    for (const QStringList &row : table.rows) {
        const QList<Cell> cells = tableRow(layout, table, row, Face::Cell, "TD");
        appendStrips(layout, rowStrips(cells, highest - head.first().height), block, "Table");
    }
}

/// The codes side by side in \a width, each above its caption. Returns the height.
double putCodes(Layout &layout, Strip &strip, const Codes &codes, double x, double width)
{
    const double column = width / double(std::max<qsizetype>(1, codes.codes.size()));
    double height = 0;
    for (const Codes::Code &code : codes.codes) {
        const base::Result<QrCode> modules = QrCode::of(code.content);
        if (modules)
            strip.pieces << CodePiece{&layout.codes.emplace_back(*modules), x + (column - codeSize) / 2, 0, codeSize};
        else
            layout.fault = modules.error();
        const Text *caption = layout.set(code.caption, {Face::Caption, column - 2 * cellAside, 0, Align::Centre});
        strip.pieces << TextPiece{caption, x + cellAside, codeSize, 0, caption->lineCount(), "P"};
        height = std::max(height, codeSize + caption->height());
        x += column;
    }
    return height;
}

/// Lines from \a y down; one that ends with a colon gets a rule to write on. Returns where the next would be.
double putLines(Layout &layout, Strip &strip, const QStringList &lines, double x, double y, double width)
{
    for (const QString &words : lines) {
        const Text *text = layout.set(words, {Face::Body, width, 0, Align::Left});
        strip.pieces << TextPiece{text, x, y, 0, text->lineCount(), "P"};
        const double start = x + text->inkWidth() + 2;
        const double rule = y + text->baseline(0) + 3;
        if (words.endsWith(u'：') && text->lineCount() == 1 && start + leastRule <= x + width)
            strip.pieces << RulePiece{start, rule, x + width, rule};
        y += std::max(signatureLine, text->height() + 6);
    }
    return y;
}

void append(Layout &layout, const Codes &codes, int block, double)
{
    Strip strip;
    strip.before = betweenBlocks;
    strip.height = putCodes(layout, strip, codes, a4::left, a4::text);
    appendStrips(layout, {strip}, block, "Div");
}

void append(Layout &layout, const Signature &signature, int block, double)
{
    Strip strip;
    strip.before = aboveSignature;
    const double side = a4::text / 2 - 14;
    const double left = putLines(layout, strip, signature.left, a4::left, 0, side);
    const double right = putLines(layout, strip, signature.right, a4::right - side, 0, side);
    strip.height = std::max(left, right);
    appendStrips(layout, {strip}, block, "Div");
}

}

void appendBlock(Layout &layout, const Block &block, int index, double highest)
{
    std::visit([&](const auto &some) { append(layout, some, index, highest); }, block);
}

void appendClosing(Layout &layout, const Codes &codes, const Signature &signature, int index)
{
    constexpr double shareOfCodes = 0.54;
    const double x = a4::left + a4::text * shareOfCodes;
    Strip strip;
    strip.before = aboveSignature;
    strip.height = putCodes(layout, strip, codes, a4::left, a4::text * shareOfCodes);
    const double citizen = putLines(layout, strip, signature.left, x, 4, a4::right - x);
    strip.height = std::max(strip.height, putLines(layout, strip, signature.right, x, citizen, a4::right - x));
    appendStrips(layout, {strip}, index, "Div");
}

}
