#include "core/papers/sheet.h"

#include "core/papers/painter.h"
#include "core/papers/roll.h"

#include <cairo-pdf.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <cmath>
#include <exception>
#include <memory>

namespace papers {

namespace {

struct Destroy {
    void operator()(cairo_t *cairo) const { cairo_destroy(cairo); }
    void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, Destroy>;
using Pen = std::unique_ptr<cairo_t, Destroy>;

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

/// Lays \a raster over the whole page, dot by dot. What lies below is not seen any more, but its text is still found.
void cover(cairo_t *cairo, const QImage &raster, double width)
{
    QImage opaque = raster.convertToFormat(QImage::Format_RGB32);
    const Surface picture(cairo_image_surface_create_for_data(opaque.bits(), CAIRO_FORMAT_RGB24, opaque.width(),
                                                              opaque.height(), int(opaque.bytesPerLine())));
    cairo_save(cairo);
    cairo_scale(cairo, width / opaque.width(), width / opaque.width());
    cairo_set_source_surface(cairo, picture.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_NEAREST);
    cairo_paint(cairo);
    cairo_restore(cairo);
    cairo_surface_flush(picture.get());
}

base::Result<QByteArray> draw(const Layout &layout, const Paper &paper)
{
    QByteArray bytes;
    const Surface pdf(cairo_pdf_surface_create_for_stream(append, &bytes, layout.width, layout.height));
    setMetadata(pdf.get(), paper);
    const Pen pen(cairo_create(pdf.get()));
    for (const Page &page : layout.pages) {
        drawPage(pen.get(), layout, page);
        if (paper.format == Paper::Format::Roll80)
            cover(pen.get(), rollRaster(layout), layout.width);
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
    if (m->paper.format == Paper::Format::Roll80) {
        const QSize size(int(std::ceil(m->layout.width * scale)), int(std::ceil(m->layout.height * scale)));
        return raster().convertToFormat(QImage::Format_RGB32).scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    QImage image(int(std::ceil(m->layout.width * scale)), int(std::ceil(m->layout.height * scale)),
                 QImage::Format_RGB32);
    image.fill(Qt::white);
    const Surface surface(cairo_image_surface_create_for_data(image.bits(), CAIRO_FORMAT_RGB24, image.width(),
                                                              image.height(), int(image.bytesPerLine())));
    const Pen pen(cairo_create(surface.get()));
    cairo_scale(pen.get(), scale, scale);
    drawPage(pen.get(), m->layout, m->layout.pages[page]);
    cairo_surface_flush(surface.get());
    return image;
}

QImage Sheet::raster() const
{
    return m->paper.format == Paper::Format::Roll80 ? rollRaster(m->layout) : QImage();
}

base::Result<QByteArray> Sheet::pdf() const
{
    if (m->layout.fault)
        return base::Fail(*m->layout.fault);
    return draw(m->layout, m->paper).and_then(withLanguage);
}

}
