#pragma once

#include "core/domain/agenda.h"

namespace domain {

/// Where a result stands, whatever the time is. The numbers are stored in shelf lists: append only.
enum class ShelfStand {
    Expected, ///< decided, its paper has not come to the issuance window
    Held, ///< here; everything is wanted together and the rest is not here yet
    Ready, ///< here, to be told or handed over on the day it came
    Told, ///< here, the citizen knows
    ToProve, ///< handed over, the departments have no proof yet
};

/// The same as seen at one moment.
enum class ShelfState {
    Expected,
    Held,
    Ready,
    Told,
    ToProve,
    Late, ///< Ready, and the day on which it should have been told or handed over is past
    Forgotten, ///< Told, and not collected for the hall's days
};
constexpr int shelfStates = int(ShelfState::Forgotten) + 1;

/// What \a stand with the end \a due (null: none) is at \a now.
ShelfState shelfStateOf(ShelfStand stand, const QDateTime &due, const QDateTime &now);

/// One result of a case, as the issuance window needs to see it (发证窗口).
struct ShelfResult {
    QString item; ///< id
    QString name; ///< of the item
    QString department;
    QString level; ///< verbatim, e.g. 省级: of another level the result comes by courier or messenger
    ShelfStand stand = ShelfStand::Expected;
    bool refusal = false; ///< not accepted, or denied: its paper is handed over as well
    bool onPaper = true; ///< else it is only electronic and nothing has to arrive
    bool together = true;
    Collection way = Collection::Window;
    QDateTime since; ///< decided, arrived or handed over, as \c stand has it
    QDateTime due, amberFrom, redFrom; ///< of the same-day clock, of telling again, or of the proof; null: none
    bool provisional = false;
    Custody custody; ///< the last; a null moment: nobody has it yet
    QString certificate;
    QString eLicence;
    QString tracking;
    bool operator==(const ShelfResult &) const = default;
};

/// Every result of \a file that is to come, that waits, or whose proof is to be sent, in the order of the guide. \a tasks are the
/// case's agenda.
QList<ShelfResult> shelfResultsOf(const Case &file, const Guide &guide, const QList<Task> &tasks);

/// How urgent the end of \a due is at \a now; see urgencyOf().
Urgency urgencyOf(const ShelfResult &result, const QDateTime &now);

}
