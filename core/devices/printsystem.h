#pragma once

#include "core/base/result.h"
#include "core/devices/printtrouble.h"

#include <QByteArray>
#include <QMetaType>

namespace devices {

/// One printer as the system has it.
struct PrinterFace {
    enum class State { Idle, Busy, Stopped };
    QString name; ///< of the queue; the key everywhere
    QString description; ///< what people call it; may be empty
    QString place; ///< where it stands; may be empty
    bool isUsual = false; ///< the one that jobs without a printer go to
    State state = State::Idle;
    bool accepts = true;
    QList<Complaint> complaints; ///< with Stopped and Rejecting where the state says so
    QString words; ///< the system's own words; may be empty
    QStringList media; ///< PWG names, e.g. iso_a4_210x297mm
    QStringList trays; ///< keywords of media-source
    bool duplex = false;
    bool colour = false;
    QList<int> resolutions; ///< dots an inch
    bool raw = false; ///< bytes go to the machine as they are: no driver behind the queue
    bool roll = false; ///< nothing wider than receipt paper goes in

    /// It takes a job and would print it now.
    bool isReady() const { return state != State::Stopped && accepts; }
    bool operator==(const PrinterFace &) const = default;
};

/// What is to be printed, and how. What a printer cannot do it leaves out.
struct PrintJob {
    enum class Sides { One, LongEdge, ShortEdge };
    QString printer; ///< empty: the usual one
    QByteArray bytes;
    bool raw = false; ///< the printer's own language; else PDF
    QString title; ///< is seen in queues: no person data
    QString media = QStringLiteral("iso_a4_210x297mm"); ///< empty: what lies in the printer
    QString tray; ///< empty: the printer chooses
    int copies = 1;
    Sides sides = Sides::One;
    bool colour = false;
    bool exact = false; ///< dot for dot: the service must not fit it to the page
    bool leavesNothing = false; ///< once it has ended the service is told to forget it and its bytes
};

/// Where a job lies.
struct JobPlace {
    QString printer;
    int job = 0;
    bool operator==(const JobPlace &) const = default;
};

/// What has become of a job.
struct JobFate {
    enum class State {
        Waiting, ///< its turn will come
        Held, ///< by a person or for want of a password
        Printing,
        Blocked, ///< the printer has stopped; the job goes on by itself when that is put right
        Printed, ///< the printer has taken all of it
        Cancelled,
        Failed, ///< given up by the service
        PrinterGone, ///< the queue was deleted
        Unknown, ///< the service no longer knows the job
        NoAnswer, ///< the service does not answer
    };
    State state = State::Waiting;
    QList<Complaint> complaints; ///< of its printer
    QString words; ///< the system's own; may be empty
    QStringList reasons = {}; ///< keywords of job-state-reasons

    /// Nothing more will happen.
    bool isFinal() const { return state >= State::Printed && state != State::NoAnswer; }
    bool operator==(const JobFate &) const = default;
};

/// The printers of this PC and their jobs. Every call may take as long as the service takes to answer, at most a few seconds:
/// never call it from the window's thread (see PrintRunner). Errors are Error::Device.
class PrintSystem
{
public:
    virtual ~PrintSystem() = default;

    virtual base::Result<QList<PrinterFace>> printers() = 0;
    /// Hands \a job over. A printer that is stopped or takes no jobs gets none: a paper that comes out hours later is worse
    /// than a failure that is told at once.
    virtual base::Result<JobPlace> submit(const PrintJob &job) = 0;
    virtual JobFate fate(const JobPlace &place) = 0;
    virtual base::Result<> cancel(const JobPlace &place) = 0;
    /// Has the service erase what it keeps of a job, ended or not: its bytes and its line in the queue.
    virtual base::Result<> forget(const JobPlace &place) = 0;
};

/// CUPS 2 on this PC or where CUPS_SERVER and client.conf say.
class CupsPrintSystem final : public PrintSystem
{
public:
    base::Result<QList<PrinterFace>> printers() override;
    base::Result<JobPlace> submit(const PrintJob &job) override;
    JobFate fate(const JobPlace &place) override;
    base::Result<> cancel(const JobPlace &place) override;
    base::Result<> forget(const JobPlace &place) override;
};

}
