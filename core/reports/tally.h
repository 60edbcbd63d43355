#pragma once

#include "core/reports/figures.h"
#include "core/reports/packing.h"

#include <memory>

namespace reports {

/// Counts every figure of a report in one pass over the cases, which may come in any order.
class Tally final
{
public:
    /// \a asOf: now; nothing that is open is looked at later than that. \a dictionary outlives it.
    Tally(const Span &span, const Scope &scope, const QDateTime &asOf, const Dictionary &dictionary);
    ~Tally();

    /// The days of which anything counts, comparisons and trend too.
    Span reach() const;
    void add(const CountedCase &file);
    /// What was counted. Names of windows are made from the codes in the case numbers; whoever knows better puts them in.
    Report report();

    /// A reason that was given within the span: the row of the case and which of its reasons.
    struct GivenReason {
        qint64 row = 0;
        int which = 0;
    };
    const std::vector<GivenReason> &refusals() const;
    const std::vector<GivenReason> &withdrawals() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m;

    Q_DISABLE_COPY_MOVE(Tally)
};

/// Reasons by how often each was given; those given as often by their words.
QList<Reason> mostOftenFirst(const QHash<QString, int> &counts);

}
