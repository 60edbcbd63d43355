#pragma once

#include "core/domain/events.h"
#include "core/journal/journal.h"
#include "core/papers/forms.h"

namespace desk {

// Legal numbers (文号) of papers: gap-free within organ, kind and year, from the blocks that this window may use. A number is given
// with the first print of its paper, in the same transaction as that act; a number that was given is never given again.

/// Places of errors that say that there is no number: where a person enters them, and where the hub's are.
inline const QString numbersPlace = QStringLiteral("forms/numbers.json");
inline const QString leasesPlace = QStringLiteral("leases.json");

/// Of a series with less left, more are wanted.
inline constexpr int fewNumbers = 10;

/// Numbers beside those that a person entered in numbers.json.
class LeasedNumbers
{
public:
    virtual ~LeasedNumbers() = default;
    virtual QList<papers::NumberBlock> blocks() const = 0; ///< of all series
    /// A paper waits for a number of \a series and there is none. What is to be said.
    virtual base::Error ranOut(const journal::PaperSeries &series) = 0;
};

/// That a person has to enter numbers of \a series.
base::Error noNumbers(const journal::PaperSeries &series);

/// The next number for \a paper of \a file on \a day; nothing when it needs none: its form has no pattern, it has its number, or
/// one was entered with the act. Error::Settings when there is no block or it is used up, with what to do.
base::Result<std::optional<domain::PaperNumbered>> nextNumber(const journal::Journal &journal,
                                                              const papers::FormFolder &forms, const domain::Case &file,
                                                              const domain::Guide &guide, const domain::PaperRef &paper,
                                                              QDate day, LeasedNumbers *leased = nullptr);

/// What this window has of one series.
struct SeriesStock {
    qint64 given = 0; ///< so many at least: from where its blocks begin to the last that was given
    qint64 left = 0; ///< that may still be given
    int highest = 0; ///< number of any block, whether it may be used or not; 0: there is none
};
base::Result<SeriesStock> stockOf(const journal::Journal &journal, const papers::FormFolder &forms, const journal::PaperSeries &series,
                                  const LeasedNumbers *leased);

struct NumberRange {
    int from = 0;
    int to = 0; ///< inclusive
    bool operator==(const NumberRange &) const = default;
};

/// What became of one series here: of every series of which a number was given, and of those that only have blocks.
struct SeriesReport {
    journal::UsedSeries used;
    QList<int> gaps; ///< serials between those given that no paper has; there must be none
    QList<NumberRange> open; ///< numbers that may still be given
    QList<NumberRange> lost; ///< numbers that were not given and cannot be: the journal that might have is another
    bool isEntered = false; ///< a person entered numbers of it
    bool isLeased = false; ///< the hub leased some
};
base::Result<QList<SeriesReport>> seriesReports(const journal::Journal &journal, const papers::FormFolder &forms,
                                                const LeasedNumbers *leased = nullptr);

}
