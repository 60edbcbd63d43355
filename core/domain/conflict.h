#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace domain {

/// Two acts on one case of which neither knew the other (sync rules 20 and 21). Built only by merge(); cleared by a person.
struct Conflict {
    enum class Kind {
        Field, ///< the same field, different values: the earlier is shown, the clerk picks
        Verdict, ///< two verdicts on one material: the stricter holds
        Step, ///< a step that is not possible after what came before
        Withdrawal, ///< withdrawn here, accepted or decided there: the withdrawal holds
        HandOver, ///< a result handed over twice: the first stands
        Assignment, ///< done by who did not hold the case any more: for review
    };
    QString id; ///< begins with the hexadecimal hash of the later event
    Kind kind = Kind::Step;
    QString subject; ///< id of the field, situation, material, item or picture; of a person: roster, a slash and the number; may be empty
    QByteArray earlier, later; ///< hashes of the two events
    QString earlierActor, laterActor;
    QDateTime earlierAt, laterAt;
    QString shown, other; ///< Field, Verdict: value now shown and the other one, as their facts had it (verdictWord()); person data
    QDateTime clearedAt; ///< null: open
    QString clearedBy;
    QString decision; ///< what the person decided, in words
    bool operator==(const Conflict &) const = default;
};

}
