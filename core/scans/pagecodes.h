#pragma once

#include <QImage>
#include <QStringList>

namespace scans {

/// The contents of the QR codes on \a picture, at any angle; an unreadable one is left out.
QStringList codesOn(const QImage &picture);

}
