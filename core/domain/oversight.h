#pragma once

#include <QDateTime>
#include <QString>

namespace domain {

// What a supervisor (值班长) does about a filed case, and what is answered. Built only by apply().

/// Why something of a case is late, as its window or department says, and what a supervisor says of that (超时说明及审批).
struct Delay {
    QString id;
    QString item; ///< id; empty: the case itself, e.g. its push
    QString words; ///< the reason
    QDateTime at;
    QString clerk;
    QDateTime ruledAt; ///< null: nobody has decided on it yet
    QString ruledBy;
    bool approved = false;
    QString ruling; ///< the supervisor's words; may be empty when approved

    bool isOpen() const { return ruledAt.isNull(); }
    bool operator==(const Delay &) const = default;
};

/// A material is to be looked at once more (复核).
struct Recheck {
    QString id;
    QString material; ///< id
    QString words; ///< what to look for
    QDateTime at;
    QString orderedBy;
    QDateTime doneAt; ///< null: not yet
    QString doneBy;
    bool conforms = false;
    QString found; ///< may be empty when it conforms

    bool isOpen() const { return doneAt.isNull(); }
    bool operator==(const Recheck &) const = default;
};

/// What was promised about a material (告知承诺) was found not to be true, or not to be kept.
struct BrokenPromise {
    QString material; ///< id
    QString words; ///< what was found
    QDateTime at;
    QString by;
    bool operator==(const BrokenPromise &) const = default;
};

/// A department is urged to get on with an item (督办), and confirms that it knows (签收).
struct Reminder {
    QString id;
    QString item; ///< id
    QString words;
    QDateTime at;
    QString by;
    QDateTime seenAt; ///< null: not confirmed yet
    QString seenBy;
    QString answer; ///< may be empty

    bool isOpen() const { return seenAt.isNull(); }
    bool operator==(const Reminder &) const = default;
};

/// Somebody looked at a whole number of a person, which screens show in part. The number itself is not kept here.
struct NumberLook {
    QString number; ///< which, as HiddenNumber::id
    QString reason;
    QDateTime at;
    QString clerk;
    bool operator==(const NumberLook &) const = default;
};

}
