#pragma once

#include "core/domain/case.h"
#include "core/domain/deadlines.h"

namespace domain {

// What of one case counts in a report: small facts without names of applicants. Every figure of core/reports is counted from
// these, so that a fact that was withdrawn or disputed counts as the merged case says.

/// One thing that counts, at its moment.
struct ReportFact {
    /// The numbers are stored in the projection of the journal: append only.
    enum class Kind : quint8 {
        Opened, ///< the case; value: code of the window in its number, -1 when the number is none
        Filed, ///< 收件 of the case; value: 1 when it came online, else 0
        ItemFiled, ///< one chosen item of it
        Asked, ///< at filing; value: materials that were asked for
        Exempted, ///< at filing; value: of these 免提交
        OnTheSpot, ///< at filing; value: of these put right on the spot
        Committed, ///< at filing; value: of these 告知承诺
        Notice, ///< 一次性告知; value: its number
        SecondTelling, ///< 二次告知: a notice that names what the first should have named; value: how many materials
        Deferred, ///< one material, at filing
        Supplied, ///< one deferred material came
        DeferralLapsed, ///< one deferred material did not come
        Accepted, ///< 受理 of an item; value: 1 when later than allowed
        Refused, ///< 不予受理 of an item; value: as for Accepted, times 256, and which of the reasons
        Withdrawn, ///< 撤回 of an item; value: which of the reasons
        Returned, ///< 退件: the item ended because what was deferred did not come
        Decided, ///< 办结 of an item; value: a Timing, and 256 when it was denied
        Outcome, ///< with Decided; value: minutes from filing to decision
        Visit, ///< first visit at the window ended by filing or notice; value: its minutes
        Delivered, ///< 送达 of the result of an item; value: a Collection
        VisitsSaved, ///< at filing and at delivery; value: how many
        Reprint, ///< 补打: a print of a copy above the first that did not fail; value: pieces
        PromiseBroken, ///< 承诺不实 of one material
    };
    /// How an item was decided beside its promised time, or the law's where nothing was promised.
    enum class Timing { Early, OnTime, Late, NoLimit };

    Kind kind = Kind::Opened;
    QDateTime at; ///< with its offset: the day that it counts for
    int item = -1; ///< in ReportFacts::items; -1: the whole case
    int value = 0;
    QString clerk; ///< who did it; empty: a department did, it counts for who filed the case
    QString act; ///< typeName() of the event that made it, by which its window is found; empty as above

    bool operator==(const ReportFact &) const = default;
};
constexpr int reportFactKinds = int(ReportFact::Kind::PromiseBroken) + 1;

/// An item of a filed case waited for its acceptance or its decision, by one clock.
struct ReportWait {
    int item = 0; ///< in ReportFacts::items
    QDateTime from;
    QDateTime until; ///< null: still
    QDateTime amberFrom, redFrom, due; ///< null: no limit is known, or it stands still
    bool paused = false; ///< now
    bool operator==(const ReportWait &) const = default;
};

struct ReportFacts {
    struct Item {
        QString id;
        QString name;
        QString department;
        bool operator==(const Item &) const = default;
    };
    QString matter; ///< pack and matter: those of all versions are one
    QString matterName;
    QList<Item> items; ///< chosen ones, in order
    QList<ReportFact> facts;
    QList<ReportWait> waits;
    QStringList reasons; ///< of refusals and withdrawals, in the words of whoever gave them; may hold person data
    bool operator==(const ReportFacts &) const = default;

    /// Something of it is not finished: it counts on days to come.
    bool isOpen() const;
};

/// What of \a file counts, under its \a guide, by the clocks of its hall.
ReportFacts reportFactsOf(const Case &file, const Guide &guide, const ClockRules &rules);

}
