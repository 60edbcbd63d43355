#pragma once

#include <QMap>
#include <QStringList>

namespace guides {

/// Circles in \a needs (id → ids it waits for), each in the order of the waiting; at most \a most. Every id that stands in a
/// circle would wait for itself. Ids that have no entry wait for nothing. The way may be as deep as there are ids.
QList<QStringList> circlesIn(const QMap<QString, QStringList> &needs, qsizetype most = 20);

}
