#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QMap>

namespace sheets {

/// Bounds of a book. A book of 125 items has 0.2 MB, unpacked 0.9 MB in 86 parts.
constexpr qsizetype mostBookBytes = qsizetype(20) * 1024 * 1024;
constexpr qsizetype mostExpandedBytes = qsizetype(32) * 1024 * 1024; ///< of all parts together
constexpr int mostParts = 500;

/// The parts of a workbook by their names, e.g. xl/workbook.xml.
using BookParts = QMap<QString, QByteArray>;

/// The parts of the workbook in \a bytes that cells may depend on, unpacked within the bounds: each is well-formed XML without a
/// document type. Pictures, notes, macros and themes are not among them. What is no such file (another format, encrypted,
/// damaged, a bomb) is an Error::Document that says in Chinese what to do.
base::Result<BookParts> partsOfBook(const QByteArray &bytes);

}
