#pragma once

#include "core/scans/picture.h"

#include <optional>

/// What yichuang-pages tells the window through a pipe. Both sides are built from here; the window still takes every record as
/// something from outside, because a hostile file may have taken over who writes it.
namespace scans::pagestream {

struct Record {
    enum class What : quint32 {
        Pages = 1, ///< \c page is how many there are; comes first
        Picture, ///< \c body is the page \c page as JPEG or PNG
        Fault, ///< \c page (0: the whole file) is not to be had: \c body is one byte, a PictureFault
        End, ///< nothing follows; without it the program was stopped
    };
    What what = What::End;
    quint32 page = 0;
    QByteArray body;
    bool operator==(const Record &) const = default;
};

/// How the program ends when it was stopped, instead of with 0.
enum class Ending { NoMemory = 71, TooLong = 72, Crash = 73 };

Record faultRecord(quint32 page, PictureFault fault);
/// The fault that \a record tells; Unreadable when it tells nothing that exists.
PictureFault faultIn(const Record &record);

QByteArray bytesOf(const Record &record);
/// Takes the first record off \a stream; nothing while it is not whole yet. Error: it is none, or longer than a picture may be.
tl::expected<std::optional<Record>, PictureFault> takeFrom(QByteArray &stream);

}
