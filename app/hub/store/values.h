#pragma once

#include "core/journal/seal.h"

#include <QDateTime>
#include <QVariant>

namespace hub {

// How values stand in columns.

/// Milliseconds since 1970 UTC; NULL for a null moment.
inline QVariant stored(const QDateTime &moment)
{
    return moment.isValid() ? QVariant(moment.toMSecsSinceEpoch()) : QVariant(QMetaType::fromType<qlonglong>());
}

inline QDateTime momentIn(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

inline qlonglong stored(bool flag)
{
    return flag ? 1 : 0;
}

inline journal::Sealed sealedIn(const QVariant &suite, const QVariant &bytes)
{
    return {suite.toInt(), bytes.toByteArray()};
}

}
