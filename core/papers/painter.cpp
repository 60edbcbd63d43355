#include "core/papers/painter.h"

#include <QImage>
#include <QRectF>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

namespace papers {

namespace {

constexpr double hairline = 0.5;

/// Opens a tag of the PDF's structure for as long as it lives; a picture does not care.
class Tag
{
public:
    Tag(cairo_t *cairo, const char *name) : m_cairo(cairo), m_name(name)
    {
        if (m_name)
            cairo_tag_begin(m_cairo, m_name, nullptr);
    }
    ~Tag()
    {
        if (m_name)
            cairo_tag_end(m_cairo, m_name);
    }
    Q_DISABLE_COPY_MOVE(Tag)

private:
    cairo_t *m_cairo;
    const char *m_name;
};

struct FreePattern {
    void operator()(cairo_pattern_t *pattern) const { cairo_pattern_destroy(pattern); }
};
using Stencil = std::unique_ptr<cairo_pattern_t, FreePattern>;

/// One bit a module: in a PDF a hundredth of what a rectangle for each costs, and no seams between them.
Stencil stencilOf(const QImage &modules)
{
    static_assert(Q_BYTE_ORDER == Q_LITTLE_ENDIAN, "elsewhere the bits of CAIRO_FORMAT_A1 run the other way");
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A1, modules.width(), modules.height());
    const int stride = cairo_image_surface_get_stride(surface);
    for (int y = 0; y < modules.height(); ++y)
        std::copy_n(modules.constScanLine(y), std::min<qsizetype>(stride, modules.bytesPerLine()),
                    cairo_image_surface_get_data(surface) + y * stride);
    cairo_surface_mark_dirty(surface);
    Stencil stencil(cairo_pattern_create_for_surface(surface));
    cairo_surface_destroy(surface);
    cairo_pattern_set_filter(stencil.get(), CAIRO_FILTER_NEAREST);
    return stencil;
}

/// Draws one page. Rules are gathered and drawn in one stroke, so that those of neighbouring cells do not darken each other.
class PagePainter
{
public:
    PagePainter(cairo_t *cairo, double dot) : m_cairo(cairo), m_dot(dot) { }

    void draw(const Layout &layout, const Page &page)
    {
        for (const Piece &piece : page.furniture)
            draw(piece, {});
        for (qsizetype i = 0; i < page.strips.size();)
            i = drawBlock(layout, page, i);
        drawRules();
    }

private:
    /// The strips from \a from on that belong to one block; gives the place of the first that does not.
    qsizetype drawBlock(const Layout &layout, const Page &page, qsizetype from)
    {
        const Strip &first = layout.strips[page.strips[from].strip];
        const Tag blockTag(m_cairo, first.blockTag);
        qsizetype i = from;
        for (; i < page.strips.size(); ++i) {
            const Strip &strip = layout.strips[page.strips[i].strip];
            if (strip.block != first.block)
                break;
            const Tag tag(m_cairo, strip.tag);
            for (const Piece &piece : strip.pieces)
                draw(piece, {page.strips[i].x, page.strips[i].y});
        }
        return i;
    }

    void draw(const Piece &piece, QPointF at)
    {
        std::visit([&](const auto &some) { draw(some, at); }, piece);
    }

    void draw(const TextPiece &piece, QPointF at)
    {
        const Tag tag(m_cairo, piece.tag);
        if (piece.inMarkColour)
            useMarkColour();
        else
            cairo_set_source_rgb(m_cairo, 0, 0, 0);
        piece.text->draw(m_cairo, at.x() + piece.x, at.y() + piece.y, piece.first, piece.count);
    }

    void draw(const RulePiece &piece, QPointF at)
    {
        (piece.dashed ? m_dashes : m_rules)
            << RulePiece{at.x() + piece.x1, at.y() + piece.y1, at.x() + piece.x2, at.y() + piece.y2};
    }

    void draw(const ArrowPiece &piece, QPointF at)
    {
        constexpr double length = 5;
        constexpr double half = 2.2;
        cairo_move_to(m_cairo, at.x() + piece.x, at.y() + piece.y);
        cairo_rel_line_to(m_cairo, -half, -length);
        cairo_rel_line_to(m_cairo, 2 * half, 0);
        cairo_close_path(m_cairo);
        cairo_set_source_rgb(m_cairo, 0, 0, 0);
        cairo_fill(m_cairo);
    }

    void draw(const CodePiece &piece, QPointF at)
    {
        const QRectF place = onDots({at.x() + piece.x, at.y() + piece.y, piece.size, piece.size}, piece.code->size());
        cairo_save(m_cairo);
        cairo_translate(m_cairo, place.x(), place.y());
        const double module = place.width() / piece.code->size();
        cairo_scale(m_cairo, module, module);
        cairo_set_source_rgb(m_cairo, 0, 0, 0);
        cairo_mask(m_cairo, stencilOf(piece.code->modules()).get());
        cairo_restore(m_cairo);
    }

    /// \a place, or on a device of dots the largest one inside whose modules are whole dots.
    QRectF onDots(const QRectF &place, int modules) const
    {
        if (m_dot <= 0)
            return place;
        constexpr double rounding = 1e-6; // a place made for so many dots must not lose one
        const double module = std::max(1.0, std::floor(place.width() / m_dot / modules + rounding)) * m_dot;
        const double aside = std::round((place.width() - module * modules) / 2 / m_dot) * m_dot;
        const auto snapped = [this](double value) { return std::round(value / m_dot) * m_dot; };
        return {snapped(place.x()) + aside, snapped(place.y()) + aside, module * modules, module * modules};
    }

    void draw(const InkPiece &piece, QPointF at)
    {
        QImage ink = piece.picture->convertToFormat(QImage::Format_Grayscale8);
        ink.invertPixels(); // as a mask: ink is what covers
        cairo_surface_t *mask = cairo_image_surface_create_for_data(ink.bits(), CAIRO_FORMAT_A8, ink.width(), ink.height(),
                                                                    int(ink.bytesPerLine()));
        cairo_save(m_cairo);
        cairo_translate(m_cairo, at.x() + piece.x, at.y() + piece.y);
        cairo_scale(m_cairo, piece.width / ink.width(), piece.height / ink.height());
        cairo_set_source_rgb(m_cairo, 0, 0, 0);
        cairo_mask_surface(m_cairo, mask, 0, 0);
        cairo_restore(m_cairo);
        cairo_surface_destroy(mask);
    }

    void draw(const FramePiece &piece, QPointF at)
    {
        useMarkColour();
        cairo_set_line_width(m_cairo, 1.2);
        cairo_rectangle(m_cairo, at.x() + piece.x, at.y() + piece.y, piece.width, piece.height);
        cairo_stroke(m_cairo);
    }

    void drawRules()
    {
        stroke(m_rules);
        if (m_dashes.isEmpty())
            return;
        const std::array dash{2.5, 2.0};
        cairo_set_dash(m_cairo, dash.data(), int(dash.size()), 0);
        stroke(m_dashes);
        cairo_set_dash(m_cairo, nullptr, 0, 0);
    }

    void stroke(const QList<RulePiece> &rules)
    {
        for (const RulePiece &rule : rules) {
            cairo_move_to(m_cairo, rule.x1, rule.y1);
            cairo_line_to(m_cairo, rule.x2, rule.y2);
        }
        cairo_set_source_rgb(m_cairo, 0, 0, 0);
        cairo_set_line_width(m_cairo, m_dot > 0 ? 2 * m_dot : hairline);
        cairo_set_line_cap(m_cairo, CAIRO_LINE_CAP_SQUARE);
        cairo_set_antialias(m_cairo, m_dot > 0 ? CAIRO_ANTIALIAS_NONE : CAIRO_ANTIALIAS_DEFAULT);
        cairo_stroke(m_cairo);
        cairo_set_antialias(m_cairo, CAIRO_ANTIALIAS_DEFAULT);
    }

    /// Dull red, light enough not to be taken for text, dark enough for a grey printer.
    void useMarkColour() { cairo_set_source_rgb(m_cairo, 0.75, 0.27, 0.22); }

    cairo_t *m_cairo;
    const double m_dot;
    QList<RulePiece> m_rules;
    QList<RulePiece> m_dashes;
};

}

void drawPage(cairo_t *cairo, const Layout &layout, const Page &page, double dot)
{
    PagePainter(cairo, dot).draw(layout, page);
}

}
