#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace desk {

// The files of safety copies: what of a profile goes in, where copies lie, and how one becomes a profile again.

/// What a profile knows of its copies (backup.json). Nothing in it is secret.
struct BackupState {
    QByteArray recoveryKey; ///< X25519; empty: not set up
    QString file; ///< the last copy that was proved
    QDateTime at; ///< of it; null: none yet
    qint64 bytes = 0;
};
/// Default for a profile that never heard of copies; Error::Document for a file that says something else.
base::Result<BackupState> readBackupState(const QString &profileFolder);
[[nodiscard]] base::Result<> keepBackupState(const QString &profileFolder, const BackupState &state);

/// Makes a recovery secret for this profile and keeps its public key: copies from now on open with it only. The words to write down,
/// which nothing keeps.
base::Result<QString> setUpRecovery(const QString &profileFolder);

/// One copy, proved by reading it back, in \a target: yichuang-DEVICE-MOMENT.ycb; old ones of this window are then removed (see
/// backups::dispensable()). In any thread, while the journal goes on. Error::Secret: not set up; Error::Storage: the folder is gone,
/// full or cannot be written.
struct BackupWish {
    QString profileFolder;
    base::Secret profileKey;
    QString device;
    QString target; ///< folder
    QDateTime at;
};
base::Result<BackupState> backUp(const BackupWish &wish);

/// Makes the copy \a file a profile in \a folder, which must not be there or be empty; \a words: of the recovery secret. The device is
/// the same, a new incarnation begins (see Journal::beginAnew()), and journal and audit trail were checked when this returns. What was
/// begun and failed lies in \a folder.part.
[[nodiscard]] base::Result<> restore(const QString &file, const QString &words, const QString &folder, const base::Clock &clock);

}
