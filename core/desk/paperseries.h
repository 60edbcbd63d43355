#pragma once

#include "core/domain/events.h"
#include "core/journal/journal.h"
#include "core/papers/forms.h"

namespace desk {

// Legal numbers (文号) of papers: gap-free within organ, kind and year, from the blocks that this window may use. A number is given
// with the first print of its paper, in the same transaction as that act; a number that was given is never given again.

/// The next number for \a paper of \a file on \a day; nothing when it needs none: its form has no pattern, it has its number, or
/// one was entered with the act. Error::Settings when there is no block or it is used up, with what to do.
base::Result<std::optional<domain::PaperNumbered>> nextNumber(const journal::Journal &journal,
                                                              const papers::FormFolder &forms, const domain::Case &file,
                                                              const domain::Guide &guide, const domain::PaperRef &paper,
                                                              QDate day);

/// What became of one series here: of every series of which a number was given, and of those that only have blocks.
struct SeriesReport {
    journal::UsedSeries used;
    QList<int> gaps; ///< serials between those given that no paper has; there must be none
    qint64 left = 0; ///< numbers that may still be given
};
base::Result<QList<SeriesReport>> seriesReports(const journal::Journal &journal, const papers::FormFolder &forms);

}
