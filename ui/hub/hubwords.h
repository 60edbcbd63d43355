#pragma once

#include "core/desk/hublibrary.h"
#include "ui/theme/theme.h"

#include <QString>

/// The clerk's words about the hub: is the work safe, and if not, why.
namespace hubwords {

/// One line for the foot of the window, and how it is to be shown.
struct Line {
    QString text;
    theme::Colour role = theme::Colour::Muted;
};
/// \a enrolled: the window belongs to a hub.
Line statusLine(bool enrolled, const syncing::Status &status);

/// “Is my work safe?” in one sentence.
QString safety(const syncing::Status &status);
/// How it stands with the hub, and when it is tried again.
QString contact(const syncing::Status &status, const QDateTime &now);
/// Why nothing came of it, and what to do.
QString sentence(const syncing::Trouble &trouble);
/// Why something waits, and what to do where somebody must do something.
QString why(const journal::QueueLine &line, const syncing::Status &status);
QString why(const desk::HubLibrary::Held &held);
QString why(const journal::FeedFault &fault);
/// How it stands with the receipts of a day.
QString receipts(const journal::ReceiptDay &day);
/// Of one receipt that was printed here: the hub has no filing of it.
QString notAtHub();
/// Of one receipt of this window that only the hub has.
QString onlyAtHub();
/// How long ago, in the coarsest unit that fits, e.g. 5 minutes.
QString age(const QDateTime &since, const QDateTime &now);
/// A size as people say it.
QString size(qint64 bytes);

}
