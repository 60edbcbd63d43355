#pragma once

#include "core/base/result.h"
#include "core/domain/copymap.h"

#include <QByteArray>

namespace guides {

/// Longest file that is read.
constexpr qsizetype mostCopyMapBytes = qsizetype(1) * 1024 * 1024;

/// The screens that \a json writes down (format: resources/copycards/README.md), checked. The first fault is an Error::Document
/// that names \a file and the place in it, e.g. "screens[0].blanks[3].from[0]".
base::Result<domain::CopyMap> readCopyMap(const QByteArray &json, const QString &file);

/// The maps of a window.
struct CopyMaps {
    QList<domain::CopyMap> maps; ///< by name of the system
    QList<base::Error> faults; ///< of files that are not used
};

/// Every *.json of \a folders, e.g. those of the program and those of the profile; a folder that is not there holds none. Of two
/// with the same id the later folder's counts; a broken file hides no other.
CopyMaps loadCopyMaps(const QStringList &folders);

}
