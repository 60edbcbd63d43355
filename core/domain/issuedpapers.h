#pragma once

#include "core/domain/case.h"

namespace domain {

/// Whether \a paper of \a file has come into being: only what was issued is printed, and then as often as anybody wants.
bool isIssued(const Case &file, const PaperRef &paper);

/// Every paper of \a file that may be printed now, by kind and number.
QList<PaperRef> papersOf(const Case &file);

}
