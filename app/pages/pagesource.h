#pragma once

#include "core/scans/picture.h"

#include <QByteArrayView>
#include <QImage>

#include <memory>

/// A file whose pages can be drawn.
class PageSource
{
public:
    virtual ~PageSource() = default;
    /// How many pages there are, or why it cannot be used.
    virtual tl::expected<int, scans::PictureFault> pages() = 0;
    /// The page \a number, from 1 to pages(), upright, of at most scans::mostDots.
    virtual tl::expected<QImage, scans::PictureFault> draw(int number) = 0;
};

/// \a file stays as it is while the source lives; null: no kind that is taken.
std::unique_ptr<PageSource> sourceOf(QByteArrayView file);

std::unique_ptr<PageSource> pdfSource(QByteArrayView file);
std::unique_ptr<PageSource> tiffSource(QByteArrayView file);
std::unique_ptr<PageSource> heifSource(QByteArrayView file);
std::unique_ptr<PageSource> pictureSource(QByteArrayView file);
