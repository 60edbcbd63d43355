#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

#include <functional>

namespace hub {

/// The bytes from \a from up to and without \a end of what lies in pieces that begin at \a starts (ascending); only those that are
/// needed are asked of \a piece.
base::Result<QByteArray> assembled(const QList<qint64> &starts, qint64 from, qint64 end,
                                   const std::function<base::Result<QByteArray>(qint64 start)> &piece);

}
