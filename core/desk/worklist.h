#pragma once

#include "core/base/clock.h"
#include "core/desk/casebook.h"
#include "core/desk/matternames.h"
#include "core/desk/onduty.h"

#include <array>
#include <limits>

namespace desk {

/// A line of "what next". Person data only masked.
struct WorkLine {
    QString caseId;
    QString number;
    QString matter; ///< name
    domain::GuideRef guide;
    QString applicant; ///< masked; empty when not entered
    QString subjects; ///< masked: whom it concerns, when it is not the applicant
    domain::Task task;
    domain::Urgency urgency = domain::Urgency::Green; ///< when the page was asked for
};

/// Which lines are wanted.
struct WorkFilter {
    QList<domain::Task::Kind> kinds; ///< empty: all
    std::optional<domain::Urgency> urgency;
    domain::GuideRef matter; ///< of all versions; empty: all
    bool mine = false; ///< cases that whoever is on duty opened
    bool oursOnly = false; ///< leaves out what waits for departments or citizens
};

/// How many tasks there are by kind and by urgency, under the filters for matter, mine and ours.
struct WorkCounts {
    std::array<int, domain::taskKinds> byKind{};
    std::array<int, domain::urgencies> byUrgency{}; ///< index: domain::Urgency
    int all = 0;
};

/// What is to be done next at this window, the nearest legal end first, what has no end last. Pages stay instant whatever the
/// number of cases. Everything handed in outlives it.
class WorkList final : public QObject
{
    Q_OBJECT

public:
    WorkList(journal::Journal &journal, const guides::Shelf &shelf, const base::Clock &clock, const OnDuty &duty, const CaseBook &book,
             QObject *parent = nullptr);

    /// Where a page ended; a default one is before the first line.
    struct Place {
        qint64 due = std::numeric_limits<qint64>::min();
        QString place;
    };
    struct Page {
        QList<WorkLine> lines;
        Place end; ///< ask for the next page from here
        bool isLast = true;
    };
    /// At most \a most lines behind \a after.
    base::Result<Page> page(const WorkFilter &filter, const Place &after, int most) const;
    base::Result<WorkCounts> counts(const WorkFilter &filter) const;

signals:
    /// A case was written: pages and counts may be others now. (Urgencies change with time as well: ask again each minute.)
    void changed();

private:
    journal::Journal &m_journal;
    const MatterNames m_matters;
    const base::Clock &m_clock;
    const OnDuty &m_duty;
};

}
