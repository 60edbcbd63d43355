#pragma once

#include "core/desk/reception.h"
#include "ui/widgets/badge.h"

/// How far a case is, as a badge.
BadgeFace stageBadge(const desk::CaseLine &line);

/// Names the window that took in the case \a number, e.g. “window 002”, unless its number begins with \a own (region and window);
/// empty also while \a own is empty, and for a number that is none.
QString otherWindow(const QString &number, const QString &own);
/// When something was, seen from \a now: only the time today, the day too before that, the year when it was another one.
QString whenWords(const QDateTime &at, const QDateTime &now);
