#pragma once

#include "core/papers/paper.h"
#include "core/papers/qrcode.h"
#include "core/papers/text.h"

#include <QMap>

#include <deque>
#include <optional>
#include <variant>

namespace papers {

/// Millimetres in PostScript points.
constexpr double mm(double millimetres)
{
    return millimetres * 72 / 25.4;
}

/// A4 and its margins; why these: core/papers/README.md.
namespace a4 {
constexpr double width = mm(210);
constexpr double height = mm(297);
constexpr double left = mm(28);
constexpr double right = width - mm(26);
constexpr double top = mm(25);
constexpr double bottom = height - mm(22); ///< a long footer takes more
constexpr double headLine = mm(15); ///< top of the line with the number
constexpr double footEnd = height - mm(10); ///< nothing is printed below
constexpr double text = right - left;
}

// What is drawn, measured from the corner of its strip (or page).

struct TextPiece {
    const Text *text; ///< of Layout::texts
    double x;
    double y;
    int first; ///< line
    int count;
    const char *tag = nullptr; ///< PDF structure; null: that of the strip
    bool inMarkColour = false;
};
/// A hairline, level or upright.
struct RulePiece {
    double x1;
    double y1;
    double x2;
    double y2;
};
struct CodePiece {
    const QrCode *code; ///< of Layout::codes
    double x;
    double y;
    double size;
};
/// The frame around a mark.
struct FramePiece {
    double x;
    double y;
    double width;
    double height;
};
using Piece = std::variant<TextPiece, RulePiece, CodePiece, FramePiece>;

/// Something that is never torn: a line, a table row, a signature block.
struct Strip {
    int block = 0; ///< which block of the paper; strips of one table share their repeated head by it
    double before = 0; ///< space above, not at the top of a page
    double height = 0;
    bool keepWithNext = false;
    const char *blockTag = nullptr; ///< PDF structure around all strips of a block on a page
    const char *tag = nullptr; ///< and around this strip
    QList<Piece> pieces;
};

struct Page {
    struct Placed {
        int strip; ///< of Layout::strips
        double y;
    };
    QList<Placed> strips;
    QList<Piece> furniture; ///< head line, footer, page number
};

/// A paper on pages. Strips point into \c texts and \c codes, whose elements never move.
struct Layout {
    std::deque<Text> texts;
    std::deque<QrCode> codes;
    QList<Strip> strips;
    QMap<int, int> heads; ///< block of a table → strip of its head
    QList<Page> pages;
    std::optional<base::Error> fault; ///< a code that cannot be made

    const Text *set(const QString &words, Text::Shape shape) { return &texts.emplace_back(words, shape); }
};

Layout layoutOf(const Paper &paper);

/// Appends the strips of \a block, number \a index of the paper; rows higher than \a highest are cut.
void appendBlock(Layout &layout, const Block &block, int index, double highest);

/// Codes that stand right before the signature share one strip with it: codes at the left, both sides of the signature one
/// below the other at the right.
void appendClosing(Layout &layout, const Codes &codes, const Signature &signature, int index);

}
