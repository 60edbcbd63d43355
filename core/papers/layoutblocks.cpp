#include "core/papers/layoutparts.h"
#include "core/papers/roll.h"

#include <algorithm>

namespace papers {

namespace {

using Align = Text::Shape::Align;

constexpr double leastModule = 4 * roll::dot; ///< 0.5 mm: three dots of a scanner at 150 dpi
constexpr double betweenListed = 3; ///< and after a paragraph that leads in
constexpr double belowHeading = 4; ///< less space than after other blocks: a heading belongs to what follows
constexpr double captionAside = 5;
constexpr double signatureLine = 24;
constexpr double aboveSignature = 12;
constexpr double highestHand = 30; ///< of a signature by hand
constexpr double belowRule = 7; ///< as far as strokes go below the rule
constexpr double leastRule = 40; ///< a place to sign is at least this long

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
        strip.pieces << TextPiece{text, 0, 0, i, 1};
        strips << strip;
    }
    return strips;
}

void append(Layout &layout, const Heading &heading, int block, double)
{
    const bool isMain = heading.level == 1;
    const Text *text
        = layout.set(heading.text, {isMain ? Face::Heading : Face::SubHeading, layout.text, 0, Align::Left});
    QList<Strip> strips = lineStrips(text, betweenBlocks * layout.scale);
    for (Strip &strip : strips)
        strip.keepWithNext = true;
    strips.last().height -= belowHeading * layout.scale;
    appendStrips(layout, strips, block, isMain ? "H2" : "H3");
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
    const bool isListed = !paragraph.mark.isEmpty();
    const double size = sizeOf(face) * layout.scale;
    const double indent = isListed ? -layout.inkWidth(paragraph.mark, face) : paragraph.indented ? 2 * size : 0;
    const Align align = paragraph.centred ? Align::Centre : Align::Left;
    const Text *text
        = layout.set(paragraph.mark + paragraph.text, {face, layout.text, paragraph.centred ? 0 : indent, align});
    const bool goesOn = isListed && QLatin1String(layout.strips.last().blockTag) == QLatin1String("P");
    appendStrips(layout, lineStrips(text, (goesOn ? betweenListed : betweenBlocks) * layout.scale), block, "P");
}

/// One side for all \a codes: that of the layout, or more for one with many modules, as far as the column goes.
double sideOf(const QList<const codes::QrCode *> &codes, const Layout &layout, double column)
{
    double side = layout.code;
    for (const codes::QrCode *code : codes)
        side = std::max(side, code->size() * leastModule);
    return std::min(side, column);
}

/// The codes side by side in \a width, each above its caption. Returns the height.
double putCodes(Layout &layout, Strip &strip, const Codes &codes, double x, double width)
{
    const double column = width / double(std::max<qsizetype>({1, codes.columns, codes.codes.size()}));
    constexpr double rounding = 1e-6; // a column made for so many modules must not lose one
    const int mostModules = int(column / leastModule + rounding);
    QList<const codes::QrCode *> made;
    for (const Codes::Code &code : codes.codes) {
        const base::Result<codes::QrCode> modules = codes::QrCode::hardiest(code.content, mostModules);
        if (modules)
            made << &layout.codes.emplace_back(*modules);
        else
            layout.fault = modules.error();
    }
    const double side = sideOf(made, layout, column);
    double height = 0;
    for (qsizetype i = 0; i < codes.codes.size(); ++i) {
        if (i < made.size())
            strip.pieces << CodePiece{made[i], x + (column - side) / 2, 0, side};
        const Text *caption = layout.set(codes.codes[i].caption, {Face::Caption, column - 2 * captionAside, 0, Align::Centre});
        strip.pieces << TextPiece{caption, x + captionAside, side, 0, caption->lineCount(), "P"};
        height = std::max(height, side + caption->height());
        x += column;
    }
    return height;
}

void append(Layout &layout, const FactTable &facts, int block, double highest)
{
    appendFacts(layout, facts, block, highest);
}

void append(Layout &layout, const Table &table, int block, double highest)
{
    appendTable(layout, table, block, highest);
}

void append(Layout &layout, const Chart &chart, int block, double)
{
    appendChart(layout, chart, block);
}

void append(Layout &layout, const Codes &codes, int block, double)
{
    Strip strip;
    strip.before = betweenBlocks * layout.scale;
    strip.height = putCodes(layout, strip, codes, 0, layout.text);
    appendStrips(layout, {strip}, block, "Div");
}

/// Each row is a strip: pictures of one row stay together.
void append(Layout &layout, const Pictures &pictures, int block, double)
{
    const double column = layout.text / std::max(1, pictures.perRow);
    QList<Strip> strips;
    for (qsizetype i = 0; i < pictures.pictures.size(); ++i) {
        if (i % std::max(1, pictures.perRow) == 0)
            strips << Strip{.before = betweenBlocks * layout.scale};
        const QImage &picture = layout.pictures.emplace_back(pictures.pictures[i]);
        const double width = column - 2 * captionAside;
        const double height = picture.isNull() ? 0 : width * picture.height() / picture.width();
        const double x = column * double(i % std::max(1, pictures.perRow)) + captionAside;
        strips.last().pieces << InkPiece{&picture, x, 0, width, height};
        strips.last().height = std::max(strips.last().height, height);
    }
    appendStrips(layout, strips, block, "Div");
}

void append(Layout &layout, const Signature &signature, int block, double)
{
    Strip strip;
    strip.before = aboveSignature;
    const double side = layout.text / 2 - 14;
    const double left = putCitizen(layout, strip, signature, 0, 0, side);
    const double right = putLines(layout, strip, signature.right, layout.text - side, 0, side);
    strip.height = std::max(left, right);
    appendStrips(layout, {strip}, block, "Div");
}

}

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

double putCitizen(Layout &layout, Strip &strip, const Signature &signature, double x, double y, double width)
{
    const qsizetype before = strip.pieces.size();
    const double end = putLines(layout, strip, signature.left, x, y, width);
    if (signature.hand.isNull())
        return end;
    int line = -1;
    for (qsizetype i = before; i < strip.pieces.size(); ++i) {
        const auto *text = std::get_if<TextPiece>(&strip.pieces[i]);
        line += text ? 1 : 0;
        if (!text || line != signature.handLine)
            continue;
        const QImage &picture = layout.pictures.emplace_back(signature.hand);
        const double start = text->x + text->text->inkWidth() + 4;
        const double base = text->y + text->text->baseline(0) + belowRule;
        const double scale = std::min((x + width - start) / picture.width(), highestHand / picture.height());
        strip.pieces << InkPiece{&picture, start, base - picture.height() * scale, picture.width() * scale, picture.height() * scale};
        break;
    }
    return end;
}

void appendStrips(Layout &layout, QList<Strip> strips, int block, const char *blockTag)
{
    for (Strip &strip : strips) {
        strip.block = block;
        strip.blockTag = blockTag;
        layout.strips << strip;
    }
}

void appendBlock(Layout &layout, const Block &block, int index, double highest)
{
    std::visit([&](const auto &some) { append(layout, some, index, highest); }, block);
}

void appendClosing(Layout &layout, const Codes &codes, const Signature &signature, int index)
{
    constexpr double shareOfCodes = 0.54;
    const double x = layout.text * shareOfCodes;
    Strip strip;
    strip.before = aboveSignature;
    strip.height = putCodes(layout, strip, codes, 0, layout.text * shareOfCodes);
    const double citizen = putCitizen(layout, strip, signature, x, 4, layout.text - x);
    strip.height = std::max(strip.height, putLines(layout, strip, signature.right, x, citizen, layout.text - x));
    appendStrips(layout, {strip}, index, "Div");
}

}
