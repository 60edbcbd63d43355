#include "core/papers/sheet.h"

#include "core/papers/layout.h"

#include <cairo-pdf.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <array>
#include <cmath>
#include <exception>

namespace papers {

namespace {

constexpr double hairline = 0.5;

struct Destroy {
    void operator()(cairo_t *cairo) const { cairo_destroy(cairo); }
    void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, Destroy>;
using Pen = std::unique_ptr<cairo_t, Destroy>;

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

/// Draws one page. Rules are gathered and drawn in one stroke, so that those of neighbouring cells do not darken each other.
class Painter
{
public:
    explicit Painter(cairo_t *cairo) : m_cairo(cairo) { }

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
        cairo_save(m_cairo);
        cairo_translate(m_cairo, at.x() + piece.x, at.y() + piece.y);
        const double module = piece.size / piece.code->size();
        cairo_scale(m_cairo, module, module);
        for (const QrCode::Run &run : piece.code->runs())
            cairo_rectangle(m_cairo, run.x, run.y, run.length, 1);
        cairo_set_source_rgb(m_cairo, 0, 0, 0);
        cairo_fill(m_cairo); // all at once: no seams between rows
        cairo_restore(m_cairo);
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
        cairo_set_line_width(m_cairo, hairline);
        cairo_set_line_cap(m_cairo, CAIRO_LINE_CAP_SQUARE);
        cairo_stroke(m_cairo);
    }

    /// Dull red, light enough not to be taken for text, dark enough for a grey printer.
    void useMarkColour() { cairo_set_source_rgb(m_cairo, 0.75, 0.27, 0.22); }

    cairo_t *m_cairo;
    QList<RulePiece> m_rules;
    QList<RulePiece> m_dashes;
};

base::Error failure(const QString &detail)
{
    return {base::Error::Kind::Document, detail, {}};
}

cairo_status_t append(void *target, const unsigned char *bytes, unsigned int count)
{
    static_cast<QByteArray *>(target)->append(reinterpret_cast<const char *>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

void setMetadata(cairo_surface_t *pdf, const Paper &paper)
{
    const auto set = [pdf](cairo_pdf_metadata_t what, const QString &value) {
        cairo_pdf_surface_set_metadata(pdf, what, value.toUtf8().constData());
    };
    set(CAIRO_PDF_METADATA_TITLE, paper.title);
    set(CAIRO_PDF_METADATA_AUTHOR, paper.author);
    set(CAIRO_PDF_METADATA_SUBJECT, paper.number);
    set(CAIRO_PDF_METADATA_CREATOR, QStringLiteral("Yichuang 一窗"));
}

base::Result<QByteArray> draw(const Layout &layout, const Paper &paper)
{
    QByteArray bytes;
    const Surface pdf(cairo_pdf_surface_create_for_stream(append, &bytes, layout.width, layout.height));
    setMetadata(pdf.get(), paper);
    const Pen pen(cairo_create(pdf.get()));
    for (const Page &page : layout.pages) {
        Painter(pen.get()).draw(layout, page);
        cairo_show_page(pen.get());
    }
    cairo_surface_finish(pdf.get());
    for (const cairo_status_t status : {cairo_status(pen.get()), cairo_surface_status(pdf.get())}) {
        if (status != CAIRO_STATUS_SUCCESS)
            return base::Fail(failure(QLatin1String(cairo_status_to_string(status))));
    }
    return bytes;
}

/// Cairo 1.16 cannot say which language a document is in, nor ask viewers to show its title.
base::Result<QByteArray> withLanguage(const QByteArray &pdf)
{
    try {
        QPDF document;
        document.processMemoryFile("paper", pdf.constData(), size_t(pdf.size()));
        QPDFObjectHandle catalogue = document.getRoot();
        catalogue.replaceKey("/Lang", QPDFObjectHandle::newString("zh-CN"));
        catalogue.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
        QPDFWriter writer(document);
        writer.setOutputMemory();
        writer.setStreamDataMode(qpdf_s_preserve);
        writer.write();
        const auto written = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char *>(written->getBuffer()), qsizetype(written->getSize()));
    } catch (const std::exception &broken) {
        return base::Fail(failure(QString::fromUtf8(broken.what())));
    }
}

}

struct Sheet::Parts {
    Paper paper;
    Layout layout;
};

Sheet::Sheet(const Paper &paper) : m(new Parts{paper, layoutOf(paper)}) { }

Sheet::~Sheet() = default;
Sheet::Sheet(Sheet &&) noexcept = default;
Sheet &Sheet::operator=(Sheet &&) noexcept = default;

int Sheet::pageCount() const
{
    return int(m->layout.pages.size());
}

QSizeF Sheet::pageSize() const
{
    return {m->layout.width, m->layout.height};
}

QImage Sheet::picture(int page, double scale) const
{
    if (page < 0 || page >= pageCount())
        return {};
    scale = std::clamp(scale, 0.05, 20.0);
    QImage image(int(std::ceil(m->layout.width * scale)), int(std::ceil(m->layout.height * scale)),
                 QImage::Format_RGB32);
    image.fill(Qt::white);
    const Surface surface(cairo_image_surface_create_for_data(image.bits(), CAIRO_FORMAT_RGB24, image.width(),
                                                              image.height(), int(image.bytesPerLine())));
    const Pen pen(cairo_create(surface.get()));
    cairo_scale(pen.get(), scale, scale);
    Painter(pen.get()).draw(m->layout, m->layout.pages[page]);
    cairo_surface_flush(surface.get());
    return image;
}

base::Result<QByteArray> Sheet::pdf() const
{
    if (m->layout.fault)
        return base::Fail(*m->layout.fault);
    return draw(m->layout, m->paper).and_then(withLanguage);
}

}
