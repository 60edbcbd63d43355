#pragma once

#include "core/domain/deadlines.h"

/// What somebody asks of the clocks of one matter.
struct ClockQuestion {
    QDateTime filed;
    QDateTime accepted; ///< of every item; null: the latest day allowed
    domain::Answers answers; ///< to the matter's situations; those left open decide nothing
};

/// Every deadline of a case of \a guide in words, one a line, in the order of domain::deadlinesOf(); then the items that the
/// answers leave open, with the questions that decide them. Error::Document when an answer fits no question.
base::Result<QString> clockText(const domain::Guide &guide, const ClockQuestion &question,
                                const domain::ClockRules &rules);
