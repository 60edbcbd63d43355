#pragma once

#include "core/base/settings.h"
#include "core/papers/forms.h"
#include "core/reports/figures.h"

namespace papers {

/// What the code on a report says: span, scope, moment, its main figures and the hash of all, in letters that a QR code holds well.
QString reportCodeText(const reports::Report &report);

/// 办件日报 (of a week, a month, any span: 周报, 月报, 统计表), with the definitions of its figures as an annex: forms/daily-report.
/// \a code: what stands in its code, signed. \a charts: dark on white, of one shape; the paper is complete without them.
base::Result<Paper> dailyReport(const FormFolder &forms, const base::HallSettings &hall, const reports::Report &report,
                                const QString &code, const QList<QImage> &charts = {});

}
