#pragma once

#include "core/base/settings.h"
#include "core/papers/forms.h"
#include "core/reports/figures.h"

namespace papers {

/// 办件日报 (of a week, a month, any span: 周报, 月报, 统计表), with the definitions of its figures as an annex: forms/daily-report.
/// \a code: what stands in its code, signed. \a charts: dark on white, of one shape; the paper is complete without them.
base::Result<Paper> dailyReport(const FormFolder &forms, const base::HallSettings &hall, const reports::Report &report,
                                const QString &code, const QList<QImage> &charts = {});

}
