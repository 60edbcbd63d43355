#pragma once

#include "core/base/result.h"
#include "core/domain/guide.h"

#include <QByteArray>

namespace guides {

/// Longest pack that is read.
constexpr qsizetype mostPackBytes = qsizetype(32) * 1024 * 1024;

/// The pack in \a json, checked: shape, ids, references, conditions, prerequisites without a circle. The first fault is an
/// Error::Document whose place names \a file and the path inside it (e.g. "matters[3].items[0].when").
base::Result<domain::GuidePack> readPack(const QByteArray &json, const QString &file);

/// Every fault that readPack() sees, not only the first; none for a sound pack. At most 500.
QList<base::Error> faultsIn(const QByteArray &json, const QString &file);

/// What \a file holds, for readPack(): at most mostPackBytes.
base::Result<QByteArray> readPackFile(const QString &file);

}
