#pragma once

#include "core/desk/reception.h"
#include "ui/widgets/badge.h"

/// How far a case is, as a badge.
BadgeFace stageBadge(const desk::CaseLine &line);

/// When something was, seen from \a now: only the time today, the day too before that, the year when it was another one.
QString whenWords(const QDateTime &at, const QDateTime &now);
