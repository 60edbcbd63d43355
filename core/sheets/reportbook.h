#pragma once

#include "core/base/result.h"
#include "core/reports/figures.h"

namespace sheets {

/// A report as a workbook: every figure with number, whole and share, tables by hall (where there are several), matter, department, window and clerk with totals as formulas, the
/// days of the trend as dates, and what each figure means.
base::Result<QByteArray> reportBook(const reports::Report &report);
/// The same figures as text (RFC 4180), one line for each figure of each line of each table.
QByteArray reportCsv(const reports::Report &report);

}
