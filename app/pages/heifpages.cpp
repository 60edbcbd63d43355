#include "app/pages/pagesource.h"

#include <libheif/heif.h>

#include <vector>

using scans::PictureFault;

namespace {

struct FreeContext {
    void operator()(heif_context *context) const { heif_context_free(context); }
};
struct FreeHandle {
    void operator()(heif_image_handle *handle) const { heif_image_handle_release(handle); }
};
struct FreeImage {
    void operator()(heif_image *image) const { heif_image_release(image); }
};

/// Pictures of telephones. The library turns them as they say.
class HeifSource final : public PageSource
{
public:
    explicit HeifSource(QByteArrayView file) : m_file(heif_context_alloc())
    {
        const heif_error error = heif_context_read_from_memory_without_copy(m_file.get(), file.data(), size_t(file.size()), nullptr);
        m_isRead = error.code == heif_error_Ok;
        if (!m_isRead)
            return;
        m_pictures.resize(size_t(heif_context_get_number_of_top_level_images(m_file.get())));
        heif_context_get_list_of_top_level_image_IDs(m_file.get(), m_pictures.data(), int(m_pictures.size()));
    }

    tl::expected<int, PictureFault> pages() override
    {
        return m_isRead ? tl::expected<int, PictureFault>(int(m_pictures.size())) : tl::unexpected(PictureFault::Unreadable);
    }

    tl::expected<QImage, PictureFault> draw(int number) override
    {
        heif_image_handle *found = nullptr;
        if (heif_context_get_image_handle(m_file.get(), m_pictures.at(size_t(number - 1)), &found).code != heif_error_Ok)
            return tl::unexpected(PictureFault::Unreadable);
        const std::unique_ptr<heif_image_handle, FreeHandle> handle(found);
        const qint64 dots = qint64(heif_image_handle_get_width(found)) * heif_image_handle_get_height(found);
        if (dots > scans::mostDots)
            return tl::unexpected(PictureFault::TooManyDots);
        heif_image *decoded = nullptr;
        const heif_error error = heif_decode_image(found, &decoded, heif_colorspace_RGB, heif_chroma_interleaved_RGB, nullptr);
        if (error.code != heif_error_Ok)
            return tl::unexpected(PictureFault::Unreadable);
        const std::unique_ptr<heif_image, FreeImage> image(decoded);
        int stride = 0;
        const uint8_t *bytes = heif_image_get_plane_readonly(decoded, heif_channel_interleaved, &stride);
        const QSize size(heif_image_get_width(decoded, heif_channel_interleaved), heif_image_get_height(decoded, heif_channel_interleaved));
        if (!bytes || size.isEmpty())
            return tl::unexpected(PictureFault::Unreadable);
        return QImage(bytes, size.width(), size.height(), stride, QImage::Format_RGB888).copy();
    }

private:
    std::unique_ptr<heif_context, FreeContext> m_file;
    bool m_isRead = false;
    std::vector<heif_item_id> m_pictures;
};

}

std::unique_ptr<PageSource> heifSource(QByteArrayView file)
{
    return std::make_unique<HeifSource>(file);
}
