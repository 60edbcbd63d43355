#pragma once

#include <QByteArray>

namespace hub {

/// A path that the hub answers, as log and figures name it: never with what a person or a case could be known by.
/// "other" for everything else.
QByteArray routeOf(const QByteArray &target);

}
