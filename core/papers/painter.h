#pragma once

#include "core/papers/layout.h"

#include <cairo.h>

namespace papers {

/// Draws \a page of \a layout in points, the top left corner at the origin. \a dot above 0: the device has dots of that many
/// points, and codes and rules are put on whole ones.
void drawPage(cairo_t *cairo, const Layout &layout, const Page &page, double dot = 0);

}
