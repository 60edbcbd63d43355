#pragma once

#include "core/domain/officehours.h"
#include "core/domain/plan.h"
#include "core/domain/workcalendar.h"

namespace domain {

/// By what the clocks of a hall run.
struct ClockRules {
    WorkCalendar calendar;
    OfficeHours hours;
    bool twoHoursInOfficeTime = true; ///< the rule says “2小时” and no more; false: by the wall clock
    int collectDays = 30; ///< after so many days the citizen is told again that a result waits
    // A county may promise more than the rule asks and never less.
    int minutesToPush = 120; ///< 1 to 120
    int minutesToReview = 120; ///< 1 to 120
    int daysToAccept = 1; ///< working days, 0 or 1
};

/// An end that a law or the general work procedure (三政办〔2023〕32号 annex 3 §2) sets.
struct Deadline {
    enum class Kind {
        Push, ///< two hours: scanned, pushed to every department, paper to the lead department (二)1
        OnlineReview, ///< two hours: an online application is looked at (二)2
        Acceptance, ///< one working day: accepted or refused (三)
        ItemPromise, ///< promised end of one item, counted from acceptance
        ItemStatutory, ///< the law's end of one item, counted from acceptance
        MatterPromise, ///< the longest way through the items
    };
    Kind kind = Kind::Push;
    QString item; ///< id; empty: of the whole case
    int days = 0; ///< working days counted; two hours: 0
    QDateTime start;
    QDateTime due; ///< the last moment that is in time; null while \c paused
    bool provisional = false; ///< through a year without a calendar
    bool paused = false; ///< a special step (特别环节) is going on, and nobody knows for how long
    bool operator==(const Deadline &) const = default;
};

/// What has happened to a case so far, as far as clocks care.
struct CaseTimes {
    QDateTime filed;
    QDateTime pushed; ///< null: not yet; the latest moment allowed is taken
    QMap<QString, QDateTime> accepted; ///< by item; missing: not yet, the latest day allowed is taken
    QDateTime pushDue = {}; ///< as it was set at filing; null: two hours after \c filed
};

/// Two hours after \a start, or what the county promises instead, by \a rules; see Deadline::Kind::Push and OnlineReview.
Deadline twoHours(Deadline::Kind kind, const QDateTime &start, const ClockRules &rules);

/// \a days working days after \a start; due at the end of the last day.
Deadline workdays(Deadline::Kind kind, const QString &item, const QDateTime &start, int days, const ClockRules &rules);

/// Every end of a case with \a plan: push, acceptance, then for each chosen item promise and law's limit, then the matter's own
/// promise. What is not known (no promised time) has no deadline. An item that waits for others (前置事项) counts its days after
/// theirs. \a times holds a valid \c filed.
QList<Deadline> deadlinesOf(const Plan &plan, const CaseTimes &times, const ClockRules &rules);

/// The same of \a file, which is filed, as far as it has come. The working days of an item's pauses (from the day after one began
/// up to the day it ended) are added to its own limits, to the promises of items that wait for it and to that of the matter;
/// while it is paused, these have no due. What was refused, withdrawn or lapsed is neither counted nor waited for. A moment that
/// lies before the filing (somebody set the clock back) counts as the filing.
QList<Deadline> deadlinesOf(const Case &file, const Guide &guide, const ClockRules &rules);

}
