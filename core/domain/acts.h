#pragma once

#include "core/domain/events.h"

namespace domain {

/// What a fact is to somebody who did something else on the same case at the same time. Rows and columns of the table of
/// mergetable.h.
enum class ActKind {
    Opening, ///< the case itself
    Note, ///< adds something and changes nothing: pictures, prints, contacts, reviews
    Notice, ///< a one-time notice that a citizen holds
    Entry, ///< answer, choice or field of the intake
    Setting, ///< what may be set at any time: how results are wanted, where a picture belongs
    Verdict,
    Letter, ///< made or signed
    Filing,
    Closing, ///< of an intake that is not filed
    Once, ///< happens once and is as good when done twice: pushed, scans complete, proof sent
    Acceptance,
    Refusal,
    Decision,
    Withdrawal,
    Lapse, ///< of a deferral
    Supply, ///< of what was deferred
    Clock, ///< paused, resumed
    Arrival, ///< of a result, at a window or shelf
    HandOver, ///< of a result, to the citizen
    Archiving,
    Assignment, ///< of the case, to a window
    Clearing, ///< of a conflict
};
constexpr int actKinds = int(ActKind::Clearing) + 1;

/// One thing that an act is about.
struct Touched {
    QString subject; ///< kind of thing and id, e.g. "item:health"; wholeCase: everything of the case
    QString value; ///< what it says of it, where acts of its kind are compared; else empty
    bool operator==(const Touched &) const = default;
};
inline const QString wholeCase = QStringLiteral("*");

struct Act {
    ActKind kind = ActKind::Note;
    QList<Touched> touched; ///< none: nothing that another act could meet
};

Act actOf(const Fact &fact);

/// The id within a subject.
QString idOf(const QString &subject);

/// \a fact without what it says of \a subjects; nothing when it says nothing else.
std::optional<Fact> without(const Fact &fact, const QStringList &subjects);

}
