#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace desk {

/// Writes \a pdf to \a file, whole or not at all; Error::Storage names the file.
base::Result<> writePdf(const QByteArray &pdf, const QString &file);

}
