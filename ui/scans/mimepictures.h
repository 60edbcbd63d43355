#pragma once

#include "core/desk/incoming.h"

class QMimeData;

/// Whether \a data may hold pictures, told without looking into files.
bool holdsPictures(const QMimeData &data);
/// Local files by name, else the bytes of one picture or file of pages, else the dots of a picture.
QList<desk::Incoming> picturesIn(const QMimeData &data);
/// \a files (paths) on their way; see desk::Incoming::removeFile.
QList<desk::Incoming> picturesOf(const QStringList &files, bool removeFiles = false);
