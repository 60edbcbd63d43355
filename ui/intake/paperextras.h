#pragma once

#include "core/desk/casework.h"
#include "ui/intake/paperpanel.h"

/// Items whose acceptance was entrusted to the window and may be done now, by id.
QStringList acceptableHere(const desk::CaseWork &work);

/// What the paper step has to say of letters and of acceptance here.
PaperPanel::Extras extrasOf(const desk::CaseWork &work);

/// What Ctrl+P prints again: the receipt, else the letters that wait for a signature, else the last notice.
QList<domain::PaperRef> lastPapers(const desk::CaseWork &work);
