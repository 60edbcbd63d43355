#pragma once

#include "core/base/result.h"
#include "core/reports/figures.h"

namespace desk {

/// A report as a workbook: every figure with number, whole and share, tables by matter, department, window and clerk with totals as formulas, the
/// days of the trend as dates, and what each figure means.
base::Result<QByteArray> reportBook(const reports::Report &report);
/// The same figures as text (RFC 4180), one line for each figure of each line of each table.
QByteArray reportCsv(const reports::Report &report);

/// What the code on a report says: span, scope, moment, its main figures and the hash of all, in letters that a QR code holds well.
QString reportCodeText(const reports::Report &report);

}
