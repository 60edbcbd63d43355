#include "app/pages/pagesource.h"
#include "core/scans/unfolding.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <cmath>

using scans::PictureFault;

namespace {

constexpr double pointsPerInch = 72;

/// What is wrong with a file is told by what comes out; the library's remarks may quote it.
void sayNothing(const std::string &, void *) { }

/// How finely a page of \a width × \a height points is drawn; 0: it is too large.
double dpiFor(double width, double height)
{
    const double squareInches = width * height / (pointsPerInch * pointsPerInch);
    if (!std::isfinite(squareInches) || squareInches <= 0)
        return 0;
    const double finest = std::min<double>(scans::usualDpi, std::floor(std::sqrt(double(scans::mostDots) / squareInches) - 0.5));
    return finest < scans::coarsestDpi ? 0 : finest;
}

class PdfSource final : public PageSource
{
public:
    explicit PdfSource(QByteArrayView file)
    {
        poppler::set_debug_error_function(sayNothing, nullptr);
        m_file.reset(poppler::document::load_from_raw_data(file.data(), int(file.size())));
    }

    tl::expected<int, PictureFault> pages() override
    {
        if (!m_file)
            return tl::unexpected(PictureFault::Unreadable);
        if (m_file->is_locked())
            return tl::unexpected(PictureFault::Locked);
        return m_file->pages();
    }

    tl::expected<QImage, PictureFault> draw(int number) override
    {
        const std::unique_ptr<poppler::page> page(m_file->create_page(number - 1));
        if (!page)
            return tl::unexpected(PictureFault::Unreadable);
        const poppler::rectf rect = page->page_rect();
        const double dpi = dpiFor(rect.width(), rect.height());
        if (dpi == 0)
            return tl::unexpected(PictureFault::TooLargePage);
        poppler::page_renderer renderer;
        renderer.set_render_hint(poppler::page_renderer::antialiasing);
        renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
        const poppler::image drawn = renderer.render_page(page.get(), dpi, dpi);
        if (!drawn.is_valid() || drawn.format() != poppler::image::format_argb32)
            return tl::unexpected(PictureFault::Unreadable);
        const QImage image(reinterpret_cast<const uchar *>(drawn.const_data()), drawn.width(), drawn.height(),
                           drawn.bytes_per_row(), QImage::Format_RGB32);
        return image.copy();
    }

private:
    std::unique_ptr<poppler::document> m_file;
};

}

std::unique_ptr<PageSource> pdfSource(QByteArrayView file)
{
    return std::make_unique<PdfSource>(file);
}
