#pragma once

#include <QStringList>

class QTextStream;

namespace hub {

class Signals;

/// Does what \a arguments (without the program's name) ask for: without a command the hub answers until a signal ends it. Results go to
/// \a out, errors to \a err, the log to stderr. The exit code: 0 done; 1 it could not be done, or a check found something; 2 the
/// arguments are wrong.
int runHub(const QStringList &arguments, Signals &told, QTextStream &out, QTextStream &err);

}
