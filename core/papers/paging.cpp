#include "core/papers/layout.h"

#include <algorithm>

namespace papers {

namespace {

using Side = Text::Shape::Align;

constexpr double roomForPageNumber = 90;
constexpr double belowFootRule = 3;
constexpr double aboveFootRule = 8;
constexpr double coverTop = mm(42); ///< the title stands high on the cover, not at its edge

/// A part of a page that text runs through from the top down.
struct Frame {
    int page;
    double left;
    double top;
};

/// Frame \a index of a folded paper in the order of reading. The first sheet: inside left, middle, right, then outside the flap
/// (left) and the back (middle); outside right is the cover. Further sheets are not covers: front and back from left to right.
Frame foldedFrame(int index)
{
    struct Panel {
        int page;
        int column;
    };
    static const QList<Panel> firstSheet{{1, 0}, {1, 1}, {1, 2}, {0, 0}, {0, 1}};
    const int further = index - int(firstSheet.size());
    const Panel panel = further < 0 ? firstSheet[index] : Panel{2 + further / 3, further % 3};
    return {panel.page, panel.column * folded::panel + folded::aside, folded::top};
}

/// Puts strips into frames.
class Paging
{
public:
    Paging(Layout &layout, const Paper &paper, double highest)
        : m_layout(layout), m_isFolded(paper.format == Paper::Format::Folded), m_highest(highest)
    {
    }

    void run(int covers)
    {
        if (m_isFolded) {
            m_layout.pages.resize(2);
            putCover(covers);
        }
        const int count = int(m_layout.strips.size());
        int next = covers;
        for (int index = 0; next < count; ++index)
            next = fill(frame(index), next);
    }

private:
    Frame frame(int index) const { return m_isFolded ? foldedFrame(index) : Frame{index, a4::left, a4::top}; }

    void putCover(int count)
    {
        double y = coverTop;
        for (int i = 0; i < count; ++i) {
            const Strip &strip = m_layout.strips[i];
            y += strip.before;
            m_layout.pages[0].strips << Page::Placed{i, y, 2 * folded::panel + folded::aside};
            y += strip.height;
        }
    }

    /// The frame that starts with strip \a first; gives the first strip of the next one.
    int fill(const Frame &frame, int first)
    {
        QList<Page::Placed> placed;
        double y = frame.top;
        const int head = repeatedHead(first);
        if (head >= 0) {
            placed << Page::Placed{head, y, frame.left};
            y += m_layout.strips[head].height;
        }
        int next = first;
        for (; next < m_layout.strips.size(); ++next) {
            const Strip &strip = m_layout.strips[next];
            const double top = y + (next == first ? 0 : strip.before);
            if (next > first && top + strip.height > frame.top + m_highest)
                break;
            placed << Page::Placed{next, top, frame.left};
            y = top + strip.height;
        }
        const int end = breakBefore(first, next);
        while (placed.last().strip >= end)
            placed.removeLast();
        if (frame.page >= m_layout.pages.size())
            m_layout.pages.resize(frame.page + 1);
        m_layout.pages[frame.page].strips += placed;
        return end;
    }

    /// The head strip that a frame needs that starts inside a table, or -1.
    int repeatedHead(int first) const
    {
        const int head = m_layout.heads.value(m_layout.strips[first].block, -1);
        return head >= 0 && head < first ? head : -1;
    }

    /// \a next, or the place before it where strips may part. Strips that all hold together and fill a frame part anywhere.
    int breakBefore(int first, int next) const
    {
        if (next == m_layout.strips.size())
            return next;
        int end = next;
        while (end > first && m_layout.strips[end - 1].keepWithNext)
            --end;
        return end > first ? end : next;
    }

    Layout &m_layout;
    bool m_isFolded;
    double m_highest;
};

QString pageNumber(const Layout &layout, int number)
{
    return QStringLiteral("第 %1 页 共 %2 页").arg(number).arg(layout.pages.size());
}

/// Title and mark for the pages after the first, cut to \a room.
QString continuedTitle(const Paper &paper, double room)
{
    const QString end = QStringLiteral("（续）") + (paper.mark.isEmpty() ? QString() : u'　' + paper.mark);
    QString title = paper.title;
    const auto fits = [&](const QString &words) { return Text(words, {.face = Face::Number}).inkWidth() <= room; };
    if (fits(title + end))
        return title + end;
    while (!title.isEmpty() && !fits(title + u'…' + end))
        title.chop(title.back().isLowSurrogate() ? 2 : 1);
    return title + u'…' + end;
}

/// The number at the right; from the second page on title and mark at the left.
void appendHeadLine(Layout &layout, Page &page, const Paper &paper, bool continued)
{
    constexpr double between = 12;
    const Text *number = layout.set(paper.number, {Face::Number, a4::text / 2, 0, Side::Right});
    page.furniture << TextPiece{number, a4::left + a4::text / 2, a4::headLine, 0, 1};
    if (!continued)
        return;
    const double room = a4::text - std::min(number->inkWidth(), a4::text / 2) - between;
    const Text *title = layout.set(continuedTitle(paper, room), {Face::Number});
    const double line = a4::headLine + title->height(0, 1) + 3;
    page.furniture << TextPiece{title, a4::left, a4::headLine, 0, 1} << RulePiece{a4::left, line, a4::right, line};
}

void appendFooter(Layout &layout, Page &page, const Foot &foot, int number)
{
    const Text *count = layout.set(pageNumber(layout, number), {Face::Furniture, a4::text, 0, Side::Right});
    page.furniture << RulePiece{a4::left, foot.top, a4::right, foot.top}
                   << TextPiece{foot.text, a4::left, foot.top + belowFootRule, 0, foot.text->lineCount()}
                   << TextPiece{count, a4::left, foot.top + belowFootRule, 0, 1};
}

/// The footer below the left panel, number of paper and page below the right one, short marks where to fold.
void appendFoldedFurniture(Layout &layout, Page &page, const Paper &paper, const Foot &foot, int number)
{
    constexpr double tick = mm(3);
    const double right = 2 * folded::panel + folded::aside;
    const QString words
        = paper.number.isEmpty() ? pageNumber(layout, number) : paper.number + u'　' + pageNumber(layout, number);
    const Text *count = layout.set(words, {Face::Furniture, folded::text, 0, Side::Right});
    page.furniture << TextPiece{foot.text, folded::aside, foot.top, 0, foot.text->lineCount()}
                   << TextPiece{count, right, foot.top, 0, count->lineCount()};
    for (const double fold : {folded::panel, 2 * folded::panel})
        page.furniture << RulePiece{fold, 0, fold, tick}
                       << RulePiece{fold, folded::height - tick, fold, folded::height};
}

}

Foot footOf(Layout &layout, const Paper &paper)
{
    if (paper.format == Paper::Format::Folded) {
        const Text *text = layout.set(paper.footer, {Face::Furniture, folded::text, 0, Side::Left});
        const double top = std::min(folded::foot, folded::height - folded::footEnd - text->height());
        return {text, top, std::min(folded::bottom, top - belowFootRule) - folded::top};
    }
    const Text *text = layout.set(paper.footer, {Face::Furniture, a4::text - roomForPageNumber, 0, Side::Left});
    const double top = std::min(a4::bottom + aboveFootRule, a4::footEnd - text->height() - belowFootRule);
    return {text, top, std::min(a4::bottom, top - aboveFootRule) - a4::top};
}

void paginate(Layout &layout, const Paper &paper, const Foot &foot, int covers)
{
    Paging(layout, paper, foot.highest).run(covers);
    for (int i = 0; i < layout.pages.size(); ++i) {
        Page &page = layout.pages[i];
        if (paper.format == Paper::Format::Folded) {
            appendFoldedFurniture(layout, page, paper, foot, i + 1);
        } else {
            appendHeadLine(layout, page, paper, i > 0);
            appendFooter(layout, page, foot, i + 1);
        }
    }
}

}
