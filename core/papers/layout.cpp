#include "core/papers/layout.h"

#include "core/papers/roll.h"

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
    strip.pieces << TextPiece{text, aroundMark + 2, top + aroundMark / 2, 0, text->lineCount(), "P", true};
    strip.pieces << FramePiece{0, top, text->inkWidth() + 2 * aroundMark + 4, height};
}

void appendTitle(Layout &layout, const Paper &paper)
{
    Strip strip;
    strip.block = titleBlock;
    strip.blockTag = "Div";
    strip.keepWithNext = true;
    const Text *title = layout.set(paper.title, {Face::Title, layout.text, 0, Align::Centre});
    strip.pieces << TextPiece{title, 0, 0, 0, title->lineCount(), "H1"};
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

}

Layout layoutOf(const Paper &paper)
{
    if (paper.format == Paper::Format::Roll80)
        return rollLayout(paper);
    Layout layout;
    layout.scale = paper.scale;
    if (paper.format == Paper::Format::Folded) {
        layout.width = folded::width;
        layout.height = folded::height;
        layout.text = folded::text;
    }
    const Foot foot = footOf(layout, paper);
    appendTitle(layout, paper);
    for (int i = 0; i < paper.cover.size(); ++i)
        appendBlock(layout, paper.cover[i], titleBlock - 1 - i, foot.highest);
    const int covers = paper.format == Paper::Format::Folded ? int(layout.strips.size()) : 0;
    appendBlocks(layout, paper, foot.highest);
    holdTheEndTogether(layout, paper);
    paginate(layout, paper, foot, covers);
    return layout;
}

}
