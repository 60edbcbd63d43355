#pragma once

#include "core/desk/backupfiles.h"

#include <QObject>
#include <QTimer>

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
        QString target; ///< backupTo of hall.ini; empty: nothing is copied by itself
        QString at; ///< backupAt, hours and minutes
    };
    explicit Backup(Needs needs, QObject *parent = nullptr);
    /// Waits for a copy that is being written.
    ~Backup() override;

    /// Looks whether a copy is due, as it does by itself every minute.
    void look();
    /// Makes one now; finished() or failed() follows. Nothing while one is under way.
    void backUpNow();
    bool isBusy() const { return m_thread != nullptr; }
    const QString &target() const { return m_needs.target; }
    /// The last copy; a recoveryKey that is empty: nothing was set up.
    const BackupState &state() const { return m_state; }
    /// Why the last attempt came to nothing; nothing: it did not.
    const std::optional<base::Error> &fault() const { return m_fault; }
    /// The last copy is older than two days, or there is none.
    bool isOverdue() const;
    /// As desk::setUpRecovery().
    base::Result<QString> setUp();

signals:
    /// Something that this tells is another.
    void changed();
    void finished(const QString &file);
    void failed(const base::Error &error);

private:
    void end(const base::Result<BackupState> &made);

    const Needs m_needs;
    BackupState m_state;
    std::optional<base::Error> m_fault;
    QDateTime m_triedAt;
    QTimer m_timer;
    std::unique_ptr<QThread> m_thread;
};

}
