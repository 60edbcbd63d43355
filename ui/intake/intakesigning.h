#pragma once

#include "core/desk/casework.h"

#include <functional>

class QWidget;

/// Asks the citizen to sign by hand over \a page: the first letter of \a work that waits for a signature, else \a paper. What came of it is
/// told to \a then, with whether it was a letter; nothing is told when the citizen does not sign. \a page and \a work outlive the asking;
/// when \a page goes, it ends.
void askToSign(QWidget *page, desk::CaseWork &work, const domain::PaperRef &paper,
               const std::function<void(const desk::Done &done, bool wasLetter)> &then);
