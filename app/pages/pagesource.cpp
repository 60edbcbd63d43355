#include "app/pages/pagesource.h"

#include "core/scans/unfolding.h"

std::unique_ptr<PageSource> sourceOf(QByteArrayView file)
{
    constexpr qsizetype start = 1024;
    const auto kind = scans::pagesKindOf(file.first(std::min(start, file.size())).toByteArray());
    if (!kind) {
        // What is no picture either says so; what is one and broken says that.
        const auto head = scans::headOf(file.first(std::min(start, file.size())).toByteArray());
        const bool isPicture = head || head.error() != scans::PictureFault::UnknownKind;
        return isPicture ? pictureSource(file) : nullptr;
    }
    switch (*kind) {
    case scans::PagesKind::Pdf:
        return pdfSource(file);
    case scans::PagesKind::Tiff:
        return tiffSource(file);
    case scans::PagesKind::Heif:
        break;
    }
    return heifSource(file);
}
