#pragma once

#include "core/desk/numberleases.h"

/// The words about legal numbers that the hub leases.
namespace leasewords {

struct Source {
    QString text;
    bool isTrouble = false; ///< somebody should do something
};
/// Where the numbers of this window come from, when some came last, what is asked for, and what is wrong.
Source source(const desk::NumberLeases::State &state);

/// E.g. 107–124, 130; no more than a few, then how many others.
QString ranges(const QList<desk::NumberRange> &ranges);

}
