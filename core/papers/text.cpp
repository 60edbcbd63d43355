#include "core/papers/text.h"

#include "core/base/datafolder.h"

#include <QFile>

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

#include <array>

namespace papers {

namespace {

struct Style {
    double size;
    bool bold;
    double lineHeight; ///< baseline to baseline, as a multiple of the size; 0: as the font has it (1.44)
};

/// Sizes are the Chinese ones: 二号 22, 四号 14, 小四 12, 五号 10.5, 小五 9.
Style styleOf(Face face)
{
    switch (face) {
    case Face::Title:
        return {22, true, 0};
    case Face::Heading:
        return {12, true, 0};
    case Face::SubHeading:
        return {11, true, 0};
    case Face::Mark:
        return {14, true, 0};
    case Face::Number:
        return {10.5, false, 0};
    case Face::Body:
        return {12, false, 1.5};
    case Face::Strong:
        return {12, true, 1.5};
    case Face::Small:
        return {9, false, 1.6};
    case Face::Cell:
        return {10.5, false, 0};
    case Face::CellHead:
        return {10.5, true, 0};
    case Face::CellNote:
        return {9.5, false, 0};
    case Face::Caption:
        return {9, false, 0};
    case Face::Furniture:
        return {8.5, false, 0};
    }
    return {12, false, 0};
}

constexpr auto families = "Yichuang Song, Yichuang Song Rare, Noto Serif CJK SC, Noto Sans CJK SC";

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};

/// Lets fontconfig know our faces; without them it offers the next families. False: it could not even look.
bool useOwnFaces()
{
    const QByteArray folder = QFile::encodeName(base::dataFolder() + QStringLiteral("/fonts"));
    return FcConfigAppFontAddDir(FcConfigGetCurrent(), reinterpret_cast<const FcChar8 *>(folder.constData())) == FcTrue;
}

/// Where layouts are made. Kept for the life of the thread, because finding fonts takes longer than laying out a page and
/// Pango's font maps belong to one thread.
PangoContext *threadContext()
{
    static const bool looked = useOwnFaces();
    Q_UNUSED(looked)
    thread_local const std::unique_ptr<PangoContext, Unref> context = [] {
        const std::unique_ptr<PangoFontMap, Unref> fonts(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
        pango_cairo_font_map_set_resolution(reinterpret_cast<PangoCairoFontMap *>(fonts.get()), 72);
        std::unique_ptr<PangoContext, Unref> made(pango_font_map_create_context(fonts.get()));
        cairo_font_options_t *options = cairo_font_options_create();
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
        pango_cairo_context_set_font_options(made.get(), options);
        cairo_font_options_destroy(options);
        pango_context_set_round_glyph_positions(made.get(), FALSE);
        pango_context_set_language(made.get(), pango_language_from_string("zh-cn"));
        return made;
    }();
    return context.get();
}

/// As it is printed: no control characters but line ends, which Pango would show as boxes.
QByteArray printable(QString words)
{
    words.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    for (QChar &c : words) {
        if (c != u'\n' && (c.category() == QChar::Other_Control || c == QChar::ParagraphSeparator))
            c = u' ';
    }
    return words.toUtf8();
}

void setStyle(PangoLayout *layout, const Style &style)
{
    PangoFontDescription *font = pango_font_description_from_string(families);
    pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
    pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    // A break inside a long code must not put a hyphen there: it would read as part of it.
    PangoAttrList *attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
}

PangoAlignment pangoAlign(Text::Shape::Align align)
{
    switch (align) {
    case Text::Shape::Align::Left:
        return PANGO_ALIGN_LEFT;
    case Text::Shape::Align::Centre:
        return PANGO_ALIGN_CENTER;
    case Text::Shape::Align::Right:
        return PANGO_ALIGN_RIGHT;
    }
    return PANGO_ALIGN_LEFT;
}

double points(int pangoUnits)
{
    return double(pangoUnits) / PANGO_SCALE;
}

}

double sizeOf(Face face)
{
    return styleOf(face).size;
}

void Text::Release::operator()(PangoLayout *layout) const
{
    g_object_unref(layout);
}

Text::Text(const QString &words, Shape shape) : m_layout(pango_layout_new(threadContext()))
{
    Style style = styleOf(shape.face);
    style.size *= shape.scale;
    m_size = style.size;
    PangoLayout *layout = m_layout.get();
    setStyle(layout, style);
    if (style.lineHeight > 0) {
        const double ownHeight = 1.437; // ascent and descent of Noto Serif CJK in em
        pango_layout_set_spacing(layout, int((style.lineHeight - ownHeight) * style.size * PANGO_SCALE));
    }
    if (shape.width > 0)
        pango_layout_set_width(layout, int(shape.width * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_indent(layout, int(shape.indent * PANGO_SCALE));
    pango_layout_set_alignment(layout, pangoAlign(shape.align));
    const QByteArray text = printable(words);
    pango_layout_set_text(layout, text.constData(), int(text.size()));
    measure();
}

void Text::measure()
{
    PangoLayoutIter *at = pango_layout_get_iter(m_layout.get());
    do {
        PangoRectangle box;
        pango_layout_iter_get_line_extents(at, nullptr, &box);
        m_lines << Line{points(box.x), points(box.y), points(box.height), points(pango_layout_iter_get_baseline(at)), points(box.width)};
        m_inkWidth = std::max(m_inkWidth, points(box.width));
    } while (pango_layout_iter_next_line(at));
    pango_layout_iter_free(at);
}

QList<Text::SetLine> Text::lines() const
{
    const char *all = pango_layout_get_text(m_layout.get());
    QList<SetLine> lines;
    for (int i = 0; i < lineCount(); ++i) {
        const PangoLayoutLine *line = pango_layout_get_line_readonly(m_layout.get(), i);
        lines << SetLine{QString::fromUtf8(all + line->start_index, line->length).trimmed(), m_lines[i].left, m_lines[i].width,
                         m_lines[i].baseline - m_lines[0].top};
    }
    return lines;
}

double Text::height(int first, int count) const
{
    if (count <= 0)
        return 0;
    const Line &last = m_lines[first + count - 1];
    return last.top + last.height - m_lines[first].top;
}

void Text::draw(cairo_t *cairo, double x, double y, int first, int count) const
{
    const double top = m_lines[first].top;
    for (int i = first; i < first + count; ++i) {
        cairo_move_to(cairo, x + m_lines[i].left, y + m_lines[i].baseline - top);
        pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(m_layout.get(), i));
    }
}

}
