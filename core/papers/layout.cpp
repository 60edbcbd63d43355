#include "core/papers/layout.h"

#include <algorithm>

namespace papers {

namespace {

using Align = Text::Shape::Align;

constexpr int titleBlock = -1;
constexpr double aroundMark = 5;
constexpr double belowTitle = 6;

/// At the left of the title.
void appendMark(Layout &layout, Strip &strip, const QString &mark)
{
    const Text *text = layout.set(mark, {Face::Mark});
    const double height = text->height() + aroundMark;
    const double top = (strip.height - belowTitle - height) / 2;
    strip.pieces << TextPiece{text, a4::left + aroundMark + 2, top + aroundMark / 2, 0, text->lineCount(), "P", true};
    strip.pieces << FramePiece{a4::left, top, text->inkWidth() + 2 * aroundMark + 4, height};
}

void appendTitle(Layout &layout, const Paper &paper)
{
    Strip strip;
    strip.block = titleBlock;
    strip.blockTag = "Div";
    strip.keepWithNext = true;
    const Text *title = layout.set(paper.title, {Face::Title, a4::text, 0, Align::Centre});
    strip.pieces << TextPiece{title, a4::left, 0, 0, title->lineCount(), "H1"};
    strip.height = title->height() + belowTitle;
    if (!paper.mark.isEmpty())
        appendMark(layout, strip, paper.mark);
    layout.strips << strip;
}

/// Blocks in order; codes and the signature after them together.
void appendBlocks(Layout &layout, const Paper &paper, double highest)
{
    for (int i = 0; i < paper.blocks.size(); ++i) {
        const auto *codes = std::get_if<Codes>(&paper.blocks[i]);
        const auto *signature = i + 1 < paper.blocks.size() ? std::get_if<Signature>(&paper.blocks[i + 1]) : nullptr;
        if (codes && signature)
            appendClosing(layout, *codes, *signature, ++i);
        else
            appendBlock(layout, paper.blocks[i], i, highest);
    }
}

/// Codes and signature never open a page alone: what stands before them comes along.
void holdTheEndTogether(Layout &layout, const Paper &paper)
{
    for (qsizetype i = 1; i < layout.strips.size(); ++i) {
        const int block = layout.strips[i].block;
        if (block < 0 || block == layout.strips[i - 1].block)
            continue;
        const Block &what = paper.blocks[block];
        if (std::holds_alternative<Signature>(what) || std::holds_alternative<Codes>(what))
            layout.strips[i - 1].keepWithNext = true;
    }
}

/// Puts strips on pages from the top down.
class Paging
{
public:
    Paging(Layout &layout, double bottom) : m_layout(layout), m_bottom(bottom) { }

    void run()
    {
        const int count = int(m_layout.strips.size());
        int next = 0;
        while (next < count)
            next = fillPage(next);
    }

private:
    /// The page that starts with strip \a first; gives the first strip of the next one.
    int fillPage(int first)
    {
        Page page;
        double y = a4::top;
        const int head = repeatedHead(first);
        if (head >= 0) {
            page.strips << Page::Placed{head, y};
            y += m_layout.strips[head].height;
        }
        int next = first;
        for (; next < m_layout.strips.size(); ++next) {
            const Strip &strip = m_layout.strips[next];
            const double top = y + (next == first ? 0 : strip.before);
            if (next > first && top + strip.height > m_bottom)
                break;
            page.strips << Page::Placed{next, top};
            y = top + strip.height;
        }
        const int end = breakBefore(first, next);
        while (page.strips.last().strip >= end)
            page.strips.removeLast();
        m_layout.pages << page;
        return end;
    }

    /// The head strip that a page needs that starts inside a table, or -1.
    int repeatedHead(int first) const
    {
        const int head = m_layout.heads.value(m_layout.strips[first].block, -1);
        return head >= 0 && head < first ? head : -1;
    }

    /// \a next, or the place before it where strips may part. Strips that all hold together and fill a page part anywhere.
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
    double m_bottom;
};

/// The number at the right; from the second page on title and mark at the left.
void appendHeadLine(Layout &layout, Page &page, const Paper &paper, bool continued)
{
    const Text *number = layout.set(paper.number, {Face::Number, a4::text / 2, 0, Align::Right});
    page.furniture << TextPiece{number, a4::left + a4::text / 2, a4::headLine, 0, 1};
    if (!continued)
        return;
    const QString left
        = paper.title + QStringLiteral("（续）") + (paper.mark.isEmpty() ? QString() : u'　' + paper.mark);
    const Text *title = layout.set(left, {Face::Number, a4::text / 2, 0, Align::Left});
    const double line = a4::headLine + title->height(0, 1) + 3;
    page.furniture << TextPiece{title, a4::left, a4::headLine, 0, 1} << RulePiece{a4::left, line, a4::right, line};
}

void appendFooter(Layout &layout, Page &page, const Text *footer, double top, int number)
{
    const QString words = QStringLiteral("第 %1 页 共 %2 页").arg(number).arg(layout.pages.size());
    const Text *count = layout.set(words, {Face::Furniture, a4::text, 0, Align::Right});
    page.furniture << RulePiece{a4::left, top, a4::right, top}
                   << TextPiece{footer, a4::left, top + 3, 0, footer->lineCount()}
                   << TextPiece{count, a4::left, top + 3, 0, 1};
}

}

Layout layoutOf(const Paper &paper)
{
    constexpr double roomForPageNumber = 90;
    Layout layout;
    const Text *footer = layout.set(paper.footer, {Face::Furniture, a4::text - roomForPageNumber, 0, Align::Left});
    const double footTop = std::min(a4::bottom + 8, a4::footEnd - footer->height() - 3);
    const double bottom = std::min(a4::bottom, footTop - 8);

    appendTitle(layout, paper);
    appendBlocks(layout, paper, bottom - a4::top);
    holdTheEndTogether(layout, paper);
    Paging(layout, bottom).run();
    for (int i = 0; i < layout.pages.size(); ++i) {
        appendHeadLine(layout, layout.pages[i], paper, i > 0);
        appendFooter(layout, layout.pages[i], footer, footTop, i + 1);
    }
    return layout;
}

}
