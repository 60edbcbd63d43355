#pragma once

#include "core/domain/case.h"

namespace domain {

/// The number of the next print of \a paper: the lowest that no print holds which came out or still may. So the numbers on the
/// papers that are about have no gap and none is there twice, also when an earlier print fails after a later one was asked for. A paper that got
/// another legal number begins anew.
int nextCopy(const Case &file, const PaperRef &paper);

/// Whether \a paper came out once or is on its way: every further print is a reprint. What bears a voided number does not count.
bool isOut(const Case &file, const PaperRef &paper);

/// Whether a print in state \a from may be reported as \a to. What is confirmed or failed stays so: another print is another
/// act.
bool mayBecome(PrintAct::State from, PrintAct::State to);

}
