#pragma once

#include "core/desk/backup.h"
#include "ui/theme/theme.h"

/// The words about safety copies.
namespace copywords {

/// When the last copy was made and whether it is proved, or what is to be done first.
QString state(const desk::Backup &backup);
/// Where copies go and when; empty: nowhere.
QString place(const desk::Backup &backup);
/// What lies in the folder and how much room there is.
QString there(const desk::CopyFolder &folder);
/// Why there is none and what to do.
QString sentence(const base::Error &error);

/// A few words for the foot of the window: today, yesterday, how many days ago, failed.
struct Line {
    QString text;
    theme::Colour role = theme::Colour::Muted;
};
Line statusLine(const desk::Backup &backup);
/// For whoever opens the window; empty: nothing is overdue.
QString overdue(const desk::Backup &backup);

}
