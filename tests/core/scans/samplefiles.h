#pragma once

#include <QByteArray>
#include <QImage>
#include <QList>

/// Files of pages, honest and hostile ones.
namespace samplefiles {

/// A page of a PDF: its size in points and what is drawn on it.
struct PdfPage {
    QByteArray box = "[0 0 595 842]";
    QByteArray drawing = "0 0 0 rg 100 700 200 40 re f";
    QByteArray filter; ///< of the drawing, e.g. "/FlateDecode"
    QByteArray resources;
};
/// A PDF with \a pages; \a more are objects from number 100 on, each "100 0 obj … endobj".
QByteArray pdf(const QList<PdfPage> &pages, const QByteArray &more = {});
/// A PDF whose page tree is \a tree, written as the object 2; its page is the object 3.
QByteArray pdfWithTree(const QByteArray &tree);
/// \a pdf, for whose reading \a password is asked.
QByteArray locked(const QByteArray &pdf, const QByteArray &password);
/// Deflated, as /FlateDecode reads it.
QByteArray deflated(const QByteArray &bytes);

/// A TIFF with \a pages; black and white ones (Format_Mono) as a fax packs them. \a orientation is its tag.
QByteArray tiff(const QList<QImage> &pages, int orientation = 1);
/// \a tiff with the directory that comes after the last one set to be the first one again.
QByteArray inCircles(QByteArray tiff);

/// A HEIC of \a picture; empty when the library has no encoder.
QByteArray heic(const QImage &picture);

}
