#pragma once

#include <QByteArray>
#include <QMap>

namespace support {

using Parts = QMap<QByteArray, QByteArray>;

/// Every part of the archive in \a bytes.
Parts partsOf(const QByteArray &bytes);

/// \a parts as an archive; with a \a password, encrypted by it.
QByteArray archiveOf(const Parts &parts, const QByteArray &password = {});

}
