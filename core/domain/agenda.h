#pragma once

#include "core/domain/deadlines.h"
#include "core/domain/hallrules.h"

namespace domain {

/// Something that is to be done next in a case. What it says does not depend on the present moment; urgencyOf() does.
struct Task {
    /// The numbers are stored in work lists: append only.
    enum class Kind {
        FinishIntake, ///< file it, or tell the citizen once what is missing
        ReviewOnline, ///< look at an online application
        Scan, ///< scan what was brought
        Push, ///< push to every department
        HandOverPaper, ///< paper to the lead department
        Accept, ///< the department accepts or refuses an item
        Decide, ///< the department decides an item
        Supplement, ///< deferred material (容缺) that is to come
        HoldReview, ///< joint assessment or inspection
        TellAcceptance,
        TellRefusal,
        TellResult, ///< that it can be collected
        ReceiveResult, ///< what was decided comes to the issuance window on paper
        Deliver,
        SendProof, ///< of delivery, to the departments
        Archive,
        TellAgain, ///< that it still waits to be collected, ClockRules::collectDays after the citizen was told
        RemindSupplement, ///< tell the citizen that deferred material is due soon
        EndDeferral, ///< what was deferred did not come: let the promise lapse
        GiveBackPapers, ///< originals of items that came to nothing (退还材料)
        ClearConflict, ///< decide between two acts of which neither knew the other; subjectId: of the conflict
        Recheck, ///< look at a material once more; subjectId: of the re-check
        RuleOnDelay, ///< say whether the reason of something late is accepted; subjectId: of the delay
    };
    Kind kind = Kind::FinishIntake;
    QString subjectId; ///< item, material or review; empty: the case, or several items
    QString subject; ///< its name, names joined by 、; never person data
    QDateTime start; ///< from when it is counted
    QDateTime shownFrom; ///< nothing can be done about it before; null: at once
    QDateTime due; ///< last moment that is in time; null: no limit, not known, or paused
    QDateTime lawDue; ///< Decide: the law's own limit; null: none known
    QDateTime amberFrom; ///< null as \c due
    QDateTime redFrom; ///< null as \c due
    bool provisional = false; ///< \c due leads through a year without a calendar
    bool paused = false; ///< Decide: a special step is going on
    bool waitsForOthers = false; ///< a department or the citizen must act before the window can
    bool operator==(const Task &) const = default;
};
constexpr int taskKinds = int(Task::Kind::RuleOnDelay) + 1;

/// How near the end of a task is. Limits of two hours: amber in the second hour, red in its second half, by the clock that the
/// limit runs by. Limits of days: amber with a fifth of the days or one working day left, red on the last day. Limits that end on
/// the day they begin: amber at once, red in the last two hours of the hall's day. No limit: green.
enum class Urgency { Green, Amber, Red, Overdue };
constexpr int urgencies = int(Urgency::Overdue) + 1;

/// What is to be done next in \a file, the nearest end first, what has no limit last; empty when nothing is left. Beside the limits
/// of Deadline::Kind these count: five working days to file or tell what is missing (行政许可法 32(4)); delivery on the day
/// everything is there (三政办〔2023〕32号 annex 3 §2 (五)), which telling satisfies when the applicant collects; and, as this
/// house's own rule where the procedure says “及时”, one working day to tell of acceptance or refusal and to send the proof. What
/// is not collected for the hall's days is told again, on a working day. Of a deferral the citizen is reminded on the days that
/// \a hall sets, unless told since; on the day after its end it is to lapse.
/// Conflicts come to every case that has an open one, also when nothing else is to be done, with one working day from the later act.
/// Re-checks that a supervisor ordered, and reasons of what is late that wait for one, have one working day too.
/// A moment before the one it follows (somebody set the clock back) never lengthens or shortens a limit beyond the filing's.
QList<Task> agendaOf(const Case &file, const Guide &guide, const ClockRules &rules, const HallRules &hall = {});

/// From when on something is amber and red.
struct Turns {
    QDateTime amberFrom, redFrom;
};
/// Those of \a deadline, which has a due.
Turns turnsOf(const Deadline &deadline, const ClockRules &rules);
/// Which of the two limits of an accepted item counts: the law's where it is nearer, for what waits for others may be promised for later
/// than its own law allows. Either may be null; null when both are.
const Deadline *nearerOf(const Deadline *promise, const Deadline *law);

/// How urgent \a task is at \a now.
Urgency urgencyOf(const Task &task, const QDateTime &now);

}
