#pragma once

#include "core/reports/figures.h"

#include <QImage>
#include <QList>
#include <QSize>

/// The charts of a report as pictures: black and white, told apart by patterns, with the numbers at
/// the bars.
namespace reportcharts {

enum class Chart {
    Hours, ///< filings and hand-overs by hour
    Matters, ///< filings by matter, the most first
    Ages, ///< open items by how long ago they were filed
    OnTime, ///< share of decisions in time, by department
};
constexpr int charts = int(Chart::OnTime) + 1;

QString caption(Chart chart);
/// \a chart of \a report, \a size in pixels; \a scale device pixels to each.
QImage draw(Chart chart, const reports::Report &report, QSize size, double scale = 1);

/// A bar and its number.
struct Bar {
    QString name;
    double value = 0;
    QString words; ///< the number as it is shown
    bool operator==(const Bar &) const = default;
};
/// What \a chart shows of \a report, in its order; of Hours the filings alone.
QList<Bar> barsOf(Chart chart, const reports::Report &report);

}
