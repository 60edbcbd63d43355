#include "core/papers/layoutparts.h"

#include <QBitArray>

#include <algorithm>
#include <array>

namespace papers {

namespace {

constexpr int columns = 3;
constexpr double boxAside = 5;
constexpr double boxAbove = 4;
constexpr double lane = 7; ///< between lines side by side
constexpr double aroundLanes = 9; ///< from the outer line to the next box
constexpr double arrowRoom = 10; ///< above a row: the head of an arrow and a little of its line

/// Draws a Chart. Boxes stand in a grid. A line leaves its box at the bottom, runs across between two rows, down the column of
/// its goal when nothing stands in the way and else beside it, and ends at the top of its goal. Lines of one source share their
/// way, those to the last box too; nothing else runs along the same way, so that every line can be followed.
class ChartPlan
{
public:
    ChartPlan(Layout &layout, const Chart &chart) : m_layout(layout), m_chart(chart), m_rows(chart.rows())
    {
        m_places.resize(chart.boxes.size());
        for (int row = 0; row < m_rows.size(); ++row) {
            for (int i = 0; i < m_rows[row].size(); ++i)
                m_places[m_rows[row][i]] = {row, columnOf(i, int(m_rows[row].size()))};
        }
    }

    QList<Strip> strips()
    {
        findWhatGoesBefore();
        findWays();
        measureColumns();
        measureRows();
        drawBoxes();
        for (const Way &way : std::as_const(m_ways))
            draw(way);
        return cutIntoStrips();
    }

private:
    static constexpr int start = -1; ///< the first box
    static constexpr int end = -2; ///< the last one

    struct Place {
        int row;
        int column;
    };
    struct Way {
        int from; ///< box or start
        int to; ///< box or end
        int gutter = -1; ///< where it runs down beside a column; -1: down the column itself
        double aside = 0; ///< of the middle of its goal
    };
    struct Line {
        double x;
        double top;
        double bottom;
    };

    static int columnOf(int place, int count)
    {
        static constexpr std::array<std::array<int, columns>, columns> spread{{{1, 0, 0}, {0, 2, 0}, {0, 1, 2}}};
        return spread[size_t(count - 1)][size_t(place)];
    }

    int rowOf(int box) const { return box == start ? -1 : box == end ? int(m_rows.size()) : m_places[box].row; }
    /// The lines of one net may lie on each other.
    static int netOf(const Way &way) { return way.to == end ? end : way.from; }

    bool isTaken(int row, int column) const
    {
        return std::ranges::any_of(m_places, [&](const Place &at) { return at.row == row && at.column == column; });
    }

    bool isFree(int column, int above, int below) const
    {
        for (int row = above + 1; row < below; ++row) {
            if (isTaken(row, column))
                return false;
        }
        return true;
    }

    bool goesBefore(int box, int later) const
    {
        return box >= 0 && box < m_places.size() && m_places[box].row < m_places[later].row;
    }

    /// What stands before \a box, without those that another of them follows anyway.
    QList<int> nearestBefore(int box) const
    {
        QList<int> before;
        for (const int one : m_chart.boxes[box].after) {
            const bool isFar = std::ranges::any_of(m_chart.boxes[box].after, [&](int other) {
                return other != one && goesBefore(other, box) && m_before[other].testBit(one);
            });
            if (goesBefore(one, box) && !isFar && !before.contains(one))
                before << one;
        }
        return before;
    }

    /// For each box all that go before it, by way of others or at once.
    void findWhatGoesBefore()
    {
        m_before.fill(QBitArray(m_chart.boxes.size()), m_chart.boxes.size());
        for (const QList<int> &row : m_rows) {
            for (const int box : row) {
                for (const int other : m_chart.boxes[box].after) {
                    if (goesBefore(other, box)) {
                        m_before[box] |= m_before[other];
                        m_before[box].setBit(other);
                    }
                }
            }
        }
    }

    void findWays()
    {
        QList<int> lasts(m_chart.boxes.size());
        for (int box = 0; box < lasts.size(); ++box)
            lasts[box] = box;
        for (int box = 0; box < m_chart.boxes.size(); ++box) {
            QList<int> before = nearestBefore(box);
            for (const int one : std::as_const(before))
                lasts.removeAll(one);
            if (before.isEmpty() && !m_chart.first.isEmpty())
                before << start;
            addWaysTo(box, before);
        }
        if (m_chart.last.isEmpty())
            return;
        for (const int box : std::as_const(lasts)) {
            const Place at = m_places[box];
            addWay({.from = box, .to = end, .gutter = isFree(at.column, at.row, rowOf(end)) ? -1 : at.column + 1});
        }
    }

    void addWaysTo(int box, const QList<int> &before)
    {
        const Place goal = m_places[box];
        const bool isUnderABox = isTaken(goal.row - 1, goal.column);
        int turned = 0;
        for (const int from : before) {
            const bool isFreeColumn = isFree(goal.column, rowOf(from), goal.row);
            const bool isStraight = isFreeColumn && (from == start || m_places[from].column == goal.column);
            Way way{.from = from, .to = box, .gutter = isFreeColumn ? -1 : goal.column};
            if (!isStraight && (isUnderABox || before.size() > 1)) {
                ++turned;
                way.aside = lane * (turned % 2 ? -(turned + 1) / 2 : turned / 2);
            }
            addWay(way);
        }
    }

    /// Reserves the lane and the tracks that \a way runs on.
    void addWay(const Way &way)
    {
        m_ways << way;
        const int net = netOf(way);
        if (way.gutter >= 0)
            reserve(m_lanes, way.gutter, net);
        if (way.from != start)
            reserve(m_tracks, rowOf(way.from), net);
        if (way.gutter >= 0 && way.to != end)
            reserve(m_tracks, rowOf(way.to) - 1, net);
    }

    static void reserve(QMap<int, QList<int>> &nets, int where, int net)
    {
        if (!nets[where].contains(net))
            nets[where] << net;
    }

    double gutterWidth(int gutter) const
    {
        const double lines = double(m_lanes.value(gutter).size());
        const bool isOuter = gutter == 0 || gutter == columns;
        return lines > 0 ? 2 * aroundLanes + lane * (lines - 1) : isOuter ? 0 : aroundLanes;
    }

    void measureColumns()
    {
        double gutters = 0;
        for (int gutter = 0; gutter <= columns; ++gutter)
            gutters += gutterWidth(gutter);
        m_boxWidth = (m_layout.text - gutters) / columns;
    }

    double columnLeft(int column) const
    {
        double x = 0;
        for (int gutter = 0; gutter <= column; ++gutter)
            x += gutterWidth(gutter);
        return x + column * m_boxWidth;
    }

    double middle(int column) const { return columnLeft(column) + m_boxWidth / 2; }

    double laneX(int gutter, int net) const
    {
        const double left
            = gutter == columns ? columnLeft(columns - 1) + m_boxWidth : columnLeft(gutter) - gutterWidth(gutter);
        return left + aroundLanes + lane * double(m_lanes.value(gutter).indexOf(net));
    }

    const Text *setBox(const QString &words, Face face, double width)
    {
        return m_layout.set(words, {face, width - 2 * boxAside, 0, Text::Shape::Align::Centre});
    }

    void measureRows()
    {
        double y = 0;
        if (!m_chart.first.isEmpty()) {
            m_first = setBox(m_chart.first, Face::Cell, m_layout.text);
            y = m_first->height() + 2 * boxAbove;
        }
        m_bottoms[-1] = y;
        for (int row = 0; row < m_rows.size(); ++row) {
            y += channelHeight(row - 1);
            m_tops[row] = y;
            double height = 0;
            for (const int box : m_rows[row]) {
                const Text *text = setBox(m_chart.boxes[box].text, Face::Cell, m_boxWidth);
                const Text *note = setBox(m_chart.boxes[box].note, Face::CellNote, m_boxWidth);
                m_texts[box] = {text, note};
                height = std::max(height, text->height() + (m_chart.boxes[box].note.isEmpty() ? 0 : note->height()));
            }
            y += height + 2 * boxAbove;
            m_bottoms[row] = y;
        }
        const int below = int(m_rows.size());
        m_tops[below] = y;
        if (m_chart.last.isEmpty())
            return;
        m_tops[below] = y + channelHeight(below - 1);
        m_last = setBox(m_chart.last, Face::Cell, m_layout.text);
        m_bottoms[below] = m_tops[below] + m_last->height() + 2 * boxAbove;
    }

    double channelHeight(int row) const { return arrowRoom + lane * double(m_tracks.value(row).size() + 1); }
    /// Of the track of \a net below row \a row.
    double trackY(int row, int net) const
    {
        return m_bottoms.value(row) + lane * double(m_tracks.value(row).indexOf(net) + 1);
    }

    void frame(double x, double y, double width, double height, bool dashed)
    {
        m_pieces << RulePiece{x, y, x + width, y, dashed} << RulePiece{x, y + height, x + width, y + height, dashed}
                 << RulePiece{x, y, x, y + height, dashed} << RulePiece{x + width, y, x + width, y + height, dashed};
    }

    void drawBoxes()
    {
        if (m_first) {
            frame(0, 0, m_layout.text, m_bottoms[-1], false);
            m_pieces << TextPiece{m_first, boxAside, boxAbove, 0, m_first->lineCount(), "P"};
        }
        for (int row = 0; row < m_rows.size(); ++row) {
            for (const int box : m_rows[row])
                drawBox(box, m_tops[row], m_bottoms[row] - m_tops[row]);
        }
        if (m_last) {
            const double y = m_tops[rowOf(end)];
            frame(0, y, m_layout.text, m_bottoms[rowOf(end)] - y, false);
            m_pieces << TextPiece{m_last, boxAside, y + boxAbove, 0, m_last->lineCount(), "P"};
        }
    }

    void drawBox(int box, double y, double height)
    {
        const double x = columnLeft(m_places[box].column);
        frame(x, y, m_boxWidth, height, m_chart.boxes[box].dashed);
        const auto [text, note] = m_texts[box];
        const bool hasNote = !m_chart.boxes[box].note.isEmpty();
        const double top = y + (height - text->height() - (hasNote ? note->height() : 0)) / 2;
        m_pieces << TextPiece{text, x + boxAside, top, 0, text->lineCount(), "P"};
        if (hasNote)
            m_pieces << TextPiece{note, x + boxAside, top + text->height(), 0, note->lineCount(), "P"};
    }

    void across(double x1, double x2, double y) { m_pieces << RulePiece{std::min(x1, x2), y, std::max(x1, x2), y}; }

    void down(double x, double from, double to) { m_lines << Line{x, from, to}; }

    void draw(const Way &way)
    {
        const int net = netOf(way);
        const int goalRow = rowOf(way.to);
        const double goalY = m_tops[goalRow];
        const double beside = way.gutter >= 0 ? laneX(way.gutter, net) : 0;
        const double goalX = way.to != end ? middle(m_places[way.to].column) + way.aside
            : way.gutter >= 0              ? beside
                                           : middle(m_places[way.from].column);
        double x = way.gutter >= 0 ? beside : goalX;
        double y = m_bottoms[rowOf(way.from)];
        if (way.from != start) {
            const double out = middle(m_places[way.from].column);
            if (out != x) {
                const double track = trackY(rowOf(way.from), net);
                down(out, y, track);
                across(out, x, track);
                y = track;
            }
        }
        if (x != goalX) {
            const double track = trackY(goalRow - 1, net);
            down(x, y, track);
            across(x, goalX, track);
            x = goalX;
            y = track;
        }
        down(x, y, goalY);
        m_pieces << ArrowPiece{x, goalY};
    }

    /// One strip a row with the lines below it, so that a long chart goes on on the next page.
    QList<Strip> cutIntoStrips() const
    {
        QList<double> cuts;
        for (int row = m_first ? 0 : 1; row <= rowOf(end); ++row) {
            if (row < rowOf(end) || m_last)
                cuts << m_tops[row] - arrowRoom;
        }
        const double height = m_last ? m_bottoms[rowOf(end)] : m_tops[rowOf(end)];
        cuts << height;
        QList<Strip> strips;
        double from = 0;
        for (const double to : std::as_const(cuts)) {
            strips << stripOf(from, to, to == height);
            from = to;
        }
        if (strips.size() > 1) {
            strips.first().keepWithNext = true;
            strips[strips.size() - 2].keepWithNext = true;
        }
        return strips;
    }

    Strip stripOf(double from, double to, bool isLast) const
    {
        Strip strip;
        strip.height = to - from;
        for (Piece piece : m_pieces) {
            const double y = topOf(piece);
            if (y < from || (y >= to && !(isLast && y <= to)))
                continue;
            std::visit([&](auto &some) { moveUp(some, from); }, piece);
            strip.pieces << piece;
        }
        for (const Line &line : m_lines) {
            const double top = std::max(line.top, from);
            const double bottom = std::min(line.bottom, to);
            if (top < bottom)
                strip.pieces << RulePiece{line.x, top - from, line.x, bottom - from};
        }
        return strip;
    }

    static double topOf(const Piece &piece)
    {
        if (const auto *text = std::get_if<TextPiece>(&piece))
            return text->y;
        if (const auto *rule = std::get_if<RulePiece>(&piece))
            return rule->y1;
        return std::get<ArrowPiece>(piece).y;
    }

    static void moveUp(RulePiece &piece, double by)
    {
        piece.y1 -= by;
        piece.y2 -= by;
    }
    template <class Some>
    static void moveUp(Some &piece, double by)
    {
        piece.y -= by;
    }

    Layout &m_layout;
    const Chart &m_chart;
    const QList<QList<int>> m_rows;
    QList<Place> m_places; ///< by box
    QList<QBitArray> m_before; ///< by box
    QList<Way> m_ways;
    QMap<int, QList<int>> m_lanes; ///< gutter → nets in it, from left to right
    QMap<int, QList<int>> m_tracks; ///< row → nets that run across below it, from the top down
    double m_boxWidth = 0;
    QMap<int, double> m_tops; ///< by row; that of the last box stands below the others
    QMap<int, double> m_bottoms;
    QMap<int, std::pair<const Text *, const Text *>> m_texts;
    const Text *m_first = nullptr;
    const Text *m_last = nullptr;
    QList<Piece> m_pieces;
    QList<Line> m_lines;
};

}

void appendChart(Layout &layout, const Chart &chart, int block)
{
    if (chart.boxes.isEmpty())
        return;
    QList<Strip> strips = ChartPlan(layout, chart).strips();
    strips.first().before = betweenBlocks * layout.scale;
    appendStrips(layout, strips, block, "Div");
}

}
