#pragma once

#include "core/desk/backupfiles.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

class QThread;

namespace desk {

class AuditBook;

/// The safety copies of this window: on schedule and when asked, in a thread of its own, each proved by reading it back. A copy that
/// could not be made is tried again every few minutes.
class Backup final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    struct Needs {
        QString profileFolder;
        base::Secret profileKey;
        QString device;
        const base::Clock &clock;
        AuditBook &audit;
        QString target; ///< backupTo of hall.ini, where nothing was chosen at the window; empty: nothing is copied by itself
        QString at; ///< backupAt, hours and minutes, likewise
        std::function<base::Result<BackupState>(const BackupWish &)> make = backUp;
        std::function<QStringList()> sticks = mountedSticks; ///< asked in another thread
    };
    explicit Backup(Needs needs, QObject *parent = nullptr);
    /// Waits for a copy that is being written; it is given up.
    ~Backup() override;

    /// Looks whether a copy is due, as it does by itself every minute.
    void look();
    /// Makes one now; finished() or failed() follows, or neither when it was cancelled. Nothing while one is under way.
    void backUpNow();
    /// Gives up the copy under way; nothing of it is left.
    void cancel();
    bool isBusy() const { return m_thread != nullptr; }
    /// Of the copy under way, in hundredths.
    int progress() const { return m_progress; }

    /// The folder that copies go to; empty: none is chosen.
    QString target() const { return m_state.target.isEmpty() ? m_needs.target : m_state.target; }
    /// When the copy of the day is made.
    QTime at() const;
    /// From now on copies go to \a folder, by itself at \a daily. Error::Storage where nothing can be copied there, Error::Settings for
    /// what is no time of day; then all stays as it was.
    [[nodiscard]] base::Result<> choose(const QString &folder, const QTime &daily);
    /// Looks at the folder and for sticks in a thread of its own; seen() tells.
    void lookAround();
    /// As last seen; nothing: not looked at yet.
    const std::optional<CopyFolder> &there() const { return m_there; }
    const QStringList &sticks() const { return m_sticks; }

    /// The last copy; a recoveryKey that is empty: nothing was set up.
    const BackupState &state() const { return m_state; }
    /// Why the last attempt came to nothing; nothing: it did not.
    const std::optional<base::Error> &fault() const { return m_fault; }
    /// The last copy is older than two days, or there is none.
    bool isOverdue() const;
    /// Days since the last copy; nothing: there is none.
    std::optional<qint64> age() const;

    /// Makes a recovery code that is used only once it is confirmed; it is here until then, and nowhere on a disk.
    const RecoveryCode &beginSetUp();
    /// The code that waits to be confirmed; without groups: none does.
    const RecoveryCode &code() const { return m_code; }
    /// \a typed is the last group of the code, as somebody reads it off the paper: copies are made with it from now on. Error::Secret
    /// where it is something else.
    [[nodiscard]] base::Result<> confirmSetUp(const QString &typed);
    /// The code that waits is forgotten; the one before stays.
    void leaveSetUp();

signals:
    /// Something that this tells is another.
    void changed();
    void progressed();
    /// there() and sticks() are as they are now.
    void seen();
    void finished(const QString &file);
    void failed(const base::Error &error);

private:
    void end(const base::Result<BackupState> &made);
    void show(qint64 done, qint64 all);

    const Needs m_needs;
    BackupState m_state;
    std::optional<base::Error> m_fault;
    QDateTime m_triedAt;
    QTimer m_timer;
    RecoveryCode m_code;
    std::optional<CopyFolder> m_there;
    QStringList m_sticks;
    int m_progress = 0;
    bool m_looksAgain = false;
    std::atomic_bool m_isCancelled = false;
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<QThread> m_looking;
};

}
