#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

class QFile;

namespace base {

/// Makes \a folder, and what is missing above it, so that only its owner may enter it. A folder that is there already is
/// left as it is. Error::Storage when it cannot be made or is not a folder.
[[nodiscard]] Result<> makePrivateFolder(const QString &folder);

/// The whole of a small file (at most 1 MiB is read), or nothing when there is none. Error::Storage when it is there and cannot
/// be read.
Result<std::optional<QByteArray>> readWhole(const QString &file);

/// A plain file, open for reading; see readPlain() for what is none.
Result<std::unique_ptr<QFile>> openPlain(const QString &file);

/// At most \a most bytes of a plain file, read once. A link, a pipe or a folder in its place is Error::Storage: what stands in a
/// folder of ours and is none of ours is not followed.
Result<QByteArray> readPlain(const QString &file, qint64 most);

/// Writes \a file with mode 0600 so that a power cut leaves the old content or the new one, whole: temporary file, fsync,
/// rename, fsync of the folder.
[[nodiscard]] Result<> writeDurably(const QString &file, const QByteArray &bytes);

/// Writes a file that a person chose, readable as their other files are; whole or not at all.
[[nodiscard]] Result<> writeChosen(const QString &file, const QByteArray &bytes);

/// Writes zeros over \a file, makes them durable, and removes it; one that is not there is gone already. What a file system or an SSD has
/// put elsewhere meanwhile is not reached by that.
[[nodiscard]] Result<> destroyFile(const QString &file);

/// Makes new names and renames in \a folder survive a power cut.
[[nodiscard]] Result<> syncFolder(const QString &folder);

}
