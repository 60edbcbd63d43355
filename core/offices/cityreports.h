#pragma once

#include "core/domain/deadlines.h"
#include "core/domain/merging.h"
#include "core/hub/engine.h"
#include "core/offices/guidestand.h"
#include "core/reports/figures.h"

namespace offices {

struct CityReportsNeeds {
    const hub::Engine &engine;
    GuideStand &guides;
    const domain::ClockRules &rules; ///< of all halls
};

/// Reports over everything that the hub has: all halls together, one of them, one window, clerk, matter or department. What counts is the
/// same as at a window (core/domain/reportfacts.h); it is kept for each case until something happens to it.
class CityReports final
{
public:
    /// Everything lives as long as this.
    explicit CityReports(const CityReportsNeeds &needs);

    /// Works out what counts of the cases that are new or have changed; how many. \a tell hears how many it has done. A case without a
    /// guide in the library, or one that cannot be read, is left: Report::state says how many there are.
    base::Result<int> catchUp(const std::function<void(int)> &tell = {}) const;
    /// The same for about \a most of them, from the row \a from on, which is then where to go on: 0 behind the last.
    base::Result<int> catchUp(int most, qint64 &from, const std::function<void(int)> &tell = {}) const;

    /// Of \a span, over \a scope. The rows behind its figures are those of cases().
    base::Result<reports::Report> report(const reports::Span &span, const reports::Scope &scope) const;

    struct Counted {
        QString hall;
        QString number;
        bool operator==(const Counted &) const = default;
    };
    /// The cases behind \a figure of \a report, by the order in which they came to the hub.
    base::Result<QList<Counted>> cases(const reports::Report &report, reports::Figure figure) const;

private:
    struct Opened {
        hub::CaseLine line;
        QList<domain::Placed> history; ///< empty: it cannot be read
    };
    base::Result<QList<Opened>> opened(const QStringList &uuids) const;
    base::Result<int> countBatch(const QStringList &uuids, qint64 &last) const;
    base::Result<std::optional<hub::CountedLine>> lineOf(const Opened &opened) const;

    const CityReportsNeeds m;
    const QByteArray m_basis;
};

}
