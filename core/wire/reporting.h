#pragma once

#include "core/base/result.h"
#include "core/reports/figures.h"

namespace wire {

// What a hub counts: POST /report/v1/figures, signed by an enrolled window as every other request of it.

/// The figures of which days; \c city: over all halls, else over the hall of the window that asks.
struct ReportWish {
    reports::Span span;
    bool city = false;
    bool operator==(const ReportWish &) const = default;
};
inline constexpr int mostReportDays = 3660; ///< of one report

QByteArray toJson(const ReportWish &wish);
base::Result<ReportWish> reportWishFrom(const QByteArray &body);

/// Without the rows behind the figures, and without who made it.
QByteArray toJson(const reports::Report &report);
/// The answer to \a wish.
base::Result<reports::Report> reportFrom(const QByteArray &body, const ReportWish &wish);

}
