#pragma once

#include "core/desk/incoming.h"

class QMimeData;

/// Whether \a data may hold pictures, told without looking into files.
bool holdsPictures(const QMimeData &data);
/// Local files by name, or the dots of one picture.
QList<desk::Incoming> picturesIn(const QMimeData &data);
/// \a files (paths) on their way; see desk::Incoming::removeFile.
QList<desk::Incoming> picturesOf(const QStringList &files, bool removeFiles = false);
