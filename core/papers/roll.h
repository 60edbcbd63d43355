#pragma once

#include "core/papers/layout.h"

#include <QByteArray>
#include <QImage>

namespace papers {

/// 80 mm thermal paper: 72 mm of it are printed on, 576 dots at 203 an inch.
namespace roll {
constexpr int dots = 576; ///< across
constexpr double dotsPerInch = 203;
constexpr double dot = 72 / dotsPerInch; ///< points
constexpr double width = dots * dot;
constexpr double aside = 4 * dot;
constexpr double text = width - 2 * aside;
constexpr double top = mm(2);
constexpr double feed = mm(6); ///< below the last line, up to the knife
}

/// A receipt: one column, one page, as long as what stands on it. Its title is followed by the number; the footer ends it.
Layout rollLayout(const Paper &paper);

/// The first page of \a layout, a rollLayout(), as the printer burns it: black and white only, roll::dots wide, the modules of
/// codes whole dots.
QImage rollRaster(const Layout &layout);

/// \a raster (black and white, its width a multiple of 8) in the language of receipt printers without a driver: ESC/POS, raster
/// bit images (GS v 0), then feed and cut.
QByteArray escPos(const QImage &raster);

}
