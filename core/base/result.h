#pragma once

#include <tl/expected.hpp>

#include <QString>

namespace base {

/// What went wrong in the world outside our rules: a disk, a file, a device. Never a rule that says no (see
/// domain::Refusal) and never a bug. \c detail is for the log and the "more" button; the sentence for the clerk is made in
/// ui from \c kind. It holds no person data.
struct Error {
    enum class Kind {
        Storage, ///< disk full, folder not writable, database busy
        Damaged, ///< stored bytes are not what was written
        Secret, ///< the key is missing, locked or the wrong one
        Document, ///< a guide pack, a form or another file is not what it should be
        Settings, ///< hall.ini says something that cannot be right
        Device, ///< printer, scanner, reader
        Busy, ///< another program of ours holds the profile
        Missing, ///< the version of the guides that a case was opened with is not on this PC
    };
    Kind kind = Kind::Storage;
    QString detail;
    QString place; ///< file, and the path inside it, where there is one

    bool operator==(const Error &) const = default;
};

template <class T = void>
using Result = tl::expected<T, Error>;
using Fail = tl::unexpected<Error>;

}
