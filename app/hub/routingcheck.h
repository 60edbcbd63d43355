#pragma once

#include <QString>
#include <QTextStream>

namespace hub {

/// Says on \a err what is wrong with \a file (format: resources/routing/README.md) and where, or on \a out what it holds; 0: it is
/// sound, 1: it is not.
int checkRouting(const QString &file, QTextStream &out, QTextStream &err);

}
