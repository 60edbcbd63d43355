#pragma once

#include "core/devices/printsystem.h"

#include <QMap>
#include <QObject>
#include <QThread>

class QTimer;

namespace devices {

/// Talks to the print system from a thread of its own, so that a service that does not answer never stops the window. Jobs are
/// handed over one after the other in the order they were asked for; each that was taken is followed to its end.
class PrintRunner final : public QObject
{
    Q_OBJECT

public:
    /// \a system is used from the other thread only and outlives the runner. Followed jobs are looked at every \a pace
    /// milliseconds.
    explicit PrintRunner(PrintSystem &system, int pace = 1000, QObject *parent = nullptr);
    /// Jobs that were asked for before are still handed over.
    ~PrintRunner() override;

    /// Asks for the printers; printersSeen() answers.
    void look();
    /// Hands \a job over and follows it; submitted() answers, then fateSeen() whenever something has changed. \a id is the
    /// caller's name for it.
    void submit(const QString &id, const PrintJob &job);
    /// Follows a job that was handed over earlier.
    void follow(const QString &id, const JobPlace &place);
    /// Takes the job back; fateSeen() tells when it was followed, notCancelled() when it cannot be done.
    void cancel(const QString &id, const JobPlace &place);

signals:
    void printersSeen(const base::Result<QList<devices::PrinterFace>> &printers);
    void submitted(const QString &id, const base::Result<devices::JobPlace> &place);
    /// A job that was to leave nothing ended, and the service could not be made to erase it.
    void notForgotten(const QString &id, const base::Error &why);
    void fateSeen(const QString &id, const devices::JobFate &fate);
    void notCancelled(const QString &id, const base::Error &why);

private:
    struct Followed {
        JobPlace place;
        JobFate seen;
        bool isNew = true;
        bool leavesNothing = false;
    };
    template <class Act>
    void there(Act act);
    void lookAtJobs();

    PrintSystem &m_system;
    QThread m_thread;
    QObject m_there; ///< lives in the thread
    QTimer *const m_pause; ///< lives in the thread
    QMap<QString, Followed> m_followed; ///< used in the thread only
};

}
