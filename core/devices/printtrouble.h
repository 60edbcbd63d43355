#pragma once

#include <QList>
#include <QMetaType>
#include <QStringList>

namespace devices {

/// What keeps a printer from printing, or soon will.
enum class Trouble {
    Unreachable, ///< switched off, cable out, no answer
    PaperOut,
    PaperLow,
    PaperJam,
    DoorOpen,
    TrayMissing,
    TonerOut, ///< or ink, or ribbon
    TonerLow,
    OutputFull,
    Paused, ///< by a person
    Stopped, ///< by the service, after a failure
    Rejecting, ///< takes no jobs
    NotAllowed, ///< wants a name and password
    DriverMissing,
    Other,
};

/// One of the reasons that a printer gives.
struct Complaint {
    Trouble trouble = Trouble::Other;
    bool stops = true; ///< false: a warning, it goes on printing
    QString keyword; ///< as the system has it, e.g. “media-empty-error”
    bool operator==(const Complaint &) const = default;
};

/// What the keywords of printer-state-reasons (RFC 8011, 5.4.12, and those of CUPS) mean, what stops first; “none” and keywords
/// that only report are left out, unknown ones are Other. Each trouble is named once.
QList<Complaint> complaintsOf(const QStringList &keywords);

}
