#pragma once

#include "core/base/clock.h"
#include "core/desk/casesearch.h"
#include "core/domain/shelfresult.h"

#include <array>
#include <limits>

namespace journal {
struct ShelfLine;
}

namespace desk {

/// A line of the shelf list. Person data only masked.
struct ShelfEntry {
    QString caseId;
    QString number;
    QString matter; ///< name
    QString applicant; ///< masked; empty when not entered
    QString subjects; ///< masked: whom it concerns, when it is not the applicant
    domain::ShelfResult result;
    domain::ShelfState state = domain::ShelfState::Expected; ///< when it was asked for
    domain::Urgency urgency = domain::Urgency::Green;
    int days = 0; ///< since ShelfResult::since, 0 on the same day

    bool isSame(const ShelfEntry &other) const { return caseId == other.caseId && result.item == other.result.item; }
};

/// What the list can be narrowed to. Waiting is what is here in time; refusals are counted under their state as well.
enum class ShelfKind { All, Expected, Waiting, Late, Forgotten, Refusals, ToProve };
constexpr int shelfKinds = int(ShelfKind::ToProve) + 1;
using ShelfTally = std::array<int, shelfKinds>;

/// What was found for a number that was scanned or typed.
struct ShelfFinding {
    QList<ShelfEntry> lines;
    QStringList finished; ///< ids of cases that have nothing on the shelf (any more)
};

/// Every result of the cases of this window that is to come, that waits, or whose proof is owed: the nearest end first, what has no
/// end last. Pages stay instant whatever the number of cases. Everything handed in outlives it.
class ShelfList final : public QObject
{
    Q_OBJECT

public:
    ShelfList(journal::Journal &journal, const guides::Shelf &shelf, const base::Clock &clock, const CaseSearch &search,
              const CaseBook &book, QObject *parent = nullptr);

    /// Where a page ended; a default one is before the first line.
    struct Place {
        qint64 due = std::numeric_limits<qint64>::min();
        QString place;
    };
    struct Page {
        QList<ShelfEntry> lines;
        Place end; ///< ask for the next page from here
        bool isLast = true;
    };
    /// At most \a most lines behind \a after.
    base::Result<Page> page(ShelfKind kind, const Place &after, int most) const;
    base::Result<ShelfTally> counts() const;

    /// The results of the case with this number (typed or in a scanned code), those that carry exactly this code (certificate,
    /// e-licence, notice, parcel, label of a shelf place), or those of the cases that CaseSearch finds, e.g. by name or phone.
    base::Result<ShelfFinding> find(const QString &typed) const;
    /// The lines of one case.
    base::Result<QList<ShelfEntry>> ofCase(const QString &caseId) const;

    QDateTime now() const { return m_clock.now(); }

signals:
    /// A case was written: pages and counts may be others now. (States change with time as well: ask again each minute.)
    void changed();

private:
    ShelfEntry entryOf(const journal::ShelfLine &line, const QDateTime &now) const;
    base::Result<> addCase(const QString &caseId, ShelfFinding &finding) const;

    journal::Journal &m_journal;
    const MatterNames m_matters;
    const base::Clock &m_clock;
    const CaseSearch &m_search;
};

}
