#pragma once

#include <QDateTime>
#include <QVariant>

#include <limits>

namespace journal {

/// Stands for “no end”, so that what has none comes last in every order.
constexpr qint64 noEnd = std::numeric_limits<qint64>::max();

/// An end as work list and shelf store it: milliseconds since 1970 UTC, noEnd for a null one.
inline qint64 stored(const QDateTime &moment)
{
    return moment.isValid() ? moment.toMSecsSinceEpoch() : noEnd;
}

inline QDateTime momentOf(const QVariant &value)
{
    return value.toLongLong() == noEnd ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong());
}

}
