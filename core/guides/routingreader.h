#pragma once

#include "core/base/result.h"
#include "core/domain/routing.h"

#include <QByteArray>

namespace guides {

/// Longest file that is read.
constexpr qsizetype mostRoutingBytes = qsizetype(4) * 1024 * 1024;

/// The units of a city and what goes to whom, as \a json writes it down (format: resources/routing/README.md), checked. The first
/// fault is an Error::Document that names \a file and the place in it, e.g. "units[3].region".
base::Result<domain::RoutingTable> readRouting(const QByteArray &json, const QString &file);

/// Every fault that readRouting() sees, not only the first; none for a sound file. At most 500.
QList<base::Error> routingFaultsIn(const QByteArray &json, const QString &file);

}
