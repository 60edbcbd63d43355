#pragma once

#include "core/people/staffbook.h"

namespace journal {
class Journal;
}

namespace desk {

/// Binds \a book to \a profileKey and to what \a journal remembers of it, which lies there sealed: a staff.json that was deleted, put back
/// or changed is StaffBook::fault().
[[nodiscard]] base::Result<> bindBook(people::StaffBook &book, const base::Secret &profileKey, journal::Journal &journal);

/// \a journal remembers \a book as it is now; after every change. Cheap where nothing has changed.
[[nodiscard]] base::Result<> rememberBook(const people::StaffBook &book, journal::Journal &journal);

}
