#pragma once

#include "core/codes/qrcode.h"

namespace codes {

/// A QR code for a terminal: two modules a character, light as blocks, so that it reads on a dark ground; set in colours that make it
/// read on a light one too.
QString drawnInText(const QrCode &code);
/// The same as a picture of its own (SVG 1.1), \a side millimetres wide.
QByteArray drawnAsSvg(const QrCode &code, int side = 60);

}
