#pragma once

#include "core/backups/recovery.h"

#include <QDateTime>

#include <functional>
#include <memory>

class QFile;

namespace backups {

/// Writes one safety copy. What is not finished leaves nothing under its name.
class CopyWriter final
{
public:
    /// Told how many bytes more were written, and later read back; false gives the copy up (Error::Busy).
    using GoesOn = std::function<bool(qint64 bytes)>;
    /// Begins \a file, which only who has the secret of \a recoveryKey (32 bytes) can read.
    static base::Result<std::unique_ptr<CopyWriter>> begin(const QString &file, const QByteArray &recoveryKey, GoesOn goesOn = {});
    ~CopyWriter();

    /// Adds \a bytes under \a name, a path with / in it.
    [[nodiscard]] base::Result<> add(const QString &name, QByteArrayView bytes);
    /// Adds what is in the plain file at \a path. A file that goes away or shrinks meanwhile is Error::Storage.
    [[nodiscard]] base::Result<> addFile(const QString &name, const QString &path);
    /// Closes the copy, reads it back from the disk to its end and gives it its name; its size in bytes. Error::Damaged when what
    /// was read is not what was written.
    base::Result<qint64> finish();

private:
    struct Parts;
    explicit CopyWriter(std::unique_ptr<Parts> parts);
    base::Result<> push(char kind, QByteArrayView bytes, bool isLast);
    std::unique_ptr<Parts> m;

    Q_DISABLE_COPY_MOVE(CopyWriter)
};

/// What readCopy() finds, in the order of writing.
struct CopyVisitor {
    std::function<base::Result<>(const QString &name)> file; ///< a file begins; its name leads out of no folder
    std::function<base::Result<>(QByteArrayView bytes)> bytes; ///< of that file
};

/// Reads the copy in \a file to its end. Error::Document when it is none, Error::Secret when \a secret does not open it,
/// Error::Damaged when it was changed or cut off, with the place in bytes.
[[nodiscard]] base::Result<> readCopy(const QString &file, const RecoverySecret &secret, const CopyVisitor &visitor);

/// Whether \a file begins as a copy does; only reading it with its secret proves it.
bool beginsAsCopy(const QString &file);

/// Which of the copies made at \a moments are no longer needed: kept are the last of each of the latest seven days, the last of each
/// of the latest four weeks, and the latest of all. In the order of \a moments.
QList<bool> dispensable(const QList<QDateTime> &moments);

}
