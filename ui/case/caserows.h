#pragma once

#include "ui/case/caseview.h"
#include "ui/case/rowspane.h"

// The rows of the panes of a case.

/// Open deadlines first, the nearest on top; then those that do not run now; then those that are met.
QList<PaneRow> clockRows(const CaseView &view);
/// What was handed in, in the order of the guide.
QList<PaneRow> materialRows(const CaseView &view);
/// How results are collected, contacts (the newest first), then papers; the id of a paper row is paperId().
QList<PaneRow> citizenRows(const CaseView &view);
/// Every act, the newest first.
QList<PaneRow> timeRows(const CaseView &view);

QString paperId(const domain::PaperRef &paper);
/// The paper that \a id of a row names; nothing: it is no paper.
std::optional<domain::PaperRef> paperOf(const QString &id);

/// Where the case stands, in one sentence.
QString standingOf(const CaseView &view);
/// The next deadline in a few words, with the colour that it deserves; empty text when none is open.
BadgeFace nextClockFace(const CaseView &view);
