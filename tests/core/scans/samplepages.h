#pragma once

#include <QImage>

/// Pages as a document camera sees them, drawn here.
namespace samplepages {

/// A page of A4 at \a dpi with \a lines of synthetic text of 12 points.
QImage text(int lines = 40, int dpi = 200);
/// \a page behind a lens out of focus by \a radius dots of an A4 page at 200 dpi.
QImage blurred(const QImage &page, double radius);
/// \a page under light of \a gain, with the sensor's noise of \a noise; brightness \a lift added.
QImage lit(const QImage &page, double gain, int lift = 0, double noise = 0);
/// \a page turned by \a degrees on a white desk.
QImage askew(const QImage &page, double degrees);
QByteArray jpeg(const QImage &page, int quality = 90);
QByteArray png(const QImage &page);

}
