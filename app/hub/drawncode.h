#pragma once

#include "core/codes/qrcode.h"

namespace hub {

/// A QR code for a terminal: two modules a character, light as blocks, so that it reads on a dark ground; set in colours that make it
/// read on a light one too.
QString drawnInText(const codes::QrCode &code);
/// The same as a picture of its own (SVG 1.1), \a side millimetres wide.
QByteArray drawnAsSvg(const codes::QrCode &code, int side = 60);

}
