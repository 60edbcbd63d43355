#pragma once

#include <QStringList>

class QTextStream;

/// Does what \a arguments (without the program's name) ask for, with the packs of \a folder unless they name another.
/// Results go to \a out, errors to \a err. Returns the exit code: 0 done; 1 a pack has faults or what was asked for is not
/// there; 2 the arguments are wrong.
int runGuide(const QStringList &arguments, const QString &folder, QTextStream &out, QTextStream &err);
