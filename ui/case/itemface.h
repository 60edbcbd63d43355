#pragma once

#include "ui/case/caseview.h"
#include "ui/widgets/badge.h"

/// How an item looks in the flow chart: text, icon and colour.
BadgeFace itemFace(const domain::CaseItem &item);

/// Everything about item \a id of \a view that is not its name or its badge, a line each; identities are masked.
QStringList itemDetails(const CaseView &view, const QString &id);

/// The day by which \a id is promised, e.g. "by 2026-11-27"; provisional ones say so; empty when it is not known.
QString promiseOf(const CaseView &view, const QString &id);
/// The same without the year, for a narrow place.
QString shortPromiseOf(const CaseView &view, const QString &id);
