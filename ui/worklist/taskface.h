#pragma once

#include "core/domain/agenda.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"

/// How near the end of a task is: words, icon and colour.
BadgeFace urgencyFace(domain::Urgency urgency);
/// The colour of the icon of \a urgency outside a badge.
theme::Colour urgencyColour(domain::Urgency urgency);

/// The end of \a task as seen from \a now: day and time, minutes in the last hour; or that there is no limit, or that it is paused.
QString dueWords(const domain::Task &task, const QDateTime &now);
/// What else is to be known of that end: that it is provisional, how long it is past, when the law's own limit ends; may be empty.
QString dueDetail(const domain::Task &task, const QDateTime &now);
