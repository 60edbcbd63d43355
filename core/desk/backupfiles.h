#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"

#include <QDateTime>
#include <QStringList>

#include <functional>
#include <optional>

namespace people {
class KeyStore;
enum class KeyPlace;
}

namespace desk {

// The files of safety copies: what of a profile goes in, where copies lie, and how one becomes a profile again.

/// What a profile knows of its copies (backup.json). Nothing in it is secret.
struct BackupState {
    QByteArray recoveryKey; ///< X25519; empty: not set up
    QString target; ///< folder that was chosen at the window; empty: that of hall.ini
    QString disk; ///< where the disk of target was mounted when it was chosen; another one there now is not that disk
    QString daily; ///< hours and minutes, chosen at the window; empty: those of hall.ini
    QString file; ///< the last copy that was proved
    QDateTime at; ///< of it; null: none yet
    qint64 bytes = 0;
};
/// Default for a profile that never heard of copies; Error::Document for a file that says something else.
base::Result<BackupState> readBackupState(const QString &profileFolder);
[[nodiscard]] base::Result<> keepBackupState(const QString &profileFolder, const BackupState &state);

/// A recovery secret as it is shown and printed, once.
struct RecoveryCode {
    QStringList groups; ///< of its words, in their order; empty: there is none
    QString scanned; ///< for a code on paper
    QByteArray key; ///< public, with which copies are made
    QString mark; ///< of the key: on the paper and in the names of copies
};
RecoveryCode freshRecoveryCode();
/// As in RecoveryCode::mark; empty for no key.
QString recoveryMark(const QByteArray &key);
/// Copies of this profile are made with \a key from now on; those made so far open with the one before.
base::Result<BackupState> useRecoveryKey(const QString &profileFolder, const QByteArray &key);
/// Makes a recovery secret for this profile and uses its key at once. The words to write down, which nothing keeps.
base::Result<QString> setUpRecovery(const QString &profileFolder);

/// One copy, proved by reading it back, in \a target: yichuang-DEVICE-MOMENT-MARK.ycb; old ones of this window are then removed (see
/// backups::dispensable()), of one made with another code none. In any thread, while the journal goes on. Error::Secret: not set up;
/// Error::Storage: the folder is gone, full or cannot be written; Error::Cancelled.
struct BackupWish {
    QString profileFolder;
    base::Secret profileKey;
    QString device;
    QString target; ///< folder
    QDateTime at;
    QString disk = {}; ///< as BackupState::disk
    /// Told bytes that are in the copy and all of them, in that thread; false gives up, and nothing is left. Empty: nobody listens.
    std::function<bool(qint64 done, qint64 all)> progress = {};
};
base::Result<BackupState> backUp(const BackupWish &wish);

/// A file in a folder of copies.
struct CopyThere {
    QString name;
    QDateTime at; ///< by its name; null: it does not say
    qint64 bytes = 0;
    QString mark; ///< whose code opens it; empty: a copy of an older program
    bool isOurs = false; ///< of this window
    bool isCopy = false; ///< it begins as one
};
/// What lies in a folder, and how much room there is.
struct CopyFolder {
    QString folder;
    std::optional<base::Error> fault; ///< why nothing can be copied there; nothing: it can
    qint64 free = 0; ///< bytes
    bool isOnSameDisk = false; ///< as the profile: breaks with it
    QList<CopyThere> copies; ///< *.ycb, the latest first
};
/// Looks at \a target; may take long on a slow disk. \a disk: as BackupState::disk.
CopyFolder lookAtCopies(const QString &target, const QString &disk, const QString &profileFolder, const QString &device);
/// Where \a folder is mounted; empty: it is not there.
QString diskOf(const QString &folder);
/// Mounted sticks and disks that are not of the system and can be written.
QStringList mountedSticks();

/// Makes the copy \a file a profile in \a folder, which must not be there or be empty; \a words: of the recovery secret, typed or scanned.
/// The device is the same, a new incarnation begins (see Journal::beginAnew()), and journal and audit trail were checked when this
/// returns. The key is kept as it was before the copy, as far as this PC can (see people::settleKey()): under the passwords of the staff as
/// they were then, in \a store, or in a file; where is given. Everybody goes to the hub first. What was begun and failed lies in \a folder.part.
base::Result<people::KeyPlace> restore(const QString &file, const QString &words, const QString &folder, const base::Clock &clock,
                                       people::KeyStore &store);

}
