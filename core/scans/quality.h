#pragma once

#include <QImage>

#include <QList>

namespace scans {

/// What a department would complain about.
enum class QualityFault {
    FewDots, ///< small print cannot be read
    Blurred,
    Dark,
    WashedOut, ///< the ink is as bright as paper
    Empty, ///< nothing is on it, e.g. the back of a page
};

/// How good a picture of a paper is; a warning, never a refusal.
struct Quality {
    double sharpness = 0; ///< steepest edges against the contrast, 0 … about 4; sharp text is above 1
    int paper = 0; ///< brightness of the paper, 0–255
    int ink = 0; ///< brightness of the darkest marks, 0–255
    QList<QualityFault> faults;
};

/// The shorter side of an A4 page at 120 dpi.
constexpr int fewestDots = 1000;
/// Below this, text of 12 points cannot be read with ease; found with rendered pages (tst_quality).
constexpr double leastSharpness = 0.55;

/// \a picture may be made smaller beforehand, down to 1600 dots on its longer side; \a original is its size as it was taken.
Quality qualityOf(const QImage &picture, QSize original);

}
