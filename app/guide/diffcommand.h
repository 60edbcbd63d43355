#pragma once

#include "app/guide/packfinder.h"

class QTextStream;

/// What is different in two packs (files, or ids of packs in the folder), a line for each change below
/// the name of its matter; lines that change what applicants are asked for begin with “!”. Gives the exit code: 0 done, whether
/// or not something is different; 1 a pack cannot be read.
int diffPacks(const PackFinder &finder, const QString &old, const QString &now, QTextStream &out, QTextStream &err);
