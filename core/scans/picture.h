#pragma once

#include <QByteArray>
#include <QImage>

#include <tl/expected.hpp>

namespace scans {

/// What a file holds, by its first bytes; a file name is never believed.
enum class PictureKind { Jpeg, Png };
/// As the events name it: "jpeg", "png".
QString nameOf(PictureKind kind);

/// Why bytes from outside are not taken as a picture.
enum class PictureFault {
    Empty,
    TooBig, ///< more bytes than mostBytes
    Pdf, ///< pages of a PDF are not taken apart here
    UnknownKind, ///< neither JPEG nor PNG
    TooManyDots, ///< more than mostDots
    CutOff, ///< ends in the middle, perhaps still being written
    Unreadable,
};

constexpr qint64 mostBytes = 40LL << 20;
/// An A3 page at 450 dpi. Decoded with 4 bytes a dot this stays below the 256 MB that Qt allows one image.
constexpr qint64 mostDots = 60'000'000;

struct PictureHead {
    PictureKind kind = PictureKind::Jpeg;
    QSize size; ///< upright, in dots
    bool operator==(const PictureHead &) const = default;
};

/// What \a bytes are, from their outside alone; nothing is decoded.
tl::expected<PictureHead, PictureFault> headOf(const QByteArray &bytes);

/// The picture, upright (EXIF orientation is followed), not larger than \a box unless that is empty.
tl::expected<QImage, PictureFault> decode(const QByteArray &bytes, QSize box = {});

/// \a image as bytes of \a kind; JPEG of quality 92.
tl::expected<QByteArray, PictureFault> encode(const QImage &image, PictureKind kind);

}
