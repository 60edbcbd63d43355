#pragma once

#include <QByteArray>
#include <QImage>

#include <tl/expected.hpp>

namespace scans {

/// What a file holds, by its first bytes; a file name is never believed.
enum class PictureKind { Jpeg, Png };
/// As the events name it: "jpeg", "png".
QString nameOf(PictureKind kind);

/// Why what comes from outside is not taken as a picture, or as a file of pages (unfolding.h).
enum class PictureFault {
    Empty,
    TooBig, ///< more bytes than mostBytes, or mostFileBytes for a file of pages
    UnknownKind, ///< nothing that is taken
    TooManyDots, ///< more than mostDots
    CutOff, ///< ends in the middle, perhaps still being written
    Gone, ///< no such file
    NoPlainFile, ///< a link, a folder, a pipe, a device
    Locked, ///< asks for a password
    TooManyPages, ///< more than mostPages, or none
    TooLargePage, ///< even at coarsestDpi it has more than mostDots
    TooLong, ///< its drawing was stopped
    TooMuchMemory, ///< its drawing was stopped
    GivenUp, ///< this page and those behind it: too many before it had to be stopped
    NoReader, ///< the program that takes files apart is not there
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
