#pragma once

#include "core/papers/paper.h"
#include "core/codes/qrcode.h"
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

/// A4 across in three panels; the text stands within.
namespace folded {
constexpr double width = a4::height;
constexpr double height = a4::width;
constexpr double panel = width / 3;
constexpr double aside = mm(8); ///< of the text from edge and fold
constexpr double top = mm(9);
constexpr double bottom = height - mm(16);
constexpr double foot = height - mm(13);
constexpr double footEnd = mm(4); ///< from the edge: nothing is printed below
constexpr double text = panel - 2 * aside;
}

// What is drawn, measured from the corner of its strip (or page). The text of a strip begins at 0.

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
    bool dashed = false;
};
/// The head of an arrow that points down, at its point.
struct ArrowPiece {
    double x;
    double y;
};
struct CodePiece {
    const codes::QrCode *code; ///< of Layout::codes
    double x;
    double y;
    double size;
};
/// A picture of ink: what is dark on it is drawn in black, what is white lets the paper through.
struct InkPiece {
    const QImage *picture; ///< of Layout::pictures
    double x;
    double y;
    double width;
    double height;
};
/// The frame around a mark.
struct FramePiece {
    double x;
    double y;
    double width;
    double height;
};
using Piece = std::variant<TextPiece, RulePiece, ArrowPiece, CodePiece, InkPiece, FramePiece>;

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
        double x;
    };
    QList<Placed> strips;
    QList<Piece> furniture; ///< head line, footer, page number
};

/// A paper on pages. Strips point into \c texts, \c codes and \c pictures, whose elements never move.
struct Layout {
    double width = a4::width; ///< of a page
    double height = a4::height;
    double text = a4::text; ///< width of the lines
    double scale = 1; ///< of the letters, and of what goes with them
    double code = mm(27); ///< side of a QR code, quiet zone included: 0.66 mm a module for usual addresses
    std::deque<Text> texts;
    std::deque<codes::QrCode> codes;
    std::deque<QImage> pictures;
    QList<Strip> strips;
    QMap<int, int> heads; ///< block of a table → strip of its head
    QList<Page> pages;
    std::optional<base::Error> fault; ///< a code that cannot be made

    /// Everything but furniture is set to the scale of the paper.
    const Text *set(const QString &words, Text::Shape shape)
    {
        shape.scale = shape.face == Face::Furniture || shape.face == Face::Number ? 1 : scale;
        return &texts.emplace_back(words, shape);
    }
    /// Of \a words in one line at the scale of the paper.
    double inkWidth(const QString &words, Face face) const
    {
        return Text(words, {.face = face, .scale = scale}).inkWidth();
    }
};

Layout layoutOf(const Paper &paper);

/// The footer of every page and the room above it.
struct Foot {
    const Text *text;
    double top;
    double highest; ///< column of text above
};
Foot footOf(Layout &layout, const Paper &paper);

/// Puts the strips on pages from the top down, and head line and footer around them. \a covers: how many strips stand on the
/// cover of a folded paper.
void paginate(Layout &layout, const Paper &paper, const Foot &foot, int covers);

/// Appends the strips of \a block, number \a index of the paper; rows higher than \a highest are cut.
void appendBlock(Layout &layout, const Block &block, int index, double highest);

/// Codes that stand right before the signature share one strip with it: codes at the left, both sides of the signature one
/// below the other at the right.
void appendClosing(Layout &layout, const Codes &codes, const Signature &signature, int index);

}
