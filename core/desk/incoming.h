#pragma once

#include "core/base/result.h"
#include "core/domain/refusal.h"
#include "core/scans/picture.h"
#include "core/scans/quality.h"

#include <QImage>

#include <optional>

namespace desk {

/// A picture, or a file of pages, on its way into a case: a file, the bytes of one, or dots from the clipboard.
struct Incoming {
    QString name; ///< for people; may be empty
    QString file; ///< path; empty: \c bytes, and when they are empty too, \c image
    QByteArray bytes;
    QImage image;
    bool removeFile = false; ///< when it is safe in the case: the folder of a camera is no place for papers of citizens
};

/// What became of a picture that was given, or of one that was worked on.
struct Arrival {
    enum class Outcome {
        Taken, ///< part of the case
        Separator, ///< a sheet of ours; what follows belongs to \c material
        UnknownSeparator, ///< the case asks for no such material; what follows is to be sorted by hand
        OtherCase, ///< of the case \c otherCase; left where it was
        Refused, ///< no picture that can be taken: \c fault
        NotDone, ///< \c refusals or \c error say why
        Dropped, ///< was cancelled
    };
    Outcome outcome = Outcome::Taken;
    QString name;
    int page = 0; ///< of a file of pages, from 1; 0: the whole of what was given
    QString scan; ///< Taken: address
    QString material; ///< Taken, Separator: id; empty: to be sorted
    QString otherCase; ///< number
    std::optional<scans::PictureFault> fault;
    std::optional<base::Error> error;
    QList<domain::Refusal> refusals;
    QList<scans::QualityFault> quality; ///< Taken: what to warn of
    bool fileLeft = false; ///< its file was to be removed and could not be
};

}
