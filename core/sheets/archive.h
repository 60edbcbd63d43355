#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace sheets {

/// Bounds of a book. The largest real one is less than a tenth of each.
constexpr qsizetype mostBookBytes = qsizetype(20) * 1024 * 1024;
constexpr qsizetype mostExpandedBytes = qsizetype(64) * 1024 * 1024; ///< of all parts together
constexpr int mostParts = 500;

/// The parts of the workbook in \a bytes that hold its cells, unpacked within the bounds, looked at and packed again: an .xlsx of
/// which every part is well-formed XML without a document type. Pictures, comments, macros and links are not in it. What is no
/// such file (another format, encrypted, damaged, a bomb) is an Error::Document that says in Chinese what to do.
base::Result<QByteArray> soundArchive(const QByteArray &bytes);

}
