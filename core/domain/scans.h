#pragma once

#include "core/domain/case.h"

namespace domain {

/// The pictures that are part of \a file now, in the order in which they came.
QList<ScanPicture> presentScans(const Case &file);
/// Those of \a material by page; an empty \a material: those that are not sorted.
QList<ScanPicture> scansOf(const Case &file, const QString &material);
/// The picture \a scan when it is part of \a file now, else null. Belongs to \a file.
const ScanPicture *presentScan(const Case &file, const QString &scan);

/// Whether \a text has the shape of ScanPicture::scan.
bool isScanAddress(const QString &text);

}
