#pragma once

#include "core/desk/hallboard.h"

#include <QString>

/// The words of the board.
namespace boardwords {

/// How much of the people at work is shown.
enum class Openness {
    Desk, ///< clerks by name, case numbers whole
    Wall, ///< clerks masked, only the end of case numbers
};

QString clerk(const QString &name, Openness openness);
/// Empty for no case.
QString caseNumber(const QString &number, Openness openness);
/// How long something has been going on, e.g. “12 min”.
QString lasting(const QDateTime &since, const QDateTime &now);
/// Whether \a seat is heard and everything of it is at the hub, in a few words. \a hasHub: this window belongs to one.
QString safety(const wire::Seat &seat, const QDateTime &now, bool hasHub);
/// \a seat was not heard for a while.
bool isSilent(const wire::Seat &seat, const QDateTime &now);
/// From when windows and ratings are, and from where.
QString source(const desk::BoardView &view);
/// What a task becomes, e.g. “late”.
QString becomes(domain::Urgency urgency);

}
