#include "core/papers/roll.h"

#include "core/papers/layoutparts.h"
#include "core/papers/painter.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace papers {

namespace {

using Align = Text::Shape::Align;

constexpr double highest = 1e6; ///< a roll has no end
constexpr int darkest = 150; ///< of 255: what is lighter stays white, so that fine strokes are kept and do not grow together
constexpr double underTitle = 2;
constexpr double overSignature = 6;

/// One text over the whole width as a strip of its own.
void appendLine(Layout &layout, const QString &words, Face face, Align align, const char *tag)
{
    if (words.isEmpty())
        return;
    const Text *text = layout.set(words, {face, layout.text, 0, align});
    Strip strip;
    strip.height = text->height() + underTitle;
    strip.pieces << TextPiece{text, 0, 0, 0, text->lineCount(), tag};
    appendStrips(layout, {strip}, -1, "Div");
}

void appendRollMark(Layout &layout, const QString &mark)
{
    if (mark.isEmpty())
        return;
    constexpr double around = 4;
    const Text *text = layout.set(mark, {Face::Mark});
    const double width = text->inkWidth() + 2 * around + 4;
    const double left = (layout.text - width) / 2;
    Strip strip;
    strip.height = text->height() + 2 * around + underTitle;
    strip.pieces << TextPiece{text, left + around + 2, around, 0, text->lineCount(), "P"}
                 << FramePiece{left, 1, width, text->height() + 2 * around - 2};
    appendStrips(layout, {strip}, -1, "Div");
}

/// Both sides one below the other: the paper is too narrow for two.
void appendRollSignature(Layout &layout, const Signature &signature, int block)
{
    Strip strip;
    strip.before = overSignature;
    const double citizen = putCitizen(layout, strip, signature, 0, 0, layout.text);
    strip.height = putLines(layout, strip, signature.right, 0, citizen, layout.text);
    appendStrips(layout, {strip}, block, "Div");
}

void placeAll(Layout &layout)
{
    Page page;
    double y = roll::top;
    for (int i = 0; i < layout.strips.size(); ++i) {
        y += i == 0 ? 0 : layout.strips[i].before;
        page.strips << Page::Placed{i, y, roll::aside};
        y += layout.strips[i].height;
    }
    layout.pages << page;
    layout.height = std::ceil((y + roll::feed) / roll::dot) * roll::dot;
}

struct FreeCairo {
    void operator()(cairo_t *cairo) const { cairo_destroy(cairo); }
    void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
};

}

Layout rollLayout(const Paper &paper)
{
    Layout layout;
    layout.width = roll::width;
    layout.text = roll::text;
    layout.scale = paper.scale;
    layout.code = mm(30);
    appendRollMark(layout, paper.mark);
    appendLine(layout, paper.title, Face::Title, Align::Centre, "H1");
    appendLine(layout, paper.number, Face::Number, Align::Centre, "P");
    for (int i = 0; i < paper.blocks.size(); ++i) {
        if (const auto *signature = std::get_if<Signature>(&paper.blocks[i]))
            appendRollSignature(layout, *signature, i);
        else
            appendBlock(layout, paper.blocks[i], i, highest);
    }
    appendLine(layout, paper.footer, Face::Furniture, Align::Left, "P");
    placeAll(layout);
    return layout;
}

QImage rollRaster(const Layout &layout)
{
    const int height = int(std::lround(layout.height / roll::dot));
    QImage grey(roll::dots, height, QImage::Format_RGB32);
    grey.fill(Qt::white);
    const std::unique_ptr<cairo_surface_t, FreeCairo> surface(cairo_image_surface_create_for_data(
        grey.bits(), CAIRO_FORMAT_RGB24, grey.width(), grey.height(), int(grey.bytesPerLine())));
    const std::unique_ptr<cairo_t, FreeCairo> cairo(cairo_create(surface.get()));
    cairo_scale(cairo.get(), 1 / roll::dot, 1 / roll::dot);
    drawPage(cairo.get(), layout, layout.pages.first(), roll::dot);
    cairo_surface_flush(surface.get());
    QImage raster(grey.size(), QImage::Format_Mono);
    raster.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    raster.fill(0);
    for (int y = 0; y < height; ++y) {
        const auto *from = reinterpret_cast<const QRgb *>(grey.constScanLine(y));
        uchar *to = raster.scanLine(y);
        for (int x = 0; x < roll::dots; ++x) {
            if (qGray(from[x]) < darkest)
                to[x / 8] = uchar(to[x / 8] | (0x80 >> (x % 8)));
        }
    }
    return raster;
}

QByteArray escPos(const QImage &raster)
{
    constexpr int band = 128; ///< rows at a time: what the buffers of small machines hold
    const int bytes = raster.width() / 8;
    QByteArray out("\x1b@", 2); // begin anew
    for (int from = 0; from < raster.height(); from += band) {
        const int rows = std::min(band, raster.height() - from);
        out.append("\x1dv0\0", 4);
        for (const int number : {bytes, rows}) {
            out.append(char(number & 0xff));
            out.append(char(number >> 8));
        }
        for (int y = from; y < from + rows; ++y)
            out.append(reinterpret_cast<const char *>(raster.constScanLine(y)), bytes);
    }
    out.append("\x1b" "d\x03", 3); // three lines on
    out.append("\x1dV\x42\0", 4); // and cut
    return out;
}

}
