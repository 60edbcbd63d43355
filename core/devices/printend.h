#pragma once

#include "core/devices/printsystem.h"

namespace devices {

/// How a print that failed is recorded where the print service has no words of its own.
namespace printends {
inline constexpr QLatin1StringView cancelled{"the job was cancelled"};
inline constexpr QLatin1StringView givenUp{"the print service gave the job up"};
inline constexpr QLatin1StringView printerGone{"the printer was removed from the system"};
inline constexpr QLatin1StringView lost{"did not come out"};
inline constexpr QLatin1StringView noService{"no print service"};
inline constexpr QLatin1StringView noPrinter{"no printer"};
inline constexpr QLatin1StringView noDriver{"has no driver"}; ///< behind “printer NAME”
}

/// Why a print did not come out, as far as it is known.
enum class PrintFailure {
    Cancelled,
    CancelledAtPrinter,
    Lost, ///< somebody looked, and it was not there
    NoService, ///< the print service does not answer
    NoPrinter, ///< none is set up
    PrinterGone, ///< the queue is not there (any more)
    Unreachable, ///< the machine does not answer
    Busy, ///< too many jobs, or somebody else's
    Rejecting, ///< the printer takes no jobs
    Stopped, ///< the printer, see PrintEnd::complaints
    NoDriver, ///< A4 for a queue without a driver, which nobody said prints PDF by itself
    DriverFailed,
    DocumentRefused, ///< the printer cannot print what it was given
    OptionsRefused, ///< nor that tray, paper, both sides …
    NotAllowed, ///< a name and password, or an account, are wanted
    LimitReached, ///< pages of an account
    NoRoom, ///< on the disk or in the memory of the print service
    LineFailed, ///< the data did not get through to the machine
    GivenUp, ///< by the service; no more is known
    Other, ///< nothing is known but the words
};

/// What the record of a print that failed tells.
struct PrintEnd {
    PrintFailure why = PrintFailure::Other;
    QString printer; ///< empty: not named
    QList<Complaint> complaints; ///< of that printer, those that stop it
    QString words; ///< the service's own where nothing is known of them, or somebody's in his own language; may be empty
    bool operator==(const PrintEnd &) const = default;
};

/// What is recorded of a job that ended without a paper: keywords of the service before its words, so that the record can be read by
/// readEnd(), whatever language the service speaks. Empty: it has not ended, or there is a paper.
QString recordOf(const JobFate &fate);
/// What is wrong with a printer, as its state is recorded: its own words, then its keywords.
QString recordOf(const PrinterFace &face);

/// Reads a record, also of an older program or of another print service, or words of a print service. Keywords are those of RFC 8011
/// (job-state-reasons, printer-state-reasons, status codes) and of CUPS, words those of CUPS 2.4 and its backends.
PrintEnd readEnd(const QString &recorded);

}
