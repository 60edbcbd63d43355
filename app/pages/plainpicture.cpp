#include "app/pages/pagesource.h"

namespace {

/// A JPEG or PNG as a file of one page, for those who let nothing be decoded in their own process.
class PlainPicture final : public PageSource
{
public:
    explicit PlainPicture(QByteArrayView file) : m_bytes(file.toByteArray()) { }

    tl::expected<int, scans::PictureFault> pages() override
    {
        return scans::headOf(m_bytes).map([](const scans::PictureHead &) { return 1; });
    }
    tl::expected<QImage, scans::PictureFault> draw(int) override { return scans::decode(m_bytes); }

private:
    const QByteArray m_bytes;
};

}

std::unique_ptr<PageSource> pictureSource(QByteArrayView file)
{
    return std::make_unique<PlainPicture>(file);
}
