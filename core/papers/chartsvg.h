#pragma once

#include "core/papers/paper.h"

namespace papers {

/// \a chart as an SVG element to stand inside a page of HTML: the same layout as on paper, made for the width of a phone; letters stay
/// letters in the page's own face, colours are the page's text colour. \a label says what it is to those who cannot see it. Empty for a
/// chart without boxes.
QString chartAsSvg(const Chart &chart, const QString &label);

}
